/** The options by which a moderator names the passages that an answer rests on. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { PassageId } from '../corpus/schema.ts';
import { UserError } from '../errors.ts';

const one = {
  type: ApplicationCommandOptionType.String,
  autocomplete: true,
  max_length: 100,
} as const;

export const PASSAGE_OPTIONS = { passage: one, passage2: one, passage3: one };

/** The passages that were named, each once. @throws UserError for one that isn't in the corpus */
export function readPassages(
  corpus: Corpus,
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
): PassageId[] {
  const ids = Object.keys(PASSAGE_OPTIONS).flatMap((name) => {
    const id = options.getString(name);
    if (id === null) return [];
    const passage = corpus.passages.get(id.trim() as PassageId);
    if (!passage) throw new UserError('unknownPassage');
    return [passage.id];
  });
  return [...new Set(ids)];
}
