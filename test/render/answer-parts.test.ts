/** What stands around the passages of an answer: headings, disagreements, small lines, rows of buttons, pages. */
import { describe, expect, test } from 'vitest';
import { type Answer, type CommunityAnswer, PLAIN_LENS } from '../../src/answer/answer.ts';
import type { Disagreement, Topic } from '../../src/corpus/schema.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { passagesOnPage, type RenderOptions, renderAnswer } from '../../src/render/answer.ts';
import { LIMITS } from '../../src/render/limits.ts';
import {
  makeDeclinedAnswer,
  makeOverviewAnswer,
  makePassage,
  makePassagesAnswer,
  makeSource,
} from '../helpers/answers.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const harbour = makePassage();
const riders = makePassage({
  source: makeSource({ id: 'riders', publisher: 'Riders Union' }),
  text: { en: 'The union counted 240 ships.', es: 'El sindicato contó 240 barcos.' },
});
const pageOf = (answer: Answer, options: RenderOptions = {}) =>
  textsOf(renderAnswer(answer, options)).join('\n');

/** A disagreement; each position with the passages that stand for it. */
const differing = (id: string, ...positions: (readonly { id: string }[])[]) =>
  ({
    id,
    question: { en: `${id}?`, es: `¿${id}?` },
    positions: positions.map((passages, i) => ({
      claim: { en: `${id} says ${i + 1}.`, es: `${id} dice ${i + 1}.` },
      passages: passages.map((passage) => passage.id),
    })),
  }) as unknown as Disagreement;

describe('sources differ', () => {
  const one = differing('Ships', [harbour], []);
  const both = differing('Crews', [harbour], [riders]);
  const none = differing('Weather', [], []);

  test('of several disagreements the one that most shown passages stand in is told', () => {
    const page = pageOf(
      makePassagesAnswer([harbour, riders], { disagreements: [one, both, none] }),
    );
    expect(page).toContain('**Sources differ:** Crews?\n- Crews says 1.\n- Crews says 2.');
    expect(page).not.toContain('Ships?');
    expect(page).not.toContain('more under "Compare"');
  });

  test('one that is asked about goes first, even where no shown passage stands in it', () => {
    const lens = { ...PLAIN_LENS, asked: none };
    const answer = makePassagesAnswer([harbour], { disagreements: [both, none], lens });
    expect(pageOf(answer)).toContain('**Sources differ:** Weather?');
  });

  test('it is on the first page only where the passages of a later one stand elsewhere', () => {
    const first = Array.from({ length: 6 }, (_, i) => makePassage({ id: `report#f1${i}` }));
    const lens = { ...PLAIN_LENS, asked: none };
    const answer = makeOverviewAnswer([first, [riders]], { disagreements: [none], lens });
    expect(pageOf(answer)).toContain('Weather?');
    expect(pageOf(answer, { page: 1 })).not.toContain('Weather?');
  });

  test('one in which no shown passage stands is left out', () => {
    expect(pageOf(makePassagesAnswer([harbour], { disagreements: [none] }))).not.toContain(
      'Sources differ',
    );
  });

  test('four positions are told; how many more there are is said, and a button leads to them', () => {
    const many = differing('Ships', [harbour], [], [], [], [], []);
    const actions = { compare: (id: string) => `compare:${id}` };
    const message = renderAnswer(makePassagesAnswer([harbour], { disagreements: [many] }), {
      actions,
    });
    const page = textsOf(message).join('\n');
    expect(page).toContain('- Ships says 4.\n-# 2 more under "Compare".');
    expect(page).not.toContain('Ships says 5.');
    expect(controlsOf(message)).toEqual(['Compare']);
    expect(JSON.stringify(message.components)).toContain('"compare:Ships"');
  });
});

