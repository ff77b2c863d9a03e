/** A question that isn't answered: why, what was searched, what comes near, what to ask instead. */
import type { DeclinedAnswer, DeclineReason } from '../answer/answer.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Safety, SourceId } from '../corpus/schema.ts';
import type { Catalog } from '../messages/catalog.ts';
import { formatList } from '../messages/format.ts';
import { passageText, sourceText } from './citation.ts';
import { type Block, text } from './layout.ts';
import { CAPS } from './limits.ts';
import { plain } from './markdown.ts';

/** What the corpus says of itself and to people at risk. */
export type CorpusWords = Pick<Corpus, 'info' | 'safety'>;

/** Reasons for which it helps to say what there is to look through. */
const SEARCHED: ReadonlySet<DeclineReason> = new Set([
  'off-topic',
  'not-covered',
  'only-old-sources',
  'advice',
  'unclear',
]);
/** Reasons for which the corpus has a card, written and checked by people. */
const CARDS: Partial<Record<DeclineReason, keyof Safety['cards']>> = {
  unsafe: 'danger',
  advice: 'advice',
  'personal-data': 'personalData',
};

/**
 * Why the question isn't answered, as lines of unescaped text, the title first.
 * @param corpus without it the texts are general
 */
export function declinedLines(
  { language, reason, seen, searched, until }: DeclinedAnswer,
  texts: Catalog,
  corpus?: CorpusWords,
): string[] {
  const kinds = seen.map((kind) => kind[language]);
  const card = CARDS[reason] && corpus?.safety.cards[CARDS[reason]]?.[language];
  const next = texts.trust.next[reason](corpus?.info.command ?? 'mpp');
  const looked = SEARCHED.has(reason)
    ? [texts.answer.searched(searched.sources, searched.newest)]
    : [];
  if (card) {
    const named = kinds.length > 0 ? formatList(kinds, language) : texts.answer.personalDetails;
    return [card.title, card.text.replaceAll('{kinds}', named), ...looked, next];
  }
  const policy = corpus?.info.name[language] ?? texts.thisPolicy;
  const { title, text: reasonText } = texts.decline[reason];
  const isUntil = until !== null && reason === 'not-covered';
  const lines = [
    title,
    isUntil ? texts.trust.until(until.day, until.laterAnswers) : reasonText(policy),
  ];
  if (kinds.length > 0) lines.push(texts.answer.seen(kinds));
  return [...lines, ...looked, next];
}

export interface DeclinedOptions {
  corpus?: CorpusWords;
  openSource?: (id: SourceId) => string;
  /** Answers one of the suggested questions. */
  suggest?: (question: string) => string;
}

/** The parts of a declined answer. Related passages are named as such: they don't answer. */
export function declinedBlocks(
  answer: DeclinedAnswer,
  texts: Catalog,
  { corpus, openSource, suggest }: DeclinedOptions = {},
): Block[] {
  const { language, related, citations, suggestions } = answer;
  const [title = '', ...lines] = declinedLines(answer, texts, corpus).map((line) =>
    plain(line, CAPS.card),
  );
  const blocks: Block[] = [text([`**${title}**`, ...lines].join('\n'))];
  if (suggestions.length > 0) {
    const questions = suggestions.map((question) => `- ${plain(question, CAPS.question)}`);
    blocks.push(text([`**${texts.answer.suggestions}**`, ...questions].join('\n')));
    if (suggest) {
      const buttons = suggestions.map((label) => ({ label, customId: suggest(label) }));
      blocks.push({ kind: 'buttons', buttons });
    }
  }
  if (related.length > 0) {
    blocks.push({ kind: 'line' }, text(`**${texts.answer.related}**`));
    blocks.push(...related.map((shown) => text(passageText(shown, language, texts))));
    for (const { number, source } of citations) {
      const button = openSource && {
        label: texts.buttons.source(number),
        customId: openSource(source.id),
      };
      blocks.push(text(sourceText(number, source, language, texts), button));
    }
  }
  return blocks;
}
