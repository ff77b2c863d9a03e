/** The figures of trust: what the guard sees, what is declined as advice, status, disagreements, pictures. */

import { statusOn } from '../../src/answer/status.ts';
import { ask } from '../../src/ask.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import { COMPARE } from '../../src/discord/compare-message.ts';
import { encodeCustomId } from '../../src/discord/custom-id.ts';
import { createPainter } from '../../src/picture/painter.ts';
import { timelinePage } from '../../src/render/timeline.ts';
import { timelinePicture } from '../../src/render/timeline-picture.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { addDays } from '../../src/text/dates.ts';
import { detectLanguage, LANGUAGES } from '../../src/text/language.ts';
import { PERSONAL_DATA } from '../question/guard-cases.ts';
import { ownSet, type Row, sharedDev } from './sets.ts';

/** One figure beside what it has to be. */
export interface TrustFigure {
  name: string;
  /** Of how many; 0 for what isn't a share. */
  n: number;
  /** How many of them, or the figure itself. */
  value: number;
  unit: '' | 'kB' | 'ms';
  /** What it has to be, in words. */
  target: string;
  isMet: boolean;
  /** What went wrong, for a look at it. */
  misses: string[];
}

/** Examples of personal data that the table has to hold at least. */
const LEAST_EXAMPLES = 120;
const LARGEST_KB = 200;
const LONGEST_MS = 300;
/** Starts of the thread that are measured; whatever else the machine does slows some of them. */
const STARTS = 5;
const ROUNDS = 3;

/** All figures but those of the pictures. */
export function measureTrust(index: SearchIndex): TrustFigure[] {
  const { corpus } = index;
  const shared = sharedDev();
  return [
    ...(shared ? [falseAlarms(index, 'shared dev', shared)] : []),
    falseAlarms(index, 'narrow', ownSet('narrow')),
    falseAlarms(index, 'broad', ownSet('broad')),
    ...personalData(index),
    advice(index, [...(shared ?? []), ...ownSet('decline')]),
    statusBoundaries(corpus),
    disagreements(index),
  ];
}

/** Answerable questions that the guard keeps from being searched. */
function falseAlarms({ guard }: SearchIndex, set: string, rows: readonly Row[]): TrustFigure {
  const answerable = rows.filter((row) => row.answerable).map(({ question }) => question);
  const misses = answerable.filter((question) => guard(question).kind !== 'pass');
  return {
    name: `guard: false alarms on ${set}`,
    n: answerable.length,
    value: misses.length,
    unit: '',
    target: 'under 1 %',
    isMet: misses.length < 0.01 * answerable.length,
    misses,
  };
}

/** Examples of each kind of personal data that are seen, by language. */
function personalData({ guard, corpus }: SearchIndex): TrustFigure[] {
  const examples = Object.entries(PERSONAL_DATA).flatMap(([kind, questions]) =>
    questions.map((question) => ({ kind, question, language: detectLanguage(question, 'en') })),
  );
  const label = (kind: string) =>
    corpus.safety.personalData.find(({ id }) => id === kind)?.label.en ?? '';
  const figure = (name: string, some: typeof examples): TrustFigure => {
    const misses = some.filter(({ kind, question }) => {
      const verdict = guard(question);
      return verdict.kind !== 'personal-data' || !verdict.seen.some(({ en }) => en === label(kind));
    });
    return {
      name,
      n: some.length,
      value: some.length - misses.length,
      unit: '',
      target: '98 %',
      isMet: some.length > 0 && misses.length <= 0.02 * some.length,
      misses: misses.map(({ question }) => question),
    };
  };
  const kinds = Object.keys(PERSONAL_DATA).length;
  const all = figure(`personal data: examples seen, ${kinds} kinds`, examples);
  return [
    {
      ...all,
      target: `98 % of at least ${LEAST_EXAMPLES}`,
      isMet: all.isMet && examples.length >= LEAST_EXAMPLES,
    },
    ...LANGUAGES.map((language) =>
      figure(
        `personal data: seen in ${language === 'en' ? 'English' : 'Spanish'}`,
        examples.filter((one) => one.language === language),
      ),
    ),
  ];
}

/** Questions for advice that are declined with the words for that. */
function advice(index: SearchIndex, rows: readonly Row[]): TrustFigure {
  const asked = rows.filter(({ tag }) => tag === 'legal-advice').map(({ question }) => question);
  const misses = asked.filter((question) => {
    const answer = ask(index, question);
    if (answer.kind !== 'declined' || answer.reason !== 'advice') return true;
    const { plainText } = answerMessage(index.corpus, answer, { isPrivate: true });
    const card = index.corpus.safety.cards['advice'][answer.language];
    return !plainText.includes(card.title);
  });
  return {
    name: 'advice: declined with the words on advice',
    n: asked.length,
    value: asked.length - misses.length,
    unit: '',
    target: '95 %',
    isMet: misses.length <= 0.05 * asked.length,
    misses,
  };
}

