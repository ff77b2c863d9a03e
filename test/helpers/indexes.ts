/** Search indexes that tests share within a file. */
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';
import { FIXTURE_CORPUS } from './corpus.ts';

const built = new Map<string, SearchIndex>();

function indexOf(dir: string): SearchIndex {
  const index = built.get(dir) ?? buildIndex(loadCorpus(dir));
  built.set(dir, index);
  return index;
}

/** The index of the corpus that ships. */
export const realIndex = (): SearchIndex => indexOf('corpus');

/** The index of the small made-up corpus. */
export const fixtureIndex = (): SearchIndex => indexOf(FIXTURE_CORPUS);
