/** What an answer becomes by what the question asks beyond its subject. */
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type DeclineReason,
  type OverviewAnswer,
  shownPassages,
} from '../../src/answer/answer.ts';
import { answerWithOverview, answerWithPassages, decline } from '../../src/answer/decide.ts';
import { declineUntil, finishAnswer } from '../../src/answer/finish.ts';
import { DECISIVE } from '../../src/answer/on-day.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { Overview } from '../../src/corpus/schema.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import type { RankedPassage, SearchResult } from '../../src/search/search.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

/** A passage of a source of its own, named after what matters of it: `neutral 2020`. */
const passageOf = (name: string) => {
  const [position = 'neutral', asOf = null] = name.split(' ');
  const published = asOf && `${asOf.slice(0, 4)}-01-01`;
  const source = makeSource({ id: name, position, published, asOf: null });
  return makePassage({ source, asOf, id: name, topics: ['status'] });
};
const [old, recent, newer, newest, latest] = [2020, 2021, 2022, 2023, 2024].map((year) =>
  passageOf(`neutral ${year}`),
) as [Passage, Passage, Passage, Passage, Passage];
const against = passageOf('critical 2020');
const against2 = passageOf('critical 2021');
const infavour = passageOf('supportive 2020');
const lateInFavour = passageOf('supportive 2024');
const all = [old, recent, newer, newest, latest, against, against2, infavour, lateInFavour];

const overviewOf = (id: string, bothSides: boolean, ...passages: Passage[]) =>
  ({
    id,
    title: { en: id, es: id },
    bothSides,
    sections: passages.map((passage) => ({
      heading: { en: passage.id, es: passage.id },
      passages: [passage.id],
    })),
  }) as unknown as Overview;

const { lexicon, corpus: fixture } = fixtureIndex();
const corpus = { ...fixture, passages: new Map(all.map((passage) => [passage.id, passage])) };
const disputed = {
  ...fixture.disagreements[0],
  positions: [
    { passages: [infavour.id], claim: { en: 'It is.', es: '' } },
    { passages: [against.id], claim: { en: 'It is not.', es: '' } },
  ],
} as (typeof fixture.disagreements)[number];

type Scored = [passage: Passage, score: number];
const ranked = (scored: readonly Scored[]) =>
  scored.map(([passage, score]) => ({ passage, score }));
const passagesAnswer = (...scored: Scored[]) =>
  answerWithPassages(corpus, { language: 'en' }, ranked(scored));
const overviewAnswer = (overview: Overview) =>
  answerWithOverview(corpus, { language: 'en' }, overview);

type Scoring = [overview: Overview, score: number][];
interface Given {
  found?: Scored[];
  overviews?: Scoring;
  asOf?: string | null;
  disagreements?: (typeof disputed)[];
}
function finish(
  question: string,
  decided: Answer,
  { found = [], overviews = [], asOf = null, disagreements = [] }: Given = {},
) {
  const index = {
    corpus: { ...corpus, disagreements },
    disagreements: () => [],
  } as unknown as SearchIndex;
  const result = {
    passages: ranked(found),
    overviews: overviews.map(([overview, score]) => ({ overview, score })),
  } as unknown as SearchResult;
  const moment = { today: '2024-03-31', staleAfterDays: 365 };
  return finishAnswer(index, analyseQuestion(question, lexicon), result, decided, { asOf, moment });
}
const idsOf = (answer: Answer) => shownPassages(answer).map(({ passage }) => passage.id);
const ids = (...passages: Passage[]) => passages.map(({ id }) => id);

const FACT = 'How many people came?';
const PRESENT = 'Is it still in force?';
const JUDGEMENT = 'Was it effective?';

test('the answer to a question of fact stays as it is', () => {
  const answer = finish(FACT, passagesAnswer([old, 3], [newest, 2]), { found: [[latest, 3]] });
  expect(idsOf(answer)).toEqual(ids(old, newest));
  expect(answer).toMatchObject({ lens: { present: false, judged: null }, sides: null });
});

