/** Sources, passages and answers made for a test. */
import {
  cite,
  type DeclinedAnswer,
  type OverviewAnswer,
  type PassagesAnswer,
  PLAIN_LENS,
} from '../../src/answer/answer.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { Disagreement, Overview, Source } from '../../src/corpus/schema.ts';
import type { Language } from '../../src/text/language.ts';

/** A source; what isn't given is ordinary. */
export function makeSource(given: Partial<Record<keyof Source, unknown>> = {}): Source {
  return {
    id: 'harbour-report-2020',
    title: 'Report on the harbour',
    publisher: 'Harbour Office',
    authors: [],
    published: '2020-03-01',
    asOf: '2020-03-01',
    kind: 'government',
    position: 'neutral',
    language: 'en',
    url: 'https://harbour.example/report',
    via: null,
    summary: { en: 'What the harbour did in 2020.', es: 'Lo que hizo el puerto en 2020.' },
    passages: [],
    ...given,
  } as Source;
}

/** A passage of a source; what isn't given is ordinary. */
export function makePassage(
  given: Partial<Record<Exclude<keyof Passage, 'source'>, unknown>> & { source?: Source } = {},
): Passage {
  const source = given.source ?? makeSource();
  return {
    id: `${source.id}#f01`,
    text: { en: 'The harbour took 300 ships.', es: 'El puerto recibió 300 barcos.' },
    attributedTo: 'Harbour Office',
    asOf: '2020-02-28',
    locator: 'para 4',
    topics: [],
    questions: { en: [], es: [] },
    ...given,
    source,
  } as Passage;
}

const shownIn = (language: Language) => ({
  language,
  newest: '2020-02-28',
  lens: PLAIN_LENS,
  sides: null,
  stale: false,
  disagreements: [] as Disagreement[],
});

/** A narrow answer that shows these passages, best first. */
export function makePassagesAnswer(
  passages: readonly Passage[],
  given: Partial<PassagesAnswer> = {},
): PassagesAnswer {
  const { shown, citations } = cite(passages.map((passage) => ({ passage, score: 1 })));
  return {
    kind: 'passages',
    passages: shown as PassagesAnswer['passages'],
    citations,
    overview: undefined,
    ...shownIn('en'),
    ...given,
  };
}

/** An overview of one section for each list of passages. */
export function makeOverviewAnswer(
  sections: readonly (readonly Passage[])[],
  given: Partial<OverviewAnswer> = {},
): OverviewAnswer {
  const { shown, citations } = cite(sections.flat().map((passage) => ({ passage, score: 1 })));
  let next = 0;
  return {
    kind: 'overview',
    overview: {
      id: 'harbour',
      title: { en: 'The harbour', es: 'El puerto' },
    } as Overview,
    sections: sections.map((passages, index) => ({
      heading: { en: `Section ${index + 1}`, es: `Sección ${index + 1}` },
      passages: passages.map(() => shown[next++] as (typeof shown)[number]),
    })),
    citations,
    ...shownIn('en'),
    ...given,
  };
}

/** A question that the corpus doesn't answer, with nothing near it. */
export function makeDeclinedAnswer(given: Partial<DeclinedAnswer> = {}): DeclinedAnswer {
  return {
    kind: 'declined',
    language: 'en',
    reason: 'not-covered',
    seen: [],
    related: [],
    citations: [],
    suggestions: [],
    searched: { sources: 12, newest: null },
    until: null,
    ...given,
  };
}
