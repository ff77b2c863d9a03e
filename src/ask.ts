/** The one straight line from a question to an answer. Every door calls this. */
import type { Answer, CommunityAnswer } from './answer/answer.ts';
import { withCommunityAnswer } from './answer/community.ts';
import { decide, decline } from './answer/decide.ts';
import { analyseQuestion } from './question/analyse.ts';
import { contrastParts } from './question/contrast.ts';
import type { SearchIndex } from './search/build.ts';
import { search } from './search/search.ts';
import type { Language } from './text/language.ts';

export interface AskOptions {
  /** Language of the reply when the asker chose one; otherwise it is read from the question. */
  language?: Language | undefined;
  /** Language when the question doesn't tell: that of the member's client or the server. */
  fallback?: Language | undefined;
  /** Finds what the moderators of the asker's community answer to a question. */
  community?: ((question: string, language: Language) => CommunityAnswer | undefined) | undefined;
}

/**
 * Answers a question from the corpus, or declines; never throws for "don't know".
 * Synchronous; about a millisecond.
 */
export function ask(index: SearchIndex, question: string, options: AskOptions = {}): Answer {
  const verdict = index.guard(question);
  const query = analyseQuestion(question, index.lexicon, options);
  if (verdict.kind === 'danger') return decline(index.corpus, query, 'unsafe');
  if (verdict.kind === 'personal-data') {
    return decline(index.corpus, query, 'personal-data', [], verdict.seen);
  }
  const found = search(index, query);
  const parts = contrastParts(query, index.lexicon.personOf).map((part) => search(index, part));
  const answer = decide(index, query, verdict, found, parts);
  // Who asks for advice on a case is shown where to get it, whatever else there is.
  if (verdict.kind === 'advice' || !options.community) return answer;
  return withCommunityAnswer(index.corpus, answer, options.community(question, query.language));
}

/** How `ask` reads a question and what it finds, for explaining an answer. */
export function analyseAndSearch(index: SearchIndex, question: string, options: AskOptions = {}) {
  const query = analyseQuestion(question, index.lexicon, options);
  return { query, found: search(index, query) };
}
