/** Sets a claim against the passages: which support it, which contradict or complicate it, which only touch on it. */
import { type Corpus, mustGetPassage, newestDate, passageDate } from '../corpus/corpus.ts';
import type { Disagreement, PassageId } from '../corpus/schema.ts';
import { analyseQuestion } from '../question/analyse.ts';
import { readAsked } from '../question/asked.ts';
import { isOpposite } from '../question/polarity.ts';
import type { Query } from '../question/query.ts';
import { readSmallTalk } from '../question/small-talk.ts';
import { readStatement, type Statement } from '../question/statement.ts';
import type { SearchIndex } from '../search/build.ts';
import { type SearchResult, search } from '../search/search.ts';
import type { Language } from '../text/language.ts';
import { tokenise } from '../text/tokens.ts';
import { type Citation, cite, type DeclinedAnswer, type ShownPassage } from './answer.ts';
import {
  type Candidate,
  compareDates,
  compareFigures,
  gatherCandidates,
  givesFigure,
  statementOf,
  unknownShare,
} from './claim-candidates.ts';
import { stanceByPosition } from './claim-position.ts';
import { decline } from './decide.ts';

export const STANCES = ['supports', 'complicates', 'touches'] as const;
export type Stance = (typeof STANCES)[number];

/** What a passage differs from the claim in. */
export type Difference = 'figure' | 'date' | 'negation' | 'position';

/** A passage beside the claim. */
export interface ClaimPassage extends ShownPassage {
  stance: Stance;
  /** Why it complicates the claim; undefined for the other stances. */
  difference: Difference | undefined;
  /** Figures and dates of the passage. */
  stated: Statement;
}

type Judged = Omit<ClaimPassage, 'citation' | 'stated'>;

export interface CheckedClaim {
  kind: 'checked';
  language: Language;
  /** The claim, cleaned. */
  claim: string;
  /** Its figures and dates. */
  claimed: Statement;
  /** By stance; at least one. */
  passages: ClaimPassage[];
  citations: Citation[];
  newest: string | null;
  /** The disagreement that the claim takes a position in. */
  disagreement: Disagreement | null;
}

/** Most passages of each stance that are shown. */
const MOST: Record<Stance, number> = { supports: 3, complicates: 3, touches: 2 };
/** Share of the claim's words, figures left out, that a passage must hold to speak for or against it, or to touch it. */
const SPEAKS = 0.7;
const TOUCHES = 0.4;
/** The same for a passage that gives a figure: the figure itself says that it is of the same kind. */
const GIVES_FIGURE = { most: 0.5, least: 0.2, ofBest: 0.8 };
/** Above this share of unknown words, a claim is about something else. */
const OFF_TOPIC = 0.4;
/** From this closeness on, the claim is about a disagreement; claims are worded less like its questions. */
const IN_DISAGREEMENT = 0.35;

const OUTSIDE = new Set(['outside', 'fuera']);
const ENDS = /^(?:end(?:s|ed|ing)?|termin|acab|fin(?:al|aliz)?$|finaliz)/;

/** True for a claim that something ended and a passage that counts "by the end of November". */
function endsOnlyADate(claimed: readonly string[], stated: readonly string[]): boolean {
  if (!claimed.some((word) => ENDS.test(word))) return false;
  const ends = stated.flatMap((word, at) => (/^end(?:s|ed|ing)?$/.test(word) ? [at] : []));
  const isDate = (at: number) => stated[at] === 'end' && stated[at + 1] === 'of';
  return ends.length > 0 && ends.every(isDate);
}

/** Checks a claim. Never passes a verdict of its own; declines like a question where that has to be. */
export function checkClaim(
  index: SearchIndex,
  claim: string,
  options: { language?: Language | undefined; fallback?: Language | undefined } = {},
): CheckedClaim | DeclinedAnswer {
  const { corpus } = index;
  const verdict = index.guard(claim);
  const query = analyseQuestion(claim, index.lexicon, options);
  if (verdict.kind === 'danger') return decline(corpus, query, 'unsafe');
  if (verdict.kind === 'personal-data')
    return decline(corpus, query, 'personal-data', [], verdict.seen);
  const smallTalk = readSmallTalk(query.text, index.lexicon);
  if (smallTalk) return decline(corpus, query, smallTalk === 'steering' ? 'off-topic' : smallTalk);

  const claimed = readStatement(query.text);
  const found = search(index, query);
  if (query.terms.length === 0) return decline(corpus, query, 'unclear');
  if (unknownShare(query, found) > OFF_TOPIC) return decline(corpus, query, 'off-topic');
  const candidates = gatherCandidates(index, query, claimed, found);
  const disagreement = nearestDisagreement(index, claimed, found);
  const judged = new Map<PassageId, Judged>();
  const enough = enoughForFigure(claimed, candidates);
  for (const candidate of candidates) {
    const judgement = judgeOne(candidate, claimed, enough);
    const { passage, score } = candidate;
    if (judgement) judged.set(passage.id, { passage, score, ...judgement });
  }
  if (disagreement) addPositions(corpus, disagreement, claimed, judged);
  const passages = [...judged.values()];
  if (!passages.some(({ stance }) => stance !== 'touches') && !isNear(candidates)) {
    return decline(corpus, query, 'not-covered', found.passages);
  }
  return present(query, claimed, passages, disagreement);
}

