/** Both sides: which disagreement is asked about, who argues what, and a passage of each position. */
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Disagreement, Position, SourceId, Topic } from '../corpus/schema.ts';
import type { SearchIndex } from '../search/build.ts';
import type { SearchResult } from '../search/search.ts';
import type { Sides } from './answer.ts';
import { isKnownBy } from './freshness.ts';

/** From this closeness on, a question is about a disagreement; 0 to 1. Set on questions left out of the file. */
const ASKED_ABOUT = 0.45;
/** From this closeness on, it is one of the disagreement's own questions. */
const OWN_QUESTION = 0.85;
/** Positions that argue, in the order in which they are added. */
const ARGUING = ['supportive', 'critical'] as const satisfies Position[];

/** The disagreement that a question is about, and whether it is worded like one of its own questions. */
export function askedDisagreement(
  index: Pick<SearchIndex, 'disagreements'>,
  { matcher }: SearchResult,
): { disagreement: Disagreement; isOwn: boolean } | undefined {
  const [nearest] = index.disagreements(matcher);
  if (!nearest || nearest.closeness < ASKED_ABOUT) return undefined;
  return { disagreement: nearest.disagreement, isOwn: nearest.closeness >= OWN_QUESTION };
}

/** One passage of each position of a disagreement, known by the day where one is given. */
export function passagesOfPositions(
  corpus: Pick<Corpus, 'passages'>,
  { positions }: Disagreement,
  asOf: string | null,
): Passage[] {
  return positions.flatMap(({ passages }) => {
    const known = passages
      .map((id) => corpus.passages.get(id))
      .find((passage) => passage && (asOf === null || isKnownBy(passage, asOf)));
    return known ? [known] : [];
  });
}

/** The asked-about disagreement, then those in which shown passages stand: with most of them first. */
export function disagreementsOf(
  { disagreements }: Pick<Corpus, 'disagreements'>,
  shown: readonly Passage[],
  asked: Disagreement | null,
): Disagreement[] {
  const ids = new Set(shown.map(({ id }) => id));
  return disagreements
    .map((disagreement) => ({
      disagreement,
      shared: disagreement.positions.flatMap(({ passages }) => passages).filter((id) => ids.has(id))
        .length,
    }))
    .filter(({ disagreement, shared }) => shared > 0 || disagreement === asked)
    .sort(
      (a, b) =>
        Number(b.disagreement === asked) - Number(a.disagreement === asked) || b.shared - a.shared,
    )
    .map(({ disagreement }) => disagreement);
}

/** Where passages of a position are looked for, nearest to the question first. */
export interface Nearby {
  found: SearchResult;
  asked: Disagreement | null;
  asOf: string | null;
}

/**
 * Passages to add so that each arguing position is heard beside those shown first; none where the corpus has none on
 * the subject.
 */
export function missingSides(
  corpus: Corpus,
  shownFirst: readonly Passage[],
  more: readonly Passage[],
  { found, asked, asOf }: Nearby,
): Passage[] {
  const topic = mainTopic(corpus, shownFirst, asked);
  const isKnown = (passage: Passage) => asOf === null || isKnownBy(passage, asOf);
  const onTopic = (passage: Passage) => !topic || passage.topics.includes(topic.id);
  const ranked = found.passages.map(({ passage }) => passage);
  // What stands in the same disagreement speaks to the question itself; a source may argue a side and still say that
  // the other one has a point.
  const dispute = asked ?? disagreementsOf(corpus, [...shownFirst, ...more], null)[0];
  const pool = [
    ...more,
    ...(dispute?.positions.flatMap(({ passages }) => passages) ?? []).flatMap(
      (id) => corpus.passages.get(id) ?? [],
    ),
    ...ranked.filter(onTopic),
    ...(topic ? [...corpus.passages.values()].filter(onTopic) : ranked),
  ].filter(isKnown);
  return ARGUING.flatMap((position) => {
    if (shownFirst.some(({ source }) => source.position === position)) return [];
    return pool.find(({ source }) => source.position === position) ?? [];
  });
}

/** How the sources on the subject of some passages argue, those known by the day where one is given. */
export function countSides(
  corpus: Corpus,
  shown: readonly Passage[],
  asked: Disagreement | null,
  asOf: string | null,
): Sides | null {
  const topic = mainTopic(corpus, shown, asked);
  if (!topic) return null;
  const sources: Record<Position, Set<SourceId>> = {
    neutral: new Set(),
    supportive: new Set(),
    critical: new Set(),
  };
  for (const passage of corpus.passages.values()) {
    if (!passage.topics.includes(topic.id)) continue;
    if (asOf === null || isKnownBy(passage, asOf))
      sources[passage.source.position].add(passage.source.id);
  }
  const { neutral, supportive, critical } = sources;
  return {
    topic,
    counts: { neutral: neutral.size, supportive: supportive.size, critical: critical.size },
  };
}

/** The topic of the disagreement, else the one that most of the passages share; the earlier one in a tie. */
function mainTopic(
  { topics }: Pick<Corpus, 'topics'>,
  passages: readonly Passage[],
  asked: Disagreement | null,
): Topic | undefined {
  if (asked) return topics.get(asked.topic);
  const counts = new Map<Topic['id'], number>();
  for (const id of passages.flatMap((passage) => passage.topics))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && topics.get(most[0]);
}
