import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { PermissionFlagsBits } from 'discord.js';
import { expect, type TestContext, test } from 'vitest';
import { doctorCommand, type Finding } from '../../src/cli/doctor.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { type StandInOptions, startStandIn } from '../helpers/discord/stand-in.ts';

/** A port on which nothing listens. */
const SILENT = '9';

async function examine(env: Record<string, string>, args: string[] = []) {
  const stdout = new PassThrough();
  const given = { CORPUS_DIR: FIXTURE_CORPUS, HTTP_PORT: SILENT, ...env };
  const code = await doctorCommand.run([...args, '--json'], {
    stdin: new PassThrough(),
    stdout,
    stderr: stdout,
    env: given,
  });
  const { findings } = JSON.parse(String(stdout.read())) as { findings: Finding[] };
  const about = (what: string) => findings.filter((finding) => finding.what === what);
  return { code, findings, about };
}

async function standIn({ onTestFinished }: TestContext, options: StandInOptions = {}) {
  const discord = await startStandIn({
    commands: [{ name: 'ferry', description: 'x', type: 1 }],
    ...options,
  });
  onTestFinished(() => discord.close());
  return { discord, env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url } };
}

test('without a token nothing is wrong, and the way to one is named', async () => {
  const { code, about } = await examine({});
  expect(code).toBe(0);
  expect(about('token')).toMatchObject([{ level: 'note', mend: expect.stringMatching(/README/) }]);
});

test('a bot that is in order has no fault', async (context) => {
  const { env } = await standIn(context);
  const { code, about, findings } = await examine(env);
  expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
  expect(code).toBe(0);
  expect(about('token')[0]?.found).toMatch(/^mpp-bot \(\d+\)$/);
  expect(about('clock')).toMatchObject([{ level: 'ok' }]);
  expect(about('intents')).toMatchObject([{ level: 'ok' }]);
  expect(about('commands')[0]?.found).toContain('/ferry');
  expect(about('permissions')).toMatchObject([{ level: 'ok' }]);
});

test('reading every message needs the intent in the portal, and then it is in order', async (context) => {
  const without = await standIn(context);
  const { about } = await examine({ ...without.env, MESSAGE_CONTENT: 'on' });
  expect(about('intents')).toMatchObject([
    { level: 'fault', mend: expect.stringMatching(/MESSAGE_CONTENT=off/) },
  ]);
  const granted = await standIn(context, {
    intentsAllowed: (2 ** 26 - 1) & ~((1 << 1) | (1 << 8)),
  });
  const reading = await examine({ ...granted.env, MESSAGE_CONTENT: 'on' });
  expect(reading.about('intents')).toMatchObject([{ level: 'ok' }]);
  const unused = await examine(granted.env);
  expect(unused.about('intents')).toMatchObject([{ level: 'note' }]);
});

test('a token that Discord refuses ends with 69', async (context) => {
  const { env } = await standIn(context);
  const { code, about } = await examine({ ...env, DISCORD_TOKEN: 'wrong' });
  expect(code).toBe(69);
  expect(about('token')[0]?.mend).toMatch(/Reset Token/);
});

test('every fault of the configuration is named, with 78', async () => {
  const { code, about } = await examine({ LOG_LEVEL: 'loud', HTTP_PORT: '99999' });
  expect(code).toBe(78);
  expect(about('settings').map(({ found }) => found)).toHaveLength(2);
});

test('a corpus that is not there, with 78', async () => {
  const { code, about } = await examine({ CORPUS_DIR: '/no/such/corpus' });
  expect(code).toBe(78);
  expect(about('corpus')[0]?.mend).toMatch(/corpus -- check/);
});

test('Discord that cannot be reached', async () => {
  const { code, about } = await examine({
    DISCORD_TOKEN: 'x',
    DISCORD_API_URL: 'http://127.0.0.1:65000/api',
  });
  expect(code).toBe(1);
  expect(about('discord')[0]?.found).toMatch(/can't be reached: ECONNREFUSED/);
});

test('what is missing is named for each channel, with what it is needed for', async (context) => {
  const { discord, env } = await standIn(context, {
    guilds: [
      {
        name: 'Guild',
        channels: ['general', 'rules'],
        botPermissions: PermissionFlagsBits.ViewChannel,
        everyonePermissions: 0n,
      },
    ],
  });
  const { code, about } = await examine(env);
  expect(code).toBe(0);
  const notes = about('permissions').filter(({ level }) => level === 'note');
  expect(notes.map(({ found }) => found)).toEqual([
    expect.stringMatching(/#general: lacks Send Messages .*Pin Messages \(for pinning cards\)/),
    expect.stringMatching(/#rules: lacks/),
  ]);
  expect(discord.unknownRoutes).toEqual([]);
});

test('too few starts left, no commands, a server that it is not on', async (context) => {
  const { env } = await standIn(context, { identifiesLeft: 3, commands: [] });
  const { code, about } = await examine(env, ['--guild', '111111111111111111']);
  expect(code).toBe(1);
  for (const what of ['starts', 'commands', 'servers'])
    expect(about(what)).toMatchObject([{ level: 'fault', mend: expect.any(String) }]);
});

test.each([
  [200, 'ready\n', 'ok', /runs and is ready/],
  [503, 'not connected to Discord\n', 'fault', /not connected to Discord/],
  [404, 'something else', 'fault', /something else answers/],
])('the running process is asked: %i', async (status, words, level, found) => {
  const server = createServer((_, response) => response.writeHead(status).end(words));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { about } = await examine({ HTTP_PORT: String(port) });
  expect(about('process')).toMatchObject([{ level, found: expect.stringMatching(found) }]);
  server.close();
});
