/** A made-up source about gardening, which has nothing to do with any question on the policy. */
import type { Corpus, Passage } from '../../src/corpus/corpus.ts';
import { makePassage, makeSource } from './answers.ts';

const FACTS: [en: string, es: string, question: string, pregunta: string][] = [
  [
    'Tomatoes ripen best on a sunny balcony and want compost twice a month.',
    'Los tomates maduran mejor en un balcón soleado y quieren abono dos veces al mes.',
    'When do tomatoes ripen?',
    '¿Cuándo maduran los tomates?',
  ],
  [
    'Roses are pruned in early spring, just above an outward-facing bud.',
    'Las rosas se podan a principios de primavera, justo encima de una yema que mira hacia fuera.',
    'How are roses pruned?',
    '¿Cómo se podan las rosas?',
  ],
  [
    'Slugs avoid copper tape and coffee grounds around lettuce.',
    'Las babosas evitan la cinta de cobre y los posos de café alrededor de la lechuga.',
    'what keeps slugs away from lettuce',
    'qué aleja las babosas de la lechuga',
  ],
  [
    'Tulip bulbs are planted 15 centimetres deep before the first frost.',
    'Los bulbos de tulipán se plantan a 15 centímetros de profundidad antes de la primera helada.',
    'How deep are tulip bulbs planted?',
    '¿A qué profundidad se plantan los tulipanes?',
  ],
];

/** The corpus with the gardening source behind all others. */
export function withGarden(corpus: Corpus): Corpus {
  const source = makeSource({
    id: 'garden-almanac-2020',
    title: 'The balcony almanac',
    publisher: 'Rosebed Press',
  });
  const passages = FACTS.map(
    ([en, es, question, pregunta], i): Passage =>
      makePassage({
        source,
        id: `${source.id}#f0${i + 1}`,
        text: { en, es },
        attributedTo: 'Rosebed Press',
        questions: { en: [question], es: [pregunta] },
      }),
  );
  return {
    ...corpus,
    sources: new Map([...corpus.sources, [source.id, source]]),
    passages: new Map([...corpus.passages, ...passages.map((one) => [one.id, one] as const)]),
  };
}
