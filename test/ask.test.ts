/** The straight line from a question to an answer holds, whatever is typed and whatever else is in the corpus. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, DECLINE_REASONS, shownPassages } from '../src/answer/answer.ts';
import { ask } from '../src/ask.ts';
import { buildIndex, type SearchIndex } from '../src/search/build.ts';
import { withGarden } from './helpers/garden.ts';
import { realIndex } from './helpers/indexes.ts';
import { oddText, pumped } from './helpers/odd-text.ts';

const index = realIndex();
const leadOf = (answer: Answer) => shownPassages(answer)[0]?.passage.id;

/** What holds of every answer. */
function expectSound(answer: Answer): void {
  const shown = answer.kind === 'declined' ? answer.related : shownPassages(answer);
  if (answer.kind === 'declined') expect(DECLINE_REASONS).toContain(answer.reason);
  else expect(shown.length).toBeGreaterThan(0);
  const ids = shown.map(({ passage }) => passage.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { passage, citation } of shown) {
    expect(index.corpus.passages.get(passage.id)).toBe(passage);
    expect(answer.citations[citation - 1]).toEqual({ number: citation, source: passage.source });
  }
  expect(new Set(answer.citations.map(({ source }) => source.id)).size).toBe(
    answer.citations.length,
  );
}

describe('hostile input', () => {
  test.each([
    ['nothing', '', 'gibberish'],
    ['spaces', ' \n\t ', 'gibberish'],
    ['numbers only', '2019 70000 12', 'gibberish'],
    ['control characters', '\u0000\u0001\u0002', 'gibberish'],
    ['bidirectional marks', '\u202E\u2066\u2069', 'gibberish'],
    ['half characters', '\uDC00\uD800', 'gibberish'],
    ['one letter 6,000 times', 'a'.repeat(6000), 'gibberish'],
    ['marks of the layout', '```**__~~||> # -', 'gibberish'],
    ['function words without end', 'the '.repeat(1500), 'unclear'],
    ['a name that objects know', 'hasOwnProperty valueOf isPrototypeOf', 'off-topic'],
  ])('%s is declined', (_, question, reason) => {
    expect(ask(index, question)).toMatchObject({ kind: 'declined', reason });
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'prototype',
    'hasOwnProperty',
    'length',
    'then',
  ])('a name that objects know is a word like any other: %s', (word) => {
    expectSound(ask(index, word));
    expectSound(ask(index, `what is the ${word} of MPP`));
  });

  test.each([
    ['hidden and bidirectional marks', 'Wh\u200Bat is \u202EM\u00ADPP\u2066?'],
    ['markup', '**What** is `MPP`?'],
    ['a heading', '# What is MPP?'],
    ['full-width letters', 'Ｗｈａｔ ｉｓ ＭＰＰ？'],
    ['decomposed letters and odd spaces', '\u00A0What\u2003is  MPP?'],
    ['a half character', 'What is MPP?\uD800'],
    ['capitals', 'WHAT IS MPP'],
  ])('the same question is understood with %s', (_, question) => {
    expect(ask(index, question)).toEqual(ask(index, 'What is MPP?'));
  });

  test.each([
    ['a mention', '<@123456789012345678> What is MPP?'],
    ['an emoji', 'What is MPP? <:think:123456789012345678>'],
    ['an address', 'What is MPP? https://example.com/news/2019/12345-what'],
  ])('%s beside a question is no part of it', (_, question) => {
    expect(ask(index, question)).toEqual(ask(index, 'What is MPP?'));
  });

  test('any text has a sound answer, and the same one again', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const answer = ask(index, text);
        expectSound(answer);
        expect(ask(index, text)).toEqual(answer);
      }),
      { numRuns: 150 },
    );
  });

  test('6,000 characters of anything are answered soon', () => {
    for (const text of [
      ...pumped(6000),
      ...pumped(3000).map((half) => `what is mpp ${half}${half}`),
    ]) {
      const start = performance.now();
      expectSound(ask(index, text));
      expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(1000);
    }
  });
});

describe('the language of the answer', () => {
  test('is that of the question, of the fallback, or the one that was chosen', () => {
    expect(ask(index, '¿Qué es MPP?').language).toBe('es');
    expect(ask(index, 'MPP', { fallback: 'es' }).language).toBe('es');
    expect(ask(index, 'What is MPP?', { language: 'es' }).language).toBe('es');
  });

  test('changes nothing of what is found', () => {
    for (const question of ['What is MPP?', 'How many people were returned to Mexico?']) {
      const [english, spanish] = (['en', 'es'] as const).map((language) =>
        ask(index, question, { language }),
      );
      expect(spanish?.kind).toBe(english?.kind);
    }
  });
});

/** Some of the questions that were written for one passage or overview alone. */
function writtenQuestions(): string[] {
  const { passages, overviews } = index.corpus;
  const all = [...passages.values(), ...overviews].flatMap(({ questions }) => [
    ...questions.en,
    ...questions.es,
  ]);
  return all.filter(
    (question, i) => i % 60 === 0 && all.indexOf(question) === all.lastIndexOf(question),
  );
}

test('what is written for the corpus is answered, save for what the guard takes', () => {
  const questions = [...writtenQuestions(), 'What is it?', '¿Qué es?'];
  const declined = questions.filter(
    (question) => index.guard(question).kind === 'pass' && ask(index, question).kind === 'declined',
  );
  expect(declined).toEqual([]);
});

describe('a source about something else', () => {
  let larger: SearchIndex;
  beforeAll(() => {
    larger = buildIndex(withGarden(index.corpus));
  });

  test('never changes what an answered question is answered with first', () => {
    const changed = writtenQuestions().filter((question) => {
      const before = leadOf(ask(index, question));
      return before !== undefined && leadOf(ask(larger, question)) !== before;
    });
    expect(changed).toEqual([]);
  });

  test('is found by who asks for it', () => {
    expect(leadOf(ask(larger, 'when do tomatoes ripen'))).toBe('garden-almanac-2020#f01');
    expect(leadOf(ask(larger, 'como se podan las rosas'))).toBe('garden-almanac-2020#f02');
    expect(ask(index, 'when do tomatoes ripen').kind).toBe('declined');
  });
});
