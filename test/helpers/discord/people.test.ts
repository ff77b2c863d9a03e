import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AnsweringBot, startAnsweringBot } from './bot-for-tests.ts';
import { COMMANDS } from './commands-for-tests.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let discord: StandIn;
let bot: AnsweringBot;

beforeAll(async () => {
  discord = await startStandIn({ commands: COMMANDS });
  bot = await startAnsweringBot(discord);
});

afterAll(async () => {
  await bot.client.destroy();
  await discord.close();
});

afterEach(async () => {
  await bot.handled();
  expect(discord.unknownRoutes).toEqual([]);
});

const ask = (extra: Partial<Parameters<StandIn['slash']>[0]> = {}) =>
  discord.slash({ command: 'mpp', subcommand: 'ask', options: { question: 'Why?' }, ...extra });

test('a slash command carries its options, locales, rights and installation', async () => {
  let seen: ChatInputCommandInteraction | undefined;
  bot.onCommand((interaction) => {
    seen = interaction;
    return interaction.reply('Because.');
  });
  const options = { question: 'Why?', language: 'en', private: true, count: 3 };
  const outcome = await ask({
    options,
    locale: 'es-ES',
    guildLocale: 'es-419',
    memberPermissions: 8n,
  });
  expect(outcome).toMatchObject({ type: 4, ephemeral: false, deferred: false });
  expect(outcome.response['content']).toBe('Because.');
  expect(outcome.millis).toBeLessThan(1000);
  expect(outcome.message).toMatchObject({ content: 'Because.', pings: [] });
  expect(seen?.options.getSubcommand()).toBe('ask');
  expect(seen?.options.getString('question')).toBe('Why?');
  expect(seen?.options.getBoolean('private')).toBe(true);
  expect(seen?.options.getInteger('count')).toBe(3);
  expect([seen?.locale, seen?.guildLocale]).toEqual(['es-ES', 'es-419']);
  expect(seen?.memberPermissions?.bitfield).toBe(8n);
  expect(seen?.appPermissions.has(PermissionFlagsBits.PinMessages)).toBe(true);
  expect(seen?.authorizingIntegrationOwners[0]).toBe(discord.world.guild.id);
  expect(seen?.inCachedGuild()).toBe(true);
  expect(seen?.user.username).toBe('asker');
});

test('channel, user, role and file options come resolved, channels with both sides rights', async () => {
  const { world } = discord;
  const channel = world.addChannel({ name: 'pins', deny: PermissionFlagsBits.PinMessages });
  const role = world.addRole({ name: 'staff' });
  const file = { filename: 'a.txt', bytes: new Uint8Array(3) };
  let seen: ChatInputCommandInteraction | undefined;
  bot.onCommand((interaction) => {
    seen = interaction;
    return interaction.reply({ content: 'Done.', flags: MessageFlags.Ephemeral });
  });
  const outcome = await discord.slash({
    command: 'mpp',
    group: 'staff',
    subcommand: 'pin',
    options: { channel, who: world.user, role, any: role, file },
  });
  expect(outcome.ephemeral).toBe(true);
  expect(seen?.options.getSubcommandGroup()).toBe('staff');
  const picked = seen?.options.getChannel('channel', true);
  const rights = picked as unknown as Record<
    'permissions' | 'appPermissions',
    { has(bit: bigint): boolean }
  >;
  expect(picked?.name).toBe('pins');
  expect(rights.permissions.has(PermissionFlagsBits.ManageMessages)).toBe(false);
  expect(rights.appPermissions.has(PermissionFlagsBits.PinMessages)).toBe(false);
  expect(rights.appPermissions.has(PermissionFlagsBits.SendMessages)).toBe(true);
  expect(seen?.options.getUser('who')?.id).toBe(world.user.id);
  expect(seen?.options.getMember('who')).not.toBeNull();
  expect(seen?.options.getRole('role')?.name).toBe('staff');
  expect(seen?.options.getMentionable('any')).toMatchObject({ id: role.id });
  expect(seen?.options.getAttachment('file')?.size).toBe(3);
});

