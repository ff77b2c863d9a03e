/** The short form of an answer that a button carries: the corpus it came from and the passages shown. */
import { createHash } from 'node:crypto';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Language } from '../text/language.ts';
import type { OverviewAnswer, PassagesAnswer } from './answer.ts';
import { MAX_PASSAGES } from './compose.ts';
import { answerWithOverview, answerWithPassages } from './decide.ts';

/** Characters of a passage's key; 36 bits, so that 10,000 passages clash with a chance of one in a thousand. */
const KEY_LENGTH = 6;
/** Characters of the corpus hash in a receipt. */
const VERSION_LENGTH = 6;
/** A receipt comes back from outside, so nothing but what `receiptOf` makes is read. */
const KEY = `[\\w-]{${KEY_LENGTH}}`;
const RECEIPT = new RegExp(
  `^[0-9a-f]{${VERSION_LENGTH}}\\.(?:p\\.(?<keys>(?:${KEY}){1,${MAX_PASSAGES}})|o\\.(?<id>[\\w-]+)(?:\\.(?<closest>${KEY}))?)$`,
);

/** Short stable key of a passage, from its id. */
export function passageKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, KEY_LENGTH);
}

/**
 * `<corpus version>.<p|o>.<what is shown>`, at most 60 characters: the passages' keys joined, or the
 * overview's id and the key of the passage that is closest to the question.
 */
export function receiptOf(corpus: Corpus, answer: PassagesAnswer | OverviewAnswer): string {
  const version = corpus.hash.slice(0, VERSION_LENGTH);
  if (answer.kind === 'overview') {
    const closest = answer.sections.find(({ heading }) => heading === 'closest')?.passages[0];
    const suffix = closest ? `.${passageKey(closest.passage.id)}` : '';
    return `${version}.o.${answer.overview.id}${suffix}`;
  }
  return `${version}.p.${answer.passages.map(({ passage }) => passageKey(passage.id)).join('')}`;
}

/** The answer that a receipt stands for, from today's corpus; undefined when a part is no longer there or it was forged. */
export function replayReceipt(
  corpus: Corpus,
  receipt: string,
  language: Language,
): PassagesAnswer | OverviewAnswer | undefined {
  const { keys, id, closest } = RECEIPT.exec(receipt)?.groups ?? {};
  if (keys !== undefined) return replayPassages(corpus, keys, language);
  const overview = corpus.overviews.find((one) => one.id === id);
  const passage = closest === undefined ? undefined : keysOf(corpus).get(closest);
  if (closest !== undefined && !passage) return undefined;
  return overview && answerWithOverview(corpus, { language }, overview, passage);
}

function replayPassages(
  corpus: Corpus,
  joined: string,
  language: Language,
): PassagesAnswer | undefined {
  const keys = joined.match(new RegExp(`.{${KEY_LENGTH}}`, 'g')) ?? [];
  const passages = keys.map((key) => keysOf(corpus).get(key));
  if (new Set(keys).size < keys.length) return undefined;
  if (!passages.every((passage) => passage !== undefined)) return undefined;
  return answerWithPassages(
    corpus,
    { language },
    passages.map((passage) => ({ passage, score: 0 })),
  );
}

const keyTables = new WeakMap<Corpus, Map<string, Passage>>();

function keysOf(corpus: Corpus): Map<string, Passage> {
  let table = keyTables.get(corpus);
  if (!table) {
    table = new Map(
      [...corpus.passages.values()].map((passage) => [passageKey(passage.id), passage]),
    );
    keyTables.set(corpus, table);
  }
  return table;
}
