/** An answer as the terminal shows it. */
import { expect, test } from 'vitest';
import { type Answer, PLAIN_LENS } from '../../src/answer/answer.ts';
import type { Disagreement, Topic } from '../../src/corpus/schema.ts';
import { answerToTerminal } from '../../src/render/terminal.ts';
import {
  makeDeclinedAnswer,
  makeOverviewAnswer,
  makePassage,
  makePassagesAnswer,
  makeSource,
} from '../helpers/answers.ts';

const harbour = makePassage();
const riders = makePassage({
  source: makeSource({
    id: 'riders',
    title: 'No boats',
    publisher: 'Riders Union',
    published: null,
    asOf: null,
    kind: 'advocacy',
    position: 'critical',
    url: null,
    via: 'Bay Times',
  }),
  text: { en: 'The union counted 240 ships.', es: 'El sindicato contó 240 barcos.' },
});
const show = (answer: Answer, receipt?: string) =>
  answerToTerminal(answer, { colour: false, receipt });

test('passages with the numbers of their sources, who says so, and the sources with their facts', () => {
  expect(show(makePassagesAnswer([harbour, riders]), 'abc')).toBe(`\
The harbour took 300 ships. [1]
    Harbour Office · as of February 28, 2020 · para 4

The union counted 240 ships. [2]
    Harbour Office · as of February 28, 2020 · para 4

Sources · newest shown: February 28, 2020
[1] Harbour Office · "Report on the harbour" · March 1, 2020 · government · https://harbour.example/report
[2] Riders Union · "No boats" · no date · advocacy · argues against the policy · read in a reproduction by Bay Times · no link

Receipt abc
`);
});

test('an ordinary answer carries no line that it has no reason for', () => {
  const text = show(makePassagesAnswer([harbour]));
  for (const words of [
    'Receipt',
    'Sources differ',
    'Restricted',
    'may have changed',
    'collection has',
  ])
    expect(text).not.toContain(words);
});

test('an overview has its title and the headings of its sections', () => {
  const lines = show(makeOverviewAnswer([[harbour], [riders]])).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'The harbour',
    '',
    'Section 1',
    'The harbour took 300 ships. [1]',
  ]);
  expect(lines).toContain('Section 2');
});

test('the nearest disagreement, the sides, the day it is restricted to and its age are said', () => {
  const differing = (word: string) =>
    ({
      question: { en: `${word}?`, es: '' },
      positions: [{ claim: { en: `${word} says 1.`, es: '' } }, { claim: { en: 'Or 2.', es: '' } }],
    }) as unknown as Disagreement;
  const text = show(
    makePassagesAnswer([harbour], {
      disagreements: [differing('Ships'), differing('Crews')],
      sides: {
        topic: { label: { en: 'Ships', es: 'Barcos' } } as Topic,
        counts: { supportive: 1, critical: 2, neutral: 3 },
      },
      lens: { ...PLAIN_LENS, asOf: '2021-06-01' },
      stale: true,
      newest: '2020-02-28',
    }),
  );
  expect(text).toContain('Sources differ: Ships?\n  - Ships says 1.\n  - Or 2.\n');
  expect(text).not.toContain('Crews?');
  expect(text).toContain('On "Ships" the collection has 6 sources');
  expect(text).toContain('Restricted to what was known by June 1, 2021.\n');
  expect(text).toContain('speaks for February 28, 2020; the situation may have changed since.');
  // Where positions are counted, each passage says what its source argues.
  expect(text).toContain('para 4 · government\n');
  expect(show(makePassagesAnswer([harbour]))).not.toContain('para 4 · government');
});

test('a declined answer says why, what to ask instead and what is only related, without a newest date', () => {
  const text = show(
    makeDeclinedAnswer({
      related: [{ passage: harbour, citation: 1, score: 1 }],
      citations: [{ number: 1, source: harbour.source }],
      suggestions: ['How many ships came?'],
    }),
  );
  expect(text.split('\n')[0]).toBe('The collection does not answer that');
  expect(text).toContain('Questions that the collection does answer\n  - How many ships came?\n');
  expect(text).toContain(
    'Related, but does not answer the question\nThe harbour took 300 ships. [1]',
  );
  expect(text).toMatch(/\nSources\n\[1\] Harbour Office/);
  const bare = show(makeDeclinedAnswer());
  for (const words of ['Questions that', 'Related', 'Sources\n']) expect(bare).not.toContain(words);
});

test('titles, numbers and small lines are styled where there is colour', () => {
  const text = answerToTerminal(makeOverviewAnswer([[harbour]]), { colour: true, receipt: 'abc' });
  expect(text).toContain('\u001b[1mThe harbour\u001b[22m');
  expect(text).toContain('\u001b[36m[1]\u001b[39m');
  expect(text).toContain('\u001b[2mReceipt abc\u001b[22m');
});
