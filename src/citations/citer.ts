/** Citations on request, written in a thread of their own that starts with the first one. */
import type { Source } from '../corpus/schema.ts';
import type { Language } from '../text/language.ts';
import { createThread } from '../thread/thread.ts';
import type { CitationStyle } from './styles.ts';

export interface CitationWork {
  source: Source;
  style: CitationStyle;
  language: Language;
  /** What BibTeX says of the place that is cited. */
  note: string;
}

export interface Citer {
  /** One citation as `formatCitation` writes it; rejects when it can't be written. */
  cite(work: CitationWork): Promise<string>;
  /** Ends the thread. */
  stop(): Promise<void>;
}

/** A citer whose thread isn't started yet. */
export function createCiter(): Citer {
  const thread = createThread<CitationWork, string>(new URL('./worker.ts', import.meta.url));
  return { cite: (work) => thread.run(work), stop: thread.stop };
}
