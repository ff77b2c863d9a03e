/** What is kept, with processes of their own: backup and restore while the bot runs, a start on a newer database. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { changeSettings, readSettings } from '../../src/store/settings.ts';
import { createStore } from '../../src/store/store.ts';
import { startBotProcess, startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { runCli } from '../helpers/run-cli.ts';
import { textsOf } from '../helpers/sendable.ts';

function folderFor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-whole-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('backup and restore work while the bot runs, and the bot goes on with what was restored', async () => {
  const folder = folderFor();
  const env = { CORPUS_DIR: FIXTURE_CORPUS, DATABASE_URL: `sqlite:${join(folder, 'new/mpp.db')}` };
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const bot = startBotProcess(discord, env);
  onTestFinished(async () => void (await bot.stop()));
  await bot.ready();
  const user = [...discord.world.users.values()].find(({ name }) => name === 'moderator');
  if (!user) throw new Error('no moderator');
  const settings = async (options = {}) => {
    const outcome = await discord.slash({
      command: 'ferry-mod',
      subcommand: 'settings',
      options,
      user,
    });
    return textsOf({ components: (outcome.message?.components ?? []) as never }).join('\n');
  };
  expect(await settings({ cooldown: 77 })).toContain('77 seconds');

  const file = join(folder, 'backup.jsonl');
  const backup = await runCli(['backup', file], { env });
  expect(backup).toMatchObject({ exitCode: 0, stderr: '' });
  expect(backup.stdout).toMatch(/^saved in .+, and read again: 1 settings, 1 history\n$/);
  expect(await settings({ cooldown: 5 })).toContain('5 seconds');

  const restore = await runCli(['restore', file], { env });
  expect(restore).toMatchObject({ exitCode: 0, stderr: '' });
  expect(restore.stdout).toMatch(/^restored from .+, and counted: 1 settings, 1 history\n/);
  expect(readdirSync(folder).some((name) => name.includes('.replaced-'))).toBe(true);
  expect(await settings()).toContain('77 seconds');
  expect(await settings({ cooldown: 6 })).toContain('6 seconds');
  expect(await bot.stop()).toBe(0);
  expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a database that a newer bot has used ends the start with 78 and says what to do', async () => {
  const DATABASE_URL = `sqlite:${join(folderFor(), 'mpp.db')}`;
  const store = createStore(DATABASE_URL);
  await store.start();
  await sql`insert into schema_version (version, applied_at) values (9, 'x')`.execute(store.db);
  await store.stop();
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const bot = startBotProcess(discord, { CORPUS_DIR: FIXTURE_CORPUS, DATABASE_URL });
  expect(await bot.exit()).toBe(78);
  expect(bot.stdout).toMatch(/a newer bot has used it\. Start that one again/);
  // It never came as far as Discord.
  expect(discord.requests).toEqual([]);
});

test.each([
  ['no address of a database', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be sqlite:FILE/],
  ['no number of days', { RETENTION_DAYS: 'many' }, /RETENTION_DAYS must be a number of days/],
])('%s is a fault of the configuration', async (_name, env, words) => {
  const bot = startProcess(['src/main.ts'], { DISCORD_TOKEN: 'x', ...env });
  expect(await bot.exit()).toBe(78);
  expect(bot.stderr).toMatch(words);
});

test('SQLite that two processes write to loses nothing', async () => {
  const DATABASE_URL = `sqlite:${join(folderFor(), 'mpp.db')}`;
  const store = createStore(DATABASE_URL);
  await store.start();
  onTestFinished(() => store.stop());
  const other = startProcess(['test/numbers/changer.ts', DATABASE_URL, '1', '1', '101']);
  for (let i = 0; i < 100; i++) {
    await changeSettings(store, '2', { cooldownSeconds: i + 1 }, { id: '1', name: 'Ana' });
    await new Promise(setImmediate);
  }
  expect(await other.exit()).toBe(0);
  expect((await readSettings(store, '2')).cooldownSeconds).toBe(100);
  const history = await store.db.selectFrom('history').select('id').execute();
  expect(history).toHaveLength(200);
});

test('what cannot be read or written is said in words by the commands of the terminal', async () => {
  const folder = folderFor();
  const env = { DATABASE_URL: `sqlite:${join(folder, 'mpp.db')}` };
  const none = await runCli(['backup', join(folder, 'b.jsonl')], { env });
  expect(none.exitCode).toBe(78);
  expect(none.stderr).toMatch(/can't be opened/);
  const missing = await runCli(['restore', join(folder, 'none.jsonl')], { env });
  expect(missing.exitCode).toBe(78);
  expect(missing.stderr).toMatch(/none\.jsonl can't be read \(ENOENT\)/);
  const usage = await runCli(['backup'], { env });
  expect(usage).toMatchObject({ exitCode: 64 });
  expect(existsSync(join(folder, 'b.jsonl'))).toBe(false);
});
