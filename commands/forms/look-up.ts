/** The form "Look this up": the poster's answer takes the place of the button, others are answered privately. */
import type { FormHandler } from '../../src/discord/command.ts';
import { lookUp } from '../../src/discord/look-up.ts';
import { LOOK_UP_FORM, QUESTION_FIELD } from '../../src/discord/qa-channels/look-up-form.ts';
import { solvedButtons } from '../../src/discord/qa-channels/reading.ts';
import { reply, turnInto } from '../../src/discord/reply.ts';
import { noteShared, placeOf } from '../../src/discord/shared-answers.ts';
import { UserError } from '../../src/errors.ts';
import { settleMessage } from '../../src/store/handled.ts';
import { cleanText } from '../../src/text/clean.ts';

export const lookUpForm: FormHandler = {
  action: LOOK_UP_FORM,
  async run(interaction, _args, services) {
    const question = interaction.fields.getTextInputValue(QUESTION_FIELD);
    if (cleanText(question) === '') throw new UserError('emptyQuestion');
    const { channel } = interaction;
    const { log, store } = services;
    const found = await lookUp(interaction, question, services);
    const isPoster = channel?.isThread() === true && channel.ownerId === interaction.user.id;
    const isPublic = isPoster && found.answer.kind !== 'declined' && interaction.isFromMessage();
    if (isPublic) {
      const { corpus } = services.knowledge.index;
      const extra = solvedButtons(corpus, channel, found.answer);
      await turnInto(interaction, found.message(false, extra), { log });
    } else await reply(interaction, found.message(true), { private: true, log });
    await found.count();
    if (!isPublic || !interaction.inCachedGuild()) return;
    const { guildId, message } = interaction;
    const replyId = message?.id ?? null;
    if (replyId !== null) {
      const extra = solvedButtons(services.knowledge.index.corpus, channel, found.answer);
      const place = placeOf(interaction, replyId);
      if (place) await noteShared(services, place, found.answer, { extra });
    }
    const noted = { messageId: interaction.channelId ?? '', replyId, outcome: 'answered' } as const;
    await settleMessage(store, guildId, noted);
  },
};
