/** Answers what somebody wants looked up privately: the same for the command, the menu of a message and the forms. */
import type { RepliableInteraction } from 'discord.js';
import type { Answer } from '../answer/answer.ts';
import type { AskOptions } from '../ask.ts';
import { askAgain } from '../ask-again.ts';
import { UserError } from '../errors.ts';
import { createSlices } from '../ops/slices.ts';
import type { Button } from '../render/layout.ts';
import type { RenderedMessage } from '../render/message.ts';
import { currentMoment, type Services } from '../services.ts';
import type { Settings } from '../store/settings.ts';
import { answerMessage } from './answer-message.ts';
import { secondsToWait } from './cooldown.ts';
import { countingOf } from './count-question.ts';
import { type GuildContext, guildContext } from './guild.ts';
import { languageOf } from './language.ts';

const inTurn = createSlices();

/** An answer that is ready to be sent. */
export interface LookedUp {
  answer: Answer;
  context: GuildContext;
  /**
   * @param isPrivate only the asker sees it
   * @param extra buttons in a row of their own
   */
  message(isPrivate: boolean, extra?: readonly Button[]): RenderedMessage;
  /** Counts what is counted in servers. */
  count(): Promise<void>;
}

/**
 * Looks a question up for whoever interacts.
 * @throws UserError while the server wants the member to wait
 */
export async function lookUp(
  interaction: RepliableInteraction,
  question: string,
  services: Services,
  options: Pick<AskOptions, 'language' | 'asOf'> = {},
): Promise<LookedUp> {
  const { knowledge, config } = services;
  const context = await guildContext(interaction, services);
  const { settings, community } = context;
  await inTurn();
  // Nobody in danger is kept waiting.
  if (settings.cooldownSeconds > 0 && knowledge.index.guard(question).kind !== 'danger')
    await refuseHaste(interaction, settings);
  const answer = askAgain(knowledge.index, question, {
    ...options,
    fallback: settings.language ?? languageOf(interaction, config),
    moment: currentMoment(services),
    community,
  });
  const counting = countingOf(services, question, answer, settings);
  return {
    answer,
    context,
    message: (isPrivate, extra = []) =>
      answerMessage(knowledge.index.corpus, answer, {
        isPrivate,
        canRate: interaction.inCachedGuild(),
        note: counting.note,
        extra,
      }),
    async count() {
      if (interaction.inCachedGuild()) await counting.count(interaction.guildId);
    },
  };
}

/** @throws UserError while the server wants the member to wait */
async function refuseHaste(
  interaction: RepliableInteraction,
  { cooldownSeconds }: Settings,
): Promise<void> {
  if (!interaction.inCachedGuild()) return;
  const { guildId, user } = interaction;
  const seconds = await secondsToWait(guildId, user.id, cooldownSeconds);
  if (seconds > 0) throw new UserError('cooldown', { seconds });
}
