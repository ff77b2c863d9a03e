/** A button's receipt gives the same answer again, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, shownPassages } from '../../src/answer/answer.ts';
import { answerWithOverview, answerWithPassages } from '../../src/answer/decide.ts';
import { passageKey, receiptOf, replayReceipt, withoutGone } from '../../src/answer/receipt.ts';
import { ask } from '../../src/ask.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import { realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

const { corpus } = realIndex();
const passages = [...corpus.passages.values()];
const idsOf = (answer: Answer) => shownPassages(answer).map(({ passage }) => passage.id);
const version = corpus.hash.slice(0, 6);

describe('a round trip', () => {
  test.each([
    'What is MPP?',
    'How many people were returned to Mexico?',
    '¿Cuántos fueron secuestrados según Human Rights First?',
    'who was the judge in Texas v. Biden',
    'how many under Trump and under Biden',
  ])('%s', (question) => {
    const answer = ask(realIndex(), question);
    if (answer.kind === 'declined') throw new Error('was declined');
    const receipt = receiptOf(corpus, answer);
    expect(receipt.length).toBeLessThanOrEqual(60);
    const again = replayReceipt(corpus, receipt, answer.language);
    expect(again?.kind).toBe(answer.kind);
    expect(again && idsOf(again)).toEqual(idsOf(answer));
    expect(again?.citations).toEqual(answer.citations);
    expect(again?.language).toBe(answer.language);
  });

  test('any one to three passages', () => {
    const some = fc.uniqueArray(fc.constantFrom(...passages), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(some, fc.constantFrom('en', 'es'), (shown, language) => {
        const answer = answerWithPassages(
          corpus,
          { language },
          shown.map((passage) => ({ passage, score: 1 })),
        );
        const again = replayReceipt(corpus, receiptOf(corpus, answer), language);
        expect(again && idsOf(again)).toEqual(shown.map(({ id }) => id));
      }),
    );
  });

  test('any overview, with any passage as the closest', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...corpus.overviews),
        fc.option(fc.constantFrom(...passages), { nil: undefined }),
        (overview, closest) => {
          const answer = answerWithOverview(corpus, { language: 'en' }, overview, closest);
          const receipt = receiptOf(corpus, answer);
          expect(receipt.length).toBeLessThanOrEqual(60);
          const again = replayReceipt(corpus, receipt, 'en');
          expect(again && idsOf(again)).toEqual(idsOf(answer));
        },
      ),
    );
  });
});

test('no two passages of the corpus have the same key', () => {
  expect(new Set(passages.map(({ id }) => passageKey(id))).size).toBe(passages.length);
});

describe('what no answer has', () => {
  const keys = passages.slice(0, 4).map(({ id }) => passageKey(id));
  const [a, b, c, d] = keys as [string, string, string, string];
  const [overview] = corpus.overviews;

  test.each([
    ['nothing', ''],
    ['no passages', `${version}.p.`],
    ['an unknown passage', `${version}.p.AAAAAA`],
    ['one unknown among known ones', `${version}.p.${a}AAAAAA`],
    ['half a key more', `${version}.p.${a}abc`],
    ['more passages than are shown', `${version}.p.${a}${b}${c}${d}`],
    ['the same passage twice', `${version}.p.${a}${a}`],
    ['a closest passage beside passages', `${version}.p.${a}.${b}`],
    ['an unknown overview', `${version}.o.nothing`],
    ['an overview that objects know', `${version}.o.constructor`],
    ['an overview with an unknown closest passage', `${version}.o.${overview?.id}.AAAAAA`],
    ['another kind', `${version}.x.${a}`],
    ['a version that is none', `zzzzzz.p.${a}`],
    ['something in front', ` ${version}.p.${a}`],
    ['something behind', `${version}.p.${a}\n`],
  ])('is refused: %s', (_, receipt) => {
    expect(replayReceipt(corpus, receipt, 'en')).toBeUndefined();
  });

  test.each(['#x', '#x12345', '#dAAAAAA', `#jAAAAAA`, '#jAAA', '#202101'])(
    'is refused: a mark that says nothing (%s)',
    (mark) => {
      expect(replayReceipt(corpus, `${version}.p.${a}`, 'en')).toBeDefined();
      expect(replayReceipt(corpus, `${version}.p.${a}${mark}`, 'en')).toBeUndefined();
    },
  );

  test('any text is refused or gives an answer, never an error', () => {
    const near = fc
      .tuple(fc.constantFrom('p', 'o'), fc.string({ maxLength: 30 }))
      .map(([kind, rest]) => `${version}.${kind}.${rest}`);
    fc.assert(
      fc.property(fc.oneof(oddText, near), (receipt) => {
        expect(replayReceipt(corpus, receipt, 'en')).toBeUndefined();
      }),
    );
  });
});

describe('an answer between a narrow and a broad one', () => {
  const [overview] = corpus.overviews;
  const ranked = passages.slice(0, 2).map((passage) => ({ passage, score: 1 }));
  const answer = answerWithPassages(corpus, { language: 'es' }, ranked, overview);
  const receipt = receiptOf(corpus, answer);

  test('keeps its way to the overview', () => {
    expect(receipt.length).toBeLessThanOrEqual(60);
    const again = replayReceipt(corpus, receipt, 'es');
    expect(again).toMatchObject({ kind: 'passages', overview: { id: overview?.id } });
    expect(again && receiptOf(corpus, again as typeof answer)).toBe(receipt);
  });

  test('is whole without an overview that is gone', () => {
    const without = { ...corpus, overviews: corpus.overviews.slice(1) };
    const again = replayReceipt(without, receipt, 'es');
    expect(again && idsOf(again)).toEqual(idsOf(answer));
    expect(again).toMatchObject({ overview: undefined });
  });
});

describe('what is left of a receipt when the corpus loses something', () => {
  const [first, second, third] = passages as [Passage, Passage, Passage];
  const keys = (...some: Passage[]) => some.map(({ id }) => passageKey(id)).join('');
  const losing = (...gone: Passage[]) => ({
    ...corpus,
    passages: new Map([...corpus.passages].filter(([, passage]) => !gone.includes(passage))),
  });
  const told = `${version}.p.${keys(first, second, third)}#n#dAAAAAA`;

  test('passages behind the first, and a disagreement, are left out', () => {
    const left = withoutGone(losing(second), told);
    expect(left).toBe(`${version}.p.${keys(first, third)}#n`);
    const again = replayReceipt(losing(second), left ?? '', 'en');
    expect(again && idsOf(again)).toEqual([first.id, third.id]);
  });

  test('without its lead nothing is', () => {
    expect(withoutGone(losing(first), told)).toBeUndefined();
    expect(withoutGone(corpus, `${version}.o.no-such-overview`)).toBeUndefined();
    expect(withoutGone(corpus, 'nonsense')).toBeUndefined();
  });

  test('an overview loses the passage that was closest and those that were added', () => {
    const { id } = corpus.overviews[0] ?? {};
    const receipt = `${version}.o.${id}.${keys(first)}#j${keys(second, third)}`;
    expect(withoutGone(losing(first, second), receipt)).toBe(`${version}.o.${id}#j${keys(third)}`);
    expect(withoutGone(corpus, receipt)).toBe(receipt);
  });
});

describe('what an answer was looked at through', () => {
  const [first, second] = passages as [Passage, Passage];
  const [asked] = corpus.disagreements;
  const [overview] = corpus.overviews;
  if (!asked || !overview) throw new Error('no disagreement');
  const lens = { asOf: '2021-06-01', present: true, asked, judged: [second] };
  const marks = `#n#20210601#d${passageKey(asked.id)}#j`;

  test('stands in the receipt of passages, and comes back with it', () => {
    const plain = answerWithPassages(corpus, { language: 'en' }, [{ passage: first, score: 1 }]);
    const receipt = receiptOf(corpus, { ...plain, lens });
    expect(receipt).toBe(`${version}.p.${passageKey(first.id)}${marks}`);
    expect(replayReceipt(corpus, receipt, 'en')?.lens).toEqual({ ...lens, judged: [] });
    expect(receiptOf(corpus, plain)).toBe(`${version}.p.${passageKey(first.id)}`);
  });

  test('stands in the receipt of an overview with the passages that were added', () => {
    const plain = answerWithOverview(corpus, { language: 'en' }, overview);
    const receipt = receiptOf(corpus, { ...plain, lens });
    expect(receipt).toBe(`${version}.o.${overview.id}${marks}${passageKey(second.id)}`);
    expect(replayReceipt(corpus, receipt, 'en')?.lens).toEqual(lens);
  });

  test('is kept but for a disagreement that is gone', () => {
    const receipt = `${version}.p.${passageKey(first.id)}${marks}`;
    expect(withoutGone(corpus, receipt)).toBe(receipt);
    const without = { ...corpus, disagreements: corpus.disagreements.slice(1) };
    expect(withoutGone(without, receipt)).toBe(`${version}.p.${passageKey(first.id)}#n#20210601#j`);
  });
});
