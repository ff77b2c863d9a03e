import { expect, test } from 'vitest';
import { shownPassages } from '../src/answer/answer.ts';
import { askFurther } from '../src/ask.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { buildIndex } from '../src/search/build.ts';
import { FIXTURE_CORPUS } from './helpers/corpus.ts';

const index = buildIndex(loadCorpus(FIXTURE_CORPUS));
const after = (text: string, question: string) =>
  askFurther(index, question, { text, language: /[¿]/.test(text) ? 'es' : 'en' });
const lead = ({ answer }: ReturnType<typeof askFurther>) => shownPassages(answer)[0]?.passage.id;

test('a question that rests on another one is answered with its subject', () => {
  const further = after('How many people took the night ferry?', 'and in 2023?');
  expect(lead(further)).toBe('westmark-statistics-2023#f01');
  expect(further.asked).toBe('how many people took the night ferry in 2023');
});

test('the language is that of the new question, and of the one before where it does not tell', () => {
  const count = '¿Cuántas personas viajaron en el transbordador nocturno?';
  expect(after(count, 'y en 2023?').answer.language).toBe('es');
  expect(after(count, 'and how many in 2023?').answer.language).toBe('en');
});

test('one that stands for itself is answered as if nothing had been asked before', () => {
  const further = after(
    'How many people took the night ferry?',
    'How much does the night ferry cost?',
  );
  expect(lead(further)).toBe('harbour-act-2020#f02');
  expect(further).toMatchObject({ asked: 'How much does the night ferry cost?', isUnclear: false });
});

test('what is not clear is declined with questions to choose from', () => {
  const further = after(
    'How much does the night ferry cost?',
    'and the lighthouse keepers of the moon?',
  );
  expect(further.answer.kind).toBe('declined');
  expect(further.isUnclear).toBe(true);
});

test.each([
  ['and i am drowning?', 'unsafe'],
  ['and T-1234?', 'personal-data'],
  ['and my ticket?', 'advice'],
])('%s — is answered by its card, whatever came before', (question, reason) => {
  const { answer } = after('How many people took the night ferry?', question);
  expect(answer).toMatchObject({ kind: 'declined', reason });
});
