import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../helpers/app.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

async function start(env: Record<string, string> = {}, guildId?: string) {
  const guilds = guildId === undefined ? {} : { guilds: [{ id: guildId }] };
  const app = await startApp({ CORPUS_DIR: FIXTURE_CORPUS, ...env }, guilds);
  onTestFinished(() => app.stop());
  return app;
}

test('the commands are registered once, and a restart writes nothing', async () => {
  const { discord, restart } = await start();
  await restart();
  expect(discord.commands.writes).toMatchObject([
    {
      guildId: null,
      names: ['ferry', 'ferry-mod', 'Answer with sources', 'Check this claim', 'Pin a source here'],
    },
  ]);
});

test('nothing is registered when the operator does not want it', async () => {
  const { discord } = await start({ REGISTER_COMMANDS: 'off' });
  expect(discord.commands.writes).toEqual([]);
});

test('the commands are registered in the one server that was named', async () => {
  const guildId = '123456789012345678';
  const { discord } = await start({ DISCORD_GUILD_ID: guildId }, guildId);
  expect(discord.commands.writes).toMatchObject([{ guildId }]);
});

test('no privileged intent is asked for', async () => {
  const { discord } = await start();
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect((discord.gateway.identifies[0]?.intents ?? 0) & privileged).toBe(0);
});

test('the bot calls no deprecated or unknown route', async () => {
  const { discord } = await start();
  await discord.slash({ command: 'ferry', subcommand: 'about' });
  expect(discord.unknownRoutes).toEqual([]);
});