describe('small lines', () => {
  const answer = makePassagesAnswer([harbour]);

  test('there are none below an ordinary answer', () => {
    expect(textsOf(renderAnswer(answer)).at(-1)).toMatch(/^-# 1\. /);
  });

  test('a note and the receipt share a line, below the day that the answer is restricted to', () => {
    const restricted = makePassagesAnswer([harbour], {
      lens: { ...PLAIN_LENS, asOf: '2021-06-01' },
    });
    const options = { note: 'Shared by *Ann*', receipt: 'a_b_c' };
    expect(textsOf(renderAnswer(restricted, options)).at(-1)).toBe(
      '-# Restricted to what was known by June 1, 2021.\n-# Shared by \\*Ann\\* · Receipt `a_b_c`',
    );
    expect(textsOf(renderAnswer(answer, { receipt: 'a_b_c' })).at(-1)).toBe('-# Receipt `a_b_c`');
    expect(textsOf(renderAnswer(answer, { note: 'Shared' })).at(-1)).toBe('-# Shared');
  });

  test('paragraphs above come first', () => {
    const before = ['First of all.', 'And this.'];
    expect(textsOf(renderAnswer(answer, { before })).slice(0, 2)).toEqual(before);
  });

  test('a declined answer has its note at the end too', () => {
    const declined = makeDeclinedAnswer({ reason: 'off-topic' });
    const without = textsOf(renderAnswer(declined));
    expect(textsOf(renderAnswer(declined, { note: 'Shared' }))).toEqual([...without, '-# Shared']);
  });
});

describe('a community answer', () => {
  const community: CommunityAnswer = {
    id: 'c1',
    wordings: ['When does the office open?'],
    text: 'At nine.\n# Not a heading',
    passages: [harbour.id],
    languages: ['en'],
    editorName: null,
    changedAt: '2024-05-06T07:08:09Z',
  };
  const answer = makePassagesAnswer([harbour, riders], { community });

  test('stands above the passages, marked as the moderators’, each line of it harmless', () => {
    const [words] = textsOf(renderAnswer(answer));
    expect(words?.split('\n').slice(1)).toEqual([
      'At nine.',
      '\\# Not a heading',
      '-# Written by the moderators of this server (a moderator, May 6, 2024), not part of the collection',
    ]);
  });

  test('tells what it rests on from what was found beside it', () => {
    const page = pageOf(answer);
    expect(page).toContain('**It rests on**\nThe harbour took 300 ships.');
    expect(page).toContain('**What the collection says on the question**\nThe union counted');
    expect(pageOf(makePassagesAnswer([harbour]))).not.toContain('It rests on');
  });
});

test('how the sources on the subject argue is said once, and each passage then says what its source is', () => {
  const topic = { label: { en: 'Ships', es: 'Barcos' } } as Topic;
  const sides = { topic, counts: { supportive: 1, critical: 2, neutral: 3 } };
  const passages = Array.from({ length: 7 }, (_, i) => makePassage({ id: `report#f1${i}` }));
  const answer = makeOverviewAnswer([passages], { sides });
  expect(pageOf(answer)).toContain('On "Ships" the collection has 6 sources: 2 argue against');
  expect(pageOf(answer, { page: 1 })).not.toContain('On "Ships"');
  expect(pageOf(answer)).toContain('para 4 · government');
  expect(pageOf(makeOverviewAnswer([passages]))).not.toContain('para 4 · government');
});

test('a heading stands where its section begins, not above each passage', () => {
  const page = pageOf(makeOverviewAnswer([[harbour, riders], [harbour]]));
  expect(page.match(/\*\*Section 1\*\*/g)).toHaveLength(1);
  expect(page.match(/\*\*Section 2\*\*/g)).toHaveLength(1);
  expect(page.indexOf('**Section 1**')).toBeLessThan(page.indexOf('The harbour took'));
});

test('votes and what moderators can do stand in rows of their own', () => {
  const message = renderAnswer(makePassagesAnswer([harbour]), {
    actions: {
      share: (page) => `share:${page}`,
      cite: 'cite',
      vote: (isHelpful) => `vote:${isHelpful}`,
      manage: [{ label: 'Edit', customId: 'edit' }],
    },
  });
  const [container] = message.components as unknown as [
    { components: { type: number; components: { custom_id: string }[] }[] },
  ];
  const rows = container.components
    .filter(({ type }) => type === 1)
    .map(({ components }) => components.map(({ custom_id }) => custom_id));
  expect(rows).toEqual([['share:0', 'cite'], ['vote:true', 'vote:false'], ['edit']]);
});

test('buttons turn to the neighbouring pages and share the one that is shown', () => {
  const passages = Array.from({ length: 13 }, (_, i) => makePassage({ id: `report#f${10 + i}` }));
  const actions = {
    turn: (page: number) => `turn:${page}`,
    share: (page: number) => `share:${page}`,
  };
  const middle = renderAnswer(makeOverviewAnswer([passages]), { actions, page: 1 });
  expect(controlsOf(middle)).toEqual(['Previous', 'More', 'Share']);
  expect(JSON.stringify(middle.components).match(/(?:turn|share):\d/g)).toEqual([
    'turn:0',
    'turn:2',
    'share:1',
  ]);
  expect(controlsOf(renderAnswer(makeOverviewAnswer([passages])))).toEqual([]);
});

test('the passages of a page are those that are shown on it', () => {
  const passages = Array.from({ length: 8 }, (_, i) => makePassage({ id: `report#f1${i}` }));
  const answer = makeOverviewAnswer([passages]);
  const idsOn = (page?: number) =>
    passagesOnPage(answer, page === undefined ? {} : { page }).map(({ id }) => id.slice(-1));
  expect(idsOn()).toEqual(['0', '1', '2', '3', '4', '5']);
  expect(idsOn(1)).toEqual(['6', '7']);
  expect(idsOn(9)).toEqual(['6', '7']);
  expect(idsOn(-1)).toEqual(idsOn(0));
});

test('where the plain text has no room for all passages, the last are left out, with their sources, and it says so', () => {
  const long = Array.from({ length: 5 }, (_, i) =>
    makePassage({
      source: makeSource({ id: `report-${i}`, title: `Report ${i}` }),
      text: { en: `Passage ${i} ${'has words '.repeat(50)}.`, es: '' },
    }),
  );
  const message = renderAnswer(makePassagesAnswer(long));
  expectSendable(message);
  const { plainText } = message;
  expect(plainText.length).toBeLessThanOrEqual(LIMITS.content);
  expect(plainText).toContain('Passage 0');
  expect(plainText).toContain('[Report 0]');
  expect(plainText).toContain('Shortened to fit.');
  const shown = long.filter((_, i) => plainText.includes(`Passage ${i} `)).length;
  const sources = long.filter((_, i) => plainText.includes(`[Report ${i}]`)).length;
  expect(sources).toBe(shown);
  expect(shown).toBe(2);
  const short = renderAnswer(makePassagesAnswer([harbour, riders])).plainText;
  expect(short).not.toContain('Shortened');
  expect(short).toContain('The union counted');
});

test('neither a note nor a line on corrections moves a passage to another page, and all lines have room', () => {
  const { answer, shared } = catalogs.en;
  const [note, correction] = [answer.shared, shared.corrected('2026-09-30', 3)];
  // Lengths around those at which six passages just fill a page.
  for (let length = 500; length < 600; length += 2) {
    const passages = Array.from({ length: 6 }, (_, i) =>
      makePassage({ id: `report#f1${i}`, text: { en: 'x'.repeat(length), es: '' } }),
    );
    const overview = makeOverviewAnswer([passages]);
    const shownWith = (options: RenderOptions) => pageOf(overview, options).match(/x{9,}/g);
    const receipt = 'a'.repeat(40);
    expect(shownWith({ note })).toEqual(shownWith({}));
    expect(shownWith({ before: [correction] })).toEqual(shownWith({}));
    const whole = pageOf(overview, { note, receipt, before: [correction] });
    expect(whole).toContain(receipt);
    expect(whole).toContain(correction);
  }
});
