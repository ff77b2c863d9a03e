/** The answer that a button belongs to, from its receipt and, where a community wrote it, from its records. */
import type { BaseInteraction } from 'discord.js';
import type { OverviewAnswer, PassagesAnswer } from '../answer/answer.ts';
import { replayReceipt } from '../answer/receipt.ts';
import { UserError } from '../errors.ts';
import { currentMoment, type Services } from '../services.ts';
import { findAnswer } from '../store/answers.ts';
import { readLanguage } from './custom-id.ts';

/**
 * @param args language, receipt and (where there is one) the id of the community's answer, all untrusted
 * @throws UserError when a part of it is no longer there
 */
export async function replayAnswer(
  interaction: BaseInteraction,
  [code, receipt = '', written]: readonly (string | undefined)[],
  services: Pick<Services, 'knowledge' | 'store' | 'clock' | 'config'>,
): Promise<PassagesAnswer | OverviewAnswer> {
  const language = readLanguage(code);
  const { corpus } = services.knowledge.index;
  const answer = language && replayReceipt(corpus, receipt, language, currentMoment(services));
  if (!answer) throw new UserError('staleButton');
  if (written === undefined) return answer;
  const { guildId } = interaction;
  const community = guildId ? await findAnswer(services.store, guildId, written) : undefined;
  if (answer.kind !== 'passages' || !community) throw new UserError('staleButton');
  return { ...answer, community };
}

/** What votes on an answer are summed under: what it shows, whichever version of the corpus it came from. */
export function voteSubject(receipt: string, written: string | undefined): string {
  return written === undefined ? receipt.slice(receipt.indexOf('.') + 1) : `c.${written}`;
}
