/** Both sides: which disagreement is asked about, who argues what, and a passage of each position. */
import { type Corpus, mustGetPassage, type Passage } from '../corpus/corpus.ts';
import type { Disagreement, PassageId, Position, SourceId, Topic } from '../corpus/schema.ts';
import { analyseQuestion } from '../question/analyse.ts';
import type { Query } from '../question/query.ts';
import type { SearchIndex } from '../search/build.ts';
import { createMatcher } from '../search/match.ts';
import type { SearchResult } from '../search/search.ts';
import { LANGUAGES } from '../text/language.ts';
import { tokenise } from '../text/tokens.ts';
import type { Sides } from './answer.ts';
import { isKnownBy } from './known.ts';

/** From this closeness on, a question is about a disagreement; 0 to 1. Set on questions left out of the file. */
const ASKED_ABOUT = 0.45;
/** From this closeness on, it is one of the disagreement's own questions. */
const OWN_QUESTION = 0.85;
/** Positions that argue, in the order in which they are added. */
const ARGUING = ['supportive', 'critical'] as const satisfies Position[];

/**
 * The disagreement that a question is about, and whether it is worded like one of its own questions. One of them word
 * for word leads to it, however close it is to another one's.
 */
export function askedDisagreement(
  index: Pick<SearchIndex, 'disagreements' | 'corpus'>,
  { text }: Pick<Query, 'text'>,
  { matcher }: SearchResult,
): { disagreement: Disagreement; isOwn: boolean } | undefined {
  const written = ownQuestions(index.corpus).get(wordsOf(text));
  if (written) return { disagreement: written, isOwn: true };
  const [nearest] = index.disagreements(matcher);
  if (!nearest || nearest.closeness < ASKED_ABOUT) return undefined;
  return { disagreement: nearest.disagreement, isOwn: nearest.closeness >= OWN_QUESTION };
}

const questionTables = new WeakMap<object, Map<string, Disagreement>>();

/** The own questions of the disagreements, as plain words. */
function ownQuestions({ disagreements }: Pick<Corpus, 'disagreements'>): Map<string, Disagreement> {
  let table = questionTables.get(disagreements);
  if (!table) {
    table = new Map();
    for (const disagreement of disagreements)
      for (const language of LANGUAGES)
        for (const question of disagreement.questions[language])
          if (!table.has(wordsOf(question))) table.set(wordsOf(question), disagreement);
    questionTables.set(disagreements, table);
  }
  return table;
}

function wordsOf(text: string): string {
  return tokenise(text).join(' ');
}

/** The disagreement that somebody names in their own words; undefined when none is close. */
export function findDisagreement(index: SearchIndex, words: string): Disagreement | undefined {
  const matcher = createMatcher(analyseQuestion(words, index.lexicon), index);
  const [nearest] = index.disagreements(matcher);
  return nearest && nearest.closeness >= ASKED_ABOUT ? nearest.disagreement : undefined;
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

/**
 * The asked-about disagreement, then those in which shown passages stand: with most of them first. Where a day is
 * given, with the positions that were taken by then, if there were two.
 */
export function disagreementsOf(
  corpus: Pick<Corpus, 'disagreements' | 'passages'>,
  shown: readonly Passage[],
  asked: Disagreement | null,
  asOf: string | null = null,
): Disagreement[] {
  const ids = new Set(shown.map(({ id }) => id));
  return corpus.disagreements
    .map((disagreement) => (asOf === null ? disagreement : takenBy(disagreement, corpus, asOf)))
    .map((disagreement) => ({
      disagreement,
      isAsked: disagreement.id === asked?.id,
      shared: disagreement.positions.flatMap(({ passages }) => passages).filter((id) => ids.has(id))
        .length,
    }))
    .filter(
      ({ disagreement, isAsked, shared }) =>
        disagreement.positions.length > 1 && (shared > 0 || isAsked),
    )
    .sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || b.shared - a.shared)
    .map(({ disagreement }) => disagreement);
}

/** A disagreement with the positions that a passage stood for by that day. */
function takenBy(
  disagreement: Disagreement,
  { passages }: Pick<Corpus, 'passages'>,
  day: string,
): Disagreement {
  const isKnown = (id: PassageId) => isKnownBy(mustGetPassage({ passages }, id), day);
  return {
    ...disagreement,
    positions: disagreement.positions.filter((position) => position.passages.some(isKnown)),
  };
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
    ...(topic ? passagesOn(corpus, topic) : ranked),
  ];
  return ARGUING.flatMap((position) => {
    if (shownFirst.some(({ source }) => source.position === position)) return [];
    const argues = (passage: Passage) => passage.source.position === position && isKnown(passage);
    return pool.find(argues) ?? [];
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
  for (const passage of passagesOn(corpus, topic)) {
    if (asOf === null || isKnownBy(passage, asOf))
      sources[passage.source.position].add(passage.source.id);
  }
  const { neutral, supportive, critical } = sources;
  return {
    topic,
    counts: { neutral: neutral.size, supportive: supportive.size, critical: critical.size },
  };
}

const byTopic = new WeakMap<Corpus['passages'], Map<Topic['id'], Passage[]>>();

/** The passages on a topic, in the corpus's order. */
function passagesOn({ passages }: Pick<Corpus, 'passages'>, { id }: Topic): readonly Passage[] {
  let topics = byTopic.get(passages);
  if (!topics) {
    topics = new Map();
    byTopic.set(passages, topics);
    for (const passage of passages.values()) {
      for (const topic of new Set(passage.topics)) {
        const known = topics.get(topic);
        if (known) known.push(passage);
        else topics.set(topic, [passage]);
      }
    }
  }
  return topics.get(id) ?? [];
}

/**
 * The topic that most of the passages share, of those on which both sides speak if there are such: "Supporters" would
 * have one side alone. In a tie that of the disagreement, else the earlier one.
 */
function mainTopic(
  corpus: Pick<Corpus, 'topics' | 'passages'>,
  passages: readonly Passage[],
  asked: Disagreement | null,
): Topic | undefined {
  const counts = new Map<Topic['id'], number>(asked ? [[asked.topic, 0.5]] : []);
  for (const id of passages.flatMap((passage) => passage.topics))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  const topics = [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id]) => corpus.topics.get(id) ?? []);
  return topics.find((topic) => topic.id === asked?.topic || isDebated(corpus, topic)) ?? topics[0];
}

/** True when sources of both sides speak on a topic. */
function isDebated(corpus: Pick<Corpus, 'passages'>, topic: Topic): boolean {
  const positions = new Set(passagesOn(corpus, topic).map(({ source }) => source.position));
  return positions.has('supportive') && positions.has('critical');
}
