import { expect, test } from 'vitest';
import { formatCitation } from '../../src/citations/format.ts';
import { CITATION_STYLES } from '../../src/citations/styles.ts';
import { SOURCE_KINDS, type Source, type SourceKind } from '../../src/corpus/schema.ts';
import { realIndex } from '../helpers/indexes.ts';

const sources = [...realIndex().corpus.sources.values()];
const PICKED: Record<SourceKind, string> = {
  statute: 'iirira-1996-contiguous-territory',
  treaty: 'refugee-convention-article-33',
  court: 'ca5-texas-v-biden-stay-2021-08-19',
  government: 'dhs-2018-12-20-announcement',
  international: 'un-news-matamoros-registration-2021-02-26',
  research: 'clearinghouse-earr-v-dhs',
  explainer: 'ballotpedia-mayorkas-v-innovation-law-lab',
  news: 'abc-news-2023-02-07',
  advocacy: 'alianza-americas-restart-2021-12',
  commentary: 'bloomberg-opinion-remain-in-mexico',
};
const sourceOf = (kind: SourceKind) => sources.find(({ id }) => id === PICKED[kind]) as Source;

test.each(SOURCE_KINDS)('a source of kind %s in every style', (kind) => {
  const note = 'para 4, as of November 30, 2019';
  const cited = CITATION_STYLES.map(
    (style) => `${style}: ${formatCitation(sourceOf(kind), style, 'en', note)}`,
  );
  expect(cited.join('\n')).toMatchSnapshot();
});

test('in Spanish, months and joints are Spanish', () => {
  expect(formatCitation(sourceOf('news'), 'apa', 'es')).toMatch(/febrero/);
});

test('every source of the corpus has a citation in every style, on one line but for BibTeX', () => {
  for (const source of sources) {
    for (const style of CITATION_STYLES) {
      const citation = formatCitation(source, style, 'en');
      expect(citation.length, `${source.id} ${style}`).toBeGreaterThan(10);
      expect(citation, `${source.id} ${style}`).not.toMatch(/undefined|\[object|NaN|<[a-z]+>/);
      if (style !== 'bibtex') expect(citation).not.toContain('\n');
    }
  }
});

test('BibTeX says which place is cited', () => {
  expect(formatCitation(sourceOf('news'), 'bibtex', 'en', 'para 4')).toContain('note = {para 4}');
});
