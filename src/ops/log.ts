/** The log: JSON lines on stdout, readable in a terminal; never a question, never a token. */
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../config.ts';

/** Every line carries `event`. Values under these names are replaced before they are written. */
const REDACTED = ['token', '*.token', 'DISCORD_TOKEN', '*.DISCORD_TOKEN', 'question', '*.question'];
/** The token of an interaction, which stands in the addresses of its callbacks and follow-ups. */
const INTERACTION_TOKEN = /(\/(?:interactions|webhooks)\/\d+\/)[^/\s"]+/g;

/**
 * A logger for the whole process.
 * @param destination stdout by default
 */
export function createLog(
  { LOG_LEVEL, DISCORD_TOKEN }: Pick<Config, 'LOG_LEVEL' | 'DISCORD_TOKEN'>,
  destination?: DestinationStream,
): Logger {
  const options: pino.LoggerOptions = {
    level: LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError },
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      // A token inside a message or an address, for example in an error of the HTTP client.
      streamWrite: (line) => {
        const masked = line.replace(INTERACTION_TOKEN, '$1[token]');
        return DISCORD_TOKEN ? masked.replaceAll(DISCORD_TOKEN, '[token]') : masked;
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * Stdout, written once in each turn of the event loop: nobody is answered during a write, and it lasts while whoever
 * reads the log is slow.
 */
export function stdoutByTurns(): DestinationStream {
  const stdout = pino.destination({ fd: process.stdout.fd, sync: true });
  let lines = '';
  const flush = () => {
    const due = lines;
    lines = '';
    if (due !== '') stdout.write(due);
  };
  // What is logged last has no turn after it.
  process.on('exit', flush);
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}

/** Where to write lines for people, if stdout is a terminal and pino-pretty (a development dependency) is there. */
export async function terminalDestination(
  stdout: { isTTY?: boolean } = process.stdout,
): Promise<DestinationStream | undefined> {
  if (!stdout.isTTY) return undefined;
  try {
    const { default: pretty } = await import('pino-pretty');
    return pretty({ sync: true, messageKey: 'event', singleLine: true });
  } catch {
    return undefined;
  }
}

/** Only what helps to find a fault: errors of discord.js carry the whole request with them. */
function describeError(error: Error): object {
  // The message and the stack that pino writes tell of the causes too.
  const described: Record<string, unknown> = stdSerializers.err(error);
  const { type, message, stack, code, status, method, url } = described;
  return { type, message, code, status, method, url, stack };
}
