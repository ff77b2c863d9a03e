/** The figures of a server: questions, votes, what is pinned and written. Sums only, nothing about persons. */

import { shownPassages } from '../answer/answer.ts';
import { replayReceipt } from '../answer/receipt.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderRecord } from '../render/record-list.ts';
import type { CuratedAnswer } from '../store/answers.ts';
import type { Counted, DayCount } from '../store/counts.ts';
import { REASONS, type Tally } from '../store/feedback.ts';
import { dayOf } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import { sourceOf } from './pin-card.ts';

export interface Figures {
  days: number;
  counts: readonly DayCount[];
  pins: number;
  gaps: number;
  curated: readonly CuratedAnswer[];
  /** Most "not helpful" first. */
  answers: readonly Tally[];
  sources: readonly Tally[];
}

/** Weeks that are shown, the newest. */
const WEEKS = 8;
/** Answers and sources that are shown. */
export const SHOWN_TALLIES = 5;

export function statsMessage(
  corpus: Corpus,
  figures: Figures,
  language: Language,
): RenderedMessage {
  const { stats: texts } = catalogs[language].moderation;
  const { counts, days, pins, gaps, curated, answers, sources } = figures;
  const sum = (name: Counted) => sumOf(counts, name);
  const asked = sum('answered') + sum('declined');
  const line = (title: string, tally: Tally) =>
    `- ${plain(title, CAPS.heading)}: ${tallyText(tally, language)}`;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [`**${heading}**`, ...lines].join('\n') : '';
  return renderRecord(texts.title(days), [
    [
      texts.asked(asked, sum('answered')),
      texts.votes(sum('helpful'), sum('not-helpful')),
      texts.kept(pins, curated.length, gaps),
    ].join('\n'),
    section(texts.weeks, weeksOf(counts, language)),
    section(
      texts.answers,
      answers.map((tally) => line(answerTitle(corpus, curated, tally.subject, language), tally)),
    ),
    section(
      texts.sources,
      sources.map((tally) => line(sourceOf(corpus, tally.subject)?.title ?? tally.subject, tally)),
    ),
  ]);
}

function sumOf(counts: readonly DayCount[], name: Counted): number {
  return counts.reduce((sum, count) => sum + (count.name === name ? count.value : 0), 0);
}

/** A line for each of the newest weeks in which something happened, Monday first. */
function weeksOf(counts: readonly DayCount[], language: Language): string[] {
  const { stats } = catalogs[language].moderation;
  const weeks = Map.groupBy(counts, ({ day }) => mondayOf(day));
  return [...weeks].slice(-WEEKS).map(([monday, ofWeek]) => {
    const answered = sumOf(ofWeek, 'answered');
    const asked = answered + sumOf(ofWeek, 'declined');
    const votes = [sumOf(ofWeek, 'helpful'), sumOf(ofWeek, 'not-helpful')] as const;
    return `- ${stats.week(monday, asked, answered, ...votes)}`;
  });
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return dayOf(date);
}

function tallyText({ helpful, notHelpful, reasons }: Tally, language: Language): string {
  const { stats, feedback } = catalogs[language].moderation;
  const given = REASONS.filter((reason) => (reasons[reason] ?? 0) > 0).map(
    (reason) => `${feedback.reasons[reason]} ${reasons[reason]}`,
  );
  return plain(stats.tally(helpful, notHelpful, given));
}

/** What an answer that was voted on is about, from what it shows. */
export function answerTitle(
  corpus: Corpus,
  curated: readonly CuratedAnswer[],
  subject: string,
  language: Language,
): string {
  const { gone } = catalogs[language].moderation.stats;
  if (subject.startsWith('c.'))
    return curated.find(({ id }) => id === subject.slice(2))?.wordings[0] ?? gone;
  const answer = replayReceipt(corpus, `000000.${subject}`, language);
  if (!answer) return gone;
  if (answer.kind === 'overview') return answer.overview.title[language];
  const [lead] = shownPassages(answer);
  return lead?.passage.questions[language][0] ?? lead?.passage.source.title ?? gone;
}
