/** What the bot says to a question: passages, an overview, or an honest no. */
import type { Passage } from '../corpus/corpus.ts';
import type {
  Disagreement,
  Localized,
  Overview,
  PassageId,
  Position,
  Source,
  Topic,
} from '../corpus/schema.ts';
import type { Language } from '../text/language.ts';

/** A source as numbered below an answer, in order of first appearance, from 1. */
export interface Citation {
  number: number;
  source: Source;
}

/** A passage as shown, with the number of its citation. */
export interface ShownPassage {
  passage: Passage;
  citation: number;
  score: number;
}

/** How an answer was shaped beyond what was found. A receipt carries it, so that a replay shows the same. */
export interface Lens {
  /** Day that the answer is restricted to: only what was known by then. */
  asOf: string | null;
  /** The question is about how things stand. */
  present: boolean;
  /** The disagreement that the question itself asks about. */
  asked: Disagreement | null;
  /** The question asks for a judgement: passages that were added so that each position is heard. */
  judged: Passage[] | null;
}

/** What a question without anything particular is looked at through. */
export const PLAIN_LENS: Lens = { asOf: null, present: false, asked: null, judged: null };

/** How the sources on a topic argue; shown where a question asks for a judgement. */
export interface Sides {
  topic: Topic;
  /** Sources with a passage on the topic, by what they argue about the policy. */
  counts: Record<Position, number>;
}

interface Shown {
  language: Language;
  citations: Citation[];
  lens: Lens;
  /** Only for a question that asks for a judgement. */
  sides: Sides | null;
  /** Newest date that the shown passages speak for. */
  newest: string | null;
  /** The question is about the present and the newest date is too old to speak for it. */
  stale: boolean;
  /** The disagreement that is asked about, and those in which a shown passage stands, nearest first. */
  disagreements: Disagreement[];
}

/** What the moderators of a community answer in their own words; the passages that it rests on are shown with it. */
export interface CommunityAnswer {
  id: string;
  /** The questions that it answers; the first is its title. */
  wordings: readonly string[];
  text: string;
  passages: readonly PassageId[];
  /** Languages of the askers who are shown it. */
  languages: readonly Language[];
  editorName: string | null;
  /** ISO time of the last edit. */
  changedAt: string;
}

/** The passages that answer a narrow question: the lead and up to two from other sources. */
export interface PassagesAnswer extends Shown {
  kind: 'passages';
  passages: [ShownPassage, ...ShownPassage[]];
  /** The overview that tells the wider story, offered behind a button. */
  overview: Overview | undefined;
  /** Shown before the passages, of which the first are those that it rests on. */
  community?: CommunityAnswer;
}

/**
 * A section of an overview, the passage that is closest to the question as it was worded, or passages that were added so
 * that each side is heard.
 */
export interface OverviewSection {
  heading: Localized | 'closest' | 'sides';
  passages: ShownPassage[];
}

/** The answer to a broad question: sections of passages in reading order. */
export interface OverviewAnswer extends Shown {
  kind: 'overview';
  overview: Overview;
  sections: OverviewSection[];
}

/** Why a question isn't answered; each has words and a next step of its own. */
export const DECLINE_REASONS = [
  'off-topic',
  'not-covered',
  'only-old-sources',
  'advice',
  'unsafe',
  'personal-data',
  'unclear',
  'chit-chat',
  'gibberish',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export interface DeclinedAnswer {
  kind: 'declined';
  language: Language;
  reason: DeclineReason;
  /** Kinds of personal data that were seen, in words; only for `personal-data`. */
  seen: Localized[];
  /** At most two nearest passages. They don't answer the question. */
  related: ShownPassage[];
  citations: Citation[];
  /** Up to three questions that the corpus does answer. */
  suggestions: string[];
  /** What was looked through. */
  searched: { sources: number; newest: string | null };
  /** The answer was restricted to a day; and whether later sources would have answered. */
  until: { day: string; laterAnswers: boolean } | null;
}

export type Answer = PassagesAnswer | OverviewAnswer | DeclinedAnswer;

/** The passages of an answer in the order in which they are shown; none when declined. */
export function shownPassages(answer: Answer): ShownPassage[] {
  switch (answer.kind) {
    case 'passages':
      return answer.passages;
    case 'overview':
      return answer.sections.flatMap((section) => section.passages);
    case 'declined':
      return [];
  }
}

/** Numbers the sources of some passages in order of first appearance. */
export function cite(ranked: readonly { passage: Passage; score: number }[]): {
  shown: ShownPassage[];
  citations: Citation[];
} {
  const citations: Citation[] = [];
  const shown = ranked.map(({ passage, score }) => {
    let citation = citations.find(({ source }) => source === passage.source);
    if (!citation) {
      citation = { number: citations.length + 1, source: passage.source };
      citations.push(citation);
    }
    return { passage, score, citation: citation.number };
  });
  return { shown, citations };
}
