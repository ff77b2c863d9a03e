/** The state on a day as a message. */
import { describe, expect, test } from 'vitest';
import { type StatusReport, statusOn } from '../../src/answer/status.ts';
import { renderStatus } from '../../src/render/status.ts';
import { fixtureIndex } from '../helpers/indexes.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const { corpus } = fixtureIndex();
const show = (report: StatusReport, openSource?: string) =>
  renderStatus(corpus, report, { language: 'en', ...(openSource && { openSource }) });
const pageOf = (report: StatusReport) => textsOf(show(report)).join('\n\n');

test('a day reads from what was in force over what decides it to the sources', () => {
  const report = statusOn(corpus, '2020-05-01');
  expect(`\n${pageOf(report)}\n`).toMatchInlineSnapshot(`
    "
    ### May 1, 2020: in force
    -# March 1, 2020 to August 31, 2020

    The act was in force.

    **What decides it**
    **March 1, 2020** · Parliament passes the Harbour Act. [1]

    **What the sources say**

    The Harbour Act of 2020 set up a ferry between Aldport and Bresk that runs every night. [1]
    -# Parliament of Westmark · as of March 1, 2020 · section 1

    -# These records speak up to June 1, 2024.

    **Sources** · newest shown: 2020

    -# 1. [Harbour Act](<https://parliament.example/harbour-act>) (parliament.example)
    -# Parliament of Westmark · March 1, 2020 · statute
    "
  `);
  expect(controlsOf(show(report, 'open'))).toEqual(['Open a source']);
  expect(controlsOf(show(report))).toEqual([]);
});

test('a month with a change tells each period by its name, and how the last one ended', () => {
  const [first, second] = statusOn(corpus, '2020').periods;
  if (!first || !second) throw new Error('no change in 2020');
  const [opening, closing] = corpus.timeline;
  const report = {
    ...statusOn(corpus, '2020'),
    periods: [
      { ...first, opened: opening, ended: closing },
      { ...second, opened: opening, ended: closing },
    ],
  };
  expect(`\n${pageOf(report)}\n`).toMatchInlineSnapshot(`
    "
    ### 2020

    The periods on record begin on March 1, 2020. For earlier days there is none.

    **in force** · March 1, 2020 to August 31, 2020
    The act was in force.

    **March 1, 2020** · Parliament passes the Harbour Act. [1]

    **the ferry runs** · since September 1, 2020
    The ferry runs.

    **March 1, 2020** · Parliament passes the Harbour Act. [1]
    **What came next**
    **2023** · The first figures on passengers are published. [2]
    -# They cover the year to October.

    **What the sources say**

    The Harbour Act of 2020 set up a ferry between Aldport and Bresk that runs every night. [1]
    -# Parliament of Westmark · as of March 1, 2020 · section 1

    The Bresk riders' union said in May 2024 that the night ferry was still running. [3]
    -# Unión de Viajeros de Bresk · as of May 20, 2024 · para 5

    -# These records speak up to June 1, 2024.

    **Sources** · newest shown: May 20, 2024

    -# 1. [Harbour Act](<https://parliament.example/harbour-act>) (parliament.example)
    -# Parliament of Westmark · March 1, 2020 · statute

    -# 2. [Ferries in Figures 2023](<https://statistics.example/ferries-2023>) (statistics.example)
    -# Statistics Westmark · November 2023 · research

    -# 3. "Nadie duerme en el muelle"
    -# Unión de Viajeros de Bresk · May 20, 2024 · advocacy · argues against the policy · read in a reproduction by Bresk Evening Post
    "
  `);
});

test('other events of the time follow with their sources', () => {
  const [, event] = corpus.timeline;
  if (!event) throw new Error('no event');
  const page = pageOf({ ...statusOn(corpus, '2020-05-01'), events: [event] });
  expect(page).toContain('**From the same time**\n**2023** · The first figures on passengers');
  expect(page).toContain('Ferries in Figures 2023');
});

test('where nothing is on record there are no sources to open', () => {
  const nothing = show(statusOn(corpus, '2010-01-01'), 'open');
  expectSendable(nothing);
  expect(controlsOf(nothing)).toEqual([]);
  expect(`\n${textsOf(nothing).join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    ### January 1, 2010: No period on record

    The periods on record begin on March 1, 2020. For earlier days there is none.

    -# These records speak up to June 1, 2024.
    "
  `);
});

test('that somebody looked up to a day is said only of days before it', () => {
  const looked = 'These records speak up to June 1, 2024.';
  expect(pageOf(statusOn(corpus, '2024-05-01'))).toContain(`-# ${looked}`);
  expect(pageOf(statusOn(corpus, '2024-07-01'))).not.toContain(`-# ${looked}`);
  const unlooked = { ...statusOn(corpus, '2024-05-01'), checkedTo: undefined };
  expect(pageOf(unlooked)).not.toContain('speak up to');
});

describe('less is told where all of it does not fit', () => {
  const [period] = statusOn(corpus, '2020-05-01').periods;
  const [passage] = period?.passages ?? [];
  const [event] = corpus.timeline;
  if (!period || !passage || !event) throw new Error('no period');
  const parts = (message: ReturnType<typeof show>) => {
    const texts = textsOf(message);
    const count = (words: string) => texts.join('\n').split(words).length - 1;
    return {
      passages: count('runs every night'),
      events: count('Parliament passes'),
      text: count('The act was in force.'),
    };
  };
  const reportWith = (periods: number, passages: number, events: number) => ({
    ...statusOn(corpus, '2020-05-01'),
    periods: Array.from({ length: periods }, () => ({
      ...period,
      opened: undefined,
      passages: Array.from({ length: passages }, () => passage),
    })),
    events: Array.from({ length: events }, () => event),
  });

  test.each([
    [reportWith(1, 9, 9), { passages: 5, events: 4, text: 1 }],
    [reportWith(5, 9, 9), { passages: 15, events: 2, text: 5 }],
    [reportWith(11, 9, 9), { passages: 11, events: 1, text: 11 }],
    [reportWith(25, 9, 9), { passages: 0, events: 0, text: 25 }],
    // The head, the periods and the last line: as many parts as a message may have, and one more.
    [reportWith(35, 0, 0), { passages: 0, events: 0, text: 35 }],
    [reportWith(36, 0, 0), { passages: 0, events: 0, text: 0 }],
  ])('%#', (report, expected) => {
    const message = show(report);
    expectSendable(message);
    expect(parts(message)).toEqual(expected);
  });
});
