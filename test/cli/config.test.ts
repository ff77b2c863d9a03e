import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { copyFixtureCorpus } from '../helpers/corpus.ts';
import { runCli } from '../helpers/run-cli.ts';

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('nothing needs to be set', () => {
  expect(loadConfig({})).toEqual({
    DISCORD_API_URL: 'https://discord.com/api',
    MESSAGE_CONTENT: false,
    REGISTER_COMMANDS: true,
    CACHE_DIR: 'data/cache',
    CORPUS_DIR: 'corpus',
    LOG_LEVEL: 'info',
    DATABASE_URL: 'sqlite:data/mpp.db',
    RETENTION_DAYS: 90,
    DEFAULT_LANGUAGE: 'en',
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: 8080,
    PLAYGROUND: false,
    SHARDS: 'auto',
    SHARD_COUNT: 'auto',
    STALE_AFTER_DAYS: 180,
  });
});

test('an empty variable counts as not set, and spaces around a value do not count', () => {
  expect(loadConfig({ CORPUS_DIR: '', DEFAULT_LANGUAGE: ' es ' })).toMatchObject({
    CORPUS_DIR: 'corpus',
    DEFAULT_LANGUAGE: 'es',
  });
});

test('every fault is reported at once, with the name of the variable', () => {
  const problems = problemsOf({
    DISCORD_API_URL: 'discord',
    DISCORD_GUILD_ID: 'my server',
    REGISTER_COMMANDS: 'yes',
    DISCORD_TOKEN_FILE: 'no/such/file',
  });
  expect(problems).toEqual([
    'DISCORD_API_URL must be an http(s) address',
    'DISCORD_GUILD_ID must be a Discord id (17 to 20 digits)',
    'REGISTER_COMMANDS must be on or off',
    'DISCORD_TOKEN_FILE cannot be read (no/such/file: ENOENT); check the path and its permissions',
  ]);
});

test('the token is read from a file; a token in the environment wins', () => {
  const file = join(copyFixtureCorpus(), 'token');
  writeFileSync(file, ' secret\n');
  expect(loadConfig({ DISCORD_TOKEN_FILE: file }).DISCORD_TOKEN).toBe('secret');
  expect(loadConfig({ DISCORD_TOKEN_FILE: file, DISCORD_TOKEN: 'other' }).DISCORD_TOKEN).toBe(
    'other',
  );
  writeFileSync(file, '\n');
  expect(problemsOf({ DISCORD_TOKEN_FILE: file })).toEqual([
    `DISCORD_TOKEN_FILE is empty (${file}); put the bot's token into it`,
  ]);
});

test('a wrong configuration ends a command with its faults and exit code 78', async () => {
  const result = await runCli(['corpus', 'check'], { env: { DEFAULT_LANGUAGE: 'fr' } });
  expect(result.exitCode).toBe(78);
  expect(result.stderr).toContain('DEFAULT_LANGUAGE');
});
