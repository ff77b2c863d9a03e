/** A question that isn't answered: what is said, and what can be done next. */
import { describe, expect, test } from 'vitest';
import type { DeclinedAnswer } from '../../src/answer/answer.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { passagesOnPage, renderAnswer } from '../../src/render/answer.ts';
import { declinedLines } from '../../src/render/declined.ts';
import { makeDeclinedAnswer, makePassage } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

const { corpus } = fixtureIndex();
const harbour = makePassage();
const declined = (given: Partial<DeclinedAnswer> = {}) =>
  makeDeclinedAnswer({ searched: { sources: 12, newest: '2024-05-20' }, ...given });
const lines = (given: Partial<DeclinedAnswer>, from?: typeof corpus) =>
  declinedLines(declined(given), catalogs.en, from).join('\n');

describe('why', () => {
  test('what was searched is told where that helps', () => {
    expect(lines({})).toContain('12 sources');
    for (const reason of ['unsafe', 'personal-data', 'chit-chat', 'gibberish'] as const)
      expect(lines({ reason })).not.toContain('12 sources');
  });

  test('the card of the corpus stands in place of the general words', () => {
    expect(lines({ reason: 'unsafe' }, corpus)).toContain('If you are in danger\nCall 911.');
    expect(lines({ reason: 'unsafe' })).not.toContain('Call 911.');
  });

  test('kinds of personal data are named, in the card and without one', () => {
    const seen = [{ en: 'a ticket number', es: 'un número de billete' }];
    expect(lines({ reason: 'personal-data', seen }, corpus)).toContain(
      'Your message seems to contain a ticket number.',
    );
    expect(lines({ reason: 'personal-data', seen })).toContain('a ticket number');
    expect(lines({ reason: 'personal-data' }, corpus)).toContain(
      `seems to contain ${catalogs.en.answer.personalDetails}.`,
    );
    expect(lines({ reason: 'personal-data' })).not.toContain('a ticket number');
  });

  test('a day that the answer was restricted to, only where nothing was known by then', () => {
    const until = { day: '2020-01-01', laterAnswers: true };
    expect(lines({ until })).toContain('January 1, 2020');
    expect(lines({ until, reason: 'off-topic' })).not.toContain('January 1, 2020');
    expect(lines({})).not.toContain('January 1, 2020');
  });
});

test('what is only related can be opened, and a question that is suggested can be asked', () => {
  const answer = declined({
    related: [{ passage: harbour, citation: 1, score: 1 }],
    citations: [{ number: 1, source: harbour.source }],
    suggestions: ['How many ships came?'],
  });
  const actions = {
    openSource: (id: string) => `source:${id}`,
    suggest: (question: string) => `suggest:${question}`,
  };
  expect(controlsOf(renderAnswer(answer, { actions }))).toEqual([
    'How many ships came?',
    'About source 1',
  ]);
  expect(controlsOf(renderAnswer(answer))).toEqual([]);
  expect(textsOf(renderAnswer(answer)).join('\n')).toContain('The harbour took 300 ships. [1]');
});

test('nothing that is only related counts as shown', () => {
  const related = [{ passage: harbour, citation: 1, score: 1 }];
  expect(passagesOnPage(declined({ related }), {})).toEqual([]);
});