describe('a question about the present', () => {
  const decided = passagesAnswer([old, 3], [newer, 2.9], [recent, 2.8]);

  test('is answered with the newest passages first', () => {
    expect(idsOf(finish(PRESENT, decided))).toEqual(ids(newer, recent, old));
  });

  test('gets the newest passage that is about as relevant as the lead, in the last place', () => {
    const found: Scored[] = [
      [old, 3],
      [newer, 2.9],
      [newest, 2.75],
      [latest, 2.5],
    ];
    expect(idsOf(finish(PRESENT, decided, { found }))).toEqual(ids(newest, newer, old));
  });

  test('shows nothing twice, and numbers the sources as they are shown', () => {
    const found: Scored[] = [
      [old, 3],
      [newer, 2.9],
    ];
    const answer = finish(PRESENT, decided, { found });
    expect(idsOf(answer)).toEqual(ids(newer, recent, old));
    expect(answer.citations.map(({ source }) => source.id)).toEqual(ids(newer, recent, old));
  });

  test('keeps what the corpus names as decisive', () => {
    const found: Scored[] = [
      [old, 3],
      [latest, 2.9],
    ];
    const decisive = passagesAnswer([recent, DECISIVE], [old, DECISIVE], [newer, DECISIVE]);
    expect(idsOf(finish(PRESENT, decisive, { found }))).toEqual(ids(newer, recent, old));
  });

  test('that is declined with nothing but old sources beside it says so', () => {
    const declined = (...scored: Scored[]) =>
      decline(corpus, { language: 'en' }, 'not-covered', ranked(scored) as RankedPassage[]);
    const reasonOf = (question: string, answer: Answer) => {
      const finished = finish(question, answer);
      return finished.kind === 'declined' ? finished.reason : finished.kind;
    };
    expect(reasonOf(PRESENT, declined([old, 1]))).toBe('only-old-sources');
    expect(reasonOf(PRESENT, declined([latest, 1]))).toBe('not-covered');
    expect(reasonOf(FACT, declined([old, 1]))).toBe('not-covered');
  });
});

describe('a question that is restricted to a day', () => {
  const decided = passagesAnswer([old, 3], [latest, 2]);

  test('is answered with what was known by then', () => {
    const answer = finish(FACT, decided, { asOf: '2022-06-01' });
    expect(idsOf(answer)).toEqual(ids(old));
    expect(answer.citations.map(({ source }) => source.id)).toEqual(ids(old));
    expect(idsOf(finish(FACT, decided))).toEqual(ids(old, latest));
  });

  test('has an overview of what was known by then', () => {
    const overview = overviewAnswer(overviewOf('plain', false, old, latest));
    expect(idsOf(finish(FACT, overview, { asOf: '2022-06-01' }))).toEqual(ids(old));
    expect(idsOf(finish(PRESENT, overview))).toEqual(ids(latest, old));
  });

  test('never ends up with no passage at all', () => {
    expect(idsOf(finish(FACT, decided, { asOf: '2010-01-01' }))).toEqual(ids(old, latest));
  });
});

/** Who argues, nearest to the question first. */
const found: Scored[] = [
  [infavour, 3],
  [against, 2],
];

describe('a judgement', () => {
  test('hears a source that argues each way', () => {
    const answer = finish(JUDGEMENT, passagesAnswer([old, 3]), { found });
    expect(idsOf(answer)).toEqual(ids(old, infavour, against));
    expect(answer).toMatchObject({ lens: { judged: [infavour, against] } });
  });

  test('that hears both sides already is left alone', () => {
    const decided = passagesAnswer([against, 3], [old, 2], [infavour, 1]);
    const answer = finish(JUDGEMENT, decided, { found });
    expect(idsOf(answer)).toEqual(ids(against, old, infavour));
    expect(answer).toMatchObject({ lens: { judged: [] } });
  });

  test.each([
    ['the last neutral ones', [old, recent, newer], [old, infavour, against]],
    ['the neutral one, wherever it stands', [old, recent, against], [old, against, infavour]],
    [
      'the neutral one before a second of a side',
      [against, against2, old],
      [against, against2, infavour],
    ],
    ['a second one of a side', [old, against, against2], [old, against, infavour]],
    ['none where there is room', [against, old], [against, old, infavour]],
  ])('makes room for who is missing; what gives way: %s', (_, first, shown) => {
    const decided = passagesAnswer(...first.map((passage): Scored => [passage, 1]));
    expect(idsOf(finish(JUDGEMENT, decided, { found }))).toEqual(ids(...shown));
  });

  test('hears nobody who had not spoken by the day that it is restricted to', () => {
    const late: Scored[] = [
      [lateInFavour, 3],
      [against, 2],
    ];
    const corpusOnDay = { found: late, asOf: '2021-06-01' };
    const answer = finish(JUDGEMENT, passagesAnswer([old, 3]), corpusOnDay);
    expect(idsOf(answer)).not.toContain(lateInFavour.id);
  });
});

