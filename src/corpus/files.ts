/** Reads corpus files: YAML to values checked by a schema, with the line of every fault. */
import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { CorpusFault } from '../errors.ts';

/** A file of the corpus: its content and where each part of it stands. */
export interface CorpusFile<T> {
  /** Path for messages. */
  file: string;
  /** Undefined when the file has faults. */
  value: T | undefined;
  faults: CorpusFault[];
  /** 1-based line of the value at this path, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Parses `path` and checks it with `schema`. Never throws on content; a file that can't be read is a fault. */
export function readCorpusFile<S extends z.ZodType>(
  path: string,
  schema: S,
  file = path,
): CorpusFile<z.infer<S>> & { raw: string } {
  let raw: string;
  try {
    raw = readFileSync(path, 'utf8');
  } catch (cause) {
    const reason =
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
    const fault = {
      file,
      line: 1,
      problem: `the file ${reason}`,
      mend: 'restore it, or point CORPUS_DIR at a complete corpus folder',
    };
    return { file, raw: '', value: undefined, faults: [fault], lineOf: () => 1 };
  }
  const counter = new LineCounter();
  const document = parseDocument(raw, { lineCounter: counter, prettyErrors: false });
  const lineOf = (keys: readonly PropertyKey[]) => lineOfPath(document, counter, keys);
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: counter.linePos(error.pos[0]).line || 1,
      problem: `not valid YAML: ${error.message}`,
      mend: 'check the indentation, and quote a text that holds ": " or starts with a special character',
    }));
    return { file, raw, value: undefined, faults, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, raw, value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.flatMap((issue) => describeIssue(issue, file, lineOf));
  return { file, raw, value: undefined, faults, lineOf };
}

function lineOfPath(
  document: Document,
  counter: LineCounter,
  path: readonly PropertyKey[],
): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(key));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  return counter.linePos(offset).line || 1;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): CorpusFault[] {
  const where = issue.path.length > 0 ? `${formatPath(issue.path)} ` : '';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      problem: `${where}has an unknown key "${key}"`,
      mend: 'correct the spelling or remove the line; docs/CORPUS.md lists the keys',
    }));
  }
  const line = lineOf(issue.path);
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    /undefined/.test(issue.message)
  ) {
    const key = String(issue.path.at(-1) ?? 'the content');
    const language = key === 'en' || key === 'es';
    return [
      {
        file,
        line,
        problem: language
          ? `${formatPath(issue.path.slice(0, -1))} is missing the language "${key}"`
          : `${where}is missing`,
        mend: language ? 'write the text in English (en) and Spanish (es)' : `add "${key}:" here`,
      },
    ];
  }
  return [{ file, line, problem: `${where}${issue.message}`, mend: mendFor(issue) }];
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) =>
      typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
}

function mendFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `choose one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return 'add what is missing';
    case 'invalid_type':
      return `write ${issue.expected === 'array' ? 'a list' : `a ${issue.expected}`} here`;
    default:
      return 'correct the value; docs/CORPUS.md has an example of each field';
  }
}
