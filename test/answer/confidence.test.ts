/** How likely an answer is right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ConfidenceModel,
  confidenceModel,
  confidenceOf,
  EVIDENCE_NAMES,
  gatherEvidence,
} from '../../src/answer/confidence.ts';
import { analyseAndSearch } from '../../src/ask.ts';
import type { SearchResult } from '../../src/search/search.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

function evidenceFor(question: string, index = fixtureIndex()) {
  const { query, found } = analyseAndSearch(index, question);
  const evidence = gatherEvidence(query, found);
  if (!evidence) throw new Error(`nothing found for ${question}`);
  return evidence;
}

describe('the evidence', () => {
  test.each([
    ['coverage', 'night ferry', 'night ferry balloon'],
    ['togetherCoverage', 'night ferry crowns passengers', 'night ferry balloon elephant'],
    ['meant', 'night ferry', 'night ferry balloon'],
    [
      'perLetter',
      'How much does the night ferry cost?',
      'How much does the elephant balloon cost?',
    ],
    [
      'namesMissing',
      'did the Elephant take the night ferry',
      'did the elephant take the night ferry',
    ],
    ['attributeMissing', 'how old is the night ferry captain', 'how is the night ferry captain'],
    ['form foretold', 'who will run the ferry', 'who ran the ferry'],
    ['form opinion', 'do you like the ferry', 'do people like the ferry'],
    ['unknown', 'night ferry balloon', 'night ferry'],
    ['rarestMissing', 'night ferry balloon', 'night ferry'],
    [
      'focusMissing',
      'how many balloons took the night ferry',
      'how many people took the night ferry',
    ],
    ['statesAsked', 'how many passengers took the night ferry', 'who took the night ferry'],
    ['brevity', 'ferry', 'night ferry passengers counted'],
    ['terms', 'night ferry passengers counted', 'ferry'],
    ['wordCount', 'so what is it about this night ferry', 'night ferry'],
    ['otherNumbers', 'Harbour Act of 2031', 'Harbour Act of 2020'],
    ['overview', 'What is the Night Ferry Scheme?', 'How much does the night ferry cost?'],
    ['asks number', 'how many took the ferry', 'when did the ferry start'],
    ['form toBot', 'do you like the ferry', 'do people like the ferry'],
  ] as const)('%s is more for "%s" than for "%s"', (name, more, less) => {
    expect(evidenceFor(more)[name]).toBeGreaterThan(evidenceFor(less)[name]);
  });

  test('is missing when nothing was found', () => {
    const { query, found } = analyseAndSearch(fixtureIndex(), 'pizza');
    expect(gatherEvidence(query, found)).toBeUndefined();
  });

  test('length counts no more from some length on', () => {
    const long = `night ferry ${'balloon elephant story house '.repeat(10)}`;
    expect(evidenceFor(long)).toMatchObject({ wordCount: 1 });
    expect(evidenceFor(long).terms).toBeLessThanOrEqual(1);
  });

  /** The evidence for a question of two words, of which units hold some; each unit with its score. */
  const made = (...ranked: [score: number, holds: number[], signals?: object][]) => {
    const { query, found } = analyseAndSearch(fixtureIndex(), 'night ferry');
    const { signals } = found.ranked[0]!;
    const none = Object.fromEntries(Object.keys(signals).map((name) => [name, 0]));
    const matcher = {
      slots: [{ idf: 3 }, { idf: 1 }],
      total: 4,
      hits: new Map([0, 1].map((slot) => [slot, [{ slot, weight: 1 }]])),
    };
    const units = ranked.map(([score, holds, given]) => ({
      score,
      signals: { ...none, ...given },
      unit: { context: [], texts: [{ terms: holds }], target: { kind: 'passage' } },
    }));
    return gatherEvidence({ ...query, focus: [0, 1], names: [0], attributes: [1] }, {
      matcher,
      ranked: units,
    } as unknown as SearchResult);
  };

  test('is what the lead holds and lacks, by how rare it is', () => {
    expect(made([2, [1]])).toMatchObject({
      score: 2,
      margin: 2,
      focusMissing: 0.5,
      namesMissing: 1,
      attributeMissing: 0,
      rarestMissing: 0.3,
      togetherCoverage: 0.25,
      brevity: 0.5,
    });
    expect(made([2, [0, 1]])).toMatchObject({ focusMissing: 0, rarestMissing: 0 });
  });

  test('looks at three units together, not at a fourth', () => {
    const none: [number, number[]] = [1, []];
    expect(made([2, [1]], none, [1, [0]])).toMatchObject({ margin: 1, togetherCoverage: 1 });
    expect(made([2, [1]], none, none, [1, [0]])).toMatchObject({ togetherCoverage: 0.25 });
    const states: [number, number[], object] = [1, [], { askedFor: 1 }];
    expect(made(none, none, states)?.statesAsked).toBe(1);
    expect(made(none, none, none, states)?.statesAsked).toBe(0);
  });

  test('shares the probability among all that was found', () => {
    const alike = made(...Array.from({ length: 6 }, (): [number, number[]] => [5, []]));
    expect(alike?.likeliest).toBeCloseTo(1 / 6);
    expect(alike?.amongThree).toBeCloseTo(1 / 2);
    const clear = made([99, []], [1, []]);
    expect(clear?.likeliest).toBeCloseTo(1);
  });

  test('is more for each word and letter the fewer there are', () => {
    const alike = made([1, [], { words: 0.5, letters: 0.5 }]);
    // Two words of twenty, eleven letters of forty.
    expect(alike?.perWord).toBeCloseTo(0.5 / (2 / 20));
    expect(alike?.perLetter).toBeCloseTo(0.5 / (11 / 40));
  });

  test('is finite for any text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { query, found } = analyseAndSearch(realIndex(), text);
        const evidence = gatherEvidence(query, found);
        for (const name of EVIDENCE_NAMES) {
          expect(evidence === undefined || Number.isFinite(evidence[name]), name).toBe(true);
        }
      }),
    );
  });
});

describe('the probability', () => {
  const none = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, 0])) as ReturnType<
    typeof evidenceFor
  >;
  const model: ConfidenceModel = {
    bias: 0,
    weights: { ...none, coverage: 2, unknown: -2 },
    threshold: 0.5,
  };

  test('is ½ without evidence and bias, more with what speaks for it, less with what speaks against it', () => {
    expect(confidenceOf(none, model)).toBe(0.5);
    expect(confidenceOf({ ...none, coverage: 1 }, model)).toBeGreaterThan(0.5);
    expect(confidenceOf({ ...none, unknown: 1 }, model)).toBeLessThan(0.5);
  });

  test('has a weight for every piece of evidence, and a threshold within reason', () => {
    expect(Object.keys(confidenceModel.weights)).toEqual([...EVIDENCE_NAMES]);
    expect(confidenceModel.threshold).toBeGreaterThan(0);
    expect(confidenceModel.threshold).toBeLessThan(1);
  });

  test('is larger for what the corpus answers than for what it does not', () => {
    const answered = [
      'How many people took the night ferry in 2023?',
      'is the ferry still running',
    ];
    const not = ['how many elephants took the night ferry', 'who said the ferry is too crowded'];
    for (const yes of answered) {
      for (const no of not) {
        expect(confidenceOf(evidenceFor(yes))).toBeGreaterThan(confidenceOf(evidenceFor(no)));
      }
    }
  });
});
