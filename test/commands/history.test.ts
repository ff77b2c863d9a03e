import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { addDays } from '../../src/text/dates.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { flattenComponents } from '../helpers/discord/validate.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

const corpus = loadCorpus('corpus');
let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const run = (subcommand: string, options: Record<string, string> = {}, locale = 'en-US') =>
  app.discord.slash({ command: 'mpp', subcommand, options, locale });
const complete = (
  subcommand: string,
  options: Record<string, string>,
  focused: string,
  locale = 'en-US',
) => app.discord.autocomplete({ command: 'mpp', subcommand, options, focused, locale });
type Outcome = Awaited<ReturnType<typeof run>>;
/** A timeline with its picture; on a busy machine the first may come without, and the next has what was drawn. */
async function runWithPicture(options: Record<string, string>, locale = 'en-US'): Promise<Outcome> {
  let outcome = await run('timeline', options, locale);
  for (let tries = 0; tries < 5 && outcome.message?.attachments.length === 0; tries += 1)
    outcome = await run('timeline', options, locale);
  return outcome;
}
const read = ({ message }: Outcome) =>
  message?.content || textsOf({ components: (message?.components ?? []) as never }).join('\n');
const controls = ({ message }: Outcome) => controlsOf({ components: message?.components ?? [] });
/** The custom id of the first control of a type: 2 is a button, 3 a menu. */
const customId = ({ message }: Outcome, type: number) =>
  String(
    flattenComponents((message?.components ?? []) as never)
      .map(({ component }) => component)
      .find((component) => component['type'] === type)?.['custom_id'],
  );

