/** How passages stand to a claim that takes a side in a disagreement of a made-up corpus. */
import { expect, test } from 'vitest';
import { checkClaim } from '../../src/answer/check-claim.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { buildIndex } from '../../src/search/build.ts';
import { fixtureIndexWith } from '../helpers/indexes.ts';

type Disagreement = Corpus['disagreements'][number];
/** A question with its positions: what each says, and the sources that stand for it. */
const disagreementOf = (question: string, positions: [value: string, ...sources: string[]][]) =>
  ({
    id: 'disputed',
    topic: 'status',
    question: { en: question, es: '' },
    questions: { en: [question], es: [] },
    positions: positions.map(([value, ...sources]) => ({
      value: { en: value, es: value },
      claim: { en: 'So they say.', es: '' },
      passages: sources.map((id) => `${id}#f01`),
    })),
    explanation: { en: '', es: '' },
  }) as unknown as Disagreement;

/** Source → how its statement stands to the claim, and in what it differs. */
function stances(
  statements: Record<string, string>,
  disagreement: Disagreement,
  claim: string,
): Record<string, string> {
  const { corpus } = fixtureIndexWith(
    Object.fromEntries(Object.entries(statements).map(([id, en]) => [id, [{ en }]])),
  );
  const result = checkClaim(buildIndex({ ...corpus, disagreements: [disagreement] }), claim);
  if (result.kind === 'declined') return expect.fail(`declined: ${result.reason}`);
  return Object.fromEntries(
    result.passages.map(({ passage, stance, difference }) => [
      passage.source.id,
      [stance, difference].filter((part) => part).join(': '),
    ]),
  );
}

test('what people have put on a side outweighs what the words of other passages look like', () => {
  const statements = {
    herders: 'Herders say that the goat lift made the valley safe.',
    hikers: 'Hikers blame the goat lift for the rocks that fall into the valley.',
    farmers: 'Farmers are undecided on the goat lift.',
    shepherds: 'The goat lift made the valley safe for sheep.',
  };
  const disagreement = disagreementOf('Did the goat lift make the valley safe?', [
    ['Yes', 'herders'],
    ['No', 'hikers'],
    ['Depends on the season', 'farmers'],
  ]);
  expect(stances(statements, disagreement, 'The goat lift made the valley safe')).toEqual({
    herders: 'supports',
    hikers: 'complicates: position',
    farmers: 'complicates: position',
    shepherds: 'touches',
  });
});

test('another date complicates wherever it stands; the same one supports only on a side', () => {
  const statements = {
    herders: 'Herders opened the goat lift of the valley in 2020.',
    hikers: 'Hikers first saw the goat lift of the valley in 2021.',
    farmers: 'Farmers forgot when the goat lift of the valley opened.',
    shepherds: 'The goat lift of the valley opened in 2020 after the snow.',
    sellers: 'The goat lift of the valley opened in 2019 before the snow.',
  };
  const disagreement = disagreementOf('When did the goat lift of the valley open?', [
    ['2020', 'herders'],
    ['2021', 'hikers'],
    ['Nobody knows', 'farmers'],
  ]);
  expect(stances(statements, disagreement, 'The goat lift of the valley opened in 2020')).toEqual({
    herders: 'supports',
    hikers: 'complicates: date',
    sellers: 'complicates: date',
    shepherds: 'touches',
    farmers: 'touches',
  });
});

test('a passage that gives a figure speaks for itself, on a side or not', () => {
  const statements = {
    herders: 'Herders counted 300 goats on the lift of the valley.',
    hikers: 'Hikers counted 500 goats on the lift of the valley.',
    farmers: 'Farmers counted 290 goats on the lift of the valley.',
    shepherds: 'Shepherds counted 301 goats on the lift of the valley.',
    sellers: 'Sellers count no goats.',
  };
  const disagreement = disagreementOf('How many goats took the lift of the valley?', [
    ['300', 'herders'],
    ['500', 'hikers'],
    ['Nobody knows', 'farmers'],
    ['Many', 'sellers'],
  ]);
  expect(stances(statements, disagreement, '300 goats took the lift of the valley')).toMatchObject({
    herders: 'supports',
    shepherds: 'supports',
    hikers: 'complicates: figure',
    farmers: 'complicates: figure',
    sellers: 'touches',
  });
});
