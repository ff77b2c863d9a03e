/** What moderators press on the list of curated answers, on one of them, and on one that wasn't saved. */
import {
  ANSWER_AGAIN,
  answerForm,
  draftOf,
  findDraft,
  startForm,
} from '../../src/discord/answer-form.ts';
import {
  answerListMessage,
  answerRecordMessage,
  EDIT_ANSWER,
  OPEN_ANSWER,
  REMOVE_ANSWER,
  TURN_ANSWERS,
} from '../../src/discord/answer-list.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { actorOf, readTurn } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { openForm, reply, replyText, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { currentMoment } from '../../src/services.ts';
import { findAnswer, listAnswers, removeAnswer } from '../../src/store/answers.ts';

export const turnAnswersButton: ComponentHandler = {
  action: TURN_ANSWERS,
  audience: 'moderators',
  async run(interaction, [code, number], { knowledge, store, log }) {
    const { guild, language, page } = readTurn(interaction, code, number);
    const answers = await listAnswers(store, guild.id);
    const message = answerListMessage(knowledge.index.corpus, answers, language, page);
    await turnPage(interaction, message, { log });
  },
};

/** The menu below the list. */
export const openAnswerMenu: ComponentHandler = {
  action: OPEN_ANSWER,
  audience: 'moderators',
  async run(interaction, _args, services) {
    const { knowledge, config, store, log } = services;
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    if (!interaction.inCachedGuild() || id === undefined) throw new UserError('gone');
    const answer = await findAnswer(store, interaction.guildId, id);
    if (!answer) throw new UserError('gone');
    const language = languageOf(interaction, config);
    const message = answerRecordMessage(knowledge.index.corpus, answer, {
      language,
      moment: currentMoment(services),
    });
    await reply(interaction, message, { private: true, log });
  },
};

export const editAnswerButton: ComponentHandler = {
  action: EDIT_ANSWER,
  audience: 'moderators',
  async run(interaction, [id = ''], { knowledge, config, store }) {
    if (!interaction.inCachedGuild()) throw new UserError('gone');
    const answer = await findAnswer(store, interaction.guildId, id);
    if (!answer) throw new UserError('gone');
    const draft = draftOf(answer);
    const context = { corpus: knowledge.index.corpus, language: languageOf(interaction, config) };
    await openForm(interaction, await startForm(store, interaction.guildId, draft, context));
  },
};

/** Removes the answer that was on the screen: not one that somebody has changed meanwhile. */
export const removeAnswerButton: ComponentHandler = {
  action: REMOVE_ANSWER,
  audience: 'moderators',
  async run(interaction, [id = '', revision], { config, store }) {
    if (!interaction.inCachedGuild()) throw new UserError('gone');
    const { guildId } = interaction;
    const answer = await findAnswer(store, guildId, id);
    if (!answer || String(answer.revision) !== revision) throw new UserError('gone');
    const removed = await removeAnswer(store, guildId, id, actorOf(interaction));
    if (!removed) throw new UserError('gone');
    const { answers } = catalogs[languageOf(interaction, config)].moderation;
    await replyText(interaction, answers.removed);
  },
};

/** Opens the form again, with what was typed. */
export const answerAgainButton: ComponentHandler = {
  action: ANSWER_AGAIN,
  audience: 'moderators',
  async run(interaction, [id = ''], { knowledge, config, store }) {
    if (!interaction.inCachedGuild()) throw new UserError('gone');
    const draft = await findDraft(store, interaction.guildId, id);
    if (!draft) throw new UserError('gone');
    const language = languageOf(interaction, config);
    await openForm(interaction, answerForm(id, draft, knowledge.index.corpus, language));
  },
};
