import {
  type AnyThreadChannel,
  PermissionFlagsBits as Bit,
  ChannelType,
  type Client,
  type ForumChannel,
  Routes,
  type TextChannel,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot } from './bot-for-tests.ts';
import type { Channel } from './entities.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let discord: StandIn;
let bot: Client<true>;
let forum: Channel;

beforeEach(async () => {
  discord = await startStandIn();
  forum = discord.world.addChannel({
    type: ChannelType.GuildForum,
    name: 'questions',
    tags: [{ name: 'solved' }, { name: 'staff', moderated: true }],
  });
  bot = await startBot(discord);
});

afterEach(async () => {
  expect(discord.unknownRoutes).toEqual([]);
  await bot.destroy();
  await discord.close();
});

const tag = (name: string) => forum.tags?.find((item) => item.name === name)?.id ?? '';

function text(): TextChannel {
  const found = bot.channels.cache.get(discord.world.channel.id);
  if (found?.type !== ChannelType.GuildText) throw new Error('no text channel');
  return found;
}

test('a forum post arrives as a new thread with its title, then its blank first message', async () => {
  const events: unknown[] = [];
  bot.on('threadCreate', (thread, isNew) => events.push(['thread', thread.name, isNew]));
  const arrived = new Promise((resolve) => {
    bot.on('messageCreate', (message) => {
      events.push(['message', message.id, message.content]);
      resolve(message);
    });
  });
  const { thread, message } = await discord.openForumPost(forum, {
    title: 'When did MPP end?',
    content: 'I read that it ended twice.',
    tags: [tag('solved')],
  });
  await arrived;
  expect(message.id).toBe(thread.id);
  expect(events).toEqual([
    ['thread', 'When did MPP end?', true],
    ['message', thread.id, ''],
  ]);
});

test('the bot answers in the post, tags it and archives it only with the rights for it', async () => {
  const { thread } = await discord.openForumPost(forum, { title: 'When?', content: 'When?' });
  const channel = (await bot.channels.fetch(thread.id)) as AnyThreadChannel;
  await channel.send('In 2021.');
  expect(discord.messages(thread).map((message) => message.content)).toEqual(['When?', 'In 2021.']);
  await expect(channel.setAppliedTags([tag('solved')])).rejects.toMatchObject({ code: 50013 });

  const role = discord.world.guild.roles.get(discord.world.guild.botRoleId);
  if (role === undefined) throw new Error('no role');
  discord.world.setPermissions(role, role.permissions | Bit.ManageThreads);
  await channel.setAppliedTags([tag('solved'), tag('staff')]);
  expect(thread.thread?.appliedTags).toHaveLength(2);
  await channel.setLocked(true);
  await channel.setArchived(true);
  expect(thread.thread).toMatchObject({ locked: true, archived: true });
  const patch = (body: object) => bot.rest.patch(Routes.channel(thread.id), { body });
  await expect(patch({ name: 'x' })).rejects.toMatchObject({ code: 50083 });
  await expect(patch({ archived: false, applied_tags: ['1'] })).rejects.toMatchObject({
    code: 50035,
  });
  await expect(
    patch({ archived: false, applied_tags: ['1', '2', '3', '4', '5', '6'] }),
  ).rejects.toMatchObject({ code: 50035 });
});

test('a locked thread takes no message, an archived one opens again', async () => {
  const { thread } = await discord.openForumPost(forum, { title: 'A', content: 'a' });
  const send = () => bot.rest.post(Routes.channelMessages(thread.id), { body: { content: 'b' } });
  discord.world.updateThread(thread, { archived: true });
  await send();
  expect(thread.thread?.archived).toBe(false);
  discord.world.updateThread(thread, { locked: true });
  await expect(send()).rejects.toMatchObject({ code: 160005 });
});

