import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusOn } from '../../src/answer/status.ts';
import type { TimelineFilter } from '../../src/answer/timeline.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { GlossaryEntry, StatusPeriod, TimelineEvent } from '../../src/corpus/schema.ts';
import { renderStatus } from '../../src/render/status.ts';
import { renderTerm, renderTermChoice } from '../../src/render/term.ts';
import { renderTimeline, timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import { addDays } from '../../src/text/dates.ts';
import { LANGUAGES, type Language } from '../../src/text/language.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { hostile } from '../helpers/hostile.ts';
import { expectSendable, textsOf } from '../helpers/sendable.ts';

const corpus = loadCorpus('corpus');
const fixture = loadCorpus(FIXTURE_CORPUS);
const IDS = { turn: (page: number) => `time:${page}`, openSource: 'open:en' };

/** Every page of a timeline, each with a file for its picture. */
function* pages(from: Corpus, filter: TimelineFilter, language: Language) {
  for (let page = 0, last = 0; page <= last; page += 1) {
    const shown = timelinePage(from, filter, { language, page });
    last = shown.pages - 1;
    const drawn = timelinePicture(from, shown);
    const file = { name: 'timeline.png', data: new Uint8Array(9), alt: drawn.alt };
    const message = renderTimeline(from, shown, { ...IDS, picture: file });
    yield { shown, ...drawn, message };
  }
}

test.each(LANGUAGES)(
  'every event stands once and whole on the pages of the timeline, in %s',
  (language) => {
    const seen: number[] = [];
    for (const { shown, message, alt, picture } of pages(corpus, {}, language)) {
      expectSendable(message);
      const texts = textsOf(message).join('\n');
      for (const { number, event } of shown.events) {
        seen.push(number);
        expect(texts).toContain(`**${number}\\. `);
        expect(texts).not.toContain('…');
        expect(event.sources.length).toBeGreaterThan(0);
      }
      // The alt text tells what the picture shows.
      expect(alt.length).toBeLessThanOrEqual(1024);
      for (const { number, date, text } of picture.events)
        expect(alt).toContain(`${number}. ${date}: ${text}`);
      for (const { label } of picture.legend) expect(alt).toContain(`${label}: `);
      // The legend explains the looks that are there, each once.
      expect(picture.legend.map(({ look }) => look).sort()).toEqual(
        [...new Set(picture.bands.map(({ look }) => look))].sort(),
      );
    }
    expect(seen).toEqual(corpus.timeline.map((_, index) => index + 1));
  },
);

test.each(LANGUAGES)('every topic of the timeline has its pages, in %s', (language) => {
  for (const topic of corpus.topics.values()) {
    if (!corpus.timeline.some(({ topics }) => topics.includes(topic.id))) continue;
    for (const { message } of pages(corpus, { topic }, language)) expectSendable(message);
  }
});

test('bands follow the periods without a gap, and days without a period are told apart', () => {
  for (const { picture } of pages(corpus, {}, 'en')) {
    const { bands, from, to } = picture;
    expect(bands[0]?.from).toBe(from);
    expect(bands.at(-1)?.to).toBe(to);
    for (const [index, band] of bands.entries())
      if (index > 0) expect(band.from).toBe(addDays(bands[index - 1]?.to ?? '', 1));
  }
  const filter = { from: '2021-01-21', to: '2021-12-06' };
  const [first] = pages(corpus, filter, 'en');
  expect(first?.picture.bands[0]).toEqual({ from: '2021-01-23', to: '2021-05-31', look: 'partly' });
});

test('where nothing fits, it says so and how far the events reach', () => {
  const shown = timelinePage(corpus, { from: '1800', to: '1801' }, { language: 'en' });
  const message = renderTimeline(corpus, shown, IDS);
  expectSendable(message);
  expect(textsOf(message).join('\n')).toBe(
    '### No event of the collection fits all of that.\n-# 1800 to 1801\nIts events go from 1951 to June 25, 2026. Widen the dates or leave the topic out.',
  );
});

test.each(LANGUAGES)('the status of every boundary, month and year is sent, in %s', (language) => {
  const days = corpus.status.flatMap(({ from }) => [addDays(from, -1), from, addDays(from, 1)]);
  const months = new Set(days.map((day) => day.slice(0, 7)));
  const years = new Set(days.map((day) => day.slice(0, 4)));
  for (const date of [...days, ...months, ...years, '2026-06-25', '2026-06-26', '1800', '9999']) {
    const report = statusOn(corpus, date);
    const message = renderStatus(corpus, report, { language, openSource: IDS.openSource });
    expectSendable(message);
    const texts = textsOf(message).join('\n');
    for (const { period, opened } of report.periods) {
      expect(texts).toContain(period.label[language]);
      expect(texts).toContain(opened?.event[language]);
      // Every number has its source.
      for (const [, number] of texts.matchAll(/\[(\d+)\]/g))
        expect(texts).toMatch(RegExp(`^-# ${number}\\. `, 'm'));
      // A day shows the whole; a year with many changes may leave the longer text out.
      if (date.length === 10) expect(texts).toContain(period.text[language]);
    }
  }
});

test('what was last on record is not a statement about a later day', () => {
  const heading = (date: string) =>
    textsOf(renderStatus(corpus, statusOn(corpus, date), { language: 'en' })).join('\n');
  expect(heading('2026-06-25')).toMatch(/^### June 25, 2026: may be used again/);
  expect(heading('2026-06-26')).toMatch(
    /^### June 26, 2026: not known here\nThese records speak up to June 25, 2026\. .+\n\*\*may be used again, with an exception\*\* · since July 18, 2025 · as of June 25, 2026\n/,
  );
});

test('what lies before the first day on record, or after the last look, is said to be so', () => {
  const page = (date: string) =>
    textsOf(renderStatus(fixture, statusOn(fixture, date), { language: 'en' })).join('\n');
  const before = statusOn(fixture, '2020');
  expect(before.isBeforeFirst).toBe(true);
  expect(page('2020')).toContain('The periods on record begin on March 1, 2020.');
  expect(page('2020-03')).not.toContain('begin on');
  expect(page('2024')).toContain('speak up to June 1, 2024');
});

test.each(LANGUAGES)(
  'every entry of the glossary is sent whole with its sources, in %s',
  (language) => {
    for (const entry of corpus.glossary) {
      const message = renderTerm(corpus, entry, { language, openSource: IDS.openSource });
      expectSendable(message);
      const [head = '', ...sources] = textsOf(message);
      expect(head).toMatch(/ \[1\]/);
      expect(head).not.toContain('…');
      expect(sources.filter((text) => /^-# \d+\. /.test(text))).toHaveLength(entry.sources.length);
    }
  },
);

test('a choice among all entries is sent', () => {
  for (const language of LANGUAGES)
    expectSendable(renderTermChoice(corpus.glossary, { language, openTerm: 'term:en' }));
});

test('whatever the corpus holds is sent, and names nobody', () => {
  const text = hostile.map((part) => ({ en: part, es: part }));
  fc.assert(
    fc.property(text, text, hostile, (event, note, term) => {
      const [known] = fixture.glossary;
      const broken: Corpus = {
        ...fixture,
        timeline: fixture.timeline.map((entry): TimelineEvent => ({ ...entry, event, note })),
        status: fixture.status.map(
          (entry): StatusPeriod => ({ ...entry, text: event, label: note }),
        ),
      };
      for (const { message } of pages(broken, {}, 'en')) expectSendable(message);
      expectSendable(renderStatus(broken, statusOn(broken, '2020'), { language: 'es' }));
      const entry = { ...known, term, definition: event } as GlossaryEntry;
      expectSendable(renderTerm(broken, entry, { language: 'en' }));
      expectSendable(renderTermChoice([entry], { language: 'en', openTerm: 'x' }));
    }),
    { numRuns: 60 },
  );
});
