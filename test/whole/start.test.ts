import { describe, expect, type TestContext, test } from 'vitest';
import { startBotProcess, startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { type StandInOptions, startStandIn } from '../helpers/discord/stand-in.ts';

const SMALL = { CORPUS_DIR: FIXTURE_CORPUS };

async function setUp({ onTestFinished }: TestContext, options: StandInOptions = {}) {
  const discord = await startStandIn(options);
  onTestFinished(() => discord.close());
  const start = (env: Record<string, string> = {}) => {
    const bot = startBotProcess(discord, { ...SMALL, ...env });
    onTestFinished(async () => void (await bot.stop()));
    return bot;
  };
  return { discord, start };
}

describe.concurrent('what Discord refuses for good ends the bot with 69 and says what to do', () => {
  test('a token that is not valid', async (context) => {
    const { start } = await setUp(context);
    const bot = start({ DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token' });
    expect(await bot.exit()).toBe(69);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'fatal', level: 'fatal' }));
    expect(bot.stdout).toMatch(/does not accept the token: copy a new one/);
    expect(bot.stdout).not.toContain('wrong.token');
  });

  test('an intent that is not allowed, by its name', async (context) => {
    const { start } = await setUp(context, { intentsAllowed: 0 });
    const bot = start();
    expect(await bot.exit()).toBe(69);
    expect(bot.stdout).toMatch(
      /does not allow an intent .* \(Guilds, GuildMessages, DirectMessages\).*4014/,
    );
    const reader = await setUp(context);
    const reading = reader.start({ MESSAGE_CONTENT: 'on' });
    expect(await reading.exit()).toBe(69);
    expect(reading.stdout).toMatch(/does not allow an intent .* \(MessageContent\).*4014/);
  });

  test('a token that is taken back while the bot runs', async (context) => {
    const { discord, start } = await setUp(context);
    const bot = start();
    await bot.ready();
    discord.gateway.closeWith(4004);
    expect(await bot.exit()).toBe(69);
    expect(bot.stdout).toMatch(/close code 4004/);
  });

  test('a token that is refused only when the commands are registered', async (context) => {
    const { discord, start } = await setUp(context);
    discord.fail({ path: /\/commands$/, status: 401 });
    const bot = start();
    expect(await bot.exit()).toBe(69);
    expect(bot.stdout).toMatch(/does not accept the token/);
  });
});

describe.concurrent('what may pass is tried again', () => {
  test('Discord is not there at first', async (context) => {
    const { discord, start } = await setUp(context);
    // The HTTP client tries four times by itself.
    discord.fail({ path: /^\/gateway\/bot$/, status: 503, times: 4 });
    const bot = start();
    await bot.ready();
    expect(bot.log.map(({ event }) => event)).toContain('login-failed');
  });

  test('the commands cannot be registered at first', async (context) => {
    const { discord, start } = await setUp(context);
    discord.fail({
      path: /\/commands$/,
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    const bot = start();
    await bot.ready();
    expect(bot.log.map(({ event }) => event)).toContain('registration-failed');
    expect(discord.commands.list().length).toBeGreaterThan(0);
  });
});

describe.concurrent('what is wrong with the configuration is said in words, with 78', () => {
  const refused = async (env: Record<string, string>) => {
    const bot = startProcess(['src/main.ts'], { DISCORD_TOKEN: 'x', ...SMALL, ...env });
    expect(await bot.exit()).toBe(78);
    expect(bot.stderr).not.toMatch(/^ +at /m);
    return bot.stderr;
  };

  test('every fault at once', async () => {
    const words = await refused({ DISCORD_API_URL: 'nonsense', LOG_LEVEL: 'loud' });
    expect(words).toMatch(/DISCORD_API_URL must be an http/);
    expect(words).toMatch(/LOG_LEVEL/);
  });

  test('a token file that is not there', async () => {
    const words = await refused({ DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: '/no/such/file' });
    expect(words).toMatch(/DISCORD_TOKEN_FILE cannot be read \(\/no\/such\/file: ENOENT\)/);
  });

  test('a corpus that is not there', async () => {
    expect(await refused({ CORPUS_DIR: '/no/such/corpus' })).toMatch(
      /\/no\/such\/corpus:1: the corpus folder is missing — point CORPUS_DIR at/,
    );
  });
});
