/** Checks the examples of safety.yaml: what each pattern must see, and what must set nothing off. */
import type { CorpusFault } from '../errors.ts';
import { fold } from '../text/clean.ts';
import { LANGUAGES } from '../text/language.ts';
import { faultAt } from './faults.ts';
import type { CorpusFile } from './files.ts';
import type { Safety } from './schema.ts';

/** Faults of the examples; none while the file has faults of its own. */
export function checkSafety(file: CorpusFile<Safety>): CorpusFault[] {
  if (!file.value) return [];
  return [...checkPatterns(file, file.value), ...checkNotTriggers(file, file.value)];
}

function checkPatterns(file: CorpusFile<Safety>, { personalData }: Safety): CorpusFault[] {
  return personalData.flatMap(({ regex, flags, label, examples }, i) => {
    const pattern = new RegExp(regex, flags);
    const faultsOf = (list: 'match' | 'noMatch', problem: string) =>
      examples[list].flatMap((example, j) =>
        pattern.test(example) === (list === 'match')
          ? []
          : [
              faultAt(
                file,
                ['personalData', i, 'examples', list, j],
                `"${example}" ${problem} ${label.en}`,
                'correct the regex or the example',
              ),
            ],
      );
    return [...faultsOf('match', 'is not seen as'), ...faultsOf('noMatch', 'is taken for')];
  });
}

function checkNotTriggers(
  file: CorpusFile<Safety>,
  { triggers, notTriggers }: Safety,
): CorpusFault[] {
  const phrases = Object.values(triggers)
    .flatMap(({ en, es }) => [...en, ...es])
    .map((phrase) => ({ phrase, words: foldedWords(phrase) }));
  return LANGUAGES.flatMap((language) =>
    notTriggers[language].flatMap((sentence, i) => {
      const text = foldedWords(sentence);
      return phrases
        .filter(({ words }) => text.includes(words))
        .map(({ phrase }) =>
          faultAt(
            file,
            ['notTriggers', language, i],
            `the sentence must not set off a card, but it holds the trigger "${phrase}"`,
            'make the trigger longer or correct the sentence',
          ),
        );
    }),
  );
}

/** The words with a space on both sides, so that one phrase is part of another only in whole words. */
const foldedWords = (text: string) => ` ${(fold(text).match(/[\p{L}\p{N}']+/gu) ?? []).join(' ')} `;
