/** Slips of the fingers in the words that the guard knows. */
import { expect, test } from 'vitest';
import { repairWords } from '../../src/question/repair.ts';

const repair = repairWords(new Set(['kidnapped', 'lawyer', 'police', 'treat', 'gun', 'mi6x']));

test.each([
  ['a letter missing', 'kidnaped', 'kidnapped'],
  ['a letter too many', 'kidnnapped', 'kidnapped'],
  ['a wrong letter', 'kodnapped', 'kidnapped'],
  ['two neighbours swapped', 'kdinapped', 'kidnapped'],
  ['two neighbours swapped in a short word', 'traet', 'treat'],
  ['a letter missing in a short word', 'lawer', 'lawyer'],
])('%s is mended: %s', (_, typed, meant) => {
  expect(repair(typed)).toBe(meant);
});

test.each([
  ['two letters are missing', 'kidnpped'.replace('n', '')],
  ['two are swapped and a third is wrong', 'kdinaqped'],
  ['two that are far apart are swapped', 'kapnidped'],
  ['the first letter is another', 'lidnapped'],
  ['the last letter is another', 'kidnappes'],
  ['the wrong letter stands last but one', 'polite'],
  ['it is too short to tell', 'gnu'],
  ['the word that it is near to has a digit', 'mi7x'],
  ['it means something else', 'treated'],
  ['it is known', 'lawyer'],
  ['it is a common word', 'there'],
])('a word stays as it is when %s: %s', (_, typed) => {
  expect(repair(typed)).toBe(typed);
});
