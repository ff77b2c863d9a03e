/** Numbers the sources of what is shown, each once, in the order in which they are cited. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Source, SourceId } from '../corpus/schema.ts';

export interface CitedSources {
  sources: { number: number; source: Source }[];
  /** Numbers of some sources, in rising order. */
  numbersOf(ids: readonly SourceId[]): number[];
}

/** @param ids in the order of citation, repeated where a source is cited again */
export function citeSources(
  { sources }: Pick<Corpus, 'sources'>,
  ids: Iterable<SourceId>,
): CitedSources {
  const numbers = new Map<SourceId, number>();
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return {
    sources: [...numbers].map(([id, number]) => {
      const source = sources.get(id);
      if (!source) throw new Error(`source ${id} is not in the corpus`);
      return { number, source };
    }),
    numbersOf: (cited) => cited.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b),
  };
}
