/** Loads a corpus folder into memory, or says everything that is wrong with it. */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { z } from 'zod';
import { CorpusError, type CorpusFault } from '../errors.ts';
import { checkCorpus } from './check.ts';
import type { Corpus, Passage } from './corpus.ts';
import { type CorpusFile, type CorpusFiles, readCorpusFile } from './files.ts';
import { CORPUS_FILES, PassageId, Source, type SourceId } from './schema.ts';

/**
 * Loads and checks the corpus in `dir`.
 * @throws CorpusError with every fault of every file at once.
 */
export function loadCorpus(dir: string): Corpus {
  const { corpus, faults } = readCorpus(dir);
  if (!corpus) throw new CorpusError(faults);
  return corpus;
}

/**
 * The corpus in `dir` and its faults, in the order of files and lines; `corpus` is undefined when there is a fault.
 * Paths in faults are relative to the working directory where the folder lies inside it.
 * @param options.leaveOut tells the sources ("sources/x.yaml") that are read as if they weren't there
 * @param options.readFile one that remembers, where the same corpus is read again and again
 */
export function readCorpus(
  dir: string,
  {
    leaveOut = () => false,
    readFile = readCorpusFile,
  }: { leaveOut?: (name: string) => boolean; readFile?: typeof readCorpusFile } = {},
): { corpus: Corpus | undefined; faults: CorpusFault[] } {
  const shown = shownPath(dir);
  const listed = listSources(dir, shown);
  const { faults } = listed;
  const names = listed.names.filter((name) => !leaveOut(`sources/${name}`));
  if (names.length === 0) return { corpus: undefined, faults };

  const hash = createHash('sha256');
  const read = <T>(name: string, schema: z.ZodType<T>) => {
    const file = readFile(join(dir, name), schema, join(shown, name));
    hash.update(name).update(file.text);
    return file;
  };
  const files: CorpusFiles = {
    sources: names.map((name) => read(`sources/${name}`, Source)),
    single: {
      'corpus.yaml': read('corpus.yaml', CORPUS_FILES['corpus.yaml']),
      'topics.yaml': read('topics.yaml', CORPUS_FILES['topics.yaml']),
      'overviews.yaml': read('overviews.yaml', CORPUS_FILES['overviews.yaml']),
      'glossary.yaml': read('glossary.yaml', CORPUS_FILES['glossary.yaml']),
      'timeline.yaml': read('timeline.yaml', CORPUS_FILES['timeline.yaml']),
      'disagreements.yaml': read('disagreements.yaml', CORPUS_FILES['disagreements.yaml']),
      'status.yaml': read('status.yaml', CORPUS_FILES['status.yaml']),
      'safety.yaml': read('safety.yaml', CORPUS_FILES['safety.yaml']),
    },
  };
  for (const file of [...files.sources, ...Object.values(files.single)]) {
    faults.push(...file.faults);
  }
  faults.push(...checkCorpus(files));
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  if (faults.length > 0) return { corpus: undefined, faults };
  return { corpus: joinFiles(files, hash.digest('hex').slice(0, 12)), faults };
}

function shownPath(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path.startsWith('..') || isAbsolute(path) ? dir : path || '.';
}

/** File names of the sources, and what in the folder isn't one. */
function listSources(dir: string, shown: string): { names: string[]; faults: CorpusFault[] } {
  const fault = (file: string, problem: string, mend: string) => ({ file, line: 1, problem, mend });
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    const mend = 'point CORPUS_DIR at a folder that holds corpus.yaml and sources/';
    return { names: [], faults: [fault(shown, 'the corpus folder is missing', mend)] };
  }
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(join(dir, 'sources'), { withFileTypes: true });
  } catch {
    // A missing folder and an empty one are mended in the same way.
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const isSource = (entry: Dirent) => !entry.isDirectory() && entry.name.endsWith('.yaml');
  const names = visible.filter(isSource).map(({ name }) => name);
  const faults = visible
    .filter((entry) => !isSource(entry))
    .map(({ name }) =>
      fault(
        join(shown, 'sources', name),
        'is not a .yaml file and would be left out',
        'name it <id>.yaml, directly in sources/, or remove it',
      ),
    );
  if (names.length === 0) {
    const mend = 'add at least one source file; docs/CORPUS.md shows how';
    faults.push(fault(shown, 'there is no source in sources/', mend));
  }
  return { names: names.sort(), faults };
}

function joinFiles({ sources, single }: CorpusFiles, hash: string): Corpus {
  const byId = new Map<SourceId, Source>();
  const passages = new Map<PassageId, Passage>();
  for (const source of sources.map(contentOf)) {
    byId.set(source.id, source);
    for (const passage of source.passages) {
      const id = PassageId.parse(`${source.id}#${passage.id}`);
      passages.set(id, { ...passage, id, source });
    }
  }
  const entries = contentOf(single['glossary.yaml']);
  return {
    info: contentOf(single['corpus.yaml']),
    sources: byId,
    passages,
    topics: new Map(contentOf(single['topics.yaml']).map((topic) => [topic.id, topic])),
    overviews: contentOf(single['overviews.yaml']),
    glossary: entries.filter((entry) => entry.type !== 'synonym'),
    synonyms: entries.filter((entry) => entry.type === 'synonym'),
    timeline: contentOf(single['timeline.yaml']),
    disagreements: contentOf(single['disagreements.yaml']),
    status: contentOf(single['status.yaml']),
    safety: contentOf(single['safety.yaml']),
    hash,
  };
}

function contentOf<T>({ file, value }: CorpusFile<T>): T {
  if (value === undefined) throw new Error(`${file} has faults and can't be joined`);
  return value;
}
