/** The corpus in memory: what the rest of the core reads. */
import type {
  CorpusInfo,
  Disagreement,
  GlossaryEntry,
  Localized,
  LocalizedList,
  Overview,
  PassageId,
  Safety,
  Source,
  SourceId,
  StatusPeriod,
  SynonymGroup,
  TimelineEvent,
  Topic,
  TopicId,
} from './schema.ts';

/** One statement of one source, in our own words, self-contained. */
export interface Passage {
  id: PassageId;
  source: Source;
  text: Localized;
  attributedTo: string;
  /** Day, month or year that the statement speaks for. */
  asOf: string | null;
  /** Place in the source, for example "para 4". */
  locator: string;
  topics: TopicId[];
  /** Ways in which a member would ask for this. */
  questions: LocalizedList;
}

export interface Corpus {
  info: CorpusInfo;
  sources: ReadonlyMap<SourceId, Source>;
  passages: ReadonlyMap<PassageId, Passage>;
  topics: ReadonlyMap<TopicId, Topic>;
  overviews: readonly Overview[];
  glossary: readonly GlossaryEntry[];
  synonyms: readonly SynonymGroup[];
  timeline: readonly TimelineEvent[];
  disagreements: readonly Disagreement[];
  status: readonly StatusPeriod[];
  safety: Safety;
  /** First 12 hex digits of the SHA-256 over all files: names this very content. */
  hash: string;
}

/** The date that a passage speaks for: its own, else its source's, else the day of publication. */
export function passageDate(passage: Passage): string | null {
  return passage.asOf ?? passage.source.asOf ?? passage.source.published;
}

/** The newest of some dates (day, month or year); null when none is known. */
export function newestDate(dates: Iterable<string | null>): string | null {
  let newest: string | null = null;
  for (const date of dates) if (date !== null && (newest === null || date > newest)) newest = date;
  return newest;
}

/** The newest date that any source of the corpus speaks for. */
export function corpusDate(corpus: Corpus): string | null {
  return newestDate([...corpus.sources.values()].map((s) => s.asOf ?? s.published));
}

/** Looks a passage up by an id that came from the corpus itself; a miss is a fault of ours. */
export function mustGetPassage(corpus: Pick<Corpus, 'passages'>, id: PassageId): Passage {
  const passage = corpus.passages.get(id);
  if (!passage) throw new Error(`passage ${id} is not in the corpus`);
  return passage;
}
