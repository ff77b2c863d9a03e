/** Finds the disagreement that a question asks about, by the questions that people ask about it. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Disagreement } from '../corpus/schema.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import type { NameReader } from '../text/names.ts';
import { stem } from '../text/stems.ts';
import { tokenise } from '../text/tokens.ts';
import { STOP_WORDS } from '../text/words.ts';
import type { Matcher } from './match.ts';
import { covers, keepSatisfied } from './seen.ts';
import type { TermTable } from './terms.ts';

/** A disagreement and how close one of its questions is to what was asked, 0 to 1. */
export interface RankedDisagreement {
  disagreement: Disagreement;
  closeness: number;
}

/** Ranks the disagreements that share a word with the question, closest first. */
export type DisagreementFinder = (matcher: Matcher) => RankedDisagreement[];

interface WrittenText {
  /** Position of the disagreement that it asks about. */
  number: number;
  /** Content terms that the units hold too, each once. */
  terms: number[];
  /** Rarity of all content words, those that no unit holds included. */
  weight: number;
  /** Words and pairs of neighbours, and the Euclidean length of all of them in rarities. */
  wording: number[];
  wordingLength: number;
}

/** Rarity of a pair of words that no unit holds, as for questions in match.ts. */
const UNKNOWN_PAIR_IDF = 2;

/** Prepares the disagreements of a corpus; `table` is only read, so that the ranking of passages stays as it is. */
export function createDisagreementFinder(
  { disagreements }: Pick<Corpus, 'disagreements'>,
  table: TermTable,
  readNames: NameReader,
): DisagreementFinder {
  const byTerm = new Map<number, Set<WrittenText>>();
  disagreements.forEach((disagreement, number) => {
    for (const language of LANGUAGES) {
      for (const question of [
        disagreement.question[language],
        ...disagreement.questions[language],
      ]) {
        const text = { number, ...readText(question, language, table, readNames) };
        for (const term of text.terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(text));
      }
    }
  });
  return (matcher) => {
    const closest = new Float64Array(disagreements.length);
    for (const text of textsSharing(matcher, byTerm)) {
      const before = closest[text.number] as number;
      closest[text.number] = Math.max(before, closenessOf(text, matcher));
    }
    return disagreements
      .map((disagreement, number) => ({ disagreement, closeness: closest[number] as number }))
      .filter(({ closeness }) => closeness > 0)
      .sort((a, b) => b.closeness - a.closeness);
  };
}

/** What shares no content word with the question isn't close, whatever else they have in common: nearly all texts. */
function textsSharing(
  { hits }: Matcher,
  byTerm: ReadonlyMap<number, ReadonlySet<WrittenText>>,
): Set<WrittenText> {
  const sharing = new Set<WrittenText>();
  for (const id of hits.keys()) for (const text of byTerm.get(id) ?? []) sharing.add(text);
  return sharing;
}

function readText(
  text: string,
  language: Language,
  table: TermTable,
  readNames: NameReader,
): Omit<WrittenText, 'number'> {
  const words = readNames(tokenise(text)).map(({ word }) => word);
  const ids = words.map((word) => table.find(stem(word, language), language));
  const content = new Map(
    words.flatMap((word, i) => (STOP_WORDS.has(word) ? [] : [[word, ids[i]] as const])),
  );
  const wording = new Set<number>();
  let squares = 0;
  const add = (id: number | undefined, idf: number) => {
    if (id !== undefined && wording.has(id)) return;
    if (id !== undefined) wording.add(id);
    squares += idf * idf;
  };
  ids.forEach((id, i) => {
    add(id, table.idf(id));
    const before = i === 0 ? undefined : ids[i - 1];
    if (i === 0) return;
    const pair = id === undefined || before === undefined ? undefined : table.findPair(before, id);
    add(pair, pair === undefined ? UNKNOWN_PAIR_IDF : table.idf(pair));
  });
  return {
    terms: [...new Set(content.values())].filter((id) => id !== undefined),
    weight: [...content.values()].reduce((sum: number, id) => sum + table.idf(id), 0),
    wording: [...wording],
    wordingLength: Math.sqrt(squares) || 1,
  };
}

/** The mean of content covered both ways and likeness of the whole wording: "what was MPP 2.0" isn't "how many". */
function closenessOf(text: WrittenText, matcher: Matcher): number {
  let product = 0;
  for (const id of text.wording) product += (matcher.terms.get(id)?.rarity ?? 0) ** 2;
  const wording = product / (matcher.wordingLength * text.wordingLength);
  return Math.min(1, (contentShared(text, matcher) + wording) / 2);
}

/** How much of the question's content the text covers, less where the text says much more; 0 to 1. */
function contentShared({ terms, weight }: WrittenText, matcher: Matcher): number {
  const here = new Float32Array(matcher.slots.length);
  let matched = 0;
  for (const id of terms) {
    const term = matcher.terms.get(id);
    if (!term) continue;
    matched += term.worth;
    keepSatisfied(here, term.satisfied);
  }
  return matched === 0 ? 0 : (covers(here, matcher) / matcher.total) * Math.sqrt(matched / weight);
}
