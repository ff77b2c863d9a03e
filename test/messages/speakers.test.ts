import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { reproductionIn, speakerIn } from '../../src/messages/speakers.ts';

const corpus = loadCorpus('corpus');

test('offices and roles are translated, names stay', () => {
  expect(speakerIn('es', 'U.S. Department of Homeland Security, via Jurist')).toBe(
    'Departamento de Seguridad Nacional de Estados Unidos, según Jurist',
  );
  expect(speakerIn('es', 'Adam Isacson')).toBe('Adam Isacson');
  expect(speakerIn('en', 'Experts, via Roll Call')).toBe('Experts, via Roll Call');
});

test('nobody in the corpus speaks in an English role in Spanish', () => {
  const english =
    /\b(?:via|judge|justice (?:amy|samuel|sonia)|official|officials|spokesperson|plaintiffs|government of|department of|court of|experts|critics|advocates|senator|representative|unnamed|the (?:article|explainer|syllabus|fifth))\b/i;
  for (const { id, attributedTo } of corpus.passages.values()) {
    expect(speakerIn('es', attributedTo), id).not.toMatch(english);
  }
});

test('notes on a reproduction are translated', () => {
  const english = /\b(?:copy|extract|excerpt|transcript|repost|summary|page|automatic)\b/;
  for (const { id, via } of corpus.sources.values()) {
    if (via) expect(reproductionIn('es', via), id).not.toMatch(english);
  }
});
