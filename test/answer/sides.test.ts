import { expect, test } from 'vitest';
import { type Answer, shownPassages } from '../../src/answer/answer.ts';
import { receiptOf, replayReceipt } from '../../src/answer/receipt.ts';
import { ask } from '../../src/ask.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { asksForJudgement } from '../../src/question/judgement.ts';
import { renderAnswer } from '../../src/render/answer.ts';
import { realIndex } from '../helpers/indexes.ts';
import { textsOf } from '../helpers/sendable.ts';

const index = realIndex();
const { corpus } = index;

function answered(question: string) {
  const answer = ask(index, question);
  if (answer.kind === 'declined') throw new Error(`declined: ${question} (${answer.reason})`);
  return answer;
}
const positionsOf = (answer: Answer) =>
  new Set(shownPassages(answer).map(({ passage }) => passage.source.position));
const firstPage = (answer: Answer) => textsOf(renderAnswer(answer)).join('\n');

const OWN = corpus.disagreements.flatMap((disagreement) =>
  (['en', 'es'] as const).flatMap((language) =>
    disagreement.questions[language].map((question) => ({ id: disagreement.id, question })),
  ),
);

test.each(OWN)('$id is told of where it is asked for: $question', ({ id, question }) => {
  const answer = answered(question);
  expect(answer.disagreements.map((one) => one.id)).toContain(id);
});

test('nearly every question of a disagreement is met with that one first, on the first page', () => {
  const first = OWN.filter(({ id, question }) => {
    const answer = answered(question);
    const [shown] = answer.disagreements;
    return shown?.id === id && firstPage(answer).includes('**');
  });
  expect(first.length / OWN.length).toBeGreaterThan(0.97);
});

test('the values stand with who gives them, and those left out are counted', () => {
  const page = firstPage(answered('How many people had been returned by summer 2019?'));
  expect(page).toContain('More than 15,000 by July 2019 (NPR).');
  expect(page).toMatch(/\d more under "Compare"/);
});

const JUDGEMENTS = [
  'Did Remain in Mexico work?',
  'so did it actually work??',
  'Was MPP effective?',
  'Is MPP legal?',
  'Was Remain in Mexico lawful?',
  'Is Remain in Mexico cruel?',
  'Was MPP humane?',
  '¿Funcionó Quédate en México?',
  '¿Es legal Quédate en México?',
  '¿Es cruel Quédate en México?',
  'What are the arguments for and against MPP?',
  'ventajas y desventajas de Quédate en México',
];

test.each(JUDGEMENTS)('a judgement hears a source that argues each way: %s', (question) => {
  const answer = answered(question);
  expect(positionsOf(answer)).toContain('supportive');
  expect(positionsOf(answer)).toContain('critical');
  const page = firstPage(answer);
  const [against, inFavour] =
    answer.language === 'en'
      ? ['argues against the policy', 'argues for the policy']
      : ['argumenta en contra de la política', 'argumenta a favor de la política'];
  // Labelled with the passage and not only in the list of sources below.
  for (const label of [against, inFavour])
    expect(page).toMatch(new RegExp(`^-# .* · .*, ${label}$`, 'm'));
  expect(page).not.toMatch(/both sides|ambos lados/i);
  const { counts } = answer.sides ?? {};
  expect(counts?.supportive).toBeGreaterThan(0);
  expect(counts?.critical).toBeGreaterThan(0);
  const total = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  expect(page).toContain(
    answer.language === 'en' ? `has ${total} source` : `tiene ${total} fuente`,
  );
});

test.each(JUDGEMENTS)('a shared copy of it has the same sides: %s', (question) => {
  const answer = answered(question);
  const copy = replayReceipt(corpus, receiptOf(corpus, answer), answer.language);
  expect(copy && shownPassages(copy).map(({ passage }) => passage.id)).toEqual(
    shownPassages(answer).map(({ passage }) => passage.id),
  );
  expect(copy?.sides).toEqual(answer.sides);
});

test.each([
  'How does MPP work?',
  'How many people were returned?',
  'Which court ruled that MPP was illegal?',
  'Did the Ninth Circuit say it was unlawful?',
  'Could people work in Mexico while they waited?',
  'What legal aid was there?',
  'When did MPP start?',
  '¿Cómo funciona Quédate en México?',
  '¿Cuánto dinero costó?',
])('a question of fact asks for no judgement: %s', (question) => {
  expect(asksForJudgement(analyseQuestion(question, index.lexicon), 'mpp')).toBe(false);
});

test('a day that is asked for hides positions that were taken later', () => {
  const answer = ask(index, 'Is MPP legal?', { asOf: '2019-12-31' });
  if (answer.kind === 'declined') return;
  const told = answer.disagreements.flatMap(({ positions }) =>
    positions.map(({ claim }) => claim.en),
  );
  expect(told.join(' ')).not.toMatch(/202[0-9]/);
});
