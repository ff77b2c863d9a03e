/** The question sets: rows as ../shared/eval/mpp/README.md describes them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One question with what a right answer holds. */
export interface Row {
  id: string;
  question: string;
  lang: 'en' | 'es';
  kind: string;
  style: string;
  answerable: boolean;
  sources: string[];
  /** Regular expressions (flag i) over the English text of the shown passages. */
  answers: string[];
  /** Ids of passages each of which holds the answer, where a row names them. */
  passages?: string[];
  allOf: boolean;
  broad?: boolean;
  multi?: boolean;
  tag?: string;
  /** For a false premise: a passage that matches corrects it, which is as good as declining. */
  okAnswers?: string[];
}

/** Which half of a set of our own: `dev` may be trained on, `test` is looked at last. */
export type Half = 'dev' | 'test';

/** Where the shared set may be: beside the repository, or beside the folder of its worktrees. */
const SHARED_DEV = ['../../../shared/eval/mpp/dev.jsonl', '../../../../shared/eval/mpp/dev.jsonl'];

/** The shared development set; undefined where ../shared isn't there. */
export function sharedDev(): Row[] | undefined {
  const path = SHARED_DEV.map((file) => fileURLToPath(new URL(file, import.meta.url))).find(
    existsSync,
  );
  return path === undefined ? undefined : readRows(path);
}

export const OWN_SETS = ['narrow', 'broad', 'decline', 'strangers', 'chat'] as const;
export type OwnSet = (typeof OWN_SETS)[number];

/** A set of our own by name, or a half of it. */
export function ownSet(name: OwnSet, half?: Half): Row[] {
  const rows = readRows(fileURLToPath(new URL(`./${name}.jsonl`, import.meta.url)));
  return half ? rows.filter((row) => halfOf(name, row) === half) : rows;
}

/** Narrow and decline are halved by their numbers, the others by odd and even. */
function halfOf(name: OwnSet, { id }: Row): Half {
  const number = Number(id.slice(1));
  if (name === 'broad' || name === 'strangers' || name === 'chat')
    return number % 2 === 1 ? 'dev' : 'test';
  return number <= (name === 'narrow' ? 200 : 210) ? 'dev' : 'test';
}

/** Reads a JSON Lines file of rows. */
export function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