test('the bot opens a forum post with its first message', async () => {
  const channel = bot.channels.cache.get(forum.id) as ForumChannel;
  const thread = await channel.threads.create({
    name: 'Sources',
    message: { content: 'Here.' },
    appliedTags: [tag('solved')],
  });
  expect(discord.messages(thread.id)).toMatchObject([{ id: thread.id, content: 'Here.' }]);
  await expect(
    channel.threads.create({
      name: 'Staff',
      message: { content: 'a' },
      appliedTags: [tag('staff')],
    }),
  ).rejects.toMatchObject({ code: 50013 });
  await expect(
    channel.threads.create({ name: 'x'.repeat(101), message: { content: 'a' } }),
  ).rejects.toMatchObject({ code: 50035 });
  await expect(
    channel.threads.create({ name: 'Empty', message: { content: '' } }),
  ).rejects.toMatchObject({ code: 50006 });
});

test('a forum that wants tags refuses posts without one', async () => {
  const strict = discord.world.addChannel({
    type: ChannelType.GuildForum,
    flags: 1 << 4,
    tags: [{ name: 'a' }],
  });
  const body = { name: 'Post', message: { content: 'a' } };
  await expect(bot.rest.post(Routes.threads(strict.id), { body })).rejects.toMatchObject({
    code: 40067,
  });
});

test('a message gets one thread', async () => {
  const message = await discord.post(discord.world.channel, { content: 'long story' });
  const route = Routes.threads(discord.world.channel.id, message.id);
  await bot.rest.post(route, { body: { name: 'Story' } });
  expect(discord.world.channels.get(message.id)).toMatchObject({
    name: 'Story',
    parentId: message.channelId,
  });
  await expect(bot.rest.post(route, { body: { name: 'Again' } })).rejects.toMatchObject({
    code: 160004,
  });
});

test('active and archived threads are listed', async () => {
  const open = await discord.openThread(discord.world.channel, { name: 'open' });
  const shut = discord.world.addThread(discord.world.channel, { name: 'shut', archived: true });
  const active = await text().guild.channels.fetchActiveThreads();
  expect([...active.threads.keys()]).toEqual([open.id]);
  const archived = await text().threads.fetchArchived();
  expect([...archived.threads.keys()]).toEqual([shut.id]);
});

test('pins need their permission, come 50 a page by pin time, and end at 250', async () => {
  const { channel } = discord.world;
  for (let i = 0; i < 120; i += 1) {
    discord.setPinned(await discord.post(channel, { content: `${i}` }), true);
  }
  const first = await text().messages.fetchPins();
  expect([first.items.length, first.hasMore]).toEqual([50, true]);
  const before = first.items.at(-1)?.pinnedTimestamp ?? 0;
  const second = await text().messages.fetchPins({ before, limit: 50 });
  const third = await text().messages.fetchPins({
    before: second.items.at(-1)?.pinnedTimestamp ?? 0,
  });
  expect([third.items.length, third.hasMore]).toEqual([20, false]);
  const all = [first, second, third].flatMap((page) => page.items.map((item) => item.message.id));
  expect(new Set(all).size).toBe(120);

  const sent = await text().send('card');
  const told = new Promise((resolve) => bot.once('channelPinsUpdate', resolve));
  await sent.pin();
  await told;
  expect(discord.messages(channel).at(-1)?.pinnedAt).not.toBeNull();
  await sent.unpin();
  expect(discord.messages(channel).at(-1)?.pinnedAt).toBeNull();

  for (let i = 0; i < 130; i += 1) {
    discord.setPinned(await discord.post(channel, { content: `${i}` }), true);
  }
  await expect(sent.pin()).rejects.toMatchObject({ code: 30003 });
  const hidden = discord.world.addChannel({ deny: Bit.PinMessages });
  const other = await discord.post(hidden, { content: 'a' });
  const route = Routes.channelMessagesPin(hidden.id, other.id);
  await expect(bot.rest.put(route)).rejects.toMatchObject({ code: 50013 });
});
