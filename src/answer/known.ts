/** What of a corpus was known by a day. */
import { type Corpus, mustGetPassage, type Passage, passageDate } from '../corpus/corpus.ts';
import type { Overview } from '../corpus/schema.ts';
import type { Unit } from '../search/units.ts';
import { firstDayOf, lastDayOf } from '../text/dates.ts';

/**
 * True when a passage was there to be known on that day: it speaks for a date up to it or, where it speaks for a month
 * or year that the day lies in, its source was published by then. What has no date is left out.
 */
export function isKnownBy(passage: Passage, day: string): boolean {
  return isUpTo(knownFrom(passage), day);
}

function isUpTo(from: string | null, day: string): boolean {
  return from !== null && from <= day;
}

const passageDays = new WeakMap<Passage, string | null>();

/** The first day on which a passage was there to be known; null when nobody can tell. */
function knownFrom(passage: Passage): string | null {
  let from = passageDays.get(passage);
  if (from === undefined) {
    from = readKnownFrom(passage);
    passageDays.set(passage, from);
  }
  return from;
}

function readKnownFrom(passage: Passage): string | null {
  const date = passageDate(passage);
  if (date === null) return null;
  const last = lastDayOf(date);
  const { published } = passage.source;
  if (published === null) return last;
  const first = firstDayOf(date);
  const out = lastDayOf(published);
  const early = first > out ? first : out;
  return early < last ? early : last;
}

/** Least share of an overview's passages that has to be known, and the least number of them. */
const KNOWN_OF_OVERVIEW = { share: 1 / 3, count: 2 };

/** By the passages of a corpus: the same overview may stand in two corpora. */
const overviewDays = new WeakMap<Corpus['passages'], Map<Overview, string | null>>();

/** The first day on which enough of an overview's passages were there to be known; null when that never was. */
function overviewKnownFrom(corpus: Pick<Corpus, 'passages'>, overview: Overview): string | null {
  const known = overviewDays.get(corpus.passages) ?? new Map<Overview, string | null>();
  overviewDays.set(corpus.passages, known);
  let from = known.get(overview);
  if (from === undefined) {
    const ids = overview.sections.flatMap(({ passages }) => passages);
    const days = ids.flatMap((id) => knownFrom(mustGetPassage(corpus, id)) ?? []).sort();
    const { share, count } = KNOWN_OF_OVERVIEW;
    const enough = Math.max(Math.ceil(share * ids.length), Math.min(count, ids.length));
    from = days[enough - 1] ?? null;
    known.set(overview, from);
  }
  return from;
}

/** What of a corpus was known by a day. */
export interface Known {
  day: string;
  /** Says of a passage or an overview whether it may be found. */
  isAllowed(unit: Unit): boolean;
  /** The sources that are left, and the newest date among them. */
  searched(): { sources: number; newest: string | null };
}

/** Restricts a corpus to what was known by a day. Looks at no passage but those that it is asked about. */
export function knownBy(corpus: Pick<Corpus, 'passages'>, day: string): Known {
  return {
    day,
    isAllowed({ target }) {
      if (target.kind === 'passage') return isKnownBy(target.passage, day);
      return isUpTo(overviewKnownFrom(corpus, target.overview), day);
    },
    searched() {
      const { sources, passages, newest } = daysOf(corpus);
      return {
        sources: countUpTo(sources, day),
        newest: newest[countUpTo(passages, day) - 1] ?? null,
      };
    },
  };
}

/** First days, ascending: of the sources, and of the passages with the newest date among those so far. */
interface Days {
  sources: string[];
  passages: string[];
  newest: string[];
}

const prepared = new WeakMap<Corpus['passages'], Days>();

/** Sorted when it is first asked for. */
function daysOf({ passages }: Pick<Corpus, 'passages'>): Days {
  let days = prepared.get(passages);
  if (!days) {
    days = sortDays([...passages.values()]);
    prepared.set(passages, days);
  }
  return days;
}

function sortDays(passages: readonly Passage[]): Days {
  const known = passages
    .flatMap((passage) => {
      const [from, date] = [knownFrom(passage), passageDate(passage)];
      return from === null || date === null ? [] : [{ from, date, source: passage.source }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const sources = new Map<Passage['source'], string>();
  const newest: string[] = [];
  for (const { from, date, source } of known) {
    if (!sources.has(source)) sources.set(source, from);
    const before = newest.at(-1) ?? '';
    newest.push(date > before ? date : before);
  }
  return { sources: [...sources.values()], passages: known.map(({ from }) => from), newest };
}

/** How many of some ascending days are not after a day, by halving. */
function countUpTo(days: readonly string[], day: string): number {
  let from = 0;
  let to = days.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((days[middle] as string) <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}
