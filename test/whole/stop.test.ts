import { describe, expect, type TestContext, test } from 'vitest';
import { startBotProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';

async function setUp({ onTestFinished }: TestContext) {
  const discord = await startStandIn();
  const bot = startBotProcess(discord, { CORPUS_DIR: FIXTURE_CORPUS });
  onTestFinished(async () => {
    await bot.stop();
    await discord.close();
  });
  return { discord, bot };
}

describe.concurrent('an orderly end', () => {
  test('answers in flight are delivered before the bot ends with 0', async (context) => {
    const { discord, bot } = await setUp(context);
    await bot.ready();
    discord.fail({ path: /\/callback$/, hangMs: 700 });
    const asked = discord.slash({ command: 'ferry', subcommand: 'about' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = performance.now();
    bot.signal('SIGTERM');
    expect((await asked).message?.components).toHaveLength(1);
    expect(await bot.exit()).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(bot.log.at(-1)).toMatchObject({ event: 'stopped' });
  });

  test('an answer that hangs does not keep the bot longer than 10 s', async (context) => {
    const { discord, bot } = await setUp(context);
    await bot.ready();
    discord.fail({ path: /\/callback$/, hangMs: 30_000 });
    const asked = discord.slash({ command: 'ferry', subcommand: 'about', timeoutMs: 300 });
    await expect(asked).rejects.toThrow();
    const started = performance.now();
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('Ctrl-C ends it in the same way', async (context) => {
    const { bot } = await setUp(context);
    await bot.ready();
    bot.signal('SIGINT');
    expect(await bot.exit()).toBe(0);
  });

  test('a signal while the bot waits to log in again ends it at once', async (context) => {
    const { discord, bot } = await setUp(context);
    discord.fail({ path: /^\/gateway\/bot$/, status: 503, times: 100 });
    await bot.logged('login-failed');
    const started = performance.now();
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('a signal while Discord does not answer the login ends it too', async (context) => {
    const { discord, bot } = await setUp(context);
    discord.fail({ path: /^\/gateway\/bot$/, hangMs: 30_000 });
    await bot.logged('corpus');
    await new Promise((resolve) => setTimeout(resolve, 100));
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
  });
});