describe('a judgement that is answered with an overview', () => {
  const plain = overviewOf('plain', false, old, recent);
  const both = overviewOf('both', true, against, infavour);
  const near: Scoring = [
    [plain, 3],
    [both, 2.1],
  ];
  const shown = (question: string, decided: Answer, overviews: Scoring) => {
    const answer = finish(question, decided, { overviews }) as OverviewAnswer;
    return answer.overview.id;
  };

  test('gets the one in which both sides stand where that is about as close', () => {
    expect(shown(JUDGEMENT, overviewAnswer(plain), near)).toBe('both');
    expect(shown(FACT, overviewAnswer(plain), near)).toBe('plain');
  });

  test('keeps its own where the other one is further off, or where both sides stand in it', () => {
    const far: Scoring = [
      [plain, 3],
      [both, 2],
    ];
    expect(shown(JUDGEMENT, overviewAnswer(plain), far)).toBe('plain');
    const another = overviewOf('another', true, old, infavour);
    expect(shown(JUDGEMENT, overviewAnswer(another), near)).toBe('another');
    expect(shown(JUDGEMENT, overviewAnswer(plain), [])).toBe('plain');
  });

  test('brings to the front who argues further below', () => {
    const long = overviewOf('long', true, old, recent, newer, against, infavour);
    const answer = finish(JUDGEMENT, overviewAnswer(long)) as OverviewAnswer;
    expect(answer.sections.map(({ heading }) => heading)[1]).toBe('sides');
    expect(idsOf(answer)).toEqual(ids(old, infavour, against, recent, newer));
  });

  test('does not count who had not spoken by the day that it is restricted to', () => {
    const overview = overviewAnswer(overviewOf('late', true, old, lateInFavour, against));
    const answer = finish(JUDGEMENT, overview, { found, asOf: '2021-06-01' });
    expect(answer).toMatchObject({ lens: { judged: [infavour] } });
    expect(idsOf(answer)).toEqual(ids(old, infavour, against));
  });

  test('leaves who argues on its first page in their places', () => {
    const short = overviewOf('short', true, old, against, infavour, recent);
    expect(idsOf(finish(JUDGEMENT, overviewAnswer(short)))).toEqual(
      ids(old, against, infavour, recent),
    );
  });
});

describe('a question that a disagreement has as its own', () => {
  const [own = ''] = disputed.questions.en;
  const given = { disagreements: [disputed] };
  const declined = (reason: DeclineReason) => decline(corpus, { language: 'en' }, reason);

  test.each<[reason: DeclineReason, isAnswered: boolean]>([
    ['not-covered', true],
    ['off-topic', true],
    ['unclear', true],
    ['advice', false],
    ['unsafe', false],
  ])('is answered with its positions where it was declined as %s: %s', (reason, isAnswered) => {
    const answer = finish(own, declined(reason), given);
    expect(idsOf(answer)).toEqual(isAnswered ? ids(infavour, against) : []);
  });

  test('stays declined where nobody had taken a position by the day', () => {
    const answer = finish(own, declined('not-covered'), { ...given, asOf: '2010-01-01' });
    expect(answer.kind).toBe('declined');
  });

  test('is answered with three positions at most', () => {
    const positions = [old, against, infavour, recent].map(({ id }) => ({ passages: [id] }));
    const many = { ...disputed, positions } as typeof disputed;
    const answer = finish(own, declined('unclear'), { disagreements: [many] });
    expect(idsOf(answer)).toEqual(ids(old, against, infavour));
  });

  test('keeps an answer that it has', () => {
    const answer = finish(own, passagesAnswer([old, 1]), given);
    expect(idsOf(answer)).toEqual(ids(old));
    expect(answer).toMatchObject({ lens: { asked: { id: disputed.id } } });
  });
});

test('a refusal for a day tells whether later sources answer, and if not, why nothing does', () => {
  const declined = decline(corpus, { language: 'en' }, 'off-topic');
  const known = { day: '2020-01-01', searched: () => ({ sources: 1, newest: '2019-01-01' }) };
  expect(declineUntil(declined, passagesAnswer([old, 1]), known)).toMatchObject({
    reason: 'not-covered',
    searched: { sources: 1 },
    until: { day: '2020-01-01', laterAnswers: true },
  });
  const unclear = decline(corpus, { language: 'en' }, 'unclear');
  expect(declineUntil(declined, unclear, known)).toMatchObject({
    reason: 'unclear',
    until: { laterAnswers: false },
  });
});