/** The disagreement that the claim speaks to: one on figures or dates only where the claim has some. */
function nearestDisagreement(
  index: SearchIndex,
  { figures, dates }: Statement,
  { matcher }: SearchResult,
): Disagreement | null {
  const near = index.disagreements(matcher).find(({ disagreement }) => {
    const asked = readAsked(tokenise(disagreement.question.en));
    if (asked === 'number') return figures.length > 0;
    return asked !== 'date' || dates.length > 0;
  });
  return near && near.closeness >= IN_DISAGREEMENT ? near.disagreement : null;
}

/** How much of the claim a passage with a figure must hold: less where a claim's words are unlike all passages'. */
function enoughForFigure(claimed: Statement, candidates: readonly Candidate[]): number {
  if (claimed.figures.length === 0) return GIVES_FIGURE.most;
  const giving = candidates.filter(({ passage }) => givesFigure(claimed, passage));
  const best = Math.max(0, ...giving.map(({ covered }) => covered));
  const { most, least, ofBest } = GIVES_FIGURE;
  return Math.min(most, Math.max(least, ofBest * best));
}

/** How a passage stands to a claim by what both state; undefined when it is about something else. */
function judgeOne(
  { passage, covered, ownCovered }: Candidate,
  claimed: Statement,
  enough: number,
): Pick<ClaimPassage, 'stance' | 'difference'> | undefined {
  if (covered < Math.min(TOUCHES, enough)) return undefined;
  const touches = { stance: 'touches', difference: undefined } as const;
  const stated = statementOf(passage);
  const figure = compareFigures(claimed, stated);
  const date = compareDates(claimed, stated, passage);
  if (claimed.figures.length > 0) {
    if (covered < enough || figure === 'silent') return touches;
    if (figure === 'differs') return { stance: 'complicates', difference: 'figure' };
    if (date === 'differs') return { stance: 'complicates', difference: 'date' };
    // "About half of those outside MPP" says nothing for "half of those in MPP".
    if (stated.words.includes('outside') && !claimed.words.some((word) => OUTSIDE.has(word)))
      return touches;
    return { stance: 'supports', difference: undefined };
  }
  if (ownCovered < SPEAKS) return touches;
  if (endsOnlyADate(claimed.words, stated.words)) return touches;
  if (isOpposite(claimed.words, stated.words))
    return { stance: 'complicates', difference: 'negation' };
  if (date === 'differs') return { stance: 'complicates', difference: 'date' };
  if (claimed.dates.length > 0 && date === 'silent') return touches;
  return { stance: 'supports', difference: undefined };
}

/**
 * Adds a passage of each position of the disagreement, by the position that the claim takes. What people have put on a
 * side outweighs what a passage's words look like, so that others only touch on the claim, unless they give figures that
 * it gives too, or other dates.
 */
function addPositions(
  corpus: Corpus,
  disagreement: Disagreement,
  claimed: Statement,
  judged: Map<PassageId, Judged>,
): void {
  for (const [id, one] of judged) {
    // A year alone doesn't make a passage speak for "it ended in 2019".
    const isWeak = claimed.dates.length === 0 || one.stance === 'supports';
    if (claimed.figures.length === 0 && isWeak)
      judged.set(id, { ...one, stance: 'touches', difference: undefined });
  }
  const hasNumbers = claimed.figures.length > 0 || claimed.dates.length > 0;
  const other = hasNumbers
    ? ({ stance: 'touches', difference: undefined } as const)
    : ({ stance: 'complicates', difference: 'position' } as const);
  disagreement.positions.forEach((position) => {
    const judgement = stanceByPosition(claimed, position);
    position.passages.forEach((id, i) => {
      const known = judged.get(id);
      if (known && (judgement || known.stance === 'touches'))
        judged.set(id, { ...known, ...(judgement ?? other) });
      else if (!known && i === 0)
        judged.set(id, {
          passage: mustGetPassage(corpus, id),
          score: 0,
          ...(judgement ?? other),
        });
    });
  });
}

function isNear(candidates: readonly Candidate[]): boolean {
  return candidates.some(({ covered }) => covered >= SPEAKS);
}

function present(
  { text, language }: Query,
  claimed: Statement,
  judged: readonly Judged[],
  disagreement: Disagreement | null,
): CheckedClaim {
  const chosen = STANCES.flatMap((stance) =>
    judged.filter((one) => one.stance === stance).slice(0, MOST[stance]),
  );
  const { shown, citations } = cite(chosen);
  return {
    kind: 'checked',
    language,
    claim: text,
    claimed,
    passages: shown.map((one, i) => ({
      ...(chosen[i] as Judged),
      ...one,
      stated: statementOf(one.passage),
    })),
    citations,
    newest: newestDate(chosen.map(({ passage }) => passageDate(passage))),
    disagreement,
  };
}
