/** Suggestions of a server's curated answers. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Services } from '../services.ts';
import { listAnswers } from '../store/answers.ts';
import type { Choices } from './command.ts';
import { suggestRecords } from './suggest-records.ts';

export async function suggestAnswers(
  interaction: AutocompleteInteraction,
  { store }: Pick<Services, 'store'>,
): Promise<Choices> {
  if (!interaction.inCachedGuild()) return [];
  const answers = await listAnswers(store, interaction.guildId);
  const records = answers.map(({ id, wordings }) => ({ id, text: wordings.join(' · ') }));
  return suggestRecords(records, interaction.options.getFocused());
}
