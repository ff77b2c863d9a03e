import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBotProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { type StandIn, startStandIn } from '../helpers/discord/stand-in.ts';

let discord: StandIn;
let bot: ReturnType<typeof startBotProcess>;

beforeAll(async () => {
  discord = await startStandIn();
  bot = startBotProcess(discord, { CORPUS_DIR: FIXTURE_CORPUS, LOG_LEVEL: 'trace' });
  await bot.ready();
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const SECRET = 'zebrafinch';
const ask = (given = {}) =>
  discord.slash({
    command: 'ferry',
    subcommand: 'ask',
    options: { question: `night ferry ${SECRET} A123456789` },
    timeoutMs: 500,
    ...given,
  });

test('no question, token, member or interaction token is logged at any level, whatever goes wrong', async () => {
  const callback = /\/callback$/;
  await ask();
  discord.fail({
    path: callback,
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body' },
  });
  await ask();
  discord.fail({ path: callback, status: 403, times: 2 });
  await ask().catch(() => {});
  discord.fail({ path: callback, cut: 'close', times: 2 });
  await ask().catch(() => {});
  discord.fail({ path: callback, status: 404, body: { code: 10062, message: 'Unknown' } });
  await ask().catch(() => {});
  await discord.autocomplete({
    command: 'ferry',
    subcommand: 'ask',
    options: { question: SECRET },
    focused: 'question',
  });
  await bot.logged('interaction', ({ outcome }) => outcome === 'too-late');
  await bot.stop();

  const events = new Set(bot.log.map(({ event }) => event));
  expect([...events]).toEqual(
    expect.arrayContaining(['ready', 'interaction', 'components-refused', 'apology-failed']),
  );
  const written = bot.stdout + bot.stderr;
  expect(written).not.toMatch(new RegExp(SECRET, 'i'));
  expect(written).not.toContain('A123456789');
  expect(written).not.toContain(discord.token);
  expect(written).not.toContain('aW50ZXJhY3Rpb246');
  expect(written).not.toContain(discord.world.user.id);
  expect(written).not.toContain(discord.world.user.name);
});

test('every line of the log is JSON with an event, a level and a time', () => {
  for (const line of bot.stdout.trim().split('\n')) {
    expect(JSON.parse(line)).toMatchObject({
      event: expect.stringMatching(/^[a-z-]+$/),
      level: expect.any(String),
      time: expect.stringMatching(/^\d{4}-/),
    });
  }
});
