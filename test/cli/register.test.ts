import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerCommand } from '../../src/cli/register.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { type StandIn, startStandIn } from '../helpers/discord/stand-in.ts';
import { runCli } from '../helpers/run-cli.ts';

let discord: StandIn;
beforeAll(async () => {
  discord = await startStandIn();
});
afterAll(() => discord.close());

const environment = (env: Record<string, string> = {}) => ({
  DISCORD_API_URL: discord.url,
  DISCORD_TOKEN: discord.token,
  CORPUS_DIR: FIXTURE_CORPUS,
  ...env,
});

/** Runs the command in this process and collects what it writes. */
async function register(args: string[] = [], env: Record<string, string> = {}) {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += chunk;
        done();
      },
    });
  const code = await registerCommand.run(args, {
    stdin: Readable.from([]),
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: environment(env),
  });
  return { code, ...written };
}

test('it says what it would do, does it, and then has nothing to do', async () => {
  expect(await register(['--dry-run'])).toMatchObject({
    code: 0,
    stdout:
      'would be created everywhere: /ferry\nwould be created everywhere: /ferry-mod\nwould be created everywhere: "Answer with sources"\nwould be created everywhere: "Check this claim"\nwould be created everywhere: "Pin a source here"\n',
  });
  expect(discord.commands.writes).toEqual([]);
  expect(await register()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^created everywhere: \/ferry\n/),
  });
  expect(await register()).toMatchObject({ code: 0, stdout: 'nothing to do everywhere\n' });
  expect(discord.commands.writes).toHaveLength(1);
});

test('it registers in one server', async () => {
  const { id } = discord.world.guild;
  const { stdout } = await register(['--guild', id]);
  expect(stdout).toContain(`created in server ${id}: /ferry\n`);
  expect(discord.commands.list(id)).toHaveLength(5);
});

test.each([
  ['a refused token', [], { DISCORD_TOKEN: 'wrong' }, 69, /does not accept the token/],
  ['a server that the bot is not in', ['--guild', '123456789012345678'], {}, 1, /answered 403/],
  ['no Discord', [], { DISCORD_API_URL: 'http://127.0.0.1:9/api' }, 1, /can't be reached at http/],
] as const)('%s is said in words', async (_, args, env, code, words) => {
  const result = await register([...args], env);
  expect(result.code).toBe(code);
  expect(result.stderr).toMatch(words);
  expect(result.stderr).not.toMatch(/^ +at /m);
});

test.each([
  ['no token', [], 78, /DISCORD_TOKEN is not set/],
  ['an unknown option', ['--everywhere'], 64, /usage: npm run register/],
] as const)('%s ends the command with its own code', async (_, args, code, words) => {
  const result = await runCli(['register', ...args], { env: environment({ DISCORD_TOKEN: '' }) });
  expect(result.exitCode).toBe(code);
  expect(result.stderr).toMatch(words);
});
