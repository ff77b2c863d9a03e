/** The Share button: posts a copy of a private answer for everyone, without naming who asked. */
import { replayReceipt } from '../../src/answer/receipt.ts';
import { SHARE } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { renderAnswer } from '../../src/render/answer.ts';
import { LANGUAGES } from '../../src/text/language.ts';

export const shareButton: ComponentHandler = {
  action: SHARE,
  async run(interaction, [code, receipt = ''], { knowledge }) {
    const language = LANGUAGES.find((known) => known === code);
    const answer = language && replayReceipt(knowledge.index.corpus, receipt, language);
    if (!answer) throw new UserError('staleButton');
    const note = catalogs[answer.language].answer.shared;
    await reply(interaction, renderAnswer(answer, { buttons: [], note }), { private: false });
  },
};