test.each([
  ['an unregistered command', { command: 'nope' }, 'has not registered /nope'],
  ['an unknown subcommand', { subcommand: 'tell' }, 'no subcommand "tell"'],
  ['no subcommand', { command: 'mpp' }, 'needs a subcommand'],
  ['an unknown option', { subcommand: 'ask', options: { answer: 'x' } }, 'no option "answer"'],
  ['a missing option', { subcommand: 'ask' }, '"question" is required'],
  ['a wrong type', { subcommand: 'ask', options: { question: 3 } }, 'must be a string'],
  [
    'too long a text',
    { subcommand: 'ask', options: { question: 'x'.repeat(51) } },
    '0 to 50 characters',
  ],
  [
    'a value that is no choice',
    { subcommand: 'ask', options: { question: 'a', language: 'fr' } },
    'must be one of en',
  ],
  [
    'a number out of range',
    { subcommand: 'ask', options: { question: 'a', count: 6 } },
    'out of range',
  ],
  [
    'a command of another context',
    { command: 'server-only', context: 1 as const },
    'would not offer',
  ],
])('a person cannot send %s', async (_name, given, message) => {
  await expect(discord.slash({ command: 'mpp', ...given })).rejects.toThrow(message);
});

test('autocomplete returns the choices for what was typed', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    await interaction.respond([{ name: `about ${interaction.options.getFocused()}`, value: 'x' }]);
  });
  const typed = {
    command: 'mpp',
    subcommand: 'ask',
    options: { question: 'cou' },
    focused: 'question',
  };
  expect(await discord.autocomplete(typed)).toEqual([{ name: 'about cou', value: 'x' }]);
  await expect(discord.autocomplete({ ...typed, focused: 'language' })).rejects.toThrow(
    'no autocomplete',
  );
});

test('a forged press sends any custom id, as anybody', async () => {
  const stranger = discord.world.addUser({ name: 'forger' });
  bot.on(async (interaction) => {
    if (!interaction.isRepliable()) return;
    const pressed = interaction.isButton() ? interaction.customId : '';
    await interaction.reply({ content: `No: ${pressed}`, flags: MessageFlags.Ephemeral });
  });
  const { message } = await ask();
  const outcome = await discord.press(message, 'admin:1', { user: stranger, forged: true });
  expect(outcome.message).toMatchObject({ content: 'No: admin:1', ephemeralFor: stranger.id });
});

test('the message menu hands over the text of its target, without the intent', async () => {
  const target = await discord.post(discord.world.channel, { content: 'MPP ended in 2020.' });
  let seen: MessageContextMenuCommandInteraction | undefined;
  bot.on(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    seen = interaction;
    await interaction.reply({ content: 'Checked.', flags: MessageFlags.Ephemeral });
  });
  const outcome = await discord.menu({ name: 'Check this', targetMessage: target });
  expect(outcome.message?.content).toBe('Checked.');
  expect(seen?.targetMessage.content).toBe('MPP ended in 2020.');
});

test('a user install works in direct messages, private channels and guilds without the bot', async () => {
  const contexts: unknown[] = [];
  bot.onCommand((interaction) => {
    contexts.push([
      interaction.context,
      Object.keys(interaction.authorizingIntegrationOwners).sort(),
    ]);
    return interaction.reply('Hello.');
  });
  const elsewhere = discord.world.addGuild({ name: 'Elsewhere', installed: false });
  const channel = [...discord.world.channels.values()].find(
    (item) => item.guildId === elsewhere.id,
  );
  if (channel === undefined) throw new Error('no channel');
  await ask({ context: 1 });
  await ask({ context: 2, userInstalled: true });
  await ask({ channel, userInstalled: true });
  expect(contexts.map((item) => (item as unknown[])[0])).toEqual([1, 2, 0]);
  await expect(ask({ channel })).rejects.toThrow('would not offer');
});
