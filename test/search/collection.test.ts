/** Searching a plain collection: what finds a passage, and what ranks one above another. */
import { expect, test } from 'vitest';
import { createCollectionSearch } from '../../src/search/collection.ts';

/** A search over texts, named by their order: a, b, c … */
const over = (...texts: (string | { title: string; text: string })[]) =>
  createCollectionSearch(
    texts.map((one, i) => ({
      id: String.fromCharCode(97 + i),
      ...(typeof one === 'string' ? { title: '', text: one } : one),
    })),
  );
const FILLER = ['Volcanoes throw ash on islands.', 'Glass is made of sand, soda and lime.'];
const found = (search: ReturnType<typeof over>, question: string, count = 10) =>
  search(question, count)
    .map(({ id }) => id)
    .join('');
const scoreOf = (search: ReturnType<typeof over>, question: string) =>
  search(question, 1)[0]?.score ?? 0;

test('a passage is found by another form of its word, and by one in its title alone', () => {
  const search = over('She measured the tremor.', { title: 'Tremors', text: 'Wait.' }, ...FILLER);
  expect(found(search, 'measuring')).toBe('a');
  expect(found(search, 'tremor')).toBe('ba');
});

test('a word in the title says more than the same word in the text', () => {
  const search = over(
    { title: 'Islands', text: 'Honey keeps for years.' },
    { title: 'Honey', text: 'Islands keep for years.' },
    ...FILLER,
  );
  expect(found(search, 'honey')).toBe('ba');
});

test('words that stand side by side in the question rank where they do so too, in that order', () => {
  const search = over('Boat paper is waxed.', 'Paper boats are waxed.', ...FILLER);
  expect(found(search, 'a paper boat')).toBe('ba');
  expect(found(search, 'boat paper')).toBe('ab');
  // Function words don't part neighbours.
  expect(found(search, 'the paper of the boat')).toBe('ba');
});

test('a word that was said twice counts twice', () => {
  const search = over('Bees make honey.', 'Bees dance.', ...FILLER);
  expect(scoreOf(search, 'honey honey')).toBeCloseTo(2 * scoreOf(search, 'honey'), 5);
  expect(found(search, 'dance dance honey')).toBe('ba');
  expect(found(search, 'dance honey honey')).toBe('ab');
});

test('a misspelt word finds what was meant, for less than the word itself', () => {
  const search = over('Bees make honey.', ...FILLER);
  expect(found(search, 'hony')).toBe('a');
  expect(scoreOf(search, 'hony')).toBeLessThan(scoreOf(search, 'honey'));
});

test('a misspelling that may mean two words counts by one of them only', () => {
  const search = over('Ferns and forns.', 'Ferns.', 'Forns.', ...FILLER);
  const hits = new Map(search('firns', 10).map(({ id, score }) => [id, score]));
  expect([...hits.keys()].sort().join('')).toBe('abc');
  // Both words in one passage are worth no more than the better one: it is longer, so it is worth less.
  expect(hits.get('a')).toBeLessThan(Math.max(hits.get('b') ?? 0, hits.get('c') ?? 0));
});

test('forms that no stem joins are found by the letters that they share', () => {
  const search = over('A seismograph writes.', 'Paleoseismology is young.', ...FILLER);
  expect(found(search, 'seismologists')).toBe('ba');
});

test('shared letters say less than the word', () => {
  const search = over('A paleoseismograph writes.', 'A seismograph writes.', ...FILLER);
  expect(found(search, 'seismograph')).toBe('ba');
});

test('function words find nothing, nor does a word that no passage has', () => {
  const search = over('What it is about is honey.', ...FILLER);
  expect(search('what is it about?', 10)).toEqual([]);
  expect(search('zzzyx', 10)).toEqual([]);
  expect(search('', 10)).toEqual([]);
});

test('equal passages keep their order, and no more are told than asked for', () => {
  const search = over('Honey keeps.', 'Honey keeps.', 'Honey keeps.', ...FILLER);
  expect(found(search, 'honey')).toBe('abc');
  expect(found(search, 'honey', 2)).toBe('ab');
});

test('a question leaves nothing behind for the next one', () => {
  const search = over('Bees make honey.', 'Bees dance for honey bees.', ...FILLER);
  const first = search('honey bees', 10);
  search('bees dance', 10);
  expect(search('honey bees', 10)).toEqual(first);
});

test('numbers are found in words and in short', () => {
  const search = over('Seventy thousand tons of ash fell.', 'Seventy tons fell.', ...FILLER);
  expect(found(search, '70,000')).toBe('a');
  expect(found(search, '70k tons')[0]).toBe('a');
});

const SPANISH = [
  'Las abejas bailan para decir dónde están las flores.',
  'La radiación del sol calienta el agua del mar.',
  'El faro estaba en una isla y fue destruido por los terremotos.',
];

test('passages that are mostly Spanish are read as Spanish', () => {
  expect(found(over(...SPANISH, ...FILLER), 'terremoto destruyendo')).toBe('c');
  expect(found(over(...SPANISH), 'bailando')).toBe('a');
});

test('a question in another language is met by words that look alike, which count for more then', () => {
  const search = over('The radiation of the sun warms the sea and the land.', ...FILLER);
  expect(found(search, '¿De dónde viene la radiación?')).toBe('a');
  const spanish = over(...SPANISH);
  expect(found(spanish, 'Where does the radiation come from?')).toBe('b');
});

test('a collection without passages answers nothing', () => {
  expect(over()('honey', 10)).toEqual([]);
});
