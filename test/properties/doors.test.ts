/** Any text through any door: every option, suggestion, form field, message menu and custom id of the list of commands. */
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { OptionSpec, Subcommand } from '../../src/discord/command.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { type Desk, type Outcome, startDesk } from '../helpers/desk.ts';
import { type Fields, isFields } from '../helpers/discord/shape.ts';
import { flattenComponents } from '../helpers/discord/validate.ts';
import { type Allowed, allowedAt, expectHarmless } from '../helpers/harmless.ts';
import { hostile } from '../helpers/hostile.ts';
import { oddText } from '../helpers/odd-text.ts';
import { runs } from '../helpers/runs.ts';

let desk: Desk;
let allowed: Allowed;
beforeAll(async () => {
  desk = await startDesk();
  // Without a wait between questions, and with the texts of questions kept: more that could be shown.
  await desk.mod('settings', { cooldown: 0, keep_questions: true });
  allowed = allowedAt(desk);
});
afterAll(() => desk.stop());

const text = fc.oneof({ weight: 3, arbitrary: hostile }, oddText);
const locale = fc.constantFrom('en-US', 'es-419');
const isText = ({ type }: OptionSpec) => type === ApplicationCommandOptionType.String;
/** As Discord's client cuts what is typed; a required option is never empty. */
const cut = (typed: string, most = 6000) => typed.slice(0, most) || 'x';

interface Door {
  command: string;
  subcommand: Subcommand;
  /** The option that is typed into. */
  name: string;
  spec: OptionSpec;
}

function doors(): Door[] {
  const { corpus } = desk.app.services.knowledge.index;
  return commands.groups.flatMap((group) =>
    group.subcommands.flatMap((subcommand) =>
      Object.entries(subcommand.options)
        .filter(([, spec]) => isText(spec) && spec.choices === undefined)
        .map(([name, spec]) => ({ command: group.name(corpus), subcommand, name, spec })),
    ),
  );
}

/** What the other required options of a door get. */
function fillerFor({ subcommand, name }: Door): Record<string, string> {
  const others = Object.entries(subcommand.options).filter(
    ([other, { required }]) => required && other !== name,
  );
  return Object.fromEntries(
    others.map(([other, spec]) => [other, spec.choices?.[0] ?? (isText(spec) ? 'x' : '1')]),
  );
}

/** Everybody's commands as an ordinary member, the others as a moderator. */
const userOf = ({ command }: Door) => (command.endsWith('-mod') ? desk.moderator : desk.asker);

const run = (door: Door, typed: string, here: string): Promise<Outcome> =>
  desk.discord.slash({
    command: door.command,
    ...(door.subcommand.group && { group: door.subcommand.group }),
    subcommand: door.subcommand.name,
    options: { ...fillerFor(door), [door.name]: cut(typed, door.spec.max_length) },
    user: userOf(door),
    locale: here,
  });

/** Nothing of what was done may be a fault, and no message may have needed its plain text. */
function expectNoFaults(): void {
  expect(desk.faults()).toEqual([]);
  desk.app.log.length = 0;
}

test('every option that takes text', async () => {
  expect(doors().length).toBeGreaterThan(15);
  await fc.assert(
    fc.asyncProperty(text, locale, async (typed, here) => {
      for (const door of doors()) expectHarmless(await run(door, typed, here), allowed);
      expectNoFaults();
    }),
    runs(15),
  );
});

test('every option that suggests while one types', async () => {
  const suggesting = doors().filter(({ spec }) => spec.autocomplete);
  expect(suggesting.length).toBeGreaterThan(8);
  await fc.assert(
    fc.asyncProperty(text, locale, async (typed, here) => {
      for (const door of suggesting) {
        const choices = await desk.discord.autocomplete({
          command: door.command,
          ...(door.subcommand.group && { group: door.subcommand.group }),
          subcommand: door.subcommand.name,
          options: { [door.name]: typed.slice(0, door.spec.max_length ?? 6000) },
          focused: door.name,
          user: userOf(door),
          locale: here,
        });
        expect(choices.length).toBeLessThanOrEqual(25);
      }
      expectNoFaults();
    }),
    runs(15),
  );
});

/** Fills every text field of a form with what is typed; choices take their first values. */
function fill(modal: Fields | null, typed: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { component } of flattenComponents(modal?.['components'] as unknown[])) {
    const inner = isFields(component['component']) ? component['component'] : component;
    const id = String(inner['custom_id'] ?? '');
    if (inner['type'] === 4)
      values[id] =
        inner['max_length'] === 3 ? '7' : cut(typed, Number(inner['max_length'] ?? 4000));
    else if (Array.isArray(inner['options']) && id !== '')
      values[id] = [String((inner['options'] as Fields[])[0]?.['value'])];
  }
  return values;
}

test('every field of every form, and what is shown of it afterwards', async () => {
  const passage = 'harbour-act-2020#f02';
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(text, locale, async (typed, here) => {
      const where = { locale: here };
      const writing = await desk.mod('answer add', { passage }, where);
      const written = await desk.discord.submitModal(writing, fill(writing.modal, typed), where);
      expectHarmless(written, allowed);
      // What was taken is shown to members under any question that is worded like it, and in every list.
      expectHarmless(await desk.ask(cut(typed, 500), where), allowed);
      for (const list of ['answer list', 'gaps', 'history', 'settings', 'pins'])
        expectHarmless(await desk.mod(list, {}, where), allowed);

      const post = await desk.discord.post(desk.discord.world.channel, {
        content: cut(typed, 2000),
        author: desk.asker,
      });
      const pinning = await desk.discord.menu({
        name: catalogs.en.moderation.menus.pinHere,
        targetMessage: post,
        user: desk.moderator,
        ...where,
      });
      const pinned = await desk.discord.submitModal(pinning, fill(pinning.modal, typed), where);
      await pinned.final();
      expectHarmless(pinned, allowed);
      sent += [writing, pinning].filter(({ modal }) => modal !== null).length;
      expectNoFaults();
    }),
    runs(8),
  );
  expect(sent).toBeGreaterThanOrEqual(16);
});

test('every message menu on a message of any text', async () => {
  await fc.assert(
    fc.asyncProperty(text, locale, async (typed, here) => {
      const targetMessage = await desk.discord.post(desk.discord.world.channel, {
        content: cut(typed, 2000),
        author: desk.asker,
      });
      for (const menu of commands.menus) {
        const outcome = await desk.discord.menu({
          name: menu.name(catalogs.en),
          targetMessage,
          user: desk.moderator,
          locale: here,
        });
        expectHarmless(outcome, allowed);
      }
      expectNoFaults();
    }),
    runs(15),
  );
});

test('any custom id on a button or a menu, behind the name of every handler', async () => {
  const { message } = await desk.mod('settings');
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom('en', 'es', '0', '999', '-1', 'x', '__proto__', '000000.p.AAAAAA', 'up', ''),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 5 },
  );
  const actions = [...commands.components.map(({ action }) => action), '__proto__', ''];
  await fc.assert(
    fc.asyncProperty(parts, text, locale, async (rest, typed, here) => {
      const ids = [...actions.map((action) => [action, ...rest].join(':')), typed];
      for (const id of ids) {
        const outcome = await desk.discord.press(message, cut(id, 100), {
          forged: true,
          user: desk.moderator,
          locale: here,
        });
        expectHarmless(outcome, allowed);
      }
      expectNoFaults();
    }),
    runs(6),
  );
});
