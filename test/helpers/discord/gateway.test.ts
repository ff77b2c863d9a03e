import { type Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_INTENTS, newBot, startBot } from './bot-for-tests.ts';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in.ts';

const running: { stop: () => Promise<unknown> }[] = [];

afterEach(async () => {
  for (const { stop } of running.splice(0).reverse()) await stop();
});

async function standIn(options: StandInOptions = {}): Promise<StandIn> {
  const discord = await startStandIn(options);
  running.push({ stop: () => discord.close() });
  return discord;
}

async function bot(discord: StandIn, options: Parameters<typeof startBot>[1] = {}) {
  const client = await startBot(discord, options);
  running.push({ stop: () => client.destroy() });
  return client;
}

function next<T>(client: Client, event: string): Promise<T> {
  return new Promise((resolve) => client.once(event, resolve as (value: unknown) => void));
}

test('a bot becomes ready with its user, its guilds and their channels', async () => {
  const discord = await standIn({ guilds: [{ name: 'One', channels: ['rules', 'help'] }] });
  const client = await bot(discord);
  await discord.ready();
  expect(client.user.id).toBe(discord.world.bot.id);
  expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['One']);
  expect(client.channels.cache.map((channel) => 'name' in channel && channel.name)).toEqual([
    'rules',
    'help',
  ]);
  expect(discord.gateway.identifies).toHaveLength(1);
  expect(discord.unknownRoutes).toEqual([]);
});

test('a wrong token is refused by REST with 401 and by the gateway with 4004', async () => {
  const discord = await standIn();
  const client = newBot(discord);
  await expect(client.login('MTIz.wrong.token')).rejects.toThrow('An invalid token was provided');
  expect(discord.invalidRequests).toBe(1);

  const socket = new WebSocket(
    `${discord.url.replace('http', 'ws').replace('/api', '')}/gateway?v=10&encoding=json`,
  );
  const identify = { op: 2, d: { token: 'wrong', intents: 1, properties: {} } };
  socket.addEventListener('open', () => socket.send(JSON.stringify(identify)));
  const closed = await new Promise<CloseEvent>((resolve) => {
    socket.addEventListener('close', resolve as (event: unknown) => void);
  });
  expect(closed.code).toBe(4004);
});

test('a privileged intent that is not granted closes with 4014', async () => {
  const discord = await standIn();
  const client = newBot(discord, {
    intents: [...DEFAULT_INTENTS, GatewayIntentBits.MessageContent],
  });
  running.push({ stop: () => client.destroy() });
  client.login(discord.token).catch(() => {});
  await discord.until(() => client.faults[0], 'an error');
  expect(client.faults[0]?.message).toBe('Used disallowed intents');
  expect(discord.gateway.identifies).toHaveLength(0);
});

test('after a cut connection the session resumes and the missed message is replayed', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const received: string[] = [];
  client.on(Events.MessageCreate, (message) => received.push(message.id));
  const first = await discord.post(discord.world.channel, { content: 'before' });
  discord.gateway.kill();
  await discord.until(() => discord.gateway.connectedShards.length === 0, 'the cut');
  const second = await discord.post(discord.world.channel, { content: 'meanwhile' });
  await next(client, Events.ShardResume);
  const third = await discord.post(discord.world.channel, { content: 'after' });
  await next(client, Events.MessageCreate);
  expect(received).toEqual([first.id, second.id, third.id]);
  expect(discord.gateway.identifies).toHaveLength(1);
  expect(discord.gateway.resumes).toBe(1);
});

test.each(['drop', 'reconnect', 'closeWith'] as const)('%s leads to a resume', async (how) => {
  const discord = await standIn();
  const client = await bot(discord);
  const resumed = next(client, Events.ShardResume);
  if (how === 'closeWith') discord.gateway.closeWith(4009);
  else discord.gateway[how]();
  await resumed;
  expect(discord.gateway.resumes).toBe(1);
});

