/** What a reader gets to see of a unit, and which questions were written for it. */
import type { Corpus } from '../../../src/corpus/corpus.ts';
import type { LocalizedList } from '../../../src/corpus/schema.ts';
import type { Unit } from '../../../src/search/units.ts';

/** The English passages that a reader of this unit sees first. */
export function textsOf(
  { passages }: Pick<Corpus, 'passages'>,
  { target }: Unit,
  count: number,
): string[] {
  if (target.kind === 'passage') return [target.passage.text.en];
  return target.overview.sections
    .flatMap((section) => section.passages)
    .slice(0, count)
    .map((id) => passages.get(id)?.text.en ?? '');
}

/** The questions that were written for a unit, in both languages. */
export function questionsOf({ target }: Unit): LocalizedList {
  return target.kind === 'passage' ? target.passage.questions : target.overview.questions;
}
