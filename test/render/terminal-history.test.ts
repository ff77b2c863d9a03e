/** The timeline, the state on a day and entries of the glossary, as the terminal shows them. */
import { expect, test } from 'vitest';
import { statusOn } from '../../src/answer/status.ts';
import {
  statusToTerminal,
  termsToTerminal,
  termToTerminal,
  timelineToTerminal,
} from '../../src/render/terminal-history.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const { corpus } = fixtureIndex();
const plain = { colour: false };

test('the timeline: events in order with their notes and numbered sources', () => {
  const text = timelineToTerminal(corpus, {}, 'en', plain);
  const lines = text.split('\n');
  const act = lines.findIndex((line) => line.includes('Parliament passes the Harbour Act.'));
  const figures = lines.findIndex((line) => line.includes('The first figures on passengers'));
  expect(lines[act]).toBe('March 1, 2020 · Parliament passes the Harbour Act. [1]');
  expect(lines[figures]).toMatch(/^2023 · .* \[2\]$/);
  expect(lines[figures + 1]).toBe('    They cover the year to October.');
  expect(figures).toBeGreaterThan(act);
  expect(lines.filter((line) => /^\[\d\] /.test(line)).length).toBe(2);
});

test('a filter is said; where nothing fits, how far the timeline reaches', () => {
  const some = timelineToTerminal(corpus, { from: '2022-01-01' }, 'es', plain);
  expect(some).toContain('Se publican las primeras cifras de pasajeros.');
  expect(some).not.toContain('Ley del Puerto.');
  const none = timelineToTerminal(corpus, { from: '2031-01-01' }, 'en', plain);
  expect(none).toContain('2020');
  expect(none).not.toContain('Parliament');
});

test('colour is for terminals only', () => {
  expect(timelineToTerminal(corpus, {}, 'en', plain)).not.toContain('\u001b');
  expect(timelineToTerminal(corpus, {}, 'en', { colour: true })).toContain('\u001b[1m');
});

test('the state on a day: what was in force, the event that decides it, the passages that say so', () => {
  const text = statusToTerminal(corpus, statusOn(corpus, '2020-05-01'), 'en', plain);
  expect(text).toContain('May 1, 2020');
  expect(text).toContain('in force');
  expect(text).toContain('The act was in force.');
  expect(text).toContain('Parliament passes the Harbour Act. [1]');
  expect(text).not.toContain('the ferry runs');
  const now = statusToTerminal(corpus, statusOn(corpus, '2024-05-01'), 'es', plain);
  expect(now).toContain('el transbordador sale');
});

test('a day before everything has no state', () => {
  const text = statusToTerminal(corpus, statusOn(corpus, '2010-01-01'), 'en', plain);
  expect(text).toContain('January 1, 2010:');
  expect(text).not.toContain('The act was in force.');
});

test('an entry of the glossary with its definition and sources; several by their names', () => {
  const [first] = corpus.glossary;
  if (!first) throw new Error('no entries');
  const text = termToTerminal(corpus, first, 'en', plain);
  expect(text.split('\n')[0]).toBe(first.term);
  expect(text).toContain(`${first.definition.en} [1]`);
  const several = termsToTerminal([first, { ...first, term: 'Another' }], 'es');
  expect(several.split('\n').filter((line) => line.startsWith('  - ')).length).toBe(2);
});

test('the state on a day reads from what was in force to the numbered sources', () => {
  const report = statusOn(corpus, '2020-05-01');
  expect(`\n${statusToTerminal(corpus, report, 'en', plain)}`).toMatchInlineSnapshot(`
    "
    May 1, 2020

    in force · March 1, 2020 to August 31, 2020
    The act was in force.

    What decides it
    March 1, 2020 · Parliament passes the Harbour Act. [1]

    What the sources say
    The Harbour Act of 2020 set up a ferry between Aldport and Bresk that runs every night. [1]
        Parliament of Westmark · as of March 1, 2020 · section 1

    These records speak up to June 1, 2024.

    Sources
    [1] Parliament of Westmark · "Harbour Act" · March 1, 2020 · statute · https://parliament.example/harbour-act
    "
  `);
});

