/** The figures of a set of judged questions, altogether and by group. */
import type { Judgement } from './judge.ts';

/** Shares in percent with one decimal; null where no row counts for it. */
export interface Figures {
  /** Rows. */
  n: number;
  /** Of the answerable rows: the first passage alone, the first three, all that is shown hold the answer. */
  at1: number | null;
  at3: number | null;
  shown: number | null;
  /** Of the answerable rows: declined. */
  wrongDeclines: number | null;
  /** Of the others: declined, or met with a passage that corrects the premise. */
  declined: number | null;
  /** Of all rows: answered in the language in which they ask. */
  language: number | null;
}

/** What rows are grouped by. */
const GROUPS = ['style', 'lang', 'kind', 'tag'] as const;

/** "all", then "style plain", "lang en" and so on, in a fixed order. */
export function figuresOf(judgements: readonly Judgement[]): [label: string, figures: Figures][] {
  const figures: [string, Figures][] = [['all', measure(judgements)]];
  for (const field of GROUPS) {
    const groups = Map.groupBy(judgements, ({ row }) => row[field]);
    if (groups.size < 2) continue;
    const named = [...groups].filter(([value]) => value !== undefined && value !== 'none');
    for (const [value, group] of named.sort(([a], [b]) => String(a).localeCompare(String(b)))) {
      figures.push([`${field} ${value}`, measure(group)]);
    }
  }
  return figures;
}

function measure(judgements: readonly Judgement[]): Figures {
  const answerable = judgements.filter(({ row }) => row.answerable);
  const others = judgements.filter(({ row }) => !row.answerable);
  return {
    n: judgements.length,
    at1: share(answerable, ({ at1 }) => at1),
    at3: share(answerable, ({ at3 }) => at3),
    shown: share(answerable, ({ shown }) => shown),
    wrongDeclines: share(answerable, ({ declined }) => declined),
    declined: share(others, ({ rightlyDeclined }) => rightlyDeclined),
    language: share(judgements, ({ rightLanguage }) => rightLanguage),
  };
}

function share(some: readonly Judgement[], test: (one: Judgement) => boolean): number | null {
  if (some.length === 0) return null;
  return Math.round((1000 * some.filter(test).length) / some.length) / 10;
}
