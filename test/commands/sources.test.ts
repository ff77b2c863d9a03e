import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const run = (subcommand: string, options: Record<string, string> = {}, locale = 'en-US') =>
  app.discord.slash({ command: 'mpp', subcommand, options, locale });
type Outcome = Awaited<ReturnType<typeof run>>;
const read = ({ message }: Outcome) =>
  message?.content || textsOf({ components: (message?.components ?? []) as never }).join('\n');
const controls = ({ message }: Outcome) => controlsOf({ components: message?.components ?? [] });

const ID = 'hrf-unlawful-ineffective-factsheet';

test('a card tells what the source is, and its passages in pages', async () => {
  const card = await run('source', { id: ID });
  expect(card).toMatchObject({ type: 4, ephemeral: true });
  expect(read(card)).toMatch(/^### .+\n-# Human Rights First · .+ · argues against the policy\n/);
  expect(read(card)).toContain('**What it says (1 to 5 of 27)**');
  expect(controls(card)).toEqual(['Next']);
  await app.discord.press(card.message, { label: 'Next' });
  expect(read(card)).toContain('**What it says (6 to 10 of 27)**');
  expect(controls(card)).toEqual(['Previous', 'Next']);
});

test('a source that argues neither side says nothing of it', async () => {
  expect(read(await run('source', { id: 'scotus-biden-v-texas-2022-06-30' }))).not.toMatch(
    /argues/,
  );
});

test('a card is in the language of the member', async () => {
  expect(read(await run('source', { id: ID }, 'es-ES'))).toContain('**Qué dice (1 a 5 de 27)**');
});

test('what was typed without choosing is taken when only one source fits', async () => {
  expect(read(await run('source', { id: 'contrasting experiences' }))).toContain('TRAC');
});

test.each(['no-such-source', 'the', '<@123456789012345678>', '../../etc/passwd', '\uD800'])(
  'an unknown source (%j) gets a clear private refusal',
  async (id) => {
    const refusal = await run('source', { id });
    expect(refusal.ephemeral).toBe(true);
    expect(read(refusal)).toMatch(/^I do not have a source of that name/);
  },
);

test('sources are suggested by what is typed', async () => {
  const choices = await app.discord.autocomplete({
    command: 'mpp',
    subcommand: 'source',
    options: { id: 'texas observer' },
    focused: 'id',
  });
  expect(choices[0]?.name).toMatch(/Texas Observer/);
});

test('the list stands newest first, in pages, and opens a source', async () => {
  const list = await run('sources');
  expect(read(list)).toMatch(/^### 174 sources, newest first\n-# Page 1 of \d+/);
  expect(controls(list)).toEqual(['Open a source', 'Next']);
  await app.discord.press(list.message, { label: 'Next' });
  expect(read(list)).toContain('Page 2 of');

  const menu = JSON.stringify(list.message?.components).match(/"custom_id":"(open:[^"]*)"/)?.[1];
  const id = JSON.stringify(list.message?.components).match(/"value":"([^"]*)"/)?.[1];
  const card = await app.discord.press(list.message, menu ?? '', { values: [id ?? ''] });
  expect(card).toMatchObject({ type: 4, ephemeral: true });
  expect(read(card)).toContain('**What it says');
});

test('the list can be narrowed, and keeps to it on the next page', async () => {
  const list = await run('sources', { kind: 'news', position: 'critical' });
  expect(read(list)).toContain('-# news · argues against the policy · Page 1 of');
  await app.discord.press(list.message, { label: 'Next' });
  expect(read(list)).toContain('-# news · argues against the policy · Page 2 of');
  expect(read(await run('sources', { about: 'tent-courts' }, 'es-ES'))).toContain('sobre ');
});

test('nothing that fits, and an unknown topic, are said in words', async () => {
  const none = await run('sources', { kind: 'statute', position: 'critical' });
  expect(read(none)).toContain('No source fits all of that');
  expect(controls(none)).toEqual([]);
  expect(read(await run('sources', { about: 'xylophones' }, 'es-419'))).toMatch(
    /^No tengo un tema/,
  );
});

test('topics are suggested in the language of the member', async () => {
  const choices = await app.discord.autocomplete({
    command: 'mpp',
    subcommand: 'sources',
    options: { about: 'numbers' },
    focused: 'about',
    locale: 'es-419',
  });
  expect(choices[0]).toEqual({ name: 'Cifras', value: 'numbers' });
});

test('about says what the bot is, how fresh it is, and how to say that something is wrong', async () => {
  const about = await run('about', {}, 'es-419');
  expect(about.ephemeral).toBe(true);
  expect(read(about)).toMatch(/174 fuentes con 1,197 pasajes/);
  expect(read(about)).toMatch(/versión del \d+ de .+ de 20\d\d/);
  expect(read(about)).toMatch(/no asesoría legal/);
  expect(read(about)).toMatch(/¿Encontraste un error/);
  expect(read(about)).toMatch(/MIT/);
});
