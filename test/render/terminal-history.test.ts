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
