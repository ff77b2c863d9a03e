/** Nobody but moderators changes anything, whatever a client sends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { TABLE_KEYS, type TableName } from '../../src/store/tables.ts';
import { type Desk, read, startDesk } from '../helpers/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  await read(await desk.mod('pin', { source: 'harbour-act-2020' }));
  const form = await desk.mod('answer add', { passage: 'harbour-act-2020#f02' });
  await desk.discord.submitModal(form, { questions: 'ferry tickets where?', text: 'Here.' });
  await desk.mod('settings', { cooldown: 0, language: 'en' });
});
afterAll(() => desk.stop());

/** Everything that is kept, but for what counts questions. */
async function snapshot(): Promise<string> {
  const { db } = desk.app.services.store;
  const rows = [];
  for (const table of Object.keys(TABLE_KEYS) as TableName[])
    if (table !== 'counts') rows.push(await db.selectFrom(table).selectAll().execute());
  return JSON.stringify(rows);
}

const idOf = async (table: 'pins' | 'answers' | 'history') => {
  const row = await desk.app.services.store.db.selectFrom(table).select('id').executeTakeFirst();
  return row?.id ?? '';
};

const subcommands = commands.groups
  .filter(({ audience }) => audience === 'moderators')
  .flatMap((group) => group.subcommands);

test.each(subcommands.map(({ group, name }) => (group ? `${group} ${name}` : name)))(
  '%s: a member to whom a server has opened the command is refused',
  async (path) => {
    const before = await snapshot();
    const options: Record<string, Record<string, string>> = {
      pin: { source: 'harbour-act-2020' },
      unpin: { pin: await idOf('pins') },
      'answer add': { passage: 'harbour-act-2020#f02' },
      'answer edit': { answer: await idOf('answers') },
      'answer remove': { answer: await idOf('answers') },
      export: { what: 'history' },
    };
    const outcome = await desk.mod(path, options[path] ?? {}, { user: desk.asker });
    expect(outcome.ephemeral).toBe(true);
    expect(await read(outcome)).toMatch(/^That is for moderators: .+ Manage Messages/);
    expect(await snapshot()).toBe(before);
  },
);

const components = commands.components.filter(({ audience }) => audience === 'moderators');

/** Arguments with which each would do something, for the ids of this server. */
async function argsOf(action: string): Promise<string[]> {
  const [pin, answer] = [await idOf('pins'), await idOf('answers')];
  const known: Record<string, string[]> = {
    'pin-reviewed': ['en', pin],
    unpin: ['en', pin],
    'answer-edit': [answer],
    'answer-remove': [answer, '1'],
  };
  return known[action] ?? ['en', '0'];
}

test.each(components.map(({ action }) => action))(
  'press %s: a member who forges it is refused',
  async (action) => {
    const before = await snapshot();
    const { message } = await desk.ask('How much does the night ferry cost?');
    const id = [action, ...(await argsOf(action))].join(':');
    const outcome = await desk.discord.press(message, id, { forged: true });
    expect(await read(outcome)).toMatch(/^That is for moderators/);
    expect(await snapshot()).toBe(before);
  },
);

test.each(components.map(({ action }) => action))(
  'press %s: with ids of another server, or nonsense, it does nothing but a polite refusal',
  async (action) => {
    const other = desk.discord.world.addGuild({ name: `Other ${action}` });
    const channel = [...desk.discord.world.channels.values()].find(
      (one) => one.guildId === other.id,
    );
    const user = [...other.members.values()].find((member) => !member.user.bot)?.user;
    if (!channel || !user) throw new Error('the other server is empty');
    const before = await snapshot();
    const { message } = await desk.ask('How much does the night ferry cost?', { channel, user });
    for (const args of [await argsOf(action), [], ['xx'], ['en', '__proto__'], ['en', '-1']]) {
      const id = [action, ...args].join(':');
      const outcome = await desk.discord.press(message, id, { forged: true, user });
      const isEmptyList = args[0] === 'en' && args[1] === '0';
      if (!isEmptyList) expect(await read(outcome), id).toMatch(/^That is no longer there/);
    }
    expect(await snapshot()).toBe(before);
    expect(desk.faults()).toEqual([]);
  },
);

test('a form that is sent by somebody who lost the right meanwhile saves nothing', async () => {
  const form = await desk.mod('answer add', { passage: 'harbour-act-2020#f02' });
  const before = await snapshot();
  const outcome = await desk.discord.submitModal(
    form,
    { questions: 'ferry tickets?', text: 'x' },
    { memberPermissions: 0n },
  );
  expect(await read(outcome)).toMatch(/^That is for moderators/);
  expect(await snapshot()).toBe(before);
});

test('moderators’ commands are not there in direct messages', async () => {
  await expect(desk.mod('settings', {}, { context: 1 })).rejects.toThrow(/would not offer/);
});
