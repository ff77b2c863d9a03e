import { expect, test } from 'vitest';
import { reportToTerminal } from '../../src/cli/corpus-report.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { describeCorpus } from '../../src/corpus/report.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';

test('the report counts what a corpus holds', () => {
  expect(describeCorpus(loadCorpus(FIXTURE_CORPUS))).toMatchObject({
    name: 'Night Ferry Scheme',
    version: '2024-06-01',
    totals: {
      sources: 3,
      passages: 5,
      questions: 12,
      overviews: 1,
      glossary: 2,
      synonyms: 1,
      events: 2,
      disagreements: 1,
      topics: 3,
    },
    questionsByLanguage: { en: 7, es: 5 },
    oldest: '2020-03-01',
    newest: '2024-05-20',
    byKind: [
      { name: 'advocacy', sources: 1, passages: 2 },
      { name: 'statute', sources: 1, passages: 2 },
      { name: 'research', sources: 1, passages: 1 },
    ],
    byYear: [
      { name: '2020', sources: 1, passages: 2 },
      { name: '2023', sources: 1, passages: 1 },
      { name: '2024', sources: 1, passages: 2 },
    ],
    byTopic: [
      { name: 'passengers', sources: 2, passages: 2 },
      { name: 'status', sources: 2, passages: 2 },
      { name: 'fares', sources: 1, passages: 1 },
    ],
    inNoOverview: ['bresk-riders-union-2024#f02', 'harbour-act-2020#f02'],
  });
});

test('the report reads as tables', () => {
  const text = reportToTerminal(describeCorpus(loadCorpus(FIXTURE_CORPUS)));
  const head = text.slice(0, text.indexOf('  position')).replace(/[0-9a-f]{12}/, '<hash>');
  expect(head).toMatchInlineSnapshot(`
    "Night Ferry Scheme, version 2024-06-01 (<hash>)
    3 sources, 5 passages, 12 questions, 1 overview, 2 glossary entries, 2 events, 1 disagreement
    questions: 7 en, 5 es
    glossary: 1 entry, 1 group of synonyms
    passages speak for 2020-03-01 to 2024-05-20
    2 passages in no overview (--json lists them)

      kind       sources   passages
      advocacy         1          2
      statute          1          2
      research         1          1

    "
  `);
});

test('a long table says how many rows it leaves out', () => {
  const text = reportToTerminal(describeCorpus(loadCorpus('corpus')));
  expect(text).toMatch(/publisher +sources +passages\n(?: {2}\S.*\n){15} {2}and \d+ more\n/);
});
