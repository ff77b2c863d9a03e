/** A checked claim as a message: stances in order, what differs beside the claim's own, nothing over a limit. */
import { expect, test } from 'vitest';
import { cite } from '../../src/answer/answer.ts';
import type { CheckedClaim, Difference, Stance } from '../../src/answer/check-claim.ts';
import type { Disagreement } from '../../src/corpus/schema.ts';
import { readStatement } from '../../src/question/statement.ts';
import { type ClaimActions, renderClaim } from '../../src/render/claim.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

interface Given {
  stance: Stance;
  text?: string;
  difference?: Difference;
}

/** A claim set against passages, each of a source of its own. */
function checked(claim: string, passages: readonly Given[], given: Partial<CheckedClaim> = {}) {
  const made = passages.map(({ text = 'The harbour took 300 ships.', ...one }, i) => {
    const source = makeSource({ id: `source-${i}`, title: `Source ${i}` });
    const passage = makePassage({ source, text: { en: text, es: text } });
    return { difference: undefined, ...one, passage, score: 1, stated: readStatement(text) };
  });
  const { shown, citations } = cite(made);
  return {
    kind: 'checked',
    language: 'en',
    claim,
    claimed: readStatement(claim),
    passages: made.map((one, i) => ({ ...one, ...shown[i] })),
    citations,
    newest: null,
    disagreement: null,
    ...given,
  } as CheckedClaim;
}
const pageOf = (claim: CheckedClaim, actions?: ClaimActions) =>
  textsOf(renderClaim(claim, actions)).join('\n');
/** What stands below a passage that differs. */
const below = (claim: string, text: string, difference: Difference, language: 'en' | 'es' = 'en') =>
  pageOf(checked(claim, [{ stance: 'complicates', text, difference }], { language }))
    .split('\n')
    .find((line) => /(?:this passage|este pasaje): /.test(line));

test('supporting, complicating and touching passages stand in this order, whatever order they come in', () => {
  const page = pageOf(
    checked('300 ships came', [
      { stance: 'touches', text: 'It touches.' },
      { stance: 'complicates', text: 'It complicates.', difference: 'negation' },
      { stance: 'supports', text: 'It supports.' },
    ]),
  );
  const places = ['It supports.', 'It complicates.', 'It touches.'].map((text) =>
    page.indexOf(text),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(page).not.toContain('this passage: ');
});

test('that nothing supports or complicates a claim is said; that nothing touches it is not', () => {
  const nothing = /\n-# [^\n]+/;
  const [supports, complicates, ...rest] = textsOf(
    renderClaim(checked('300 ships came', [{ stance: 'touches' }])),
  ).slice(1);
  expect(supports).toMatch(nothing);
  expect(complicates).toMatch(nothing);
  expect(rest[0]).not.toMatch(nothing);
  const both = textsOf(
    renderClaim(checked('300 ships came', [{ stance: 'supports' }, { stance: 'complicates' }])),
  );
  // Title, two headings with a passage each, the sources' heading and the two sources.
  expect(both).toHaveLength(8);
  expect(both[1]).not.toMatch(nothing);
});

test.each<[claim: string, text: string, difference: Difference, shown: string]>([
  ['500 ships came', 'It took 300 ships.', 'figure', 'claim: 500 · this passage: 300'],
  ['Half of them came', 'Only 12% came.', 'figure', 'claim: 50% · this passage: 12%'],
  [
    '500 ships came in 2021',
    'It took 300 ships in June 2020.',
    'figure',
    'claim: 500, 2021 · this passage: 300, June 2020',
  ],
  // Where the date is what differs, figures beside it would only distract.
  [
    '300 ships came in 2021',
    'It took 300 ships in June 2020.',
    'date',
    'claim: 2021 · this passage: June 2020',
  ],
  [
    'It began on March 5',
    'It began on March 6, 2020.',
    'date',
    'claim: March 5 · this passage: March 6, 2020',
  ],
  [
    'It began in 2017',
    'It was so in 2018, in 2019 and in 2020.',
    'date',
    'claim: 2017 · this passage: 2018, 2019',
  ],
])('what differs stands beside the claim’s own: %s', (claim, text, difference, shown) => {
  expect(below(claim, text, difference)).toMatch(new RegExp(`${shown}$`));
});

test('a day without a year is shown without one in Spanish too', () => {
  expect(below('Empezó el 5 de marzo', 'It began on March 6, 2020.', 'date', 'es')).toMatch(
    /: 5 de marzo · este pasaje: 6 de marzo de 2020$/,
  );
});

test('no figures stand beside what differs in words alone', () => {
  expect(below('500 ships came', 'It did not take 300 ships.', 'negation')).toBeUndefined();
  expect(below('500 ships came', 'It took 300 ships.', 'position')).toBeUndefined();
  expect(below('Ships came', 'It took 300 ships.', 'figure')).toBeUndefined();
});

test('the disagreement that it is part of is named, with a button to it', () => {
  const disagreement = {
    id: 'd-ships',
    question: { en: 'How many ships?', es: '' },
  } as Disagreement;
  const claim = checked('300 ships came', [{ stance: 'supports' }], { disagreement });
  const actions: ClaimActions = {
    compare: (id) => `compare:${id}`,
    openSource: (id) => `source:${id}`,
  };
  expect(pageOf(claim)).toContain('**Sources differ:** How many ships?');
  expect(controlsOf(renderClaim(claim))).toEqual([]);
  expect(controlsOf(renderClaim(claim, actions))).toEqual(['Compare', 'About source 1']);
  expect(JSON.stringify(renderClaim(claim, actions))).toContain('compare:d-ships');
  const undisputed = checked('300 ships came', [{ stance: 'supports' }]);
  expect(pageOf(undisputed)).not.toContain('Sources differ');
});

test('where not all passages fit, no stance loses its first one to another’s second or third', () => {
  const long = (name: string) => `${name} ${'says a few words '.repeat(30)}.`;
  const claim = checked('300 ships came', [
    { stance: 'supports', text: long('First') },
    { stance: 'supports', text: long('Second') },
    { stance: 'supports', text: long('Third') },
    { stance: 'complicates', text: long('Fourth'), difference: 'negation' },
    { stance: 'complicates', text: long('Fifth'), difference: 'negation' },
    { stance: 'complicates', text: long('Sixth'), difference: 'negation' },
    { stance: 'touches', text: long('Seventh') },
    { stance: 'touches', text: long('Eighth') },
  ]);
  expectSendable(renderClaim(claim));
  const page = pageOf(claim);
  for (const name of ['First', 'Fourth', 'Seventh']) expect(page).toContain(`${name} says`);
  expect(page).not.toContain('Third says');
  // Each passage that is shown has its source, and none else.
  const shown = page.match(/ \[\d\]$/gm)?.length;
  expect(page.match(/^-# \d\. /gm)).toHaveLength(shown ?? 0);
});
