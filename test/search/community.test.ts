/** Which of a community's own answers a question meets. */
import { expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { buildCommunityIndex } from '../../src/search/community.ts';
import type { Language } from '../../src/text/language.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const index = fixtureIndex();
const answer = (name: string, wordings: string[], languages: Language[] = ['en', 'es']) => ({
  name,
  wordings,
  languages,
});
const community = buildCommunityIndex(index, [
  answer('ticket', ['Where do I buy a ticket for the ferry?', '¿Dónde se compra el boleto?']),
  answer('cloakroom', ['Is there a wardrobeum on the night ferry?']),
  answer('when', ['When does the harbour kiosk open?']),
  answer('french', ['Who paints the lighthouse?'], ['es']),
]);
const find = (question: string, language: Language = 'en') =>
  community.find(analyseQuestion(question, community.lexicon, { language }))?.name;

test.each([
  ['where do I buy a ticket for the ferry', 'ticket'],
  ['where can i buy a ferry ticket?', 'ticket'],
  ['donde se compra el boleto', 'ticket'],
  ['is there a wardrobeum on the night ferry', 'cloakroom'],
])('"%s" meets the answer to %s', (question, name) => {
  expect(find(question)).toBe(name);
});

test.each([
  [
    'too little of it is covered',
    'where do I buy a ticket for the ferry, a map and a hat for my uncle',
  ],
  ['too little of the written question is meant', 'ticket'],
  ['another kind of thing is asked for', 'where does the harbour kiosk open'],
  ['nothing is asked about', 'what is it'],
  ['it is about something else', 'how many harbour masters were there'],
])('no answer is met when %s', (_, question) => {
  expect(find(question)).toBeUndefined();
});

test('an answer is met only by those who read its languages', () => {
  expect(find('who paints the lighthouse', 'es')).toBe('french');
  expect(find('who paints the lighthouse', 'en')).toBeUndefined();
});

test('of two answers the closer one is met', () => {
  const both = buildCommunityIndex(index, [
    answer('far', ['Where do I buy a cheap ticket for the ferry?']),
    answer('near', ['Where do I buy a ticket for the ferry?']),
  ]);
  const query = analyseQuestion('where do I buy a ticket for the ferry', both.lexicon);
  expect(both.find(query)?.name).toBe('near');
});

test('words of the community are known and not taken for slips of others, those of the corpus still are mended', () => {
  expect(community.lexicon.repair('wardrobeum')).toEqual([{ word: 'wardrobeum', weight: 1 }]);
  expect(community.lexicon.repair('harbuor').map(({ word }) => word)).toContain('harbour');
});

test('a community changes nothing of the index', () => {
  expect(index.table.find('wardrobeum', 'en')).toBeUndefined();
});
