/** Describes what a corpus holds, in figures: for maintainers who decide what to add next. */
import { LANGUAGES, type Language } from '../text/language.ts';
import { type Corpus, newestDate, passageDate } from './corpus.ts';
import type { PassageId, Source } from './schema.ts';

/** Figures of the sources that share a kind, a year, a publisher … */
export interface Group {
  name: string;
  sources: number;
  passages: number;
}

export interface CorpusReport {
  name: string;
  version: string;
  hash: string;
  totals: {
    sources: number;
    passages: number;
    /** Written questions of passages, in all languages. */
    questions: number;
    overviews: number;
    /** Entries and groups of synonyms. */
    glossary: number;
    synonyms: number;
    events: number;
    disagreements: number;
    topics: number;
  };
  questionsByLanguage: Record<Language, number>;
  /** Dates that the passages speak for. */
  oldest: string | null;
  newest: string | null;
  byKind: Group[];
  byPosition: Group[];
  /** Year of publication, else the year that the source speaks for. */
  byYear: Group[];
  byLanguage: Group[];
  byPublisher: Group[];
  /** A passage counts for each of its topics. */
  byTopic: Group[];
  /** Passages that no overview shows; narrow questions find them all the same. */
  inNoOverview: PassageId[];
}

/** The figures of a corpus; groups are in order of size, years in order of time. */
export function describeCorpus(corpus: Corpus): CorpusReport {
  const sources = [...corpus.sources.values()];
  const passages = [...corpus.passages.values()];
  const questionsByLanguage = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      sum(passages.map(({ questions }) => questions[language].length)),
    ]),
  ) as Record<Language, number>;
  const dates = passages.map(passageDate);
  const shown = new Set(
    corpus.overviews.flatMap(({ sections }) => sections.flatMap((section) => section.passages)),
  );
  return {
    name: corpus.info.name.en,
    version: corpus.info.version,
    hash: corpus.hash,
    totals: {
      sources: sources.length,
      passages: passages.length,
      questions: sum(Object.values(questionsByLanguage)),
      overviews: corpus.overviews.length,
      glossary: corpus.glossary.length + corpus.synonyms.length,
      synonyms: corpus.synonyms.length,
      events: corpus.timeline.length,
      disagreements: corpus.disagreements.length,
      topics: corpus.topics.size,
    },
    questionsByLanguage,
    oldest: oldestDate(dates),
    newest: newestDate(dates),
    byKind: groupSources(sources, ({ kind }) => kind),
    byPosition: groupSources(sources, ({ position }) => position),
    byYear: groupSources(
      sources,
      ({ published, asOf }) => (published ?? asOf)?.slice(0, 4) ?? 'undated',
    ).sort((a, b) => a.name.localeCompare(b.name)),
    byLanguage: groupSources(sources, ({ language }) => language),
    byPublisher: groupSources(sources, ({ publisher }) => publisher),
    byTopic: groupByTopic(corpus),
    inNoOverview: passages.map(({ id }) => id).filter((id) => !shown.has(id)),
  };
}

function groupSources(sources: readonly Source[], nameOf: (source: Source) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const source of sources) {
    const name = nameOf(source);
    const group = groups.get(name) ?? { name, sources: 0, passages: 0 };
    group.sources += 1;
    group.passages += source.passages.length;
    groups.set(name, group);
  }
  return [...groups.values()].sort(bySize);
}

/** Every topic, also those without a passage. */
function groupByTopic(corpus: Corpus): Group[] {
  const groups = new Map(
    [...corpus.topics.keys()].map((id) => [id, { name: id, sources: new Set(), passages: 0 }]),
  );
  for (const { topics, source } of corpus.passages.values()) {
    for (const topic of topics) {
      const group = groups.get(topic);
      if (!group) continue;
      group.passages += 1;
      group.sources.add(source.id);
    }
  }
  return [...groups.values()]
    .map(({ name, sources, passages }) => ({ name, sources: sources.size, passages }))
    .sort(bySize);
}

const bySize = (a: Group, b: Group) =>
  b.passages - a.passages || b.sources - a.sources || a.name.localeCompare(b.name);

function oldestDate(dates: readonly (string | null)[]): string | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
