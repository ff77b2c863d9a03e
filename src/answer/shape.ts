/** Shapes an answer by the day that it is restricted to, the present that it is asked for and the sides to be heard. */
import { type Corpus, newestDate, type Passage, passageDate } from '../corpus/corpus.ts';
import {
  cite,
  type Lens,
  type OverviewAnswer,
  type OverviewSection,
  type PassagesAnswer,
  shownPassages,
} from './answer.ts';
import { isStale, type Moment, newestFirst, sortDay } from './freshness.ts';
import { isKnownBy } from './known.ts';
import { countSides, disagreementsOf } from './sides.ts';

type Answered = PassagesAnswer | OverviewAnswer;
type Section = { heading: OverviewSection['heading']; passages: OverviewSection['passages'] };

/**
 * The answer as seen through a lens, at a moment. Passages answers keep their passages, which the lens has chosen
 * already; overviews are cut and put in order here, so that a receipt needs to carry no more than the lens.
 */
export function shapeAnswer<T extends Answered>(
  corpus: Corpus,
  answer: T,
  lens: Lens,
  moment: Moment,
): T {
  const shaped: Answered = answer.kind === 'overview' ? shapeOverview(answer, lens) : answer;
  const shown = shownPassages(shaped).map(({ passage }) => passage);
  const newest = newestDate(shown.map(passageDate));
  return {
    ...(shaped as T),
    lens,
    newest,
    stale: lens.present && isStale(newest, moment, lens.asOf),
    sides: lens.judged === null ? null : countSides(corpus, shown, lens.asked, lens.asOf),
    disagreements: disagreementsOf(corpus, shown, lens.asked, lens.asOf),
  };
}

function shapeOverview(answer: OverviewAnswer, { asOf, present, judged }: Lens): OverviewAnswer {
  let sections: Section[] = answer.sections;
  if (asOf !== null) sections = keepPassages(sections, ({ passage }) => isKnownBy(passage, asOf));
  if (present) sections = sectionsNewestFirst(sections);
  if (judged && judged.length > 0) sections = addSides(sections, judged);
  if (sections === answer.sections) return answer;
  const { shown, citations } = cite(sections.flatMap(({ passages }) => passages));
  let next = 0;
  return {
    ...answer,
    citations,
    sections: sections.map(({ heading, passages }) => ({
      heading,
      passages: passages.flatMap(() => shown[next++] ?? []),
    })),
  };
}

function keepPassages(
  sections: readonly Section[],
  keep: (shown: Section['passages'][number]) => boolean,
): Section[] {
  return sections
    .map(({ heading, passages }) => ({ heading, passages: passages.filter(keep) }))
    .filter(({ passages }) => passages.length > 0);
}

/** Sections by their newest passage, and inside a section the newest passage first. */
function sectionsNewestFirst(sections: readonly Section[]): Section[] {
  const date = ({ passages: [newest] }: Section) =>
    sortDay(newest ? passageDate(newest.passage) : null);
  return sections
    .map(({ heading, passages }) => ({ heading, passages: newestFirst(passages) }))
    .sort((a, b) => date(b).localeCompare(date(a)));
}

/** Puts the passages that have to be heard near the beginning: behind the first section and the closest passage. */
function addSides(sections: readonly Section[], judged: readonly Passage[]): Section[] {
  const kept = keepPassages(sections, ({ passage }) => !judged.includes(passage));
  const added: Section = {
    heading: 'sides',
    passages: judged.map((passage) => ({ passage, citation: 0, score: 1 })),
  };
  const place = kept[1]?.heading === 'closest' ? 2 : 1;
  return [...kept.slice(0, place), added, ...kept.slice(place)];
}
