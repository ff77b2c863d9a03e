/** The log: JSON lines on stdout, readable in a terminal; never a question, never a token. */
import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** Every line carries `event`. Values under these names are replaced before they are written. */
const REDACTED = ['token', '*.token', 'DISCORD_TOKEN', '*.DISCORD_TOKEN', 'question', '*.question'];

export function createLog({
  LOG_LEVEL,
  DISCORD_TOKEN,
}: Pick<Config, 'LOG_LEVEL' | 'DISCORD_TOKEN'>): Logger {
  return pino({
    level: LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      // A token inside a message or an address, for example in an error of the HTTP client.
      streamWrite: (line) => (DISCORD_TOKEN ? line.replaceAll(DISCORD_TOKEN, '[token]') : line),
    },
  });
}
