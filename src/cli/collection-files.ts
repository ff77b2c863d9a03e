/** Reads a test collection: a folder in the form of BEIR (github.com/beir-cellar/beir), plain or gzipped. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { CollectionPassage } from '../search/collection.ts';
import { UsageError } from './command.ts';

/** A question of a collection. */
export interface CollectionQuestion {
  id: string;
  text: string;
}

export interface Collection {
  passages: CollectionPassage[];
  questions: CollectionQuestion[];
}

/** The columns of a run are divided by spaces, so an id may hold none. */
const Id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\S+$/, 'has to be one word'));
const PassageRow = z.object({ _id: Id, title: z.string().nullish(), text: z.string() });
const QuestionRow = z.object({ _id: Id, text: z.string() });

/**
 * Reads `corpus.jsonl` and `queries.jsonl` of a folder, or the same with `.gz`; the plain file counts where both are.
 * @throws UsageError that names the file, the line and what is wrong
 */
export function readCollection(dir: string): Collection {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`there is no folder ${dir}`);
  }
  return {
    passages: readRows(dir, 'corpus', PassageRow).map(({ _id, title, text }) => ({
      id: _id,
      title: title ?? '',
      text,
    })),
    questions: readRows(dir, 'queries', QuestionRow).map(({ _id, text }) => ({ id: _id, text })),
  };
}

function readRows<Row extends { _id: string }>(
  dir: string,
  name: 'corpus' | 'queries',
  schema: z.ZodType<Row>,
): Row[] {
  const plain = join(dir, `${name}.jsonl`);
  const file = [plain, `${plain}.gz`].find((path) => existsSync(path));
  if (!file) throw new UsageError(`${dir} holds neither ${name}.jsonl nor ${name}.jsonl.gz`);
  const rows: Row[] = [];
  /** Id → the line that has it. */
  const lines = new Map<string, number>();
  readText(file)
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const at = `${file}:${i + 1}`;
      const row = schema.safeParse(parseJson(line, at));
      if (!row.success) {
        const [issue] = row.error.issues;
        throw new UsageError(`${at}: ${[...(issue?.path ?? []), issue?.message].join(': ')}`);
      }
      const before = lines.get(row.data._id);
      if (before) throw new UsageError(`${at}: line ${before} has the _id ${row.data._id} too`);
      lines.set(row.data._id, i + 1);
      rows.push(row.data);
    });
  if (rows.length === 0) throw new UsageError(`${file} is empty`);
  return rows;
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(
      file.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    );
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function parseJson(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UsageError(`${at}: not JSON: ${(cause as Error).message}`, { cause });
  }
}
