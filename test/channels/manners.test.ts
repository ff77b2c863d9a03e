/** How the bot behaves in a server that lets it read every message. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../helpers/channels.ts';
import type { Channel } from '../helpers/discord/entities.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ readsContent: true });
});
afterAll(() => server.stop());

let count = 0;
/** A channel of its own for each test, with this mode. */
async function channelWith(mode: string, options = {}): Promise<Channel> {
  const channel = server.world.addChannel({ name: `channel-${++count}` });
  await server.setMode(channel, mode, options);
  return channel;
}
const person = (name: string) => server.member(`${name}-${++count}`);

const COST = 'How much does the night ferry cost?';
const COUNT = 'How many people took the night ferry?';

test('each question is answered once, as a reply that pings nobody', async () => {
  const channel = await channelWith('every');
  const question = await server.say(channel, COST);
  const [answer, ...more] = server.posted(channel);
  expect(more).toEqual([]);
  expect(answer).toMatchObject({ replyTo: question, pings: [] });
  expect(server.discord.text(answer!)).toContain('2 crowns');
});

test('several quick messages of one person are one question', async () => {
  const channel = await channelWith('every');
  const author = person('quick');
  for (const content of ['How many people', 'took the', 'night ferry?'])
    await server.discord.post(channel, { content, author });
  await server.settle();
  expect(server.texts(channel)).toEqual([expect.stringContaining('41,000')]);
});

test('it is silent in talk, to others, to bots, to little, and where nothing is found', async () => {
  const channels = await Promise.all(Array.from({ length: 5 }, () => channelWith('every')));
  const [talk, toOthers, machines, little, unknown] = channels as [
    Channel,
    Channel,
    Channel,
    Channel,
    Channel,
  ];
  const [ann, bob] = [person('ann'), person('bob')];
  const { discord } = server;
  for (const [author, content] of [
    [ann, 'The ferry was late again.'],
    [bob, 'It always is.'],
    [ann, COST],
  ] as const)
    await discord.post(talk, { author, content });
  const said = await discord.post(toOthers, { author: ann, content: 'I was there.' });
  await discord.post(toOthers, { author: bob, content: COST, reply: said });
  await discord.post(toOthers, { author: bob, content: `<@${ann.id}> ${COST}` });
  const other = server.world.addUser({ name: `bot-${++count}`, bot: true });
  await discord.post(machines, { author: other, content: COST });
  await discord.post(machines, { author: other, content: `${server.me} ${COST}` });
  for (const content of ['?', 'lol?', 'ferry?'])
    await discord.post(little, { author: ann, content });
  await discord.post(unknown, { author: bob, content: 'Who painted the lighthouse of Bresk?' });
  await server.settle();
  expect(channels.flatMap(server.posted)).toEqual([]);
});

test('an edit within a minute changes the answer, a deletion takes it away', async () => {
  const channel = await channelWith('every');
  const question = await server.say(channel, COST);
  const [answer] = server.posted(channel);
  await server.discord.editMessage(question, { content: COUNT });
  await server.settle();
  expect(server.posted(channel)).toEqual([answer]);
  expect(server.discord.text(answer!)).toContain('41,000');
  await server.discord.deleteMessage(question);
  await server.settle();
  expect(server.posted(channel)).toEqual([]);
});

test('a question that is edited or deleted before it is answered is answered as it stands, or not at all', async () => {
  const channel = await channelWith('every');
  const author = person('hasty');
  const first = await server.discord.post(channel, { author, content: COST });
  await server.discord.editMessage(first, { content: COUNT });
  await server.settle();
  expect(server.texts(channel)).toEqual([expect.stringContaining('41,000')]);
  const other = await server.discord.post(channel, { author: person('shy'), content: COST });
  await server.discord.deleteMessage(other);
  await server.settle();
  expect(server.posted(channel)).toHaveLength(1);
});

test('a moderator who answers first silences it; in a post every word of theirs does', async () => {
  const channel = await channelWith('every');
  await server.setMode(server.forum, 'forum');
  const { discord, moderator } = server;
  const question = await discord.post(channel, { author: person('a'), content: COST });
  const { thread } = await discord.openForumPost(server.forum, {
    title: COST,
    content: 'Please',
    author: person('b'),
  });
  await discord.post(channel, { author: moderator, content: 'Two crowns.', reply: question });
  await discord.post(thread, { author: moderator, content: 'Two crowns.' });
  await server.settle();
  expect([...server.posted(channel), ...server.posted(thread)]).toEqual([]);
});

test('a locked, an archived and a solved post are left alone', async () => {
  await server.setMode(server.forum, 'forum');
  const { discord, world, forum, me } = server;
  const tag = forum.tags?.find(({ name }) => name === 'Solved')?.id ?? '';
  const changes = [{ locked: true }, { archived: true }, { appliedTags: [tag] }];
  const threads = [];
  for (const change of changes) {
    const { thread } = await discord.openForumPost(forum, {
      title: 'Hello there all',
      content: 'Just a word.',
    });
    await server.settle();
    world.updateThread(thread, change);
    await discord.post(thread, { content: `${me} ${COST}` });
    threads.push(thread);
  }
  await server.settle();
  expect(threads.flatMap(server.posted)).toEqual([]);
});

test('who asks too much is told once and left alone for a while; a call for help is answered all the same', async () => {
  const channel = await channelWith('mention');
  const author = person('eager');
  for (let i = 0; i < 9; i++) {
    await server.discord.post(channel, { author, content: `${server.me} ${COST}` });
    await server.discord.until(() => false, 'never', 60).catch(() => {});
  }
  await server.settle();
  const texts = server.texts(channel);
  expect(texts.filter((text) => text.includes('2 crowns'))).toHaveLength(6);
  expect(texts.filter((text) => /answer you again here in \d+ seconds/.test(text))).toHaveLength(1);
  expect(texts).toHaveLength(7);
  await server.say(channel, `${server.me} i am drowning`, { author });
  expect(server.texts(channel)[7]).toContain('Call 911');
});

test('the wait that a server has set counts for channels as well', async () => {
  const channel = await channelWith('mention');
  await server.mod('settings', { cooldown: 60 });
  const author = person('patient');
  await server.say(channel, `${server.me} ${COST}`, { author });
  await server.say(channel, `${server.me} ${COUNT}`, { author });
  await server.mod('settings', { cooldown: 0 });
  expect(server.texts(channel)).toEqual([
    expect.stringContaining('2 crowns'),
    expect.stringMatching(/again here in (?:59|60) seconds/),
  ]);
});

test('a channel without the permissions is left alone, with a word in the log', async () => {
  const channel = await channelWith('every');
  const { PermissionFlagsBits: Bit } = await import('discord-api-types/v10');
  server.world.updateChannel(channel, { deny: Bit.SendMessages });
  const before = server.discord.invalidRequests;
  await server.say(channel, COST);
  await server.say(channel, COUNT);
  expect(server.posted(channel)).toEqual([]);
  expect(server.discord.invalidRequests).toBe(before);
  expect(server.app.log.filter(({ event }) => event === 'cannot-post')).toHaveLength(1);
});

test('nothing of all that was a fault, and no text of a question stands in the log', () => {
  expect(server.faults()).toEqual([]);
  expect(JSON.stringify(server.app.log)).not.toMatch(/night ferry|lighthouse/i);
  expect(server.discord.unknownRoutes).toEqual([]);
});
