/** What the page asks for on behalf of somebody, checked, carried out, and answered. */
import { z } from 'zod';
import { formHtml } from './form-html.ts';
import type { Outcome } from './local-discord/interactions.ts';
import type { LocalDiscord } from './local-discord/local-discord.ts';
import { NotHere } from './local-discord/resolve.ts';
import { channelsFor, ROLES } from './local-discord/world.ts';
import { viewFor } from './message-html.ts';
import { LOCALES } from './page.ts';

const id = z.string().regex(/^\d{1,20}$/);
const words = z.string().max(6000);
const LONGEST_MESSAGE = 2000;

const Action = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('command'),
    id,
    path: z.array(z.string().max(32)).min(1).max(3),
    options: z
      .array(
        z.strictObject({
          name: z.string().max(32),
          value: z.union([words, z.number(), z.boolean()]),
        }),
      )
      .max(25),
    focused: z.string().max(32).optional(),
  }),
  z.strictObject({
    do: z.literal('press'),
    message: id,
    customId: z.string().min(1).max(100),
    values: z.array(z.string().max(100)).max(25),
  }),
  z.strictObject({
    do: z.literal('submit'),
    form: id,
    fields: z.record(z.string().max(100), z.array(z.string().max(4000)).max(25)),
  }),
  z.strictObject({ do: z.literal('menu'), name: z.string().max(32), message: id }),
  z.strictObject({ do: z.literal('userMenu'), name: z.string().max(32), user: id }),
  z.strictObject({
    do: z.literal('post'),
    content: z.string().trim().min(1).max(LONGEST_MESSAGE),
  }),
  z.strictObject({
    do: z.literal('openPost'),
    title: z.string().trim().min(1).max(100),
    content: z.string().trim().min(1).max(LONGEST_MESSAGE),
  }),
  z.strictObject({ do: z.literal('dismiss'), message: id }),
]);

/** Who is at the page, and where. */
export const VisitParams = z.object({
  role: z.enum(ROLES).catch('member'),
  locale: z.string().catch('en-US'),
  channel: z.string().catch(''),
});

const Request = z.strictObject({
  role: z.enum(ROLES),
  locale: z.enum(Object.keys(LOCALES)),
  channel: id,
  action: Action,
});

/** What became of an action; messages reach the page on their own way. */
export type Reply =
  | { kind: 'done' | 'not-answered' | 'gone' | 'malformed' }
  | { kind: 'choices'; choices: readonly { name: string; value: string | number }[] }
  | { kind: 'form'; html: string }
  | { kind: 'channel'; channel: string };

/** Carries out what a request of the page asks for. Never throws for what a request may contain. */
export async function act(discord: LocalDiscord, body: unknown): Promise<Reply> {
  const parsed = Request.safeParse(body);
  if (!parsed.success) return { kind: 'malformed' };
  const { role, locale, action, channel: channelId } = parsed.data;
  const { world, messages, people } = discord;
  const person = world.people[role];
  const channel = channelsFor(world, person).find((known) => known.id === channelId);
  if (!channel) return { kind: 'gone' };
  const scene = { person, channel, locale };
  const seen = (messageId: string) => {
    const message = messages.get(messageId);
    if (!message || (message.onlyFor && message.onlyFor !== person)) throw new NotHere(messageId);
    return message;
  };
  const show = async (outcome: Promise<Outcome>): Promise<Reply> => {
    const settled = await outcome;
    switch (settled.kind) {
      case 'message':
      case 'update':
        return { kind: 'done' };
      case 'choices':
        return settled;
      case 'form': {
        const { form, interaction } = settled;
        return {
          kind: 'form',
          html: formHtml(form, interaction.id, viewFor(world, locale)).html,
        };
      }
      case 'none':
        return { kind: 'not-answered' };
    }
  };
  try {
    switch (action.do) {
      case 'command':
        return await show(people.command(scene, action));
      case 'press':
        return await show(
          people.press(scene, seen(action.message), action.customId, action.values),
        );
      case 'submit':
        return await show(people.submit(scene, action.form, action.fields));
      case 'menu':
        return await show(people.messageMenu(scene, action.name, seen(action.message)));
      case 'userMenu':
        return await show(people.userMenu(scene, action.name, action.user));
      case 'post':
        people.post(scene, action.content, []);
        return { kind: 'done' };
      case 'openPost':
        return {
          kind: 'channel',
          channel: people.openPost(scene, action.title, action.content).id,
        };
      case 'dismiss': {
        const message = seen(action.message);
        if (message.onlyFor === person) messages.remove(message);
        return { kind: 'done' };
      }
    }
  } catch (error) {
    if (error instanceof NotHere) return { kind: 'gone' };
    throw error;
  }
}
