import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite } from '../../src/answer/answer.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { Disagreement, Source } from '../../src/corpus/schema.ts';
import { renderAnswer } from '../../src/render/answer.ts';
import type { RenderedMessage } from '../../src/render/message.ts';
import { renderSourceCard } from '../../src/render/source-card.ts';
import { renderSourceList } from '../../src/render/source-list.ts';
import {
  makeDeclinedAnswer,
  makeOverviewAnswer,
  makePassage,
  makePassagesAnswer,
  makeSource,
} from '../helpers/answers.ts';
import { hostile } from '../helpers/hostile.ts';
import { expectSendable, linksIn, textsOf } from '../helpers/sendable.ts';

const both = (text: fc.Arbitrary<string>) => fc.record({ en: text, es: text });
const language = fc.constantFrom('en' as const, 'es' as const);

const source: fc.Arbitrary<Source> = fc
  .record({
    title: hostile,
    publisher: hostile,
    authors: fc.array(hostile, { maxLength: 3 }),
    via: fc.option(hostile),
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    kind: fc.constantFrom('news', 'court', 'advocacy'),
    position: fc.constantFrom('neutral', 'critical'),
    summary: both(hostile),
    id: fc.uuid().map((id) => `source-${id}`),
  })
  .map((given) => makeSource(given));

const passage: fc.Arbitrary<Passage> = fc
  .record({ source, text: both(hostile), attributedTo: hostile, locator: hostile })
  .chain((given) =>
    fc.uuid().map((id) => makePassage({ ...given, id: `${given.source.id}#${id}` })),
  );

const disagreement: fc.Arbitrary<Disagreement> = fc
  .record({ question: both(hostile), claims: fc.array(both(hostile), { minLength: 2 }) })
  .map(
    ({ question, claims }) =>
      ({
        question,
        positions: claims.map((claim) => ({ claim, passages: ['harbour-report-2020#f01'] })),
      }) as unknown as Disagreement,
  );

const passages = fc.array(passage, { minLength: 1, maxLength: 8 });
const actions = {
  share: (page: number) => `share:${page}`,
  turn: (page: number) => `more:${page}`,
  story: 'story',
  openSource: (id: string) => `source:${id}`,
};

/** Sendable, and every address in it is that of one of the sources. */
function expectHarmless(message: RenderedMessage, sources: readonly Source[]): void {
  expectSendable(message);
  const allowed = sources.flatMap(({ url }) => (url ? [new URL(url).origin] : []));
  for (const address of [...textsOf(message), message.plainText].flatMap(linksIn)) {
    expect(allowed).toContain(new URL(address).origin);
  }
}

test('a narrow answer of hostile passages is harmless', () => {
  fc.assert(
    fc.property(passages, disagreement, hostile, language, (shown, differs, note, language) => {
      const answer = makePassagesAnswer(shown.slice(0, 3), {
        language,
        disagreements: [differs],
        overview: makeOverviewAnswer([]).overview,
      });
      const sources = shown.map((item) => item.source);
      expectHarmless(renderAnswer(answer, { actions, note }), sources);
    }),
  );
});

test('every page of an overview of hostile passages is harmless, and no passage is on two', () => {
  fc.assert(
    fc.property(passages, hostile, language, (shown, heading, language) => {
      const answer = makeOverviewAnswer([shown.slice(0, 2), shown.slice(2)], { language });
      answer.overview.title[language] = heading;
      for (const section of answer.sections) section.heading = { en: heading, es: heading };
      const sources = shown.map((item) => item.source);
      for (let page = 0; page < shown.length; page += 1) {
        expectHarmless(renderAnswer(answer, { actions, page }), sources);
      }
    }),
    { numRuns: 50 },
  );
});

test('a declined answer with hostile related passages is harmless', () => {
  fc.assert(
    fc.property(passages, fc.array(hostile, { maxLength: 3 }), (shown, suggestions) => {
      const related = cite(shown.slice(0, 2).map((item) => ({ passage: item, score: 1 })));
      const answer = makeDeclinedAnswer({
        related: related.shown,
        citations: related.citations,
        suggestions,
        searched: { sources: 3, newest: '2020-01-01' },
      });
      const sources = shown.map((item) => item.source);
      expectHarmless(renderAnswer(answer, { actions }), sources);
    }),
  );
});

test('every page of the card of a hostile source is harmless', () => {
  fc.assert(
    fc.property(source, passages, language, (shown, items, language) => {
      for (let page = 0; page < items.length; page += 1) {
        const turn = (to: number) => `card:${to}`;
        expectHarmless(renderSourceCard(shown, items, { language, page, turn }), [shown]);
      }
    }),
    { numRuns: 50 },
  );
});

test('every page of a list of hostile sources is harmless', () => {
  const sources = fc.uniqueArray(source, { maxLength: 10, selector: ({ id }) => id });
  fc.assert(
    fc.property(sources, hostile, language, (shown, filter, language) => {
      for (let page = 0; page < 3; page += 1) {
        const message = renderSourceList(shown, {
          language,
          page,
          filters: [filter],
          turn: (to) => `list:${to}`,
          open: 'open',
        });
        expectHarmless(message, shown);
      }
    }),
    { numRuns: 50 },
  );
});

test('hostile text in a passage adds no line and no format mark to the answer', () => {
  const skeleton = (text: string) => {
    const answer = makePassagesAnswer([makePassage({ text: { en: text, es: text } })]);
    return textsOf(renderAnswer(answer)).map((shown) => ({
      lines: shown.split('\n').length,
      marks: shown.replace(/\\./g, 'x').match(/\*\*|__|~~|\|\||`|^-# |^#+ |^> |^- /gm),
    }));
  };
  fc.assert(
    fc.property(hostile, (text) => {
      expect(skeleton(text)).toEqual(skeleton('Ordinary text'));
    }),
  );
});
