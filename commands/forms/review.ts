/** The chosen passages of a draft: the draft shows them from now on. */

import { receiptOf } from '../../src/answer/receipt.ts';
import type { FormHandler } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import {
  answerWithChosen,
  draftMessage,
  findReviewDraft,
  REVIEW_FIELD,
  REVIEW_FORM,
} from '../../src/discord/qa-channels/review.ts';
import { turnInto } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { changeDraft } from '../../src/store/drafts.ts';

export const reviewForm: FormHandler = {
  action: REVIEW_FORM,
  audience: 'moderators',
  async run(interaction, [id = ''], services) {
    if (!interaction.inCachedGuild() || !interaction.isFromMessage())
      throw new UserError('onlyInServers');
    const { guildId } = interaction;
    const draft = await findReviewDraft(services, guildId, id);
    if (!draft) throw new UserError('draftGone');
    const { corpus } = services.knowledge.index;
    const chosen = interaction.fields.getStringSelectValues(REVIEW_FIELD);
    const offered = chosen.filter((one) => draft.offered.some((known) => known === one));
    const answer = answerWithChosen(corpus, draft.language, offered);
    if (!answer) throw new UserError('unknownPassage');
    const language = languageOf(interaction, services.config);
    const changed = { ...draft, receipt: receiptOf(corpus, answer), written: null };
    await changeDraft(services.store, guildId, id, changed);
    await turnInto(interaction, draftMessage(guildId, id, changed, answer, language), services);
  },
};
