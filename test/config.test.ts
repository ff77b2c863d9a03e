import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';

test('what is not set has a default, and an empty variable is not set', () => {
  expect(loadConfig({ LOG_LEVEL: '', DISCORD_TOKEN: ' ' })).toMatchObject({
    LOG_LEVEL: 'info',
    DEFAULT_LANGUAGE: 'en',
    REGISTER_COMMANDS: true,
  });
});

test('all faults are reported together', () => {
  const env = {
    DISCORD_API_URL: 'ftp://x',
    DISCORD_GUILD_ID: 'mine',
    REGISTER_COMMANDS: 'perhaps',
  };
  expect(() => loadConfig(env)).toThrow(
    /DISCORD_API_URL must be an http[\s\S]*DISCORD_GUILD_ID must be a Discord id[\s\S]*REGISTER_COMMANDS must be on or off/,
  );
});

test('the token may stand in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mpp-token-')), 'token');
  writeFileSync(file, 'abc\n');
  expect(loadConfig({ DISCORD_TOKEN_FILE: file }).DISCORD_TOKEN).toBe('abc');
});

test('a token file that cannot be read, and one that is empty, are named with the reason', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mpp-token-'));
  const file = join(dir, 'token');
  writeFileSync(file, '\n');
  expect(() => loadConfig({ DISCORD_TOKEN_FILE: dir })).toThrow(/cannot be read .*EISDIR/);
  expect(() => loadConfig({ DISCORD_TOKEN_FILE: '/no/such/file' })).toThrow(/ENOENT/);
  expect(() => loadConfig({ DISCORD_TOKEN_FILE: file })).toThrow(/is empty/);
});
