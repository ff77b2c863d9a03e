/** What of a declined question may be kept: the words that the corpus knows. Nothing that only the asker knows. */
import { analyseQuestion } from '../question/analyse.ts';
import type { SearchIndex } from '../search/build.ts';
import { LANGUAGES } from '../text/language.ts';
import { stem } from '../text/stems.ts';
import type { Answer, DeclineReason } from './answer.ts';

/** Declined for want of a source. Danger, personal data and advice leave no trace at all. */
const GAPS: ReadonlySet<DeclineReason> = new Set(['not-covered', 'only-old-sources', 'off-topic']);
/** A year is all that is kept of numbers: others may be somebody's. */
const YEAR = /^(?:19|20)\d\d$/;

/** The known words of a question that was declined, the rarest first; none when nothing is to be kept. */
export function gapTerms(index: SearchIndex, question: string, answer: Answer): string[] {
  if (answer.kind !== 'declined' || !GAPS.has(answer.reason)) return [];
  const { terms } = analyseQuestion(question, index.lexicon);
  const known = terms.flatMap(({ repaired }) => {
    if (/\d/.test(repaired) && !YEAR.test(repaired)) return [];
    const ids = LANGUAGES.map((language) => index.table.find(stem(repaired, language), language));
    const found = ids.filter((id) => id !== undefined);
    if (found.length === 0) return [];
    return [{ word: repaired, rarity: Math.min(...found.map((id) => index.table.idf(id))) }];
  });
  const byRarity = known.sort((a, b) => b.rarity - a.rarity || a.word.localeCompare(b.word));
  return [...new Set(byRarity.map(({ word }) => word))];
}
