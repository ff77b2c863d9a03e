import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBotProcess } from '../helpers/bot-process.ts';
import { type StandIn, startStandIn } from '../helpers/discord/stand-in.ts';

let discord: StandIn;
let bot: ReturnType<typeof startBotProcess>;

beforeAll(async () => {
  discord = await startStandIn();
  bot = startBotProcess(discord);
  await bot.ready();
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

test('a Spanish-locale member is answered in Spanish, privately and at once', async () => {
  const answer = await discord.slash({
    command: 'mpp',
    subcommand: 'ask',
    options: { question: '¿A cuántas personas devolvieron a México?' },
    locale: 'es-419',
  });
  expect(answer).toMatchObject({ type: 4, ephemeral: true, deferred: false });
  expect(JSON.stringify(answer.message?.components)).toMatch(/\*\*Fuentes\*\*|La colección/);
  expect(answer.refused).toEqual([]);
  expect(answer.message?.pings).toEqual([]);
});
