import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage, LANGUAGES } from '../../src/text/language.ts';
import { oddText } from '../helpers/odd-text.ts';

describe('the language of a question', () => {
  test.each([
    'What is MPP?',
    'how many ppl were sent back',
    'who ended the policy',
    'when did Biden stop it',
    'wat did the supreme court say',
    'asylum hearings in Tijuana',
  ])('English: %s', (text) => expect(detectLanguage(text, 'es')).toBe('en'));

  test.each([
    '¿Qué es MPP?',
    'cuantos niños murieron',
    'quien termino el programa',
    'xq lo pararon',
    'cuando empezo el remain in mexico',
    'cuantos fueron los deportados por Trump',
    'audiencias de asilo en Tijuana',
  ])('Spanish: %s', (text) => expect(detectLanguage(text, 'en')).toBe('es'));

  test.each(['MPP', 'Tijuana 2019', '', '12345', 'DHS CBP', '🙂'])(
    'the fallback where the words do not tell: %j',
    (text) => {
      for (const fallback of LANGUAGES) expect(detectLanguage(text, fallback)).toBe(fallback);
    },
  );

  test('accents and capitals do not change what the words say', () => {
    expect(detectLanguage('CUANTAS PERSONAS', 'en')).toBe('es');
    expect(detectLanguage('HOW MANY PEOPLE', 'es')).toBe('en');
  });

  test('any text has one', () => {
    fc.assert(fc.property(oddText, (text) => LANGUAGES.includes(detectLanguage(text, 'en'))));
  });
});
