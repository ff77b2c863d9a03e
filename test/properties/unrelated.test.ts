/** A source about something else changes nothing for those who ask about the policy. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownPassages } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import type { Passage } from '../../src/corpus/corpus.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { fixtureIndex } from '../helpers/indexes.ts';
import { runs } from '../helpers/runs.ts';

const index = fixtureIndex();
const { corpus } = index;

/** Words that no text about a ferry has; some with a number, which a question may have too. */
const WORDS =
  `tomato compost violin sonata glacier moraine sourdough oven pruning rosebud quartz feldspar
  knitting wool telescope nebula 2023 14 enzyme ribosome drumbeat cymbal orchard cider saddle pony chess gambit
  lantern moth tango origami bamboo panda walnut`.split(/\s+/);
/** What sentences and questions about anything are made of. */
const FRAMES = [
  'The {} of the {} is kept in a {} near the {}.',
  'How many {} are there in a {}?',
  'In 2023 the {} was the first {} that had a {}.',
  'What is the {}?',
  'Nobody knows when the {} of {} began.',
  'Is the {} still a {}?',
  'Who made the {} for the {}, and how much does a {} cost?',
];

const words = fc.constantFrom(...WORDS);
const sentence = fc
  .tuple(fc.constantFrom(...FRAMES), fc.infiniteStream(words))
  .map(([frame, stream]) => frame.replace(/\{\}/g, () => String(stream.next().value)));
const statement = fc.record({
  text: sentence,
  questions: fc.array(sentence, { minLength: 1, maxLength: 4 }),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 30 });

/** The corpus with one more source that makes these statements. */
function indexWith(given: readonly { text: string; questions: string[] }[]): SearchIndex {
  const source = makeSource({ id: 'almanac-2023', title: 'Almanac', publisher: 'Rosebud Press' });
  const more = given.map(
    ({ text, questions }, i): Passage =>
      makePassage({
        source,
        id: `${source.id}#f${String(i).padStart(2, '0')}`,
        text: { en: text, es: text },
        attributedTo: 'Rosebud Press',
        questions: { en: questions, es: questions },
      }),
  );
  return buildIndex({
    ...corpus,
    sources: new Map([...corpus.sources, [source.id, source]]),
    passages: new Map([...corpus.passages, ...more.map((one) => [one.id, one] as const)]),
  });
}

const QUESTIONS = [...corpus.passages.values(), ...corpus.overviews]
  .flatMap(({ questions }) => [...questions.en, ...questions.es])
  .concat(
    'How many people took the night ferry in 2023?',
    'is it still running',
    'who set the ferry up',
    'how expensive is a crossing between Aldport and Bresk',
    'passengers in 2023',
    'what does the riders union say',
    'does anybody sleep on the pier',
    '¿cuánta gente viajó en el transbordador?',
  );

function leadOf(index: SearchIndex, question: string): string | undefined {
  const answer = ask(index, question);
  return answer.kind === 'declined' ? undefined : shownPassages(answer)[0]?.passage.id;
}

test('an answered question keeps its first passage, whatever is added about something else', () => {
  const before = QUESTIONS.map((question) => leadOf(index, question));
  expect(before.filter((lead) => lead !== undefined).length).toBeGreaterThan(10);
  fc.assert(
    fc.property(statements, (given) => {
      const larger = indexWith(given);
      QUESTIONS.forEach((question, i) => {
        if (before[i]) expect(leadOf(larger, question), question).toBe(before[i]);
      });
    }),
    runs(40),
  );
});

test('words alone, for which several passages are as good, stay with the policy’s passages', () => {
  const bare = ['ferry', 'night ferry', 'Bresk', 'transbordador'];
  const policy = new Set(corpus.passages.keys());
  const answered = bare.filter((question) => leadOf(index, question) !== undefined);
  expect(answered.length).toBeGreaterThan(1);
  fc.assert(
    fc.property(statements, (given) => {
      const larger = indexWith(given);
      for (const question of answered) expect(policy, question).toContain(leadOf(larger, question));
    }),
    runs(20),
  );
});
