/** Which side of a disagreement a claim takes: by its figures, its dates, or by what it affirms and denies. */
import type { Disagreement } from '../corpus/schema.ts';
import { isOpposite } from '../question/polarity.ts';
import {
  isComparable,
  isSameDate,
  isSameFigure,
  readStatement,
  type Statement,
} from '../question/statement.ts';
import type { ClaimPassage } from './check-claim.ts';

type Judgement = Pick<ClaimPassage, 'stance' | 'difference'>;

/** Values that affirm or deny what the disagreement is about, in a word or two. */
const AFFIRMS = /^(?:yes|probably lawful|lawful|legal|accept(?:s|ed)|true)\b/i;
const DENIES =
  /^(?:no|not|doubtful|counterproductive|(?:likely )?unlawful|illegal|conflicts|rejects?|unilateral|false)\b/i;

/** How a position of a disagreement stands to the claim; undefined where its words don't tell. */
export function stanceByPosition(
  claimed: Statement,
  { claim, value }: Disagreement['positions'][number],
): Judgement | undefined {
  const stated = readStatement(`${value.en}. ${claim.en}`);
  if (claimed.figures.length > 0) {
    const some = (test: typeof isSameFigure) =>
      claimed.figures.some((figure) => stated.figures.some((one) => test(figure, one)));
    if (some(isSameFigure)) return byDate(claimed, stated);
    return some(isComparable) ? { stance: 'complicates', difference: 'figure' } : undefined;
  }
  if (claimed.dates.length > 0)
    return stated.dates.length > 0 ? byDate(claimed, stated) : undefined;
  if (!AFFIRMS.test(value.en) && !DENIES.test(value.en)) return undefined;
  const denies = DENIES.test(value.en);
  // An affirmative sentence stands for the position's "yes"; the claim is set against it.
  const isAgainst = isOpposite(claimed.words, AFFIRMATIVE) !== denies;
  return isAgainst
    ? { stance: 'complicates', difference: 'position' }
    : { stance: 'supports', difference: undefined };
}

/** One word of each pair of opposites, on the affirming side. */
const AFFIRMATIVE = ['legal', 'effective', 'accepted', 'reduced', 'safe', 'fair', 'allowed'];

function byDate(claimed: Statement, stated: Statement): Judgement {
  const supports = { stance: 'supports', difference: undefined } as const;
  if (claimed.dates.length === 0 || stated.dates.length === 0) return supports;
  const agrees = claimed.dates.some((date) => stated.dates.some((one) => isSameDate(date, one)));
  return agrees ? supports : { stance: 'complicates', difference: 'date' };
}
