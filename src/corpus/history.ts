/** What the versions of a corpus said: which passages were corrected, when, so that an old answer can be explained. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CorpusError } from '../errors.ts';
import type { Language } from '../text/language.ts';
import type { Corpus, Passage } from './corpus.ts';
import { Day } from './fields.ts';
import { readCorpusFile } from './files.ts';
import { PassageId } from './schema.ts';

/** Name of the record in the corpus folder; written by `npm run corpus -- record`, kept in git. */
export const HISTORY_FILE = 'history.yaml';

/** Characters of a passage's hash: enough to see that it changed. */
const HASH_LENGTH = 8;

const Version = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{12}$/),
  date: Day,
  added: z.array(PassageId),
  corrected: z.array(PassageId),
  removed: z.array(PassageId),
});
export type Version = z.infer<typeof Version>;

export const History = z.strictObject({
  /** Oldest first. */
  versions: z.array(Version),
  /** Passage id → hash of what it says, in the newest version. */
  passages: z.record(PassageId, z.string()),
});
export type History = z.infer<typeof History>;

const EMPTY: History = { versions: [], passages: {} };

/**
 * Reads the record in a corpus folder; an empty one where there is none.
 * @throws CorpusError
 */
export function readHistory(dir: string): History {
  const path = join(dir, HISTORY_FILE);
  if (!existsSync(path)) return EMPTY;
  const { value, faults } = readCorpusFile(path, History);
  if (!value) throw new CorpusError(faults);
  return value;
}

/** Hash of what readers see of a passage: its words, who says so, for when, and where in the source. */
export function passageHash({ text, attributedTo, asOf, locator }: Passage): string {
  const seen = JSON.stringify([text.en, text.es, attributedTo, asOf, locator]);
  return createHash('sha256').update(seen).digest('hex').slice(0, HASH_LENGTH);
}

/** The same for a reader of one language. */
export function shownHash(
  { text, attributedTo, asOf, locator }: Passage,
  language: Language,
): string {
  const seen = JSON.stringify([text[language], attributedTo, asOf, locator]);
  return createHash('sha256').update(seen).digest('hex').slice(0, HASH_LENGTH);
}

/** What is in the corpus and not yet in the record. */
export function unrecorded({ passages }: Pick<Corpus, 'passages'>, history: History) {
  const before = new Map(Object.entries(history.passages));
  const added: PassageId[] = [];
  const corrected: PassageId[] = [];
  for (const [id, passage] of passages) {
    const hash = before.get(id);
    if (hash === undefined) added.push(id);
    else if (hash !== passageHash(passage)) corrected.push(id);
  }
  const removed = [...before.keys()].filter((id) => !passages.has(id as PassageId)) as PassageId[];
  return { added, corrected, removed };
}

/** The record with the corpus as it is now; the same one when its newest version is this one. */
export function recordVersion(corpus: Corpus, history: History): History {
  if (history.versions.at(-1)?.hash === corpus.hash) return history;
  const changes = unrecorded(corpus, history);
  // The first version adds everything, which says nothing.
  const isFirst = history.versions.length === 0;
  const version: Version = {
    hash: corpus.hash,
    date: corpus.info.version,
    ...changes,
    added: isFirst ? [] : changes.added,
  };
  return {
    versions: [...history.versions, version],
    passages: Object.fromEntries(
      [...corpus.passages].map(([id, passage]) => [id, passageHash(passage)]),
    ),
  };
}

/** The record as its file holds it. */
export function historyToYaml({ versions, passages }: History): string {
  const ids = (name: string, list: readonly string[]) =>
    list.length === 0
      ? `    ${name}: []`
      : `    ${name}:\n${list.map((id) => `      - ${id}`).join('\n')}`;
  return [
    '# Which passages each version of the corpus added, corrected and removed. Written by: npm run corpus -- record',
    versions.length === 0 ? 'versions: []' : 'versions:',
    ...versions.map(({ hash, date, added, corrected, removed }) =>
      [
        `  - hash: "${hash}"`,
        `    date: ${date}`,
        ids('added', added),
        ids('corrected', corrected),
        ids('removed', removed),
      ].join('\n'),
    ),
    '# What the newest version says, to see what the next one changes.',
    Object.keys(passages).length === 0 ? 'passages: {}' : 'passages:',
    ...Object.entries(passages).map(([id, hash]) => `  ${id}: "${hash}"`),
    '',
  ].join('\n');
}

/** A passage that readers may have seen in words that were changed later. */
export interface Correction {
  id: PassageId;
  kind: 'corrected' | 'removed';
  /** Day of the version that changed it; null for one that isn't recorded yet. */
  date: string | null;
  /** Version that changed it: the first digits of its hash; null for one that isn't recorded yet. */
  version: string | null;
}

/** All corrections, newest first; with a corpus, those that aren't recorded yet, too. */
export function corrections(history: History, corpus?: Pick<Corpus, 'passages'>): Correction[] {
  const changes = corpus ? unrecorded(corpus, history) : { corrected: [], removed: [] };
  const listed = (
    { corrected, removed }: Pick<Version, 'corrected' | 'removed'>,
    date: string | null,
    version: string | null,
  ): Correction[] => [
    ...corrected.map((id) => ({ id, kind: 'corrected' as const, date, version })),
    ...removed.map((id) => ({ id, kind: 'removed' as const, date, version })),
  ];
  return [
    ...listed(changes, null, null),
    ...[...history.versions]
      .reverse()
      .flatMap((version) => listed(version, version.date, version.hash.slice(0, 6))),
  ];
}

/** Corrections made after a version (the first digits of its hash); undefined for one that isn't in the record. */
export function correctionsSince(
  history: History,
  version: string,
  corpus: Pick<Corpus, 'passages'>,
): Correction[] | undefined {
  const at = history.versions.findLastIndex(({ hash }) => hash.startsWith(version));
  if (at < 0) return undefined;
  return corrections({ ...history, versions: history.versions.slice(at + 1) }, corpus);
}
