/** The short form of an answer that a button carries: the corpus it came from and the passages shown. */
import { hash } from 'node:crypto';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Language } from '../text/language.ts';
import { type Lens, type OverviewAnswer, type PassagesAnswer, PLAIN_LENS } from './answer.ts';
import { MAX_PASSAGES } from './compose.ts';
import { answerWithOverview, answerWithPassages } from './decide.ts';
import { type Moment, momentOf } from './freshness.ts';
import { shapeAnswer } from './shape.ts';

/** Characters of a passage's key; 36 bits, so that 10,000 passages clash with a chance of one in a thousand. */
const KEY_LENGTH = 6;
/** Characters of the corpus hash in a receipt. */
const VERSION_LENGTH = 6;

/** Short stable key of a passage, from its id. */
export function passageKey(id: string): string {
  return hash('sha256', id, 'base64url').slice(0, KEY_LENGTH);
}

/**
 * `<corpus version>.<p|o>.<what is shown>`: the passages' keys joined, or the overview's id and the key of the passage
 * that is closest to the question. After a `#` each stands what the answer was looked at through: `n` (the present),
 * a day, `d` and the key of the disagreement that was asked about, `j` and the keys of passages added for a judgement,
 * `o` and the key of the overview that is offered below passages.
 * At most 60 characters beside the overview's id.
 */
export function receiptOf(corpus: Corpus, answer: PassagesAnswer | OverviewAnswer): string {
  const version = corpus.hash.slice(0, VERSION_LENGTH);
  const offered = answer.kind === 'passages' ? answer.overview : undefined;
  const wider = offered ? [`o${passageKey(offered.id)}`] : [];
  return [`${version}.${shownPart(answer)}`, ...lensParts(answer), ...wider].join('#');
}

function shownPart(answer: PassagesAnswer | OverviewAnswer): string {
  if (answer.kind === 'passages') return `p.${joinKeys(answer.passages)}`;
  const closest = answer.sections.find(({ heading }) => heading === 'closest')?.passages[0];
  return `o.${answer.overview.id}${closest ? `.${passageKey(closest.passage.id)}` : ''}`;
}

function joinKeys(passages: readonly { passage: Passage }[]): string {
  return passages.map(({ passage }) => passageKey(passage.id)).join('');
}

function lensParts({ kind, lens }: PassagesAnswer | OverviewAnswer): string[] {
  const { present, asOf, asked, judged } = lens;
  const parts: string[] = [];
  if (present) parts.push('n');
  if (asOf !== null) parts.push(asOf.replaceAll('-', ''));
  if (asked) parts.push(`d${passageKey(asked.id)}`);
  // The passages of a narrow answer are in the receipt already.
  if (judged) {
    const added = kind === 'overview' ? judged.map((passage) => ({ passage })) : [];
    parts.push(`j${joinKeys(added)}`);
  }
  return parts;
}

/** The first part of a receipt: digits of the corpus's hash. Undefined for what isn't a receipt. */
export function versionOf(receipt: string): string | undefined {
  return FORM.exec(receipt)?.[1];
}

const FORM = /^([0-9a-f]{6})\.([po])\.([\w-]+)(?:\.([\w-]{6}))?((?:#[\w-]+)*)$/;

/**
 * The answer that a receipt stands for, from today's corpus; undefined when a part is no longer there or it was
 * forged: it comes back from outside.
 * @param moment when it is looked at again: what was fresh may be stale by then
 */
export function replayReceipt(
  corpus: Corpus,
  receipt: string,
  language: Language,
  moment: Moment = momentOf(new Date()),
): PassagesAnswer | OverviewAnswer | undefined {
  const [, , kind, shown, closest, marks = ''] = FORM.exec(receipt) ?? [];
  if (shown === undefined) return undefined;
  const all = marks.split('#').slice(1);
  const wider = all.find((mark) => mark.startsWith('o'))?.slice(1);
  const lens = readLens(
    corpus,
    all.filter((mark) => !mark.startsWith('o')),
  );
  if (!lens) return undefined;
  if (kind === 'o') {
    const overview = corpus.overviews.find(({ id }) => id === shown);
    const passage = closest === undefined ? undefined : keysOf(corpus).get(closest);
    if (!overview || (closest !== undefined && !passage)) return undefined;
    const answer = answerWithOverview(corpus, { language }, overview, passage);
    return shapeAnswer(corpus, answer, lens, moment);
  }
  const passages = readKeys(corpus, shown);
  if (!passages || passages.length > MAX_PASSAGES || closest !== undefined) return undefined;
  const answer = answerWithPassages(
    corpus,
    { language },
    passages.map((passage) => ({ passage, score: 0 })),
    // Only a way further: the answer is whole without an overview that is gone.
    corpus.overviews.find(({ id }) => wider !== undefined && passageKey(id) === wider),
  );
  return shapeAnswer(corpus, answer, lens, moment);
}

/**
 * The receipt without what is no longer in the corpus: passages, the closest one of an overview, a disagreement.
 * Undefined when the overview or the first passage is gone: what is left would answer something else.
 */
export function withoutGone(corpus: Corpus, receipt: string): string | undefined {
  const [, version, kind, shown = '', closest, marks = ''] = FORM.exec(receipt) ?? [];
  const isThere = (key: string) => keysOf(corpus).has(key);
  const left = (keys: string) => (keys.match(/.{6}/g) ?? []).filter(isThere).join('');
  const part = kind === 'o' ? shown : left(shown);
  const isLed =
    kind === 'o'
      ? corpus.overviews.some(({ id }) => id === shown)
      : isThere(shown.slice(0, KEY_LENGTH));
  if (kind === undefined || !isLed) return undefined;
  const kept = marks
    .split('#')
    .slice(1)
    .map((mark) => (/^j./.test(mark) ? `j${left(mark.slice(1))}` : mark))
    .filter(
      (mark) =>
        !mark.startsWith('d') ||
        corpus.disagreements.some(({ id }) => passageKey(id) === mark.slice(1)),
    );
  const near = closest !== undefined && isThere(closest) ? `.${closest}` : '';
  return [`${version}.${kind}.${part}${near}`, ...kept].join('#');
}

function readLens(corpus: Corpus, marks: readonly string[]): Lens | undefined {
  const lens = { ...PLAIN_LENS };
  for (const mark of marks) {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(mark) ?? [];
    const rest = mark.slice(1);
    if (mark === 'n') lens.present = true;
    else if (year) lens.asOf = `${year}-${month}-${day}`;
    else if (mark.startsWith('d')) {
      lens.asked = corpus.disagreements.find(({ id }) => passageKey(id) === rest) ?? null;
      if (!lens.asked) return undefined;
    } else if (mark.startsWith('j')) {
      lens.judged = readKeys(corpus, rest) ?? null;
      if (!lens.judged) return undefined;
    } else return undefined;
  }
  return lens;
}

/** The passages of joined keys; undefined when one isn't there, or is there twice. */
function readKeys(corpus: Corpus, keys: string): Passage[] | undefined {
  if (keys.length % KEY_LENGTH !== 0) return undefined;
  const passages: Passage[] = [];
  for (let at = 0; at < keys.length; at += KEY_LENGTH) {
    const passage = keysOf(corpus).get(keys.slice(at, at + KEY_LENGTH));
    if (!passage || passages.includes(passage)) return undefined;
    passages.push(passage);
  }
  return passages;
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
