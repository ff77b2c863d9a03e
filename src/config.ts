/** The environment as the process reads it: one table of variables, checked all at once. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { parseShards, SHARDS_FORM, shardFaults } from './ops/shard-setting.ts';
import { LANGUAGES } from './text/language.ts';

/** A switch. The default stands before the transform, so that the generated pages can show it. */
const onOff = (byDefault: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'must be on or off')
    .default(byDefault)
    .transform((value) => value === 'on');
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id (17 to 20 digits)');

/** Every variable with its default and what it means; docs/CONFIG.md and .env.example come from here. */
export const VARIABLES = z.object({
  DISCORD_TOKEN: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The bot's token from the Discord developer portal. Without it nothing connects to Discord.",
    ),
  DISCORD_TOKEN_FILE: z
    .string()
    .optional()
    .describe(
      'A file that holds the token, for container secrets. Used when DISCORD_TOKEN is not set.',
    ),
  DISCORD_API_URL: httpUrl
    .default('https://discord.com/api')
    .describe("Base address of Discord's REST API; change it only for a proxy or for tests."),
  DISCORD_GUILD_ID: snowflake
    .optional()
    .describe('Register the commands in this server only, where they appear at once.'),
  REGISTER_COMMANDS: onOff('on').describe(
    'Register the commands at start when their definitions changed.',
  ),
  DATABASE_URL: z
    .string()
    .regex(
      /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/,
      'must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE',
    )
    .default('sqlite:data/mpp.db')
    .describe(
      'Where settings, pins, curated answers and feedback are kept: sqlite:FILE, or postgres://USER:PASSWORD@HOST/DATABASE.',
    ),
  RETENTION_DAYS: z.coerce
    .number('must be a number of days')
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .max(3650, 'must be at most 3650 days')
    .default(90)
    .describe(
      'Days that anything about a person is kept: votes, names in the history, what was asked and not answered. A server may choose fewer.',
    ),
  MESSAGE_CONTENT: onOff('off').describe(
    'Ask for the privileged Message Content intent, so that the bot can answer every question of a channel and read the text of forum posts. Switch it on in the developer portal first.',
  ),
  CORPUS_DIR: z
    .string()
    .min(1)
    .default('corpus')
    .describe('Folder of the corpus; another folder, another policy.'),
  CACHE_DIR: z
    .string()
    .min(1)
    .default('data/cache')
    .describe(
      "Folder in which the search index is kept, so that the next start reads it instead of building it. It may be emptied at any time; where it can't be written, every start builds.",
    ),
  HTTP_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address that /healthz, /readyz, /metrics and the playground listen on; 127.0.0.1 is this machine only. Nothing there asks for a password.',
    ),
  HTTP_PORT: z.coerce
    .number('must be a port (0 to 65535)')
    .int('must be a port (0 to 65535)')
    .min(0, 'must be a port (0 to 65535)')
    .max(65_535, 'must be a port (0 to 65535)')
    .default(8080)
    .describe('Port of the same; 0 takes any free one.'),
  PLAYGROUND: onOff('off').describe(
    'Open the playground although there is a token; nothing connects to Discord then.',
  ),
  STALE_AFTER_DAYS: z.coerce
    .number('must be a number of days')
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .default(180)
    .describe(
      'Age in days of the newest source from which on an answer about the present says that things may have changed.',
    ),
  SHARDS: z
    .string()
    .regex(SHARDS_FORM, 'must be auto, numbers such as 0,2,5-7, or a part such as 0/2')
    .default('auto')
    .describe(
      'Which shards this process runs: auto (all of them, shared with the other processes on the same PostgreSQL), their numbers (0,2,5-7), or the part of a numbered process (0/2 is the first of two). Shards of a process that is gone are taken over.',
    ),
  SHARD_COUNT: z
    .string()
    .regex(/^(?:auto|[1-9]\d{0,4})$/, 'must be auto or a number of shards')
    .default('auto')
    .transform((text) => (text === 'auto' ? text : Number(text)))
    .describe(
      'How many shards there are in all processes together; auto is what Discord recommends.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged.'),
  DEFAULT_LANGUAGE: z
    .enum(LANGUAGES)
    .default('en')
    .describe('Language where neither the question nor the member tells.'),
});

export type Config = z.infer<typeof VARIABLES>;

/**
 * Reads the configuration.
 * @throws ConfigError with every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  // An empty variable is how compose files and shells say "not set".
  const known = Object.keys(VARIABLES.shape);
  const given = Object.fromEntries(
    known
      .map((name) => [name, env[name]?.trim() || undefined])
      .filter(([, value]) => value !== undefined),
  );
  const parsed = VARIABLES.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (parsed.success) {
    const { SHARDS, SHARD_COUNT, DATABASE_URL } = parsed.data;
    const isSqlite = DATABASE_URL.startsWith('sqlite:');
    problems.push(...shardFaults(parseShards(SHARDS), SHARD_COUNT, { isSqlite }));
  }
  const { DISCORD_TOKEN, DISCORD_TOKEN_FILE } = given;
  const fromFile =
    DISCORD_TOKEN_FILE && !DISCORD_TOKEN ? readTokenFile(DISCORD_TOKEN_FILE) : undefined;
  if (fromFile && 'problem' in fromFile) problems.push(fromFile.problem);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return { ...parsed.data, ...fromFile };
}

function readTokenFile(path: string): { DISCORD_TOKEN: string } | { problem: string } {
  let token: string;
  try {
    token = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    return {
      problem: `DISCORD_TOKEN_FILE cannot be read (${path}: ${code}); check the path and its permissions`,
    };
  }
  if (token === '')
    return { problem: `DISCORD_TOKEN_FILE is empty (${path}); put the bot's token into it` };
  return { DISCORD_TOKEN: token };
}
