/** The figures of a server: questions, votes, what is pinned and written. Sums only, nothing about persons. */

import { shownPassages } from '../answer/answer.ts';
import { replayReceipt } from '../answer/receipt.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import type { BarsPicture } from '../picture/picture.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { MessageFile, RenderedMessage } from '../render/message.ts';
import { renderRecord } from '../render/record-list.ts';
import type { CuratedAnswer } from '../store/answers.ts';
import type { Counted, DayCount } from '../store/counts.ts';
import { REASONS, type Tally } from '../store/feedback.ts';
import { dayOf } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { truncate } from '../text/truncate.ts';
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

/** Longest description of a picture in characters. */
const MOST_ALT = 1_024;
/** Weeks that are shown, the newest. */
const WEEKS = 8;
/** Answers and sources that are shown. */
export const SHOWN_TALLIES = 5;

/** @param chart the picture of `weekChart`, where it could be drawn */
export function statsMessage(
  corpus: Corpus,
  figures: Figures,
  language: Language,
  chart?: MessageFile,
): RenderedMessage {
  const { stats: texts } = catalogs[language].moderation;
  const { counts, days, pins, gaps, curated, answers, sources } = figures;
  const sum = (name: Counted) => sumOf(counts, name);
  const asked = sum('answered') + sum('declined');
  const line = (title: string, tally: Tally) =>
    `- ${plain(title, CAPS.heading)}: ${tallyText(tally, language)}`;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [`**${heading}**`, ...lines].join('\n') : '';
  const paragraphs = [
    [
      texts.asked(asked, sum('answered')),
      texts.votes(sum('helpful'), sum('not-helpful')),
      texts.kept(pins, curated.length, gaps),
    ].join('\n'),
    section(
      texts.weeks,
      weeksIn(counts).map((week) => `- ${weekText(week, language)}`),
    ),
    section(
      texts.answers,
      answers.map((tally) => line(answerTitle(corpus, curated, tally.subject, language), tally)),
    ),
    section(
      texts.sources,
      sources.map((tally) => line(sourceOf(corpus, tally.subject)?.title ?? tally.subject, tally)),
    ),
  ];
  return renderRecord(texts.title(days), paragraphs, [], chart);
}

function sumOf(counts: readonly DayCount[], name: Counted): number {
  return counts.reduce((sum, count) => sum + (count.name === name ? count.value : 0), 0);
}

interface Week {
  monday: string;
  answered: number;
  declined: number;
  helpful: number;
  notHelpful: number;
}

/** The newest weeks in which something happened, oldest first. */
function weeksIn(counts: readonly DayCount[]): Week[] {
  const weeks = Map.groupBy(counts, ({ day }) => mondayOf(day));
  return [...weeks].slice(-WEEKS).map(([monday, ofWeek]) => ({
    monday,
    answered: sumOf(ofWeek, 'answered'),
    declined: sumOf(ofWeek, 'declined'),
    helpful: sumOf(ofWeek, 'helpful'),
    notHelpful: sumOf(ofWeek, 'not-helpful'),
  }));
}

function weekText({ monday, answered, declined, helpful, notHelpful }: Week, language: Language) {
  const { stats } = catalogs[language].moderation;
  return stats.week(monday, answered + declined, answered, helpful, notHelpful);
}

/** The questions by week as a picture, and the same in words; undefined when nobody has asked. */
export function weekChart(
  counts: readonly DayCount[],
  language: Language,
): { picture: BarsPicture; alt: string } | undefined {
  const { stats } = catalogs[language].moderation;
  const weeks = weeksIn(counts);
  if (!weeks.some(({ answered, declined }) => answered + declined > 0)) return undefined;
  const alt = stats.alt(weeks.map((week) => weekText(week, language)));
  return {
    picture: {
      title: stats.chart,
      legend: [stats.answered, stats.declined],
      rows: weeks.map(({ monday, answered, declined }) => ({
        label: stats.chartWeek(monday),
        first: answered,
        second: declined,
        figures: stats.figures(answered, declined),
      })),
    },
    alt: truncate(alt, MOST_ALT),
  };
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
