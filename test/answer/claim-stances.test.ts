/** How the passages of the small made-up corpus stand to a claim. */
import { expect, test } from 'vitest';
import { checkClaim } from '../../src/answer/check-claim.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { fixtureIndex, fixtureIndexWith } from '../helpers/indexes.ts';

const TICKETS = 'westmark-statistics-2023#f01';
const RIDERS = 'bresk-riders-union-2024#f01';
const RUNNING = 'bresk-riders-union-2024#f02';
const ACT = 'harbour-act-2020#f01';
const FARES = 'harbour-act-2020#f02';

function check(claim: string, index: SearchIndex = fixtureIndex()) {
  const result = checkClaim(index, claim);
  return result.kind === 'checked' ? result : expect.fail(`declined: ${result.reason}`);
}
/** Passage → how it stands, and in what it differs. */
const stances = (claim: string, index?: SearchIndex) =>
  Object.fromEntries(
    check(claim, index).passages.map(({ passage, stance, difference }) => [
      passage.id,
      [stance, difference].filter((part) => part).join(': '),
    ]),
  );

test.each<[claim: string, expected: Record<string, string>]>([
  // A disagreement is on this very figure: each of its positions is heard.
  [
    '41,000 people took the night ferry in 2023',
    { [TICKETS]: 'supports', [RIDERS]: 'complicates: figure' },
  ],
  [
    '60,000 people took the night ferry',
    { [RIDERS]: 'supports', [TICKETS]: 'complicates: figure' },
  ],
  [
    '50,000 people took the night ferry in 2023',
    { [TICKETS]: 'complicates: figure', [RIDERS]: 'complicates: figure' },
  ],
  ['Nobody pays more than 2 crowns for a crossing', { [FARES]: 'supports' }],
  ['The Harbour Act of 2020 set up a ferry', { [ACT]: 'supports', [FARES]: 'touches' }],
  [
    'The Harbour Act did not set up a ferry',
    { [ACT]: 'complicates: negation', [FARES]: 'touches' },
  ],
  [
    'The night ferry was running in 2019',
    { [RUNNING]: 'complicates: date', [ACT]: 'complicates: date' },
  ],
])('%s', (claim, expected) => expect(stances(claim)).toEqual(expected));

test('a disagreement on figures is none for a claim without one', () => {
  expect(check('60,000 people took the night ferry').disagreement?.id).toBe('how-many-passengers');
  const vague = check('people took the night ferry');
  expect(vague.disagreement).toBeNull();
  expect(vague.passages.map(({ stance }) => stance)).not.toContain('complicates');
});

test('what supports comes first, then what complicates, then what touches; sources are numbered so', () => {
  const { passages, citations, newest } = check('60,000 people took the night ferry');
  expect(passages.map(({ passage, citation }) => [passage.id, citation])).toEqual([
    [RIDERS, 1],
    [TICKETS, 2],
  ]);
  expect(citations.map(({ source }) => source.id)).toEqual([
    'bresk-riders-union-2024',
    'westmark-statistics-2023',
  ]);
  expect(newest).toBe('2024-05-20');
});

test('three passages of a stance are shown at most, two of those that only touch on it', () => {
  const note = (year: number) => `Whales followed the boats of Eastmark in ${year}.`;
  const index = fixtureIndexWith(
    Object.fromEntries(
      [2001, 2002, 2003, 2004, 2005].map((year) => [`whales-${year}`, [{ en: note(year) }]]),
    ),
  );
  const stancesOf = (claim: string) => check(claim, index).passages.map(({ stance }) => stance);
  expect(stancesOf('Whales followed the boats of Eastmark')).toEqual(Array(3).fill('supports'));
  expect(stancesOf('Whales followed the boats of Eastmark in 1999')).toEqual(
    Array(3).fill('complicates'),
  );
  expect(stancesOf('Whales followed the boats of Eastmark in 2003')).toEqual([
    'supports',
    'complicates',
    'complicates',
    'complicates',
  ]);
});

test('a passage that counts up to the end of a month says nothing of when something ended', () => {
  const index = fixtureIndexWith({
    'ferry-2019': [{ en: 'The lake ferry had carried 900 goats by the end of November 2019.' }],
    'lift-2019': [{ en: 'The mountain lift ended in November 2019.' }],
    'coach-2019': [{ en: 'The forest coach ended its rides at the end of November 2019.' }],
    'tram-2019': [{ en: 'The end came for the harbour tram in November 2019.' }],
    'raft-2019': [{ en: 'The river raft carried sheep up to the end of November 2019.' }],
  });
  expect(stances('The lake ferry ended in November 2019', index)).toMatchObject({
    'ferry-2019#f01': 'touches',
  });
  expect(stances('The mountain lift ended in November 2019', index)).toMatchObject({
    'lift-2019#f01': 'supports',
  });
  expect(stances('The forest coach ended its rides in November 2019', index)).toMatchObject({
    'coach-2019#f01': 'supports',
  });
  expect(stances('The harbour tram came to an end in November 2019', index)).toMatchObject({
    'tram-2019#f01': 'supports',
  });
  // A claim of something else isn't one of an end.
  expect(stances('The river raft carried sheep in November 2019', index)).toMatchObject({
    'raft-2019#f01': 'supports',
  });
});

test('a share of those outside something is none of those in it', () => {
  const index = fixtureIndexWith({
    'club-2022': [{ en: 'Half of the riders outside the goat club won a prize.' }],
  });
  expect(stances('Half of the riders in the goat club won a prize', index)).toMatchObject({
    'club-2022#f01': 'touches',
  });
  expect(stances('Half of the riders outside the goat club won a prize', index)).toMatchObject({
    'club-2022#f01': 'supports',
  });
});

test.each([
  ['Elephants ride the ferry to the moon', 'off-topic'],
  ['help i am drowning', 'unsafe'],
  ['T-1234 is valid', 'personal-data'],
  ['the', 'unclear'],
])('%s is declined: %s', (claim, reason) => {
  expect(checkClaim(fixtureIndex(), claim)).toMatchObject({ kind: 'declined', reason });
});
