/** Turns what a schema finds wrong into words that an author can act on. */
import type { z } from 'zod';
import type { CorpusFault } from '../errors.ts';
import type { CorpusFile } from './files.ts';
import type { Path } from './yaml.ts';

/** A fault at a place in a file. The words say what is wrong and how to mend it. */
export function faultAt(
  file: Pick<CorpusFile<unknown>, 'file' | 'lineOf'>,
  path: Path,
  problem: string,
  mend: string,
): CorpusFault {
  return { file: file.file, line: file.lineOf(path), problem, mend };
}

/**
 * Path for people, entries named by their id: `passages[f03].text.es`, `[pull-factors].title.en`.
 * @param content the document that the path leads through
 */
export function formatPath(content: unknown, path: Path): string {
  let text = '';
  let part = content;
  for (const key of path) {
    part = partOf(part, key);
    if (typeof key === 'number') text += `[${nameOf(part) ?? `entry ${key + 1}`}]`;
    else text += `${text === '' ? '' : '.'}${String(key)}`;
  }
  return text;
}

function partOf(whole: unknown, key: PropertyKey): unknown {
  return typeof whole === 'object' && whole !== null
    ? (whole as Record<PropertyKey, unknown>)[key]
    : undefined;
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, term } = entry as { id?: unknown; term?: unknown };
  return [id, term].find((name) => typeof name === 'string');
}

/** The faults behind one issue of zod, which must have been asked to report the input. */
export function faultsOfIssue(
  issue: z.core.$ZodIssue,
  file: Pick<CorpusFile<unknown>, 'file' | 'lineOf' | 'content'>,
): CorpusFault[] {
  const { path } = issue;
  const where = (at: Path) => formatPath(file.content, at) || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      faultAt(
        file,
        [...path, key],
        `${where(path)} has an unknown key "${key}"`,
        'correct the spelling or remove the line; docs/CORPUS.md lists the keys',
      ),
    );
  }
  if (isMissing(file.content, path)) {
    const key = String(path.at(-1));
    const isLanguage = key === 'en' || key === 'es';
    return [
      isLanguage
        ? faultAt(
            file,
            path,
            `${where(path.slice(0, -1))} is missing the language "${key}"`,
            'write the text in English (en) and Spanish (es)',
          )
        : faultAt(file, path, `${where(path)} is missing`, `add "${key}:" here`),
    ];
  }
  const [problem, mend] = wordsFor(issue);
  return [faultAt(file, path, `${where(path)} ${problem}`, mend)];
}

function isMissing(content: unknown, path: Path): boolean {
  const parent = path.slice(0, -1).reduce<unknown>((part, key) => partOf(part, key), content);
  const key = path.at(-1);
  return key !== undefined && typeof parent === 'object' && parent !== null && !(key in parent);
}

/** What zod calls the kinds of value → what authors call them. */
const KINDS: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list (lines that start with "- ")',
  tuple: 'a list (lines that start with "- ")',
  object: 'keys with their values, indented below',
  record: 'keys with their values, indented below',
};

/** What is wrong and how to mend it. Our own messages in the schemas say both, with " — " between. */
function wordsFor(issue: z.core.$ZodIssue): [problem: string, mend: string] {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? `a ${issue.expected}`;
      const isWord = issue.expected === 'string' && typeof issue.input === 'boolean';
      return [
        issue.input === null ? 'is empty' : 'has the wrong form',
        `write ${kind} here${isWord ? ', in quotes if it is the word true or false' : ''}`,
      ];
    }
    case 'invalid_value':
      return [refusal(issue.input), `choose one of: ${issue.values.map(String).join(', ')}`];
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return [refusal(refusedValue(issue)), `choose one of: ${options.join(', ')}`];
    }
    default: {
      const [problem = '', mend = 'correct it; docs/CORPUS.md has an example of each field'] =
        issue.message.split(' — ');
      return [problem, mend];
    }
  }
}

const refusal = (value: unknown) => `can't be ${JSON.stringify(value)}`;

/** The value that a union refused: the issue reports the entry that holds it. */
function refusedValue({ path, input }: z.core.$ZodIssue): unknown {
  const key = path.at(-1);
  return typeof input === 'object' && key !== undefined ? partOf(input, key) : input;
}
