import { REST } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { commandDefinitions, registerCommands } from '../../src/discord/register.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';

const definitions = commandDefinitions(commands, loadCorpus(FIXTURE_CORPUS));
const [root = ''] = definitions.map(({ name }) => name);
const ALL = [
  '/ferry',
  '/ferry-mod',
  '"Answer with sources"',
  '"Check this claim"',
  '"Pin a source here"',
];

async function setUp(existing: { name: string; description: string }[] = []) {
  const discord = await startStandIn({ commands: existing });
  onTestFinished(() => discord.close());
  const rest = new REST({ api: discord.url }).setToken(discord.token);
  const register = (options: { guildId?: string; dryRun?: boolean } = {}) =>
    registerCommands(definitions, { rest, applicationId: discord.world.bot.id, ...options });
  return { discord, register };
}

const NOTHING = { created: [], updated: [], removed: [] };

test('the first registration creates, the second writes nothing', async () => {
  const { discord, register } = await setUp();
  expect(await register()).toEqual({ ...NOTHING, created: ALL });
  expect(await register()).toEqual(NOTHING);
  expect(discord.commands.writes).toHaveLength(1);
});

test('what changed is updated, what is gone is removed', async () => {
  const { discord, register } = await setUp([
    { name: root, description: 'An older one' },
    { name: 'forgotten', description: 'Of an older version' },
  ]);
  expect(await register()).toEqual({
    created: ALL.slice(1),
    updated: ['/ferry'],
    removed: ['/forgotten'],
  });
  expect(discord.commands.list().map(({ name }) => name)).toEqual(
    definitions.map(({ name }) => name),
  );
});

test('a dry run says what would change and writes nothing', async () => {
  const { discord, register } = await setUp();
  expect(await register({ dryRun: true })).toEqual({ ...NOTHING, created: ALL });
  expect(discord.commands.writes).toEqual([]);
});

test('a server has commands of its own, and they too are written once', async () => {
  const { discord, register } = await setUp();
  const guildId = discord.world.guild.id;
  expect(await register({ guildId })).toEqual({ ...NOTHING, created: ALL });
  expect(await register({ guildId })).toEqual(NOTHING);
  expect(discord.commands.list()).toEqual([]);
  expect(discord.commands.list(guildId)).toHaveLength(ALL.length);
});