test('an invalid session makes the bot identify anew', async () => {
  const discord = await standIn();
  const client = await bot(discord, {
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  const again = next(client, Events.ShardReady);
  discord.gateway.invalidateSessions();
  await again;
  expect(discord.gateway.identifies).toHaveLength(2);
  expect(discord.gateway.resumes).toBe(0);
});

test('a connection that stays silent is given up and resumed', async () => {
  const discord = await standIn({ heartbeatMs: 60 });
  const client = await bot(discord);
  const resumed = next(client, Events.ShardResume);
  discord.gateway.silence(5_000);
  await resumed;
  expect(discord.gateway.resumes).toBe(1);
});

test('refused connections are counted and end after the given time', async () => {
  const discord = await standIn();
  const client = await bot(discord, {
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  // Not `connectedShards`: a client that is destroyed before it has seen READY connects again and never returns.
  const ready = next(client, Events.ShardReady);
  discord.gateway.refuse(700);
  discord.gateway.kill();
  await ready;
  expect(discord.gateway.refused).toBe(1);
  expect(client.faults).toEqual([]);
});

test('guilds are spread over shards and their events reach the right one only', async () => {
  const discord = await standIn({
    shards: 2,
    guilds: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
  });
  const client = await bot(discord, { shards: 'auto' });
  await discord.ready({ shards: 2 });
  expect(discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(client.guilds.cache.size).toBe(3);
  for (const guild of client.guilds.cache.values()) {
    expect(guild.shardId).toBe(Number((BigInt(guild.id) >> 22n) % 2n));
  }
});

test('two processes may share the shards', async () => {
  const discord = await standIn({ shards: 2, guilds: [{ name: 'A' }, { name: 'B' }] });
  const first = await bot(discord, { shards: [0], shardCount: 2 });
  const second = await bot(discord, { shards: [1], shardCount: 2 });
  await discord.ready();
  const seen = [first, second].map((client) => client.guilds.cache.map((guild) => guild.name));
  expect(seen.flat().sort()).toEqual(['A', 'B']);
  expect(seen.map((names) => names.length)).toEqual([1, 1]);
});

test('members can be asked for by id over the gateway', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const members = await client.guilds.cache
    .first()
    ?.members.fetch({ user: [discord.world.user.id] });
  expect(members?.map((member) => member.displayName)).toEqual(['asker']);
});

test('an outage and its end reach the bot', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const gone = next(client, Events.GuildUnavailable);
  discord.world.removeGuild(discord.world.guild, { outage: true });
  await gone;
  const back = next(client, Events.GuildAvailable);
  discord.world.returnGuild(discord.world.guild);
  await back;
  expect(client.guilds.cache.first()?.available).toBe(true);
});

test('a guild that the bot joins later arrives, and one that it leaves goes', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const joined = next<{ name: string }>(client, Events.GuildCreate);
  const guild = discord.world.addGuild({ name: 'Late' });
  expect((await joined).name).toBe('Late');
  const left = next<{ name: string }>(client, Events.GuildDelete);
  discord.world.removeGuild(guild);
  expect((await left).name).toBe('Late');
});

const CONTENT_CASES = [
  { name: 'an ordinary message', content: 'Is it in force?', seen: '' },
  { name: 'a mention', content: 'BOT is it in force?', seen: 'BOT is it in force?' },
];

test.each(CONTENT_CASES)(
  'without the intent $name arrives as "$seen"',
  async ({ content, seen }) => {
    const discord = await standIn();
    const client = await bot(discord);
    const named = (text: string) => text.replace('BOT', `<@${discord.world.bot.id}>`);
    const arrived = next<Message>(client, Events.MessageCreate);
    const stored = await discord.post(discord.world.channel, { content: named(content) });
    expect((await arrived).content).toBe(named(seen));
    const channel = client.channels.cache.get(discord.world.channel.id);
    if (!channel?.isTextBased()) throw new Error('no channel');
    const fetched = await channel.messages.fetch({ message: stored.id, force: true });
    expect(fetched.content).toBe(named(seen));
  },
);

test('without the intent, direct messages and pinging replies to the bot are readable', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const { channel } = discord.world;
  const arrived = async (content: string, options: object = {}, where = channel) => {
    const event = next<Message>(client, Events.MessageCreate);
    await discord.post(where, { content, ...options });
    return (await event).content;
  };
  expect(await arrived('in private', {}, discord.world.dm(discord.world.user))).toBe('in private');

  const target = client.channels.cache.get(channel.id);
  if (!target?.isSendable()) throw new Error('no channel');
  const own = next<Message>(client, Events.MessageCreate);
  await target.send('An ordinary message of the bot.');
  expect((await own).content).toBe('An ordinary message of the bot.');
  const reply = await discord.botMessage(channel);
  expect(await arrived('with ping', { reply })).toBe('with ping');
  expect(await arrived('without', { reply: { to: reply, ping: false } })).toBe('');
});

test('without the intent a reply to the response to a command is blank', async () => {
  const discord = await standIn({ commands: [{ name: 'hello', description: 'Says hello' }] });
  const client = await bot(discord);
  client.once(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.reply('Hello.');
  });
  const { message } = await discord.slash({ command: 'hello' });
  if (message === null) throw new Error('no response');
  const arrived = new Promise<Message>((resolve) => {
    client.on(Events.MessageCreate, (event) => event.author.bot || resolve(event));
  });
  await discord.post(discord.world.channel, { content: 'Thanks!', reply: message });
  expect((await arrived).content).toBe('');
});

test('with the intent everything is readable', async () => {
  const content = GatewayIntentBits.MessageContent;
  const discord = await standIn({ intentsAllowed: 2 ** 26 - 1 });
  const client = await bot(discord, { intents: [...DEFAULT_INTENTS, content] });
  const arrived = next<Message>(client, Events.MessageCreate);
  await discord.post(discord.world.channel, { content: 'Is it in force?' });
  expect((await arrived).content).toBe('Is it in force?');
});

test('messages of channels that the bot cannot see do not arrive', async () => {
  const discord = await standIn();
  const client = await bot(discord);
  const hidden = discord.world.addChannel({ name: 'staff', denyEveryone: 1n << 10n });
  const received: string[] = [];
  client.on(Events.MessageCreate, (message) => received.push(message.channelId));
  await discord.post(hidden, { content: 'secret' });
  await discord.post(discord.world.channel, { content: 'public' });
  await next(client, Events.MessageCreate);
  expect(received).toEqual([discord.world.channel.id]);
});
