import {
  PermissionFlagsBits as Bit,
  ChannelType,
  type Client,
  Routes,
  type SendableChannels,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot } from './bot-for-tests.ts';
import type { Channel } from './entities.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let discord: StandIn;
let bot: Client<true>;

beforeEach(async () => {
  discord = await startStandIn();
  bot = await startBot(discord);
});

afterEach(async () => {
  expect(discord.unknownRoutes).toEqual([]);
  await bot.destroy();
  await discord.close();
});

function sendable(channel: Channel): SendableChannels {
  const found = bot.channels.cache.get(channel.id);
  if (!found?.isSendable()) throw new Error(`cannot send to ${channel.name}`);
  return found;
}

const post = (channel: Channel, body: object) =>
  bot.rest.post(Routes.channelMessages(channel.id), { body });

test('a message is sent, edited, fetched, listed and deleted', async () => {
  const { channel } = discord.world;
  const sent = await sendable(channel).send('One');
  await sent.edit('Two');
  const other = await discord.post(channel, { content: 'A person' });
  const list = await sendable(channel).messages.fetch({ limit: 1 });
  expect(list.map((message) => message.id)).toEqual([other.id]);
  expect((await sent.fetch(true)).content).toBe('Two');
  expect(discord.messages(channel).map((message) => message.content)).toEqual(['Two', 'A person']);
  await sent.delete();
  expect(discord.messages(channel)).toEqual([other]);
  await expect(sent.edit('Three')).rejects.toMatchObject({ code: 10008 });
});

test('what would ping is recorded, under absent, empty and given allowed_mentions', async () => {
  const { channel, user } = discord.world;
  const role = discord.world.addRole();
  const content = `<@${user.id}> <@&${role.id}> @everyone @here`;
  const pings = async (allowed_mentions?: object) => {
    await post(channel, { content, allowed_mentions });
    return discord.messages(channel).at(-1)?.pings;
  };
  expect(await pings()).toEqual([`<@${user.id}>`, `<@&${role.id}>`, '@everyone', '@here']);
  expect(await pings({ parse: [] })).toEqual([]);
  expect(await pings({ parse: ['roles'] })).toEqual([`<@&${role.id}>`]);
  expect(await pings({ users: [user.id] })).toEqual([`<@${user.id}>`]);
});

test('a reply pings its author unless told otherwise, and text displays count as text', async () => {
  const { channel, user } = discord.world;
  const question = await discord.post(channel, { content: 'Why?' });
  const message_reference = { message_id: question.id };
  await post(channel, { content: 'Because.', message_reference });
  expect(discord.messages(channel).at(-1)).toMatchObject({
    replyTo: question,
    pings: [`<@${user.id}>`],
  });
  const allowed_mentions = { parse: [], replied_user: false };
  await post(channel, { content: 'Because.', message_reference, allowed_mentions });
  expect(discord.messages(channel).at(-1)?.pings).toEqual([]);
  await post(channel, { flags: 1 << 15, components: [{ type: 10, content: '@everyone' }] });
  expect(discord.messages(channel).at(-1)?.pings).toEqual(['@everyone']);
  const gone = { content: 'a', message_reference: { message_id: '1' } };
  await expect(post(channel, gone)).rejects.toMatchObject({ code: 50035 });
});

test('an edit that would ping is recorded as well', async () => {
  const { channel } = discord.world;
  const sent = await sendable(channel).send('quiet');
  await bot.rest.patch(Routes.channelMessage(channel.id, sent.id), { body: { content: '@here' } });
  expect(discord.messages(channel)[0]?.pings).toEqual(['@here']);
});

test('an enforced nonce makes a repeated send one message', async () => {
  const { channel } = discord.world;
  const body = { content: 'once', nonce: 'a1', enforce_nonce: true };
  const first = (await post(channel, body)) as { id: string };
  const second = (await post(channel, body)) as { id: string };
  expect(second.id).toBe(first.id);
  await post(channel, { content: 'once', nonce: 'a1' });
  expect(discord.messages(channel)).toHaveLength(2);
});

test('files are kept with their description and served again', async () => {
  const { channel } = discord.world;
  const attachment = Buffer.from('picture');
  const sent = await sendable(channel).send({
    flags: 1 << 15,
    files: [{ attachment, name: 'chart.png', description: 'A chart of cases' }],
    components: [{ type: 12, items: [{ media: { url: 'attachment://chart.png' } }] }],
  });
  const [file] = discord.messages(channel)[0]?.attachments ?? [];
  expect(file).toMatchObject({ filename: 'chart.png', description: 'A chart of cases' });
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('picture');
  const address = sent.attachments.first()?.url ?? '';
  expect(await (await fetch(address)).text()).toBe('picture');
  expect(JSON.stringify(sent.components)).toContain(address);
  expect(discord.requests.at(-1)?.files).toEqual(['chart.png']);
});

