/** What the guard sees in a question, and what it leaves alone. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { createGuard, type GuardVerdict } from '../../src/question/guard.ts';
import { ADVICE, DANGER, PASS, PERSONAL_DATA } from './guard-cases.ts';

const corpus = loadCorpus('corpus');
const guard = createGuard(corpus.safety);
const labelOf = (id: string) => corpus.safety.personalData.find((kind) => kind.id === id)?.label;

describe('personal data', () => {
  for (const [id, questions] of Object.entries(PERSONAL_DATA)) {
    test.each(questions)(`sees ${id}: %s`, (question) => {
      expect(guard(question)).toEqual({ kind: 'personal-data', seen: [labelOf(id)] });
    });
  }

  test('covers every kind that the corpus describes', () => {
    expect(Object.keys(PERSONAL_DATA).sort()).toEqual(
      corpus.safety.personalData.map(({ id }) => id).sort(),
    );
  });

  test('names every kind once when there are several', () => {
    const seen = ['phone', 'email'].map(labelOf);
    const verdict = guard('202-555-0143, 202-555-0144 or ana@example.org');
    expect(verdict).toEqual({ kind: 'personal-data', seen: expect.arrayContaining(seen) });
    expect((verdict as { seen: unknown[] }).seen).toHaveLength(2);
  });

  test.each([
    'my number is 202\u2011555\u20110143',
    'A\u200B123456789',
    'Ａ１２３４５６７８９',
    'ana\u00AD@example.org',
  ])('sees through other dashes, widths and invisible characters: %s', (question) => {
    expect(guard(question).kind).toBe('personal-data');
  });

  test('never says the value', () => {
    expect(JSON.stringify(guard('my A-number is A123456789'))).not.toMatch(/\d/);
  });
});

describe('danger', () => {
  test.each(DANGER)('sees: %s', (question) => expect(guard(question).kind).toBe('danger'));

  test('comes before personal data and advice', () => {
    expect(guard('they have my son, my number is 956-555-0143, should I pay?').kind).toBe('danger');
  });
});

describe('advice', () => {
  test.each(ADVICE)('sees: %s', (question) => expect(guard(question).kind).toBe('advice'));

  test('comes after personal data', () => {
    expect(guard('can I appeal? my A-number is A123456789').kind).toBe('personal-data');
  });
});

describe('questions about the policy', () => {
  const { en, es } = corpus.safety.notTriggers;
  test.each([...PASS, ...en, ...es])('pass: %s', (question) => {
    expect(guard(question)).toEqual({ kind: 'pass' });
  });
});

interface Row {
  id: string;
  question: string;
  expect?: GuardVerdict['kind'];
  answerable?: boolean;
  tag?: string;
}

const readRows = (name: string): Row[] =>
  readFileSync(`test/eval/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The phrases were tuned on rows of odd ids only. */
const isHeldOut = ({ id }: Row) => Number(id.slice(1)) % 2 === 0;

/** Part of the rows on which the guard comes to `kind`; 0 to 1. */
const shareOf = (rows: readonly Row[], kind: GuardVerdict['kind']) =>
  rows.filter(({ question }) => guard(question).kind === kind).length / rows.length;

describe('rates on the evaluation rows', () => {
  const rows = readRows('guard');
  test.each([
    ['personal-data', 0.98],
    ['danger', 0.95],
    ['pass', 0.99],
  ] as const)('%s: at least %d, also on the held-out half', (kind, least) => {
    const expected = rows.filter((row) => row.expect === kind);
    expect(shareOf(expected, kind)).toBeGreaterThanOrEqual(least);
    expect(shareOf(expected.filter(isHeldOut), kind)).toBeGreaterThanOrEqual(least);
  });

  test('advice: at least 0.95 of the rows that ask for it', () => {
    const expected = readRows('decline').filter(({ tag }) => tag === 'legal-advice');
    expect(shareOf(expected, 'advice')).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['narrow', 'broad'])('false alarms on %s: under 1 %%', (name) => {
    const answerable = readRows(name).filter((row) => row.answerable);
    expect(shareOf(answerable, 'pass')).toBeGreaterThan(0.99);
  });

  test("false alarms on the corpus's own questions: under 0.1 %", () => {
    const written = [
      ...[...corpus.passages.values()].map(({ questions }) => questions),
      ...corpus.overviews.map(({ questions }) => questions),
      ...corpus.disagreements.map(({ questions }) => questions),
    ].flatMap(({ en, es }) => [...en, ...es]);
    const alarms = written.filter((question) => guard(question).kind !== 'pass');
    expect(alarms.length / written.length, alarms.join('\n')).toBeLessThan(0.001);
  });
});

describe('whatever is typed', () => {
  const kinds = ['pass', 'personal-data', 'danger', 'advice'];

  test('gets a verdict', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(kinds).toContain(guard(text).kind);
      }),
    );
  });

  // Each repeats what some pattern begins with and never ends it; a pattern that backtracks would not come back.
  const HOSTILE = [
    'a',
    '1',
    '-',
    '.',
    '@',
    '(',
    '+',
    ' ',
    'a@',
    'a.',
    '1 ',
    '1-',
    'A1',
    'A-',
    '+1 ',
    '(1',
    '1 a a a ',
    'calle a ',
    'apt 1',
    'passport a ',
    'born a ',
    'phone ',
    'case no ',
    'x at x ',
    'my my brother ',
    'my next ',
    'if i can i ',
    'they have a ',
    'me ',
    'no ',
    'worry alone scared ',
    '{kin} ',
    '\u200B',
    '\u0301',
    'ﷺ',
  ];

  test('is read in bounded time, however it repeats', () => {
    const unit = fc.constantFrom(...HOSTILE);
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 3 }), (units) => {
        const text = units.join('').repeat(6000).slice(0, 6000);
        expect(kinds).toContain(guard(text).kind);
      }),
      { numRuns: 200 },
    );
  });
});
