/** The timeline of a made-up policy: its pages, what it was narrowed to, and its picture. */
import { describe, expect, test } from 'vitest';
import { selectEvents, type TimelineFilter, timelineSpan } from '../../src/answer/timeline.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import type { StatusPeriod, TimelineEvent } from '../../src/corpus/schema.ts';
import { filterWords, renderTimeline, timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import { fixtureIndex } from '../helpers/indexes.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const { corpus } = fixtureIndex();
const [first, second] = corpus.timeline;
if (!first || !second) throw new Error('too few events');

const eventOn = (date: string, words = `Event of ${date}`): TimelineEvent => ({
  ...first,
  date,
  event: { en: words, es: words },
});
const withEvents = (...dates: string[]): Corpus => ({
  ...corpus,
  timeline: dates.map((date) => eventOn(date)),
});
const pageOf = (from: Corpus, filter: TimelineFilter = {}, page = 0) =>
  timelinePage(from, filter, { language: 'en', page });

describe('a page', () => {
  const many = withEvents(...Array.from({ length: 14 }, (_, i) => `20${10 + i}`));
  const turn = (page: number) => `turn:${page}`;
  const show = (page: number) => renderTimeline(many, pageOf(many, {}, page), { turn });

  test('has six events; buttons lead to the neighbouring ones', () => {
    expect(pageOf(many).events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(controlsOf(show(0))).toEqual(['Next']);
    expect(controlsOf(show(1))).toEqual(['Previous', 'Next']);
    expect(controlsOf(show(2))).toEqual(['Previous']);
    expect(textsOf(show(1))[0]).toBe('### Timeline: 14 events\n-# Page 2 of 3');
  });

  test('that does not exist becomes the nearest', () => {
    expect(pageOf(many, {}, 9)).toMatchObject({ page: 2, pages: 3, total: 14 });
    expect(pageOf(many, {}, -1)).toMatchObject({ page: 0 });
  });

  test('that is the only one needs no number and no buttons', () => {
    const message = renderTimeline(corpus, pageOf(corpus), { turn, openSource: 'open' });
    expectSendable(message);
    expect(controlsOf(message)).toEqual(['Open a source']);
    expect(`\n${textsOf(message).join('\n\n')}\n`).toMatchInlineSnapshot(`
      "
      ### Timeline: 2 events

      **1\\. March 1, 2020** · Parliament passes the Harbour Act. [1]

      **2\\. 2023** · The first figures on passengers are published. [2]
      -# They cover the year to October.

      **Sources** · newest shown: October 31, 2023

      -# 1. [Harbour Act](<https://parliament.example/harbour-act>) (parliament.example)
      -# Parliament of Westmark · March 1, 2020 · statute

      -# 2. [Ferries in Figures 2023](<https://statistics.example/ferries-2023>) (statistics.example)
      -# Statistics Westmark · November 2023 · research
      "
    `);
  });
});

test('what it was narrowed to is said in words', () => {
  const [topic] = corpus.topics.values();
  const words = (filter: TimelineFilter) => filterWords(filter, 'en');
  expect(words({})).toEqual([]);
  expect(words({ from: '2020', to: '2021' })).toEqual(['2020 to 2021']);
  expect(words({ from: '2020' })).toEqual(['from 2020']);
  expect(words({ to: '2021' })).toEqual(['up to 2021']);
  expect(words({ topic })).toEqual(['about Fares']);
});

test('events stand in order of time, and dates may be given either way round', () => {
  const mixed = withEvents('2022', '2020', '2021-05');
  expect(selectEvents(mixed, {}).map(({ date }) => date)).toEqual(['2020', '2021-05', '2022']);
  const dates = (from: string, to: string) => selectEvents(mixed, { from, to }).map((e) => e.date);
  expect(dates('2020', '2021-05-01')).toEqual(['2020', '2021-05']);
  expect(dates('2021-05-31', '2020-12-31')).toEqual(['2020', '2021-05']);
  expect(dates('2021', '2021')).toEqual(['2021-05']);
});

test('it reaches from its first date to its last one', () => {
  expect(timelineSpan(withEvents('2022', '2020', '2021'))).toEqual({ from: '2020', to: '2022' });
  expect(timelineSpan(withEvents())).toBeUndefined();
});

test('a timeline without events says so and no more', () => {
  const empty = withEvents();
  expect(textsOf(renderTimeline(empty, pageOf(empty)))).toHaveLength(1);
});

describe('the picture', () => {
  const period = (from: string, to: string | null, inForce: StatusPeriod['inForce']) =>
    ({ ...corpus.status[0], from, to, inForce, checkedTo: undefined }) as StatusPeriod;
  const draw = (from: Corpus) => timelinePicture(from, pageOf(from));

  test('shows the periods of the page, and a legend of the looks that they have', () => {
    const { picture, alt } = draw(corpus);
    expect(picture).toMatchInlineSnapshot(`
      {
        "bands": [
          {
            "from": "2020-01-16",
            "look": "none",
            "to": "2020-02-29",
          },
          {
            "from": "2020-03-01",
            "look": "partly",
            "to": "2020-08-31",
          },
          {
            "from": "2020-09-01",
            "look": "fully",
            "to": "2024-02-14",
          },
        ],
        "events": [
          {
            "date": "March 1, 2020",
            "from": "2020-03-01",
            "number": 1,
            "text": "Parliament passes the Harbour Act.",
            "to": "2020-03-01",
          },
          {
            "date": "2023",
            "from": "2023-01-01",
            "number": 2,
            "text": "The first figures on passengers are published.",
            "to": "2023-12-31",
          },
        ],
        "from": "2020-01-16",
        "legend": [
          {
            "label": "in force",
            "look": "fully",
          },
          {
            "label": "in part, on paper only, or use not known",
            "look": "partly",
          },
          {
            "label": "no period recorded",
            "look": "none",
          },
        ],
        "locale": "en-US",
        "title": "NFS: March 1, 2020 to 2023",
        "to": "2024-02-14",
      }
    `);
    expect(alt).toMatchInlineSnapshot(
      `"NFS: March 1, 2020 to 2023. no period recorded: January 16, 2020 to February 29, 2020; in part, on paper only, or use not known: March 1, 2020 to August 31, 2020; in force: September 1, 2020 to February 14, 2024. Events: 1. March 1, 2020: Parliament passes the Harbour Act. 2. 2023: The first figures on passengers are published."`,
    );
  });

  test('joins neighbours of the same look, and tells days without a period apart', () => {
    const { bands } = draw({
      ...withEvents('2020-02-01', '2020-12-01'),
      status: [
        period('2020-02-01', '2020-03-31', 'fully'),
        period('2020-04-01', '2020-05-31', 'fully'),
        period('2020-07-01', '2020-11-30', 'not'),
      ],
    }).picture;
    expect(bands).toEqual([
      { from: '2020-01-19', to: '2020-01-31', look: 'none' },
      { from: '2020-02-01', to: '2020-05-31', look: 'fully' },
      { from: '2020-06-01', to: '2020-06-30', look: 'none' },
      { from: '2020-07-01', to: '2020-11-30', look: 'not' },
      { from: '2020-12-01', to: '2020-12-14', look: 'none' },
    ]);
  });

  test('has an axis that goes a little beyond the events, whichever of them lasts longest', () => {
    const axis = (...dates: string[]) => {
      const { from, to } = draw(withEvents(...dates)).picture;
      return [from, to];
    };
    // Ten days at least, forty-five at most.
    expect(axis('2020-03-01')).toEqual(['2020-02-20', '2020-03-11']);
    expect(axis('2010-03-01', '2020-03-01')).toEqual(['2010-01-15', '2020-04-15']);
    // A year ends after days in it.
    expect(axis('2020', '2020-03-01', '2020-04-01')).toEqual(['2019-12-17', '2021-01-15']);
  });

  test('is named after the policy and the dates of its first and last event', () => {
    const { title } = draw(withEvents('2020', '2021-05', '2022')).picture;
    expect(title).toBe('NFS: 2020 to 2022');
  });

  test('shows fewer words of long events, so that all of them have room in the alt text', () => {
    const long = {
      ...corpus,
      timeline: Array.from({ length: 6 }, (_, i) => eventOn(`202${i}`, 'many words '.repeat(40))),
    };
    const { picture, alt } = draw(long);
    const lengths = picture.events.map(({ text }) => text.length);
    expect(alt.length).toBeLessThanOrEqual(1_024);
    for (const { text } of picture.events) expect(alt).toContain(text);
    expect(Math.max(...lengths)).toBeLessThan(120);
    expect(Math.min(...lengths)).toBeGreaterThan(80);
    const [only] = draw({ ...corpus, timeline: long.timeline.slice(0, 1) }).picture.events;
    expect(only?.text.length).toBeGreaterThan(110);
  });
});
