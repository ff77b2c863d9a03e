/** Reads corpus files: YAML to values checked by a schema, with the line of every fault. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { CorpusFault } from '../errors.ts';
import { faultAt, faultsOfIssue } from './faults.ts';
import type { CORPUS_FILES, CorpusFileName, Source } from './schema.ts';
import { lineAt, lineFinder, type Path, parseYaml } from './yaml.ts';

/** A file of the corpus: its content and where each part of it stands. */
export interface CorpusFile<T> {
  /** Path for messages. */
  file: string;
  /** The text as it stands in the file; empty when it can't be read. */
  text: string;
  /** What the YAML says, unchecked; undefined when it isn't YAML. */
  content: unknown;
  /** The content as the schema passed it; undefined when the file has faults. */
  value: T | undefined;
  faults: CorpusFault[];
  /** 1-based line of the part at this path, or of its nearest parent that exists. */
  lineOf(path: Path): number;
}

/** The files of a corpus folder as read, before they are joined. */
export interface CorpusFiles {
  sources: CorpusFile<Source>[];
  /** The single files, keyed by file name. */
  single: { [Name in CorpusFileName]: CorpusFile<z.infer<(typeof CORPUS_FILES)[Name]>> };
}

/**
 * Reads the file at `path` and checks it with `schema`. Never throws on content; a file that can't be read is a fault.
 * @param shown the path for messages
 */
export function readCorpusFile<T>(path: string, schema: z.ZodType<T>, shown = path): CorpusFile<T> {
  const file: CorpusFile<T> = {
    file: shown,
    text: '',
    content: undefined,
    value: undefined,
    faults: [],
    lineOf: () => 1,
  };
  const addFault = (problem: string, mend: string, line = 1) =>
    file.faults.push({ ...faultAt(file, [], problem, mend), line });
  try {
    file.text = readFileSync(path, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    addFault(
      `the file ${isMissing ? 'is missing' : 'cannot be read'}`,
      'restore it, or point CORPUS_DIR at a complete corpus folder',
    );
    return file;
  }
  const broken = file.text.indexOf('\uFFFD');
  if (broken >= 0) {
    addFault(
      'a letter cannot be read',
      'save the file as UTF-8 and write the letter again',
      lineAt(file.text, broken),
    );
  }
  const parsed = parseYaml(file.text);
  if ('problem' in parsed) {
    addFault(
      `not valid YAML: ${parsed.problem}`,
      'check the indentation, and quote a text that holds ": " or starts with a special character',
      parsed.line,
    );
    return file;
  }
  file.content = parsed.content;
  file.lineOf = lineFinder(file.text);
  const checked = schema.safeParse(parsed.content, { reportInput: true });
  if (!checked.success) {
    file.faults.push(...checked.error.issues.flatMap((issue) => faultsOfIssue(issue, file)));
  } else if (file.faults.length === 0) file.value = checked.data;
  return file;
}

/** As `readCorpusFile`, for one who reads the same files again: one without faults is parsed anew only when it changed. */
export function createFileReader(): typeof readCorpusFile {
  const faultless = new Map<string, CorpusFile<unknown>>();
  return <T>(path: string, schema: z.ZodType<T>, shown = path): CorpusFile<T> => {
    const before = faultless.get(path) as CorpusFile<T> | undefined;
    if (before && before.text === textOf(path)) return before;
    const file = readCorpusFile(path, schema, shown);
    if (file.value !== undefined) faultless.set(path, file);
    return file;
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
