import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpusDate } from '../../src/corpus/corpus.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { copyFixtureCorpus, editFile, FIXTURE_CORPUS } from '../helpers/corpus.ts';

test('a corpus is joined: passages know their source, synonyms stand apart from entries', () => {
  const corpus = loadCorpus(FIXTURE_CORPUS);
  expect([...corpus.passages.keys()]).toEqual([
    'bresk-riders-union-2024#f01',
    'bresk-riders-union-2024#f02',
    'harbour-act-2020#f01',
    'harbour-act-2020#f02',
    'westmark-statistics-2023#f01',
  ]);
  for (const [id, passage] of corpus.passages) {
    expect(passage.id).toBe(id);
    expect(corpus.sources.get(passage.source.id)).toBe(passage.source);
  }
  expect(corpus.glossary.map(({ term }) => term)).toEqual(['Night Ferry Scheme']);
  expect(corpus.synonyms.map(({ term }) => term)).toEqual(['passengers']);
  expect(corpusDate(corpus)).toBe('2024-05-20');
});

test('the hash names the content: the same in another folder, another one after any change', () => {
  const dir = copyFixtureCorpus();
  const before = loadCorpus(dir).hash;
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  expect(before).toBe(loadCorpus(FIXTURE_CORPUS).hash);
  editFile(join(dir, 'status.yaml'), 'The ferry runs.', 'The ferry sails.');
  expect(loadCorpus(dir).hash).not.toBe(before);
});

test('the corpus of the bot loads, and holds at least what it was begun with', () => {
  const corpus = loadCorpus('corpus');
  const counts = {
    sources: corpus.sources.size,
    passages: corpus.passages.size,
    overviews: corpus.overviews.length,
    glossary: corpus.glossary.length + corpus.synonyms.length,
    timeline: corpus.timeline.length,
    disagreements: corpus.disagreements.length,
  };
  const begun = {
    sources: 174,
    passages: 1_169,
    overviews: 80,
    glossary: 569,
    timeline: 79,
    disagreements: 24,
  };
  for (const [what, n] of Object.entries(begun)) {
    expect(counts[what as keyof typeof counts], what).toBeGreaterThanOrEqual(n);
  }
});
