import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { createLog } from '../../src/ops/log.ts';

function collect(level: 'info' | 'trace' = 'info') {
  const lines: string[] = [];
  const config = { LOG_LEVEL: level, DISCORD_TOKEN: 'very-secret' };
  const log = createLog(config, { write: (line) => void lines.push(line) });
  return { log, lines };
}

test('a token is masked wherever it stands', () => {
  const { log, lines } = collect();
  log.info({ event: 'x', token: 'other', deep: { question: 'who?' }, text: 'is very-secret' });
  log.error({ event: 'y', err: new Error('Bot very-secret was refused') });
  expect(lines.join('')).not.toMatch(/very-secret|other|who\?/);
});

test('an error of the HTTP client is logged without its request and without the token in its address', () => {
  const { log, lines } = collect();
  const url = 'https://discord.com/api/v10/interactions/123456/aW50ZXJhY3Rpb24/callback';
  const body = { files: undefined, json: { data: { content: 'what was asked' } } };
  const raw = { code: 50035, message: 'Invalid Form Body' };
  log.error({ event: 'x', err: new DiscordAPIError(raw, 50035, 400, 'POST', url, body) });
  expect(JSON.parse(lines.join(''))).toMatchObject({ err: { code: 50035, status: 400 } });
  expect(lines.join('')).not.toMatch(/aW50ZXJhY3Rpb24|what was asked/);
});