test('the timeline comes privately, with a picture that has an alt text', async () => {
  const first = await runWithPicture({ from: '2021-08', to: 'December 2021' });
  expect(first).toMatchObject({ type: 4, ephemeral: true });
  expect(read(first)).toMatch(
    /^### Timeline: \d+ events\n-# August 2021 to December 2021 · Page 1 of \d\n\*\*1\\\. August 13, 2021\*\* · .+ \[1\]/,
  );
  const [file] = first.message?.attachments ?? [];
  expect(file).toMatchObject({ filename: 'timeline.png' });
  expect(file?.description).toMatch(
    /^MPP: August 13, 2021 to .+ Events: 1\. August 13, 2021: Judge/,
  );
  expect(
    Buffer.from(file?.bytes ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(file?.bytes.length).toBeLessThan(200_000);
});

test('the next page has the next events and a picture of its own in place of the first', async () => {
  const shown = await runWithPicture({ topic: 'litigation' });
  const before = shown.message?.attachments[0];
  expect(controls(shown)).toEqual(['Open a source', 'Next']);
  await app.discord.press(shown.message, { label: 'Next' });
  expect(read(shown)).toMatch(/^### .+\n-# about .+ · Page 2 of \d/);
  expect(controls(shown)).toEqual(['Open a source', 'Previous']);
  expect(shown.message?.attachments).toHaveLength(1);
  expect(shown.message?.attachments[0]?.bytes).not.toEqual(before?.bytes);
});

test('a source of the timeline opens from the menu', async () => {
  const shown = await run('timeline', { from: '2019-01-29', to: '2019-01-29' });
  const card = await app.discord.press(shown.message, customId(shown, 3), {
    values: ['first-return-union-tribune-2019-01-29'],
  });
  expect(read(card)).toContain('**What it says');
});

test('dates the wrong way round, months in Spanish and a topic in words are understood', async () => {
  const forwards = read(await run('timeline', { from: '2021', to: '2022' }));
  expect(read(await run('timeline', { from: '2022', to: '2021' }))).toBe(forwards);
  const spanish = await runWithPicture(
    { from: 'agosto de 2021', to: '31 de agosto de 2021' },
    'es-419',
  );
  expect(read(spanish)).toMatch(/^### Cronología: 3 hechos\n-# de agosto de 2021 al 31 de agosto/);
  expect(spanish.message?.attachments[0]?.description).toContain('sin vigor: ');
  expect(read(await run('timeline', { topic: 'hearings' }))).toContain('about Court hearings');
});

test('where no event fits, there is no picture, and it says how far the events reach', async () => {
  const none = await run('timeline', { from: '1800', to: '1900' });
  expect(read(none)).toContain('Its events go from 1951 to June 25, 2026.');
  expect(none.message?.attachments).toEqual([]);
  expect(controls(none)).toEqual([]);
});

test.each([
  ['2021-13-01', /^The calendar has no such date/],
  ['31/04/2021', /^The calendar has no such date/],
  ['03/04/2021', /^That date can be read in two ways/],
  ['last spring', /^I could not read that date/],
  ['<@123456789012345678>', /^I could not read that date/],
  ['@everyone', /^I could not read that date/],
])('the date %j is met with words that help, privately', async (date, words) => {
  for (const outcome of [
    await run('status', { on: date }),
    await run('timeline', { from: date }),
    await run('timeline', { to: date }),
  ]) {
    expect(outcome.ephemeral).toBe(true);
    expect(read(outcome)).toMatch(words);
    expect(read(outcome)).toContain('2021-08-13');
  }
});

test('in Spanish the words are Spanish', async () => {
  expect(read(await run('status', { on: '30/02/2021' }, 'es-ES'))).toMatch(/^Esa fecha no existe/);
  expect(read(await run('timeline', { topic: 'xylophones' }, 'es-ES'))).toMatch(
    /^No tengo un tema/,
  );
  expect(read(await run('define', { term: 'xylophones' }, 'es-ES'))).toMatch(
    /^El glosario no tiene/,
  );
});

test('status is right on both sides of every boundary', async () => {
  for (const [index, { from, label }] of corpus.status.entries()) {
    const before = read(await run('status', { on: addDays(from, -1) }));
    const on = read(await run('status', { on: from }));
    expect(on.split('\n')[0]).toContain(`: ${label.en}`);
    const earlier = corpus.status[index - 1]?.label.en ?? 'No period on record';
    expect(before.split('\n')[0]).toContain(`: ${earlier}`);
  }
});

test('status names the events that decide it, with sources, and how far the records speak', async () => {
  const status = await run('status', { on: 'Aug 13, 2021' });
  expect(status).toMatchObject({ type: 4, ephemeral: true });
  const text = read(status);
  expect(text).toMatch(/^### August 13, 2021: ordered back by a court, not yet restarted\n/);
  expect(text).toMatch(/\*\*What decides it\*\*\n\*\*August 13, 2021\*\* · .+ \[1\] \[2\] \[3\]\n/);
  expect(text).toMatch(/\*\*What came next\*\*\n\*\*December 6, 2021\*\* · /);
  expect(text).toContain('These records speak up to June 25, 2026.');
  expect(text).toMatch(/\*\*Sources\*\* · newest shown: /);
  expect(controls(status)).toEqual(['Open a source']);
});

test('without a date it is today, and what nobody looked at is not said', async () => {
  for (const text of [read(await run('status')), read(await run('status', { on: 'today' }))]) {
    const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    expect(text).toMatch(/These records speak up to June 25, 2026\./);
    expect(text.split('\n')[0]).toBe(`### ${today}: not known here`);
    expect(text).not.toMatch(/\bcurrent/i);
  }
});

test('a year alone gives every period of it', async () => {
  const text = read(await run('status', { on: '2025' }, 'es-419'));
  for (const { label } of corpus.status.slice(7)) expect(text).toContain(`**${label.es}**`);
});

test.each([
  ['MPP', 'Migrant Protection Protocols'],
  ['amlo', 'Andrés Manuel López Obrador'],
  ['Quedate en Mexico', 'Remain in Mexico'],
  ['remain-in-mexico', 'Remain in Mexico'],
  ['sánchez cordero', 'Olga Sánchez Cordero'],
  ['doctors without', 'Médecins Sans Frontières'],
])('define %j finds %s', async (term, name) => {
  const found = await run('define', { term });
  expect(found.ephemeral).toBe(true);
  expect(read(found)).toMatch(
    new RegExp(`^### ${name}\\n-# (?:term|person|organisation)\\n.+ \\[1\\]`),
  );
  expect(controls(found)).toEqual(['Open a source']);
});

test('where several entries fit, a menu offers them', async () => {
  const choice = await run('define', { term: 'circuit' }, 'es-419');
  expect(read(choice)).toMatch(/^Hay \d entradas con ese nombre/);
  const entry = await app.discord.press(choice.message, customId(choice, 3), {
    values: ['fifth-circuit'],
  });
  expect(entry).toMatchObject({ type: 4, ephemeral: true });
  expect(read(entry)).toMatch(/^### Fifth Circuit\n-# organización · también: Quinto Circuito\n/);
});

test('terms are suggested by names and aliases of both languages, the exact name first', async () => {
  expect((await complete('define', { term: 'mpp' }, 'term'))[0]?.name).toBe(
    'Migrant Protection Protocols',
  );
  const spanish = await complete('define', { term: 'quédate' }, 'term', 'es-419');
  expect(spanish[0]?.name).toBe('Remain in Mexico · Quédate en México');
  expect(await complete('define', { term: '' }, 'term')).toHaveLength(25);
  expect(await complete('define', { term: 'xylophones' }, 'term')).toEqual([]);
});

test('only topics that events are on are suggested', async () => {
  const onTimeline = new Set<string>(corpus.timeline.flatMap(({ topics }) => topics));
  const choices = await complete('timeline', { topic: '' }, 'topic');
  expect(choices).toHaveLength(25);
  for (const { value } of choices) expect(onTimeline).toContain(value);
  const [first] = await complete('timeline', { topic: 'metering' }, 'topic', 'es-419');
  expect(first?.value).toBe('metering');
});

test.each([
  'time:en:2021-13:::0',
  'time:en::::-1',
  'time:en::::9999',
  'time:xx::::0',
  'time:en:::no-such-topic:0',
  'time:en',
  'term:en',
])('the forged press %j gets a clear refusal', async (id) => {
  const shown = await run('timeline', { topic: 'litigation' });
  const outcome = await app.discord.press(shown.message, id, { forged: true });
  expect(read(outcome)).toMatch(/^That button belongs to an older version/);
});

test('a page past the last is the last', async () => {
  const shown = await run('timeline', { topic: 'metering' });
  await app.discord.press(shown.message, 'time:en:::metering:99', { forged: true });
  expect(read(shown)).toContain('### Timeline: ');
});

test('what was typed is not in the log', async () => {
  await run('define', { term: 'Olga Sánchez Cordero' });
  await run('status', { on: 'my birthday 1990' });
  expect(JSON.stringify(app.log)).not.toMatch(/Cordero|birthday/);
});
