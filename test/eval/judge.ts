/** Whether the shown passages hold the answer: the rules of ../shared/eval/score-answers.mjs. */
import { type Answer, shownPassages } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import type { Row } from './sets.ts';

/** A passage as far as judging needs it. */
export type JudgedPassage = Pick<Passage, 'id' | 'text'>;

/** True when one of these passages is named, or the patterns are found in their English texts (every one with `allOf`, else any). */
export function holdsAnswer(
  { answers, allOf, passages = [] }: Pick<Row, 'answers' | 'allOf' | 'passages'>,
  shown: readonly JudgedPassage[],
): boolean {
  if (shown.some(({ id }) => passages.includes(id))) return true;
  if (answers.length === 0) return false;
  const plain = normalise(shown.map(({ text }) => text.en).join('\n\n'));
  const folded = plain.normalize('NFD').replace(/\p{M}+/gu, '');
  const found = (pattern: string) => {
    const expression = new RegExp(pattern, 'i');
    return expression.test(plain) || expression.test(folded);
  };
  return allOf ? answers.every(found) : answers.some(found);
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212\u2043]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How one row came out. */
export interface Judgement {
  row: Row;
  answer: Answer;
  declined: boolean;
  /** Answerable rows: the first passage, the first three, all shown hold the answer. */
  at1: boolean;
  at3: boolean;
  shown: boolean;
  /** Rows to decline: declined, or met with a passage that corrects the premise. */
  rightlyDeclined: boolean;
  rightLanguage: boolean;
}

/** Judges the answer to a row. */
export function judge(row: Row, answer: Answer): Judgement {
  const passages = shownPassages(answer).map(({ passage }) => passage);
  const declined = answer.kind === 'declined';
  const holds = (count: number) => !declined && holdsAnswer(row, passages.slice(0, count));
  const corrected =
    !declined && holdsAnswer({ answers: row.okAnswers ?? [], allOf: false }, passages.slice(0, 3));
  return {
    row,
    answer,
    declined,
    at1: row.answerable && holds(1),
    at3: row.answerable && holds(3),
    shown: row.answerable && holds(passages.length),
    rightlyDeclined: !row.answerable && (declined || corrected),
    rightLanguage: answer.language === row.lang,
  };
}

/** Asks every row's question and judges what comes back. */
export function judgeAll(index: SearchIndex, rows: readonly Row[]): Judgement[] {
  return rows.map((row) => judge(row, ask(index, row.question)));
}
