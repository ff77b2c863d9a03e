/** Finds passages of the corpus that seem to say what a draft says, by the words that they share. */
import { contentWords } from '../question/expand.ts';
import type { SearchIndex } from '../search/build.ts';
import { detectLanguage, type Language } from '../text/language.ts';
import { stem } from '../text/stems.ts';
import { truncate } from '../text/truncate.ts';
import type { DraftPassage } from './draft.ts';

/**
 * Share of the draft's information that the passage must cover, 0 to 1. At 0.4, 56 of the 101 draft
 * passages of the five starting sources lead to a passage of the corpus, nearly all to one that restates the same source.
 */
const LEAST_COVERED = 0.4;
/** Most passages that are named for one draft. */
const MOST = 2;
/** Letters of a passage that are shown. */
const SHOWN = 120;

/** Fills in `alike` of each passage and returns how many have any. A whole book takes a second. */
export function findAlike(drafts: readonly DraftPassage[], index: SearchIndex): number {
  const find = createFinder(index);
  for (const draft of drafts) {
    const language = detectLanguage(draft.text, 'en');
    draft.alike = find(draft.text, language).map(({ passage: { id, text }, covered }) => {
      const share = Math.round(covered * 100);
      return `${id} (${share} %): ${truncate(text[language], SHOWN)}`;
    });
  }
  return drafts.filter(({ alike }) => alike.length > 0).length;
}

/** Finds the passages that cover most of a text's information, in its language, best first. */
function createFinder({ units, table, lexicon }: SearchIndex) {
  const passages = units.flatMap(({ target, texts }) =>
    target.kind === 'passage' ? [{ passage: target.passage, texts }] : [],
  );
  // Every term belongs to one language: both fit into one table.
  const holders = new Map<number, number[]>();
  passages.forEach(({ texts }, number) => {
    for (const { kind, terms } of texts) {
      if (kind !== 'own') continue;
      for (const term of terms) {
        const known = holders.get(term);
        if (known) known.push(number);
        else holders.set(term, [number]);
      }
    }
  });
  const shared = new Float64Array(passages.length);
  return (text: string, language: Language) => {
    shared.fill(0);
    let all = 0;
    const words = contentWords(text, lexicon.readNames);
    for (const word of new Set(words.map((one) => stem(one, language)))) {
      const term = table.find(word, language);
      const rarity = table.idf(term);
      all += rarity;
      for (const number of term === undefined ? [] : (holders.get(term) ?? []))
        shared[number] = (shared[number] as number) + rarity;
    }
    return passages
      .map(({ passage }, number) => ({ passage, covered: (shared[number] as number) / all }))
      .filter(({ covered }) => covered >= LEAST_COVERED)
      .sort((a, b) => b.covered - a.covered)
      .slice(0, MOST);
  };
}
