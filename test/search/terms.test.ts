import { expect, test } from 'vitest';
import { TermTable } from '../../src/search/terms.ts';

test('a word has one id in each language', () => {
  const table = new TermTable();
  expect(table.add('court', 'en')).toBe(table.add('court', 'en'));
  expect(table.add('court', 'es')).not.toBe(table.add('court', 'en'));
  expect(table.find('court', 'en')).toBe(table.add('court', 'en'));
  expect(table.find('judge', 'en')).toBeUndefined();
});

test('a pair counts in its order, and is no word', () => {
  const table = new TermTable();
  const [a, b] = [table.add('sent', 'en'), table.add('back', 'en')];
  const pair = table.addPair(a, b);
  expect(table.findPair(a, b)).toBe(pair);
  expect(table.findPair(b, a)).toBeUndefined();
  expect([a, b]).not.toContain(pair);
});

test('the rarer a term, the more it is worth; one that is nowhere is worth most', () => {
  const table = new TermTable();
  const [common, rare] = [table.add('mexico', 'en'), table.add('hotel', 'en')];
  table.countUnits([[[common, rare]], [[common]], [[common]]]);
  expect(table.idf(common)).toBeGreaterThan(0);
  expect(table.idf(rare)).toBeGreaterThan(table.idf(common));
  expect(table.idf(undefined)).toBeGreaterThan(table.idf(rare));
});

test.each(['constructor', '__proto__', 'toString'])('%s is a word like any other', (word) => {
  const table = new TermTable();
  expect(table.find(word, 'en')).toBeUndefined();
  expect(table.find(word, 'en')).toBe(undefined);
  expect(table.add(word, 'en')).toBe(table.find(word, 'en'));
});
