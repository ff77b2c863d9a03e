/** Questions with two sides fall into one question for each. */
import { describe, expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { contrastParts } from '../../src/question/contrast.ts';
import { realIndex } from '../helpers/indexes.ts';

const partsOf = (question: string) => {
  const { lexicon } = realIndex();
  return contrastParts(analyseQuestion(question, lexicon), lexicon.personOf);
};
const wordsOf = (question: string) =>
  partsOf(question).map(({ terms }) => terms.map(({ repaired }) => repaired).join(' '));

describe('two sides', () => {
  test.each([
    ['How many were returned under Trump and under Biden?', ['returned trump', 'returned biden']],
    ['hearings in 2019 and in 2020', ['hearings 2019', 'hearings 2020']],
    [
      'audiencias en mayo de 2019 y junio de 2020',
      ['audiencias mayo 2019', 'audiencias june 2020'],
    ],
    ['the first and the second phase', ['1st phase', '2nd phase']],
    ['Biden memo, Trump memo', ['biden memo', 'memo trump']],
  ])('%s', (question, parts) => expect(wordsOf(question)).toEqual(parts));

  test('a part has nothing of the other side, in words and numbers', () => {
    const [first, second] = partsOf('hearings in 2019 and in 2020');
    expect(first).toMatchObject({ numbers: ['2019'], focus: [] });
    expect(first?.words).not.toContain('2020');
    expect(second).toMatchObject({ numbers: ['2020'] });
    expect(second?.words).not.toContain('2019');
  });
});

test.each([
  'How many were returned under Trump?',
  "Trump's and Trumps numbers",
  'in 2019, 2020 and 2021',
  'the court and the judge',
  'what is it',
])('one side, or more than two: %s', (question) => expect(partsOf(question)).toEqual([]));
