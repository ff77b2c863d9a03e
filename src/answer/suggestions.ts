/** Questions that the corpus does answer, to be offered where one isn't answered. */
import { createHash } from 'node:crypto';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import type { Language } from '../text/language.ts';

/** Most questions that are offered. */
const MAX_SUGGESTIONS = 3;
/** Longest question that fits on a button. */
const LONGEST = 80;
/** Fewest words of a question that says what it is about. */
const LEAST_WORDS = 4;
/** Characters of a question's key; 48 bits, so that 20,000 questions clash with a chance of one in a million. */
const KEY_LENGTH = 8;

/** Up to three written questions: of the nearest passages, then of the overviews in their order. */
export function suggestQuestions(
  { overviews }: Pick<Corpus, 'overviews'>,
  nearest: readonly Passage[],
  language: Language,
): string[] {
  const suggested = new Set<string>();
  for (const { questions } of [...nearest, ...overviews]) {
    if (suggested.size === MAX_SUGGESTIONS) break;
    const question = questions[language].find(isPresentable);
    if (question) suggested.add(question);
  }
  return [...suggested];
}

/** Written like a question in a list: whole, with a capital, and short enough for a button. */
function isPresentable(question: string): boolean {
  return (
    /^[\p{Lu}¿].*\?$/u.test(question) &&
    question.length <= LONGEST &&
    question.split(' ').length >= LEAST_WORDS
  );
}

/** Short stable key of a question, for a button. */
export function questionKey(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, KEY_LENGTH);
}

/** A written question and what it stands with. */
export interface WrittenQuestion {
  question: string;
  language: Language;
  owner: { kind: 'passage'; passage: Passage } | { kind: 'overview'; overview: Overview };
}

const tables = new WeakMap<Corpus, Map<string, WrittenQuestion>>();

/** The written question of a key; undefined when it is no longer there. */
export function findQuestion(corpus: Corpus, key: string): WrittenQuestion | undefined {
  let table = tables.get(corpus);
  if (!table) {
    table = new Map(
      [
        ...[...corpus.passages.values()].map((passage) => ({ kind: 'passage' as const, passage })),
        ...corpus.overviews.map((overview) => ({ kind: 'overview' as const, overview })),
      ].flatMap((owner) => {
        const { questions } = owner.kind === 'passage' ? owner.passage : owner.overview;
        return (['en', 'es'] as const).flatMap((language) =>
          questions[language].map((question): [string, WrittenQuestion] => [
            questionKey(question),
            { question, language, owner },
          ]),
        );
      }),
    );
    tables.set(corpus, table);
  }
  return table.get(key);
}