test('a year with a change tells both periods, and from which day on the records begin', () => {
  const report = statusOn(corpus, '2020');
  expect(`\n${statusToTerminal(corpus, report, 'es', plain)}`).toMatchInlineSnapshot(`
    "
    2020
    Los periodos registrados empiezan el 1 de marzo de 2020. Para los días anteriores no hay ninguno.

    en vigor · del 1 de marzo de 2020 al 31 de agosto de 2020
    La ley estaba en vigor.

    Qué lo decide
    1 de marzo de 2020 · El parlamento aprueba la Ley del Puerto. [1]

    Qué dicen las fuentes
    La Ley del Puerto de 2020 creó un transbordador entre Aldport y Bresk que sale todas las noches. [1]
        Parliament of Westmark · al 1 de marzo de 2020 · sección 1

    el transbordador sale · desde el 1 de septiembre de 2020
    El transbordador sale.

    Qué dicen las fuentes
    La unión de viajeros de Bresk dijo en mayo de 2024 que el transbordador nocturno seguía en servicio. [2]
        Unión de Viajeros de Bresk · al 20 de mayo de 2024 · párr. 5

    Estos registros llegan hasta el 1 de junio de 2024.

    Fuentes
    [1] Parliament of Westmark · "Harbour Act" · 1 de marzo de 2020 · ley · https://parliament.example/harbour-act
    [2] Unión de Viajeros de Bresk · "Nadie duerme en el muelle" · 20 de mayo de 2024 · organización activista · argumenta en contra de la política · leído en una reproducción de Bresk Evening Post · sin enlace
    "
  `);
});

test('a day after the last look is marked as such and not as checked', () => {
  const text = statusToTerminal(corpus, statusOn(corpus, '2025-01-01'), 'en', plain);
  expect(text).toContain('speak up to June 1, 2024');
  expect(text).toContain('as of June 1, 2024');
  const looked = statusToTerminal(corpus, statusOn(corpus, '2024-05-01'), 'en', plain);
  expect(looked).not.toContain('as of June 1, 2024');
});

test('the timeline reads from its title over the filter and the events to the sources', () => {
  const filter = { from: '2020', to: '2020' };
  expect(`\n${timelineToTerminal(corpus, filter, 'en', plain)}`).toMatchInlineSnapshot(`
    "
    Timeline: 1 event
    2020

    March 1, 2020 · Parliament passes the Harbour Act. [1]

    Sources
    [1] Parliament of Westmark · "Harbour Act" · March 1, 2020 · statute · https://parliament.example/harbour-act
    "
  `);
});

test('how a period ended, and what else happened, follow the periods', () => {
  const report = statusOn(corpus, '2020-05-01');
  const [period] = report.periods;
  const [, event] = corpus.timeline;
  if (!period || !event) throw new Error('no period');
  const text = statusToTerminal(
    corpus,
    { ...report, periods: [{ ...period, ended: event }], events: [event] },
    'en',
    plain,
  );
  const figures = '2023 · The first figures on passengers are published. [2]';
  expect(text).toContain(`What came next\n${figures}\n`);
  expect(text).toContain(`From the same time\n${figures}\n`);
  expect(text).toContain('\n[2] Statistics Westmark');
});

test('a definition without sources has none below it', () => {
  const [first] = corpus.glossary;
  if (!first) throw new Error('no entries');
  const text = termToTerminal(corpus, { ...first, sources: [] }, 'en', plain);
  expect(text.endsWith(`${first.definition.en}\n`)).toBe(true);
});

test('that somebody looked is not said of a day after it', () => {
  const text = statusToTerminal(corpus, statusOn(corpus, '2025-01-01'), 'en', plain);
  expect(text.split('speak up to')).toHaveLength(2);
});
