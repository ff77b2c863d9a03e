import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEntries, wordsOf } from '../../src/discord/suggest.ts';
import { indexWords } from '../../src/discord/word-index.ts';
import { finish } from '../../src/text/steps.ts';

const word = fc.constantFrom(
  ...'how who where hotel tent tents court count a at an ana'.split(' '),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

test('the index visits what a look at every entry finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 30 }), sentence, fc.nat(3), (texts, typed, cut) => {
      const entries = texts.map((text, item) => ({ item, words: wordsOf(text) }));
      const begun = typed.slice(0, Math.max(1, typed.length - cut));
      const wanted = wordsOf(begun).trimEnd();
      const starts = [...new Set(wanted.split(/(?= )/))];
      const visited: number[] = [];
      finish(indexWords(entries))(
        { wanted, starts, least: Math.max(1, Math.ceil(starts.length * 0.6)) },
        (position) => {
          visited.push(position);
          return 'go on';
        },
      );
      expect(visited).toEqual(findEntries(entries, begun));
    }),
  );
});

test('it stops when it is told to', () => {
  const entries = Array.from({ length: 50 }, () => ({ words: wordsOf('tent court') }));
  let visits = 0;
  finish(indexWords(entries))({ wanted: ' ten', starts: [' ten'], least: 1 }, () =>
    ++visits === 3 ? 'stop' : 'go on',
  );
  expect(visits).toBe(3);
});