/** The first and last day of each period and the days around them, against the dates of status.yaml themselves. */
function statusBoundaries(corpus: Corpus): TrustFigure {
  const days = new Set(
    corpus.status.flatMap(({ from, to }) =>
      [from, ...(to === null ? [] : [to])].flatMap((day) =>
        [-1, 0, 1].map((by) => addDays(day, by)),
      ),
    ),
  );
  const misses = [...days].filter((day) => {
    const expected = corpus.status.filter(
      ({ from, to }) => from <= day && (to === null || day <= to),
    );
    const told = statusOn(corpus, day).periods.map(({ period }) => period);
    return told.length !== expected.length || told.some((period, i) => period !== expected[i]);
  });
  return {
    name: 'status: right on each boundary and the days around it',
    n: days.size,
    value: days.size - misses.length,
    unit: '',
    target: 'all',
    isMet: misses.length === 0,
    misses,
  };
}

/** Own questions of the disagreements whose answer names that disagreement and has the button to it. */
function disagreements(index: SearchIndex): TrustFigure {
  const { corpus } = index;
  const own = corpus.disagreements.flatMap(({ id, questions }) =>
    LANGUAGES.flatMap((language) => questions[language].map((question) => ({ id, question }))),
  );
  const misses = own.filter(({ id, question }) => {
    const answer = ask(index, question);
    const message = answerMessage(corpus, answer, { isPrivate: true });
    const button = encodeCustomId(COMPARE, answer.language, id, '0');
    return !JSON.stringify(message.components).includes(JSON.stringify(button));
  });
  return {
    name: `disagreements: ${corpus.disagreements.length}, reached by their own questions`,
    n: own.length,
    value: own.length - misses.length,
    unit: '',
    target: 'all',
    isMet: misses.length === 0,
    misses: misses.map(({ id, question }) => `${id}: ${question}`),
  };
}

/** Every page of the timeline in both languages, drawn in its thread: the largest, and how long they take. */
export async function measurePictures(corpus: Corpus): Promise<TrustFigure[]> {
  const onFault = (error: unknown) => process.stderr.write(`${error}\n`);
  const firsts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const fresh = createPainter({ onFault });
    const { picture } = timelinePicture(corpus, timelinePage(corpus, {}, { language: 'en' }));
    const started = performance.now();
    await fresh.paint(picture);
    firsts.push(performance.now() - started);
    await fresh.stop();
  }
  const sizes: number[] = [];
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) await drawAll();
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1_000 / (ROUNDS * times.length);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const one = { n: 0, misses: [] };
  const ms = { ...one, unit: 'ms', target: `under ${LONGEST_MS} ms` } as const;
  const timed = (name: string, value: number): TrustFigure => ({
    ...ms,
    name,
    value: Math.round(value),
    isMet: value < LONGEST_MS,
  });
  const largest = Math.max(...sizes);
  return [
    {
      ...one,
      name: `pictures: the largest of ${sizes.length}`,
      value: Math.round(largest),
      unit: 'kB',
      target: `under ${LARGEST_KB} kB`,
      isMet: largest < LARGEST_KB,
    },
    timed('pictures: processor time of one, whatever else the machine does', processor),
    timed(`pictures: median, each the best of ${ROUNDS}`, median),
    timed(`pictures: the slowest, each the best of ${ROUNDS}`, Math.max(...times)),
    timed(
      `pictures: the first with the start of its thread, best of ${STARTS}`,
      Math.min(...firsts),
    ),
  ];

  /** Draws every page with a painter of its own, since a painter keeps its latest pictures. */
  async function drawAll(): Promise<void> {
    const painter = createPainter({ onFault });
    const start = timelinePage(corpus, {}, { language: 'es', page: 1 });
    // The thread is started by another picture.
    await painter.paint({ ...timelinePicture(corpus, start).picture, title: '' });
    let at = 0;
    for (const language of LANGUAGES) {
      for (let page = 0, pages = 1; page < pages; page += 1, at += 1) {
        const shown = timelinePage(corpus, {}, { language, page });
        pages = shown.pages;
        const started = performance.now();
        const png = await painter.paint(timelinePicture(corpus, shown).picture);
        const ms = performance.now() - started;
        if (!png) throw new Error(`page ${page} in ${language} was not drawn`);
        times[at] = Math.min(times[at] ?? ms, ms);
        sizes[at] = png.length / 1_000;
      }
    }
    await painter.stop();
  }
}

/** "0 of 233 (0.0 %)", "69 kB". */
export function figureText({ n, value, unit }: Pick<TrustFigure, 'n' | 'value' | 'unit'>): string {
  if (n === 0) return `${value} ${unit}`.trim();
  return `${value} of ${n} (${((100 * value) / n).toFixed(1)} %)`;
}
