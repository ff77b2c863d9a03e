/** Names of an entry of the glossary, and a choice among several. */
import { expect, test } from 'vitest';
import type { GlossaryEntry } from '../../src/corpus/schema.ts';
import { renderTermChoice, termFacts, termName } from '../../src/render/term.ts';
import { expectSendable } from '../helpers/sendable.ts';

const entry = (given: Partial<GlossaryEntry> = {}): GlossaryEntry =>
  ({
    id: 'ferry',
    term: 'Night Ferry',
    type: 'term',
    aliases: { en: ['NF'], es: ['Transbordador', 'Barco'] },
    definition: { en: 'A boat.', es: 'Un barco.' },
    sources: [],
    ...given,
  }) as GlossaryEntry;

test('a Spanish reader is told the first Spanish name, unless it is the same or a person has it', () => {
  expect(termName(entry(), 'es')).toBe('Night Ferry · Transbordador');
  expect(termName(entry(), 'en')).toBe('Night Ferry');
  expect(termName(entry({ type: 'person' }), 'es')).toBe('Night Ferry');
  expect(termName(entry({ aliases: { en: [], es: ['Night Ferry'] } }), 'es')).toBe('Night Ferry');
  expect(termName(entry({ aliases: { en: [], es: [] } }), 'es')).toBe('Night Ferry');
  expect(termFacts(entry(), 'es')).toHaveLength(2);
  expect(termFacts(entry(), 'en')).toHaveLength(1);
});

test('a choice has as many entries as a menu can hold', () => {
  const many = Array.from({ length: 30 }, (_, i) => entry({ id: `ferry-${i}` as never }));
  const message = renderTermChoice(many, { language: 'en', openTerm: 'term' });
  expectSendable(message);
  expect(JSON.stringify(message.components).match(/"value":"ferry-/g)).toHaveLength(25);
});
