/** The quality that is recorded holds, and the page says what the record says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realIndex } from '../helpers/indexes.ts';
import { EVALUATION_PAGE, pageWithFigures } from './docs.ts';
import { compareWithRecord, readRecord, TOLERANCE, takeFigures } from './record.ts';
import { OWN_SETS, ownSet } from './sets.ts';

const figures = {
  n: 100,
  at1: 80,
  at3: 90,
  shown: 90,
  wrongDeclines: 4,
  declined: 70,
  language: 98,
};
const setOf = (changes: Partial<typeof figures>) => ({
  sets: { narrow: { all: { ...figures, ...changes } } },
});

test(`no figure of the development sets is more than ${TOLERANCE} points worse than the record`, () => {
  const now = takeFigures(realIndex());
  const { worse, better } = compareWithRecord(now, readRecord());
  expect(worse).toEqual([]);
  if (better.length > 0) {
    process.stdout.write(
      `better than the record, so raise it with "npm run eval -- --record --docs":\n  ${better.join('\n  ')}\n`,
    );
  }
});

test('a fall beyond the tolerance is told, of every figure that is held', () => {
  const worse = { at1: 77.9, at3: 87.9, wrongDeclines: 6.1, declined: 67.9, language: 95.9 };
  expect(compareWithRecord(setOf(worse), setOf({})).worse).toHaveLength(5);
  expect(compareWithRecord(setOf({ wrongDeclines: 6.1 }), setOf({})).worse).toEqual([
    'narrow: wrongDeclines 6.1, recorded 4',
  ]);
});

test('a fall within the tolerance is not', () => {
  const bit = { at1: 78, at3: 88, wrongDeclines: 6, declined: 68, language: 96 };
  expect(compareWithRecord(setOf(bit), setOf({}))).toEqual({ worse: [], better: [] });
});

test('what is better is told', () => {
  expect(compareWithRecord(setOf({ at3: 92, wrongDeclines: 2 }), setOf({})).better).toHaveLength(2);
});

test('a set that is not there, as the shared one in a fresh clone, is passed over', () => {
  expect(compareWithRecord({ sets: {} }, setOf({}))).toEqual({ worse: [], better: [] });
});

test(`${EVALUATION_PAGE} shows the record (else run: npm run eval -- --docs)`, () => {
  const page = readFileSync(EVALUATION_PAGE, 'utf8');
  expect(page).toBe(pageWithFigures(page, readRecord()));
});

test.each(OWN_SETS)(
  '%s: ids are unique, the halves make up the whole, every pattern is one, and what has no answer has none',
  (name) => {
    const rows = ownSet(name);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(ownSet(name, 'dev').length + ownSet(name, 'test').length).toBe(rows.length);
    for (const { answerable, answers, passages = [], okAnswers = [] } of rows) {
      expect(answers.length + passages.length > 0).toBe(answerable);
      for (const pattern of [...answers, ...okAnswers]) new RegExp(pattern, 'i');
    }
  },
);

test('hardly a row of a set is a question of the corpus: copied rows would measure nothing', () => {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const { passages, overviews } = realIndex().corpus;
  const written = new Set(
    [...passages.values(), ...overviews].flatMap(({ questions: { en, es } }) =>
      [...en, ...es].map(plain),
    ),
  );
  for (const name of ['narrow', 'decline', 'strangers', 'chat'] as const) {
    const rows = ownSet(name);
    const same = rows.filter(({ question }) => written.has(plain(question)));
    // Two people who ask for one short fact in plain words may well use the same ones.
    expect(same.length / rows.length, same.map(({ id }) => id).join(' ')).toBeLessThan(0.03);
  }
});
