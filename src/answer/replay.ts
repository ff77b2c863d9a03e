/** An answer looked at again by its receipt: the same passages, or what has changed since. */
import type { Corpus } from '../corpus/corpus.ts';
import { type Correction, correctionsSince, type History } from '../corpus/history.ts';
import type { Language } from '../text/language.ts';
import { type OverviewAnswer, type PassagesAnswer, shownPassages } from './answer.ts';
import type { Moment } from './freshness.ts';
import { replayReceipt, versionOf } from './receipt.ts';

export type Replay =
  | { kind: 'not-a-receipt' }
  | {
      kind: 'replayed';
      /** First digits of the hash of the corpus that the answer came from. */
      version: string;
      /** The corpus is the same, so the answer is. */
      isSame: boolean;
      /** The answer from today's corpus; undefined when a part of it is no longer there. */
      answer: PassagesAnswer | OverviewAnswer | undefined;
      /**
       * Corrections since then of passages that the answer shows, or that are gone; undefined when the record doesn't
       * know the version.
       */
      changes: Correction[] | undefined;
    };

/** Looks an answer up by its receipt. Total: anything may be given. */
export function replay(
  corpus: Corpus,
  history: History,
  receipt: string,
  language: Language,
  moment: Moment,
): Replay {
  const version = versionOf(receipt);
  if (version === undefined) return { kind: 'not-a-receipt' };
  const answer = replayReceipt(corpus, receipt, language, moment);
  const isSame = corpus.hash.startsWith(version);
  const since = isSame ? [] : correctionsSince(history, version, corpus);
  const shown = answer && new Set(shownPassages(answer).map(({ passage }) => passage.id));
  return {
    kind: 'replayed',
    version,
    isSame,
    answer,
    // What is gone can't be told from its key alone, so all that is gone is listed where the answer can't be shown.
    changes: since?.filter(({ id, kind }) => (shown ? shown.has(id) : kind === 'removed')),
  };
}
