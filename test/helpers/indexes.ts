/** Search indexes for tests. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { openIndex } from '../../src/open-index.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';
import { copyFixtureCorpus, FIXTURE_CORPUS } from './corpus.ts';

const built = new Map<string, SearchIndex>();

function indexOf(dir: string): SearchIndex {
  const index = built.get(dir) ?? openIndex(loadConfig({}), loadCorpus(dir)).index;
  built.set(dir, index);
  return index;
}

/** The index of the corpus that ships; built once a test file. */
export const realIndex = (): SearchIndex => indexOf('corpus');

/** The index of the small made-up corpus; built once a test file. */
export const fixtureIndex = (): SearchIndex => indexOf(FIXTURE_CORPUS);

/** One statement of a made-up source and how it is asked for. */
export interface Statement {
  en: string;
  es?: string;
  questions?: string[];
  preguntas?: string[];
}

/**
 * The index of the made-up corpus with more sources in it, for this test.
 * @param sources source id → its statements, f01 and on
 */
export function fixtureIndexWith(sources: Record<string, readonly Statement[]>): SearchIndex {
  const dir = copyFixtureCorpus();
  for (const [id, statements] of Object.entries(sources)) {
    // JSON is YAML too.
    writeFileSync(join(dir, 'sources', `${id}.yaml`), JSON.stringify(sourceFile(id, statements)));
  }
  return buildIndex(loadCorpus(dir));
}

function sourceFile(id: string, statements: readonly Statement[]) {
  return {
    id,
    title: `Notes ${id}`,
    publisher: 'Aldport Observer',
    authors: [],
    published: '2022-01-01',
    asOf: null,
    kind: 'news',
    position: 'neutral',
    language: 'en',
    url: `https://observer.example/${id}`,
    via: null,
    summary: { en: 'A note.', es: 'Una nota.' },
    passages: statements.map(({ en, es = en, questions, preguntas }, i) => ({
      id: `f${String(i + 1).padStart(2, '0')}`,
      text: { en, es },
      attributedTo: 'Aldport Observer',
      asOf: null,
      locator: `para ${i + 1}`,
      topics: ['status'],
      questions: { en: questions ?? [en], es: preguntas ?? [es] },
    })),
  };
}
