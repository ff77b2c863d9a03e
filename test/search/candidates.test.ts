/** Which units are worth a closer look. */
import { expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { createMatcher } from '../../src/search/match.ts';
import { fixtureIndex, fixtureIndexWith } from '../helpers/indexes.ts';

function candidatesOf(index: ReturnType<typeof fixtureIndex>, question: string, count = 20) {
  const matcher = createMatcher(analyseQuestion(question, index.lexicon), index);
  return index.candidates(matcher, count).map((id) => {
    const { target } = index.units[id]!;
    return target.kind === 'passage' ? target.passage.id : target.overview.id;
  });
}

test('only units that share a word with the question are, and each once', () => {
  const found = candidatesOf(fixtureIndex(), 'crowns for a crossing');
  expect(found).toEqual(['harbour-act-2020#f02']);
  expect(candidatesOf(fixtureIndex(), 'pizza')).toEqual([]);
  const all = candidatesOf(fixtureIndex(), 'How many people took the night ferry?');
  expect(new Set(all).size).toBe(all.length);
});

test('no more are given than were asked for, and those are the best', () => {
  const question = 'How many people took the night ferry?';
  expect(candidatesOf(fixtureIndex(), question, 2)).toEqual(
    candidatesOf(fixtureIndex(), question).slice(0, 2),
  );
});

test('a word with many synonyms does not outweigh the others', () => {
  // "passengers" stands for riders and travellers; the first source says all three, the second answers.
  const index = fixtureIndexWith({
    'a-list-2022': [
      { en: 'Passengers, riders and travellers talk about travellers, riders and passengers.' },
    ],
    'b-answer-2022': [{ en: 'Some passengers brought a bicycle and a dinghy.' }],
  });
  expect(candidatesOf(index, 'passengers with a bicycle and a dinghy')[0]).toBe(
    'b-answer-2022#f01',
  );
});

test('asking again, and asking other things in between, changes nothing', () => {
  const index = fixtureIndex();
  const first = candidatesOf(index, 'night ferry passengers');
  candidatesOf(index, 'crowns');
  candidatesOf(index, 'Harbour Act of 2020');
  expect(candidatesOf(index, 'night ferry passengers')).toEqual(first);
});
