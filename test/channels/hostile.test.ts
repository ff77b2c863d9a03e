/** Sixty hostile inputs through every door: no ping, no link that the corpus doesn't have, no layout broken. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { type Server, startServer } from '../helpers/channels.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import type { Channel } from '../helpers/discord/entities.ts';
import type { StoredMessage } from '../helpers/discord/messages.ts';
import { SIXTY_HOSTILE } from '../helpers/hostile.ts';
import { linksIn, textsOf } from '../helpers/sendable.ts';

/** Longest message that Discord lets anybody write. */
const MESSAGE = 4_000;
/** Longest title of a post. */
const TITLE = 100;

const known = new Set(
  [...loadCorpus(FIXTURE_CORPUS).sources.values()].flatMap(({ url }) =>
    url ? [new URL(url).href] : [],
  ),
);

let server: Server;
beforeAll(async () => {
  server = await startServer({ readsContent: true });
});
afterAll(() => server.stop());

/** Fails when a message of the bot acts on what somebody typed. */
function expectHarmless(message: StoredMessage | null): void {
  if (!message) return;
  expect(message.pings).toEqual([]);
  const texts = [message.content, ...textsOf({ components: message.components as never })];
  for (const text of texts) {
    const links = linksIn(text).map((link) => link.replace(/[>)]+$/, ''));
    const foreign = links.filter(
      (link) => !known.has(link) && !link.startsWith('https://discord.com/channels/'),
    );
    expect(foreign).toEqual([]);
    expect(text).not.toMatch(
      /```|@everyone|@here|discord\.gg\/|[\u202A-\u202E\u2066-\u2069]|\p{M}{3}/u,
    );
    expect(text).not.toMatch(/(?<!\\)\]\((?!<https:)/);
  }
}

const asTitle = (text: string) => text.slice(0, TITLE).trim() || 'x';
const asMessage = (text: string) => text.slice(0, MESSAGE);

test('in commands, in the menu of a message and in direct messages', async () => {
  const { discord, general, world } = server;
  for (const [i, text] of SIXTY_HOSTILE.entries()) {
    const user = world.addMember({ name: `h${i}` }).user;
    const question = text.slice(0, 500) || 'x';
    const slash = { command: 'ferry', user, options: { question, private: false } };
    const answer = await discord.slash({ ...slash, subcommand: 'ask' });
    expect(answer.refused).toEqual([]);
    expectHarmless(answer.message);
    const targetMessage = await discord.post(general, { content: asMessage(text), author: user });
    const menu = await discord.menu({ name: 'Answer with sources', targetMessage, user });
    expect(menu.refused).toEqual([]);
    expectHarmless(menu.message);
    await discord.post(world.dm(user), { content: asMessage(text) });
  }
  await server.settle();
  for (const channel of world.channels.values())
    if (channel.recipientId) server.posted(channel).forEach(expectHarmless);
});

test('in mentions, where every question is answered, and in posts', async () => {
  const { discord, forum, me, world } = server;
  await server.setMode(forum, 'forum');
  const channels: Channel[] = [];
  for (const [i, text] of SIXTY_HOSTILE.entries()) {
    if (i % 20 === 0) {
      const channel = world.addChannel({ name: `hostile-${i}` });
      await server.setMode(channel, 'every');
      channels.push(channel);
    }
    const channel = channels.at(-1)!;
    const author = world.addMember({ name: `m${i}` }).user;
    await discord.post(channel, { content: asMessage(`${me} ${text}`), author });
    const { thread } = await discord.openForumPost(forum, {
      title: asTitle(text),
      content: asMessage(text),
      author,
    });
    channels.splice(0, 0, thread);
  }
  const replies = () => channels.flatMap(server.posted);
  await discord.until(() => replies().length >= 90, 'an answer to each mention', 10_000);
  await server.settle();
  const all = replies();
  all.forEach(expectHarmless);
});

test('in drafts, where moderators see what was asked, and in the form', async () => {
  const { discord, forum, moderator, world } = server;
  const desk = world.addChannel({ name: 'desk' });
  await server.mod('settings', { channel: desk });
  await server.setMode(forum, 'review');
  for (const text of SIXTY_HOSTILE) {
    const title = asTitle(`How much does the night ferry cost? ${text}`);
    await discord.openForumPost(forum, { title, content: asMessage(text) });
  }
  await discord.until(() => server.posted(desk).length >= 20, 'drafts', 10_000);
  await server.settle();
  const drafts = server.posted(desk);
  for (const draft of drafts) {
    expectHarmless(draft);
    const [head = ''] = textsOf({ components: draft.components as never });
    expect(head).toMatch(
      /^### [^\n]+\n> [^\n]+\nQuestion in <#\d+>: \[open it\]\(<[^\n]+>\)\n-# [^\n]+$/,
    );
    await discord.press(draft, { label: 'Post' }, { user: moderator });
    expectHarmless(draft);
  }
  await server.setMode(forum, 'forum');
});

test('nothing of it failed or was refused', () => {
  expect(server.faults()).toEqual([]);
  expect(server.app.log.filter(({ event }) => event === 'components-refused')).toEqual([]);
  expect(server.discord.invalidRequests).toBe(0);
});