test.each([
  ['hidden channel', Bit.ViewChannel, {}, 50001],
  ['no sending', Bit.SendMessages, {}, 50013],
  ['no embeds', Bit.EmbedLinks, { embeds: [{ title: 'a' }] }, 50013],
  ['no history', Bit.ReadMessageHistory, { message_reference: { message_id: '1' } }, 160002],
])('permissions are enforced: %s', async (_name, deny, extra, code) => {
  const channel = discord.world.addChannel({ deny });
  await expect(post(channel, { content: 'a', ...extra })).rejects.toMatchObject({ code });
  expect(discord.messages(channel)).toEqual([]);
  expect(discord.invalidRequests).toBe(code === 160002 ? 0 : 1);
});

test('permissions that change are told to the bot and enforced', async () => {
  const { channel } = discord.world;
  const rights = () => {
    const found = bot.guilds.cache.first()?.channels.cache.get(channel.id);
    return found?.permissionsFor(bot.user)?.has(Bit.SendMessages);
  };
  expect(rights()).toBe(true);
  const told = new Promise((resolve) => bot.once('channelUpdate', resolve));
  discord.world.updateChannel(channel, { deny: Bit.SendMessages });
  await told;
  expect(rights()).toBe(false);
  await expect(sendable(channel).send('a')).rejects.toMatchObject({ code: 50013 });
});

test('messages of others cannot be edited, and deleted with Manage Messages only', async () => {
  const { channel } = discord.world;
  const message = await discord.post(channel, { content: 'mine' });
  const route = Routes.channelMessage(channel.id, message.id);
  await expect(bot.rest.patch(route, { body: { content: 'a' } })).rejects.toMatchObject({
    code: 50005,
  });
  await expect(bot.rest.delete(route)).rejects.toMatchObject({ code: 50013 });
});

test('direct messages are opened and sent, unless the person refuses them', async () => {
  const closed = discord.world.addUser({ dms: false });
  const user = await bot.users.fetch(discord.world.user.id);
  await user.send('Hello.');
  const dm = discord.world.dm(discord.world.user);
  expect(discord.messages(dm).map((message) => message.content)).toEqual(['Hello.']);
  const refused = (await bot.users.fetch(closed.id)).send('Hello.');
  await expect(refused).rejects.toMatchObject({ code: 50007 });
});

test('people edit and delete what they wrote, and the bot hears of it', async () => {
  const { channel } = discord.world;
  const message = await discord.post(channel, { content: `<@${bot.user.id}> why?` });
  const edited = new Promise<string>((resolve) => {
    bot.once('messageUpdate', (_before, after) => resolve(after.content ?? ''));
  });
  await discord.editMessage(message, { content: `<@${bot.user.id}> when?` });
  expect(await edited).toContain('when?');
  const deleted = new Promise<string>((resolve) =>
    bot.once('messageDelete', ({ id }) => resolve(id)),
  );
  await discord.deleteMessage(message);
  expect(await deleted).toBe(message.id);
});

test('guild, members, channels and roles can be read', async () => {
  const guild = await bot.guilds.fetch({ guild: discord.world.guild.id, force: true });
  expect((await guild.members.fetch(discord.world.user.id)).displayName).toBe('asker');
  expect((await guild.members.fetchMe({ force: true })).id).toBe(bot.user.id);
  expect((await guild.roles.fetch()).size).toBe(3);
  expect((await guild.channels.fetch()).size).toBe(1);
  const absent = discord.world.addUser();
  await expect(guild.members.fetch(absent.id)).rejects.toMatchObject({ code: 10007 });
  await expect(bot.channels.fetch('1')).rejects.toMatchObject({ code: 10003 });
  const forum = discord.world.addChannel({ type: ChannelType.GuildForum });
  await expect(post(forum, { content: 'a' })).rejects.toMatchObject({ code: 50008 });
});

test('a wrong route is refused and recorded', async () => {
  await expect(bot.rest.get('/channels/1/pins')).rejects.toMatchObject({ status: 404 });
  expect(discord.unknownRoutes.splice(0)).toEqual(['GET /channels/1/pins']);
});
