/** What an index takes over from the one before: the result is that of a fresh build, whatever changed. */
import { expect, test } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { PassageId } from '../../src/corpus/schema.ts';
import { packParts, unpackIndex } from '../../src/search/pack.ts';
import { buildPacked, readTexts } from '../../src/search/parts.ts';
import { createKnownTexts, indexToReuse } from '../../src/search/reuse.ts';
import { TermTable } from '../../src/search/terms.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

const corpus = loadCorpus(FIXTURE_CORPUS);
unpackIndex(corpus, buildPacked(corpus));
// Another thread gets a copy.
const before = structuredClone(indexToReuse(corpus));
if (!before) throw new Error('the index is not kept in columns');

const [firstId, secondId] = [...corpus.passages.keys()] as [PassageId, PassageId];

/** The corpus with its first passage changed; removed for undefined. */
function withFirst(change: object | undefined): Corpus {
  const passages = new Map(corpus.passages);
  const first = passages.get(firstId);
  if (first && change) passages.set(firstId, { ...first, ...change });
  else passages.delete(firstId);
  return { ...corpus, passages };
}

const text = (en: string, es: string) => ({ text: { en, es } });
const { title, ...firstOverview } = corpus.overviews[0] ?? { title: { en: '', es: '' } };

const CHANGES: Record<string, Corpus> = {
  nothing: { ...corpus },
  'a text': withFirst(text('Zebras swam 12 miles.', 'Las cebras nadaron 12 millas.')),
  'a text that stands elsewhere too': withFirst({ text: corpus.passages.get(secondId)?.text }),
  'questions that are asked twice, or in the other language': withFirst({
    questions: { en: ['Who swam?', 'Who swam?', '¿Quién nadó?'], es: ['Who swam?'] },
  }),
  'a passage that is gone': withFirst(undefined),
  'the order of passages': { ...corpus, passages: new Map([...corpus.passages].reverse()) },
  'who says so': withFirst({ attributedTo: 'A harbour pilot' }),
  'a heading': {
    ...corpus,
    overviews: corpus.overviews.map((overview) => ({
      ...overview,
      sections: overview.sections.map((section) => ({
        ...section,
        heading: { en: 'Zebras', es: 'Cebras' },
      })),
    })),
  },
  'a title': {
    ...corpus,
    overviews: [{ ...firstOverview, title: { ...title, en: 'Zebras at sea' } } as never],
  },
  'a synonym': {
    ...corpus,
    synonyms: [
      ...corpus.synonyms,
      {
        type: 'synonym',
        term: 'zebra',
        aliases: { en: ['striped horse'], es: ['cebra'] },
      } as never,
    ],
  },
  'how names are read': { ...corpus, info: { ...corpus.info, names: ['crossing'] } },
  'the short name': { ...corpus, info: { ...corpus.info, shortName: 'ZZ' } },
};

/** The columns of an index, the vocabulary without its order, which says nothing. */
function columnsOf(changed: Corpus, known?: typeof before) {
  const { words, wordCounts, textCounts, ...columns } = packParts(
    readTexts(changed, known).finish(),
  );
  const vocabulary = words.map((word, i) => [word, wordCounts[i], textCounts[i] ?? 0]);
  return { ...columns, vocabulary: vocabulary.sort() };
}

test.each(Object.keys(CHANGES))('where this changed, all is as built anew: %s', (what) => {
  const changed = CHANGES[what] as Corpus;
  expect(columnsOf(changed, before)).toEqual(columnsOf(changed));
});

test('texts are known unless names are read in another way', () => {
  const english = corpus.passages.get(firstId)?.text.en as string;
  const known = createKnownTexts(before, corpus, new TermTable());
  expect(known?.take(english, 'en')?.terms.length).toBeGreaterThan(1);
  expect(known?.take(english, 'es')).toBeUndefined();
  expect(known?.take('Zebras swam.', 'en')).toBeUndefined();
  const other = CHANGES['how names are read'] as Corpus;
  expect(createKnownTexts(before, other, new TermTable())).toBeUndefined();
});

test('a corpus without an index has nothing to hand on', () => {
  expect(indexToReuse(loadCorpus(FIXTURE_CORPUS))).toBeUndefined();
});
