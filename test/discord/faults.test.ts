import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { textsOf } from '../helpers/sendable.ts';

const CALLBACK = /\/callback$/;
/** For what gets no answer, so that nobody waits for Discord's three seconds. */
const UNANSWERED = { timeoutMs: 300 };
let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ CORPUS_DIR: FIXTURE_CORPUS });
});
afterAll(() => app.stop());
afterEach(async () => {
  // The bot writes its line after Discord has taken the answer; the next test begins without it.
  await vi.waitFor(() => expect(app.log.map(({ event }) => event)).toContain('interaction'));
  app.log.length = 0;
});

const about = (given: { locale?: string; timeoutMs?: number } = {}) =>
  app.discord.slash({ command: 'ferry', subcommand: 'about', ...given });
const card = (id = 'bresk-riders-union-2024') =>
  app.discord.slash({ command: 'ferry', subcommand: 'source', options: { id } });
type Outcome = Awaited<ReturnType<typeof about>>;
const read = ({ message }: Outcome) =>
  message?.content || textsOf({ components: (message?.components ?? []) as never }).join('\n');
const logged = (outcome: string) => app.log.filter((line) => line['outcome'] === outcome);

test('a callback that fails on the side of Discord is sent again', async () => {
  app.discord.fail({ path: CALLBACK, status: 502 });
  expect(read(await about())).toContain('Night Ferry Scheme');
});

test('a callback whose connection is closed is sent again', async () => {
  app.discord.fail({ path: CALLBACK, cut: 'close' });
  expect(read(await about())).toContain('Night Ferry Scheme');
});

test('a callback that arrived although its answer was lost is done, and nothing is sent twice', async () => {
  app.discord.fail({ path: CALLBACK, cut: 'close', afterAccept: true });
  const outcome = await about();
  await vi.waitFor(() => expect(logged('ok')).toHaveLength(1));
  expect(outcome.refused).toMatchObject([{ body: { code: 40060 } }]);
  expect(outcome.followUps).toEqual([]);
});

test('an interaction that is gone is logged, without an apology that could not arrive', async () => {
  const before = app.discord.requests.length;
  app.discord.fail({
    path: CALLBACK,
    status: 404,
    body: { code: 10062, message: 'Unknown interaction' },
  });
  await expect(about(UNANSWERED)).rejects.toThrow();
  expect(logged('too-late')).toHaveLength(1);
  expect(app.discord.requests.length - before).toBe(1);
});

test('refused components are sent as plain text, privately as before, and logged', async () => {
  app.discord.fail({
    path: CALLBACK,
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body' },
  });
  const outcome = await about();
  expect(outcome.ephemeral).toBe(true);
  expect(outcome.message?.components).toEqual([]);
  expect(outcome.message?.content).toContain('Night Ferry Scheme');
  expect(app.log).toContainEqual(
    expect.objectContaining({ event: 'components-refused', code: 50035 }),
  );
});

test('a refused page is sent as plain text beside the message that could not be turned', async () => {
  const shown = await card();
  const row = {
    type: 1,
    components: [{ type: 2, style: 2, label: 'x', custom_id: 'card:en:bresk-riders-union-2024:0' }],
  };
  shown.message?.components.push(row);
  app.discord.fail({
    path: CALLBACK,
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body' },
  });
  const turned = await app.discord.press(shown.message, { label: 'x' });
  expect(turned).toMatchObject({ type: 4, ephemeral: true });
  expect(turned.message?.content).toContain('Bresk');
});

test('a fault is met with an apology whose reference is in the log', async () => {
  app.discord.fail({
    path: CALLBACK,
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
  });
  const outcome = await about({ locale: 'es-419' });
  const reference = /^Perdón, algo salió mal\..* quien opera el bot: (\w{8})$/.exec(
    read(outcome),
  )?.[1];
  expect(outcome.ephemeral).toBe(true);
  expect(logged('fault')).toMatchObject([{ reference, name: 'ferry about' }]);
});

test('an apology that cannot be sent either is logged, and the bot goes on', async () => {
  app.discord.fail({ path: CALLBACK, status: 403, times: 2 });
  await expect(about(UNANSWERED)).rejects.toThrow();
  expect(app.log.map(({ event }) => event)).toContain('apology-failed');
  expect(read(await about())).toContain('Night Ferry Scheme');
});

test('suggestions that come too late are no fault', async () => {
  app.discord.fail({
    path: CALLBACK,
    status: 404,
    body: { code: 10062, message: 'Unknown interaction' },
  });
  const typed = app.discord.autocomplete({
    command: 'ferry',
    subcommand: 'source',
    options: { id: 'x' },
    focused: 'id',
    ...UNANSWERED,
  });
  await expect(typed).rejects.toThrow();
  expect(logged('fault')).toEqual([]);
});

test('a dropped gateway connection is resumed, and what was asked meanwhile is answered', async () => {
  app.discord.gateway.drop();
  await app.discord.ready();
  expect(read(await about())).toContain('Night Ferry Scheme');
});
