import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startBotProcess, startProcess } from '../helpers/bot-process.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';

const SMALL = { CORPUS_DIR: FIXTURE_CORPUS };

test('a port that is in use ends npm start with 78 and the way to mend it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const bot = startProcess(['src/main.ts'], { ...SMALL, HTTP_PORT: String(port) });
  expect(await bot.exit()).toBe(78);
  expect(bot.stderr).toContain(`HTTP_PORT ${port} is in use on 127.0.0.1`);
  expect(bot.stderr).toContain(`HTTP_PORT=${port + 1} npm start`);
  expect(bot.stderr).not.toMatch(/^ +at /m);
  other.close();
});

test('a host that is not of this machine, too', async () => {
  const bot = startProcess(['src/main.ts'], { ...SMALL, HTTP_HOST: '192.0.2.1' });
  expect(await bot.exit()).toBe(78);
  expect(bot.stderr).toMatch(/HTTP_HOST 192\.0\.2\.1 is no address of this machine/);
});

test('the bot tells its health: not ready while Discord is away, ready again, and its figures', async ({
  onTestFinished,
}) => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const bot = startBotProcess(discord, SMALL);
  onTestFinished(async () => void (await bot.stop()));
  await bot.ready();
  const address = String((await bot.logged('http'))['address']);
  const status = async (path: string) => (await fetch(address + path)).status;
  expect(await status('/healthz')).toBe(200);
  expect(await status('/readyz')).toBe(200);

  discord.gateway.refuse(1_500);
  discord.gateway.closeWith(1001);
  await expect.poll(() => status('/readyz'), { timeout: 5_000 }).toBe(503);
  expect(await status('/healthz')).toBe(200);
  await expect.poll(() => status('/readyz'), { timeout: 15_000 }).toBe(200);

  await discord.slash({ command: 'ferry', subcommand: 'about' });
  const metrics = await (await fetch(`${address}/metrics`)).text();
  expect(metrics).toContain('mpp_interactions_total{command="ferry about",outcome="ok"} 1');
  // There is no playground beside a bot.
  expect(await status('/')).toBe(404);
});
