import type { Client } from 'discord.js';
import { Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot } from './bot-for-tests.ts';
import { commandTextLength, validateCommand, validateCommands } from './command-shapes.ts';
import { long, times, verdict } from './payloads-for-tests.ts';
import type { Fields } from './shape.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const slash = (extra: Fields = {}) => ({ name: 'ask', description: 'Ask', ...extra });
const option = (extra: Fields = {}) => ({ type: 3, name: 'q', description: 'Question', ...extra });
const withOption = (extra: Fields) => slash({ options: [option(extra)] });
const choice = (index: number) => ({ name: `n${index}`, value: `v${index}` });
const sub = (extra: Fields = {}) => ({ type: 1, name: 'one', description: 'One', ...extra });
const OPTION = 'options.0';

const REFUSED: [name: string, body: Fields, fault: string][] = [
  ['a name over 32', slash({ name: long(33) }), 'name BASE_TYPE_BAD_LENGTH'],
  ['a name with a space', slash({ name: 'ask me' }), 'name STRING_TYPE_REGEX'],
  ['an upper-case name', slash({ name: 'Ask' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['no description', slash({ description: undefined }), 'description BASE_TYPE_REQUIRED'],
  ['a description over 100', slash({ description: long(101) }), 'description BASE_TYPE_BAD_LENGTH'],
  [
    'an unknown locale',
    slash({ name_localizations: { es: 'a' } }),
    'name_localizations.es BASE_TYPE_CHOICES',
  ],
  [
    'a localised name with a space',
    slash({ name_localizations: { 'es-ES': 'a b' } }),
    'name_localizations.es-ES STRING_TYPE_REGEX',
  ],
  [
    'a localised description over 100',
    slash({ description_localizations: { 'es-ES': long(101) } }),
    'description_localizations.es-ES BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a camel-case field',
    slash({ defaultMemberPermissions: '8' }),
    'defaultMemberPermissions UNKNOWN_FIELD',
  ],
  [
    'permissions that are no number',
    slash({ default_member_permissions: 'ManageMessages' }),
    'default_member_permissions NUMBER_TYPE_COERCE',
  ],
  ['an unknown context', slash({ contexts: [3] }), 'contexts.0 BASE_TYPE_CHOICES'],
  ['a repeated context', slash({ contexts: [0, 0] }), 'contexts SET_TYPE_ALREADY_CONTAINS_VALUE'],
  [
    'no integration type',
    slash({ integration_types: [] }),
    'integration_types BASE_TYPE_BAD_LENGTH',
  ],
  [
    '26 options',
    slash({ options: times(26, (i) => option({ name: `q${i}` })) }),
    'options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same option twice',
    slash({ options: [option(), option()] }),
    'options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'required after optional',
    slash({ options: [option(), option({ name: 'r', required: true })] }),
    'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a subcommand beside an option',
    slash({ options: [option(), sub()] }),
    'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a group in a group',
    slash({
      options: [
        {
          type: 2,
          name: 'g',
          description: 'G',
          options: [{ type: 2, name: 'h', description: 'H' }],
        },
      ],
    }),
    `${OPTION}.options.0.type UNION_TYPE_CHOICES`,
  ],
  [
    'a subcommand in a subcommand',
    slash({ options: [sub({ options: [sub()] })] }),
    `${OPTION}.options.0.type UNION_TYPE_CHOICES`,
  ],
  [
    '26 choices',
    withOption({ choices: times(26, choice) }),
    `${OPTION}.choices BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'a choice name over 100',
    withOption({ choices: [{ name: long(101), value: 'a' }] }),
    `${OPTION}.choices.0.name BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'a choice value over 100',
    withOption({ choices: [{ name: 'a', value: long(101) }] }),
    `${OPTION}.choices.0.value BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'the same choice twice',
    withOption({ choices: [choice(0), choice(0)] }),
    `${OPTION}.choices.1.name APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATED`,
  ],
  [
    'choices with autocomplete',
    withOption({ choices: [choice(0)], autocomplete: true }),
    `${OPTION} APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES`,
  ],
  ['a length over 6,000', withOption({ max_length: 6001 }), `${OPTION}.max_length NUMBER_TYPE_MAX`],
  [
    'a minimum over the maximum',
    withOption({ min_length: 5, max_length: 4 }),
    `${OPTION}.min_length BASE_TYPE_BAD_RANGE`,
  ],
  ['a limit of another type', withOption({ max_value: 5 }), `${OPTION}.max_value UNKNOWN_FIELD`],
  [
    'a description on a menu command',
    { type: 3, name: 'Check this', description: 'Check' },
    'description BASE_TYPE_MAX_LENGTH',
  ],
  ['a menu name over 32', { type: 3, name: long(33) }, 'name BASE_TYPE_BAD_LENGTH'],
];

test.each(REFUSED)('a command is refused: %s', (_name, body, fault) => {
  expect(verdict(() => validateCommand(body))).toContain(fault);
});

test.each<[string, Fields]>([
  ['a menu command with spaces and capitals', { type: 3, name: 'Answer with sources' }],
  ['accents in a localised name', slash({ name_localizations: { 'es-ES': 'está' } })],
  [
    'every context and install',
    slash({ contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: '8192' }),
  ],
  [
    'subcommands in a group',
    slash({
      options: [{ type: 2, name: 'g', description: 'G', options: [sub({ options: [option()] })] }],
    }),
  ],
])('a command is accepted: %s', (_name, body) => {
  expect(verdict(() => validateCommand(body))).toEqual(['accepted']);
});

/** A command of so many characters: 24 full options, and a last one that fills up. */
function commandOf(characters: number): Fields {
  const options: Fields[] = times(24, (i) =>
    option({
      name: `q${i}`,
      description: long(100),
      choices: [{ name: long(100), value: long(100) }],
    }),
  );
  let left = characters - commandTextLength(slash({ options })) - commandTextLength(option());
  const choices: Fields[] = [];
  for (let i = 0; left > 0; i += 1) {
    const size = Math.min(left, 100);
    choices.push({ name: `${i}`, value: `${i}`.padEnd(size - 1, 'x') });
    left -= size;
  }
  return slash({ options: [...options, option({ choices })] });
}

test('a command may hold 8,000 characters', () => {
  expect(commandTextLength(commandOf(8000))).toBe(8000);
  expect(verdict(() => validateCommand(commandOf(8000)))).toEqual(['accepted']);
  expect(verdict(() => validateCommand(commandOf(8001)))).toEqual([
    ' APPLICATION_COMMAND_TOO_LARGE',
  ]);
});

test('of each text only the longest localisation counts', () => {
  const localised = {
    description: 'short',
    description_localizations: { 'es-ES': long(80), fr: long(10) },
  };
  expect(commandTextLength(slash(localised))).toBe('ask'.length + 80);
});

test('a list is refused with the same name twice and with more than 15 menu commands', () => {
  expect(verdict(() => validateCommands([slash(), slash()]))).toContain(
    '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
  );
  expect(verdict(() => validateCommands([slash(), { type: 3, name: 'ask' }]))).toEqual([
    'accepted',
  ]);
  const menus = times(16, (i) => ({ type: 3, name: `menu ${i}` }));
  expect(verdict(() => validateCommands(menus))).toEqual([' BASE_TYPE_MAX_LENGTH']);
});

let discord: StandIn;
let bot: Client<true>;

beforeEach(async () => {
  discord = await startStandIn();
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

test('commands are registered, listed with and without localisations, changed and deleted', async () => {
  const route = Routes.applicationCommands(bot.application.id);
  const { commands } = bot.application;
  const localised = slash({ name_localizations: { 'es-ES': 'preguntar' } });
  const [first] = (await bot.rest.put(route, { body: [localised] })) as [{ id: string }];
  expect(await bot.rest.get(route)).toEqual([
    expect.not.objectContaining({ name_localizations: expect.anything() }),
  ]);
  const full = await commands.fetch({ withLocalizations: true });
  expect(full.first()?.nameLocalizations).toEqual({ 'es-ES': 'preguntar' });

  await full.first()?.setDescription('Ask a question');
  expect(discord.commands.list()[0]).toMatchObject({ id: first.id, description: 'Ask a question' });
  await commands.create({ name: 'Check this', type: 3 });
  expect(discord.commands.list().map((command) => command.name)).toEqual(['ask', 'Check this']);
  await full.first()?.delete();
  expect(discord.commands.list().map((command) => command.name)).toEqual(['Check this']);
  const methods = discord.commands.writes.map((write) => write.method);
  expect(methods).toEqual(['PUT', 'PATCH', 'POST', 'DELETE']);
  await discord.registered('Check this');
});

test('an unchanged command keeps its id and version, a changed one its id', async () => {
  const put = async (extra: Fields = {}) => {
    await bot.rest.put(Routes.applicationCommands(bot.application.id), { body: [slash(extra)] });
    return discord.commands.list()[0];
  };
  const before = await put();
  expect(await put()).toEqual(before);
  const changed = await put({ description: 'Other' });
  expect(changed?.id).toBe(before?.id);
  expect(changed?.version).not.toBe(before?.version);
});

test('guild commands are kept apart from global ones and come first', async () => {
  const guildId = discord.world.guild.id;
  await bot.application.commands.set([slash()]);
  await bot.application.commands.set([slash({ description: 'Here' }) as never], guildId);
  expect(discord.commands.find('ask', 1, guildId)?.description).toBe('Here');
  expect(discord.commands.find('ask', 1, null)?.description).toBe('Ask');
  await expect(bot.application.commands.set([], '1')).rejects.toMatchObject({ code: 50001 });
});

test('a bad command is refused in the shape that discord.js reports', async () => {
  const bad = bot.rest.put(Routes.applicationCommands(bot.application.id), {
    body: [slash({ name: 'Ask' })],
  });
  await expect(bad).rejects.toMatchObject({
    status: 400,
    code: 50035,
    rawError: {
      errors: { 0: { name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] } } },
    },
  });
});

test('the application and the bot describe themselves', async () => {
  const application = await bot.application.fetch();
  expect(application.id).toBe(discord.world.bot.id);
  expect((await bot.users.fetch(bot.user.id, { force: true })).username).toBe('mpp-bot');
  expect(discord.unknownRoutes).toEqual([]);
});
