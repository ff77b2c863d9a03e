/** What a reader gets to see of a unit, and which questions were written for it. */
import type { Corpus, Passage } from '../../../src/corpus/corpus.ts';
import type { LocalizedList } from '../../../src/corpus/schema.ts';
import type { Unit } from '../../../src/search/units.ts';

/** The passages that a reader of this unit sees first. */
export function passagesOf(
  { passages }: Pick<Corpus, 'passages'>,
  { target }: Unit,
  count: number,
): Passage[] {
  if (target.kind === 'passage') return [target.passage];
  return target.overview.sections
    .flatMap((section) => section.passages)
    .slice(0, count)
    .flatMap((id) => passages.get(id) ?? []);
}

/** The questions that were written for a unit, in both languages. */
export function questionsOf({ target }: Unit): LocalizedList {
  return target.kind === 'passage' ? target.passage.questions : target.overview.questions;
}
