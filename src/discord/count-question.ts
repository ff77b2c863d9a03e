/** What is counted of a question in a server: sums, and the known words of what wasn't answered. */
import type { Answer } from '../answer/answer.ts';
import { gapTerms } from '../answer/gap.ts';
import { catalogs } from '../messages/catalog.ts';
import type { Services } from '../services.ts';
import { countQuestion } from '../store/counts.ts';
import { recordGap } from '../store/gaps.ts';
import { retentionOf, type Settings } from '../store/settings.ts';
import { cleanText } from '../text/clean.ts';

type Parts = Pick<Services, 'knowledge' | 'store' | 'log' | 'metrics'>;

/** What is to be counted of an answer, and what the asker has to be told of it. */
export interface Counting {
  /** A line below the answer where the server keeps the text of the question. */
  note: string | undefined;
  /** Counts; never throws. Nobody waits for it, and nobody is told when it can't be done. */
  count(guildId: string): Promise<void>;
}

/** @param mayKeep whether the text may be kept at all: only where the asker is told */
export function countingOf(
  { knowledge, store, log, metrics }: Parts,
  question: string,
  answer: Answer,
  settings: Settings,
  mayKeep = true,
): Counting {
  const isDeclined = answer.kind === 'declined';
  if (isDeclined) metrics.declined(answer.reason);
  else metrics.answered(answer.kind);
  const terms = gapTerms(knowledge.index, question, answer);
  const isKept = mayKeep && settings.keepQuestions && terms.length > 0;
  const { language } = answer;
  return {
    note: isKept
      ? catalogs[language].moderation.keepsQuestion(retentionOf(settings, store))
      : undefined,
    async count(guildId) {
      const onFault = (err: unknown) => log.error({ event: 'count-failed', err });
      countQuestion(store, guildId, isDeclined ? 'declined' : 'answered', onFault);
      if (terms.length === 0) return;
      const kept = isKept ? { question: cleanText(question) } : {};
      await recordGap(store, guildId, { terms, language, ...kept }, onFault);
    },
  };
}
