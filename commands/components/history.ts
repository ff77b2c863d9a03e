/** What moderators press on the history. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { actorOf, readTurn } from '../../src/discord/guild.ts';
import { historyMessage, REVERT, TURN_HISTORY } from '../../src/discord/history-message.ts';
import { languageOf } from '../../src/discord/language.ts';
import { replyText, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { revertChange } from '../../src/store/revert.ts';

export const turnHistoryButton: ComponentHandler = {
  action: TURN_HISTORY,
  audience: 'moderators',
  async run(interaction, [code, number], { knowledge, store, log }) {
    const { guild, language, page } = readTurn(interaction, code, number);
    const context = { store, corpus: knowledge.index.corpus };
    const message = await historyMessage(context, guild.id, language, page);
    await turnPage(interaction, message, { log });
  },
};

/** The menu below the history: takes the chosen change back. */
export const revertMenu: ComponentHandler = {
  action: REVERT,
  audience: 'moderators',
  async run(interaction, _args, { store, config, rules }) {
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    if (!interaction.inCachedGuild() || id === undefined) throw new UserError('gone');
    const outcome = await revertChange(store, interaction.guildId, id, actorOf(interaction));
    if (outcome === 'impossible') throw new UserError('notRevertible');
    if (outcome === 'gone') throw new UserError('gone');
    // It may have been the mode of a channel.
    rules.forget(interaction.guildId);
    const { history } = catalogs[languageOf(interaction, config)].moderation;
    await replyText(interaction, history.done);
  },
};
