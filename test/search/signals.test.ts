/** Each signal rises when what it stands for is there, and falls when it isn't. */
import { describe, expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { createMatcher } from '../../src/search/match.ts';
import { readSignals, SIGNAL_NAMES, type Signals } from '../../src/search/signals.ts';
import { fixtureIndex, fixtureIndexWith } from '../helpers/indexes.ts';

const FERRY = 'harbour-act-2020#f01';
const FARES = 'harbour-act-2020#f02';
const TICKETS = 'westmark-statistics-2023#f01';
const STILL_RUNNING = 'bresk-riders-union-2024#f02';

function unitOf(id: string) {
  const unit = fixtureIndex().units.find(({ target }) =>
    target.kind === 'passage' ? target.passage.id === id : target.overview.id === id,
  );
  if (!unit) throw new Error(`no unit ${id}`);
  return unit;
}

function signalsOf(question: string, id: string): Signals {
  const index = fixtureIndex();
  const query = analyseQuestion(question, index.lexicon);
  const all = readSignals(query, createMatcher(query, index), index.units, index);
  return all[index.units.indexOf(unitOf(id))] as Signals;
}

describe.each([
  [
    'coverage',
    'the more of the question is covered',
    [TICKETS, 'passengers counted'],
    [TICKETS, 'passengers counted bicycles'],
  ],
  ['coverage', 'in either language', [TICKETS, 'pasajeros'], [TICKETS, 'coronas']],
  [
    'ownCoverage',
    'when the passage itself says it, not only its questions',
    [FERRY, 'Aldport Bresk'],
    [FERRY, 'law'],
  ],
  [
    'question',
    'when one written question covers it',
    [FARES, 'How much does the night ferry cost?'],
    [FARES, 'cost of the Harbour Act'],
  ],
  [
    'wording',
    'the closer a written question is',
    [FERRY, 'What is the night ferry?'],
    [FERRY, 'What was a ferry at night?'],
  ],
  [
    'agreement',
    'when several written questions are close',
    [TICKETS, 'night ferry passengers'],
    [STILL_RUNNING, 'night ferry passengers'],
  ],
  [
    'context',
    'when its source is named',
    [FERRY, 'Parliament of Westmark'],
    [STILL_RUNNING, 'Parliament'],
  ],
  ['numbers', 'when it states the number', [FERRY, 'ferry 2020'], [FERRY, 'ferry 2031']],
  ['otherNumbers', 'when it lacks the number', [FERRY, 'ferry 2031'], [FERRY, 'ferry 2020']],
  [
    'askedFor',
    'when it states an amount and one is asked for',
    [TICKETS, 'how many passengers'],
    [STILL_RUNNING, 'how many passengers'],
  ],
  [
    'askedFor',
    'the more exact the date that it states is, where one is asked for',
    [STILL_RUNNING, 'when was the ferry running'],
    [FERRY, 'when was the ferry running'],
  ],
  [
    'exact',
    'for the very words of a written question',
    [FARES, 'How much does the night ferry cost?'],
    [FARES, 'ferry price'],
  ],
  [
    'meant',
    'the more of its texts hold the words',
    [FERRY, 'Aldport Bresk'],
    [TICKETS, 'Aldport Bresk'],
  ],
  [
    'words',
    'when its texts put it in the same words, function words too',
    [FARES, 'How much does it cost?'],
    [STILL_RUNNING, 'How much does it cost?'],
  ],
  [
    'letters',
    'for letters in common that make up no word in common',
    [TICKETS, 'pasengrs'],
    [FARES, 'pasengrs'],
  ],
] as const)('%s', (name, when, [unit, question], [otherUnit, otherQuestion]) => {
  test(`is larger ${when}`, () => {
    const more = signalsOf(question, unit)[name];
    const less = signalsOf(otherQuestion, otherUnit)[name];
    expect(more).toBeGreaterThan(less);
  });
});

test('each stays in its range, for any unit', () => {
  const { units, lexicon } = fixtureIndex();
  for (const question of [
    '',
    'What is the Night Ferry Scheme?',
    'How many in 2023 or 2031',
    'pizza',
    '¿Quién?',
  ]) {
    const query = analyseQuestion(question, lexicon);
    const matcher = createMatcher(query, fixtureIndex());
    for (const signals of readSignals(query, matcher, units, fixtureIndex())) {
      for (const name of SIGNAL_NAMES) {
        const isOfTexts = name === 'meant' || name === 'words' || name === 'letters';
        const isSigned = name === 'askedFor' || name === 'latent' || name === 'latentText';
        const [least, most] = isOfTexts ? [-4, 4] : [isSigned ? -1.000001 : 0, 1.000001];
        expect(signals[name], name).toBeGreaterThanOrEqual(least);
        expect(signals[name], name).toBeLessThanOrEqual(most);
      }
    }
  }
});

test('a word that the corpus writes exactly so is found exactly', () => {
  expect(signalsOf('How much does the night ferry cost?', FARES)).toMatchObject({
    coverage: 1,
    numbers: 0,
  });
  expect(signalsOf('How much does the night ferry cost?', FARES).exact).toBeCloseTo(1);
});

test('numbers and what is asked for say nothing of an overview', () => {
  expect(signalsOf('how many in 2031', 'night-ferry')).toMatchObject({
    otherNumbers: 0,
    askedFor: 0,
  });
});

test('many written questions that are alike agree no more than the closest of them', () => {
  const asked = ['', ' up', ' down', ' here', ' there', ' again'].map(
    (end) => `Which goats ride the lift${end}?`,
  );
  const index = fixtureIndexWith({
    'lift-2022': [{ en: 'Brown goats ride it.', questions: asked }],
  });
  const query = analyseQuestion('Which goats ride the lift?', index.lexicon);
  const [best] = readSignals(query, createMatcher(query, index), index.units, index).sort(
    (a, b) => b.wording - a.wording,
  );
  expect(best?.wording).toBeCloseTo(1, 5);
  expect(best?.agreement).toBeLessThan(1);
  expect(best?.agreement).toBeGreaterThan(0.5);
});
