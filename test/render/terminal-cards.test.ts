/** A source, the list of sources and "about", as the terminal shows them. */
import { expect, test } from 'vitest';
import {
  aboutToTerminal,
  sourcesToTerminal,
  sourceToTerminal,
} from '../../src/render/terminal-cards.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const { corpus } = fixtureIndex();
const plain = { colour: false };

test('a source with its summary, address and passages', () => {
  const text = sourceToTerminal(makeSource(), [makePassage()], 'en', plain);
  expect(`\n${text}`).toMatchInlineSnapshot(`
    "
    Report on the harbour
    Harbour Office · published March 1, 2020 · government
    What the harbour did in 2020.
    https://harbour.example/report

    The harbour took 300 ships.
        Harbour Office · as of February 28, 2020 · para 4
    "
  `);
  expect(sourceToTerminal(makeSource({ url: null }), [], 'en', plain)).toContain(
    'There is no public address',
  );
});

test('sources one a line, with the day of publication before the one they speak for', () => {
  const text = sourcesToTerminal(
    [
      makeSource({ asOf: '2019' }),
      makeSource({ published: null }),
      makeSource({ published: null, asOf: null }),
    ],
    'en',
    plain,
  );
  expect(`\n${text}`).toMatchInlineSnapshot(`
    "
    3 sources, newest first
    harbour-report-2020 · March 1, 2020 · Harbour Office · Report on the harbour
    harbour-report-2020 · March 1, 2020 · Harbour Office · Report on the harbour
    harbour-report-2020 · no date · Harbour Office · Report on the harbour
    "
  `);
  expect(sourcesToTerminal([], 'en', plain)).toBe(
    'No source fits all of that. Leave one of the choices out.\n',
  );
});

test('what the bot is and how fresh its corpus is', () => {
  expect(`\n${aboutToTerminal(corpus, 'en', plain)}`).toMatchInlineSnapshot(`
    "
    Night Ferry Scheme
    Answers questions about the made-up Night Ferry Scheme from three made-up sources.
    3 sources with 5 passages, in English and Spanish
    version of June 1, 2024
    newest source: May 20, 2024
    Made up for tests.
    Licence: The bot is free software under the MIT licence. Passages are in our own words; the sources belong to their publishers.
    "
  `);
  const empty = { ...corpus, sources: new Map() };
  expect(aboutToTerminal(empty, 'en', plain)).not.toContain('May 20, 2024');
});
