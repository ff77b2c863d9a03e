/** Loads a corpus folder into memory, or says everything that is wrong with it. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError, type CorpusFault } from '../errors.ts';
import { checkCorpus } from './check.ts';
import type { Corpus, Passage } from './corpus.ts';
import { type CorpusFile, readCorpusFile } from './files.ts';
import { CORPUS_FILES, PassageId, Source, type SourceId } from './schema.ts';

/** The files of a corpus folder as parsed, before they are joined. */
export interface CorpusFiles {
  sources: CorpusFile<Source>[];
  /** The single files, keyed by file name. */
  single: { [Name in keyof typeof CORPUS_FILES]: CorpusFile<CorpusFileContent<Name>> };
}

type CorpusFileContent<Name extends keyof typeof CORPUS_FILES> =
  (typeof CORPUS_FILES)[Name]['_output'];

/**
 * Loads and checks the corpus in `dir`.
 * @throws CorpusError with every fault of every file at once.
 */
export function loadCorpus(dir: string): Corpus {
  const { corpus, faults } = readCorpus(dir);
  if (!corpus) throw new CorpusError(faults);
  return corpus;
}

/** The corpus in `dir` and its faults; `corpus` is undefined when there is a fault. */
export function readCorpus(dir: string): { corpus: Corpus | undefined; faults: CorpusFault[] } {
  const sourcePaths = listSources(dir);
  if (!Array.isArray(sourcePaths)) return { corpus: undefined, faults: [sourcePaths] };

  const hash = createHash('sha256');
  const read = <S extends Parameters<typeof readCorpusFile>[1]>(name: string, schema: S) => {
    const file = readCorpusFile(join(dir, name), schema);
    hash.update(name).update(file.raw);
    return file;
  };
  const sources = sourcePaths.map((name) => read(join('sources', name), Source));
  const single = Object.fromEntries(
    Object.entries(CORPUS_FILES).map(([name, schema]) => [name, read(name, schema)]),
  ) as unknown as CorpusFiles['single'];

  const files: CorpusFiles = { sources, single };
  const faults = [...sources, ...Object.values(single)].flatMap((file) => file.faults);
  faults.push(...checkCorpus(files));
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  if (faults.length > 0) return { corpus: undefined, faults };
  return { corpus: joinFiles(files, hash.digest('hex').slice(0, 12)), faults };
}

function listSources(dir: string): string[] | CorpusFault {
  const fault = (problem: string, mend: string): CorpusFault => ({
    file: dir,
    line: 1,
    problem,
    mend,
  });
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    return fault(
      'the corpus folder is missing',
      'point CORPUS_DIR at a folder that holds corpus.yaml and sources/',
    );
  }
  let names: string[] = [];
  try {
    names = readdirSync(join(dir, 'sources'))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    // A missing folder and an empty one are mended in the same way.
  }
  if (names.length > 0) return names;
  return fault(
    'there is no source in sources/',
    'add at least one source file; docs/CORPUS.md shows how',
  );
}

function joinFiles({ sources, single }: CorpusFiles, hash: string): Corpus {
  const valid = <T>(file: CorpusFile<T>): T => file.value as T;
  const byId = new Map<SourceId, Source>();
  const passages = new Map<PassageId, Passage>();
  for (const source of sources.map(valid)) {
    byId.set(source.id, source);
    for (const passage of source.passages) {
      const id = PassageId.parse(`${source.id}#${passage.id}`);
      passages.set(id, { ...passage, id, source });
    }
  }
  const entries = valid(single['glossary.yaml']);
  return {
    info: valid(single['corpus.yaml']),
    sources: byId,
    passages,
    topics: new Map(valid(single['topics.yaml']).map((topic) => [topic.id, topic])),
    overviews: valid(single['overviews.yaml']),
    glossary: entries.filter((entry) => entry.type !== 'synonym'),
    synonyms: entries.filter((entry) => entry.type === 'synonym'),
    timeline: valid(single['timeline.yaml']),
    disagreements: valid(single['disagreements.yaml']),
    status: valid(single['status.yaml']),
    safety: valid(single['safety.yaml']),
    hash,
  };
}
