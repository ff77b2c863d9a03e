/** The Cite button below an answer, its pages, and the menu of citation styles. */
import { replayReceipt } from '../../src/answer/receipt.ts';
import type { CitationStyle } from '../../src/citations/styles.ts';
import { CHOOSE_STYLE, CITE, citationsMessage, readStyle } from '../../src/discord/cite-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { defer, reply, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import type { Services } from '../../src/services.ts';

/** Opens the citations privately; with `turn`, turns their page. */
export const citeButton: ComponentHandler = {
  action: CITE,
  async run(interaction, [code, receipt, style, number, turn], services) {
    const opens = turn !== 'turn';
    // The first citations wait for the library.
    if (opens) await defer(interaction);
    const message = await citationsOf(services, code, receipt, readStyle(style), readPage(number));
    if (!opens) await turnPage(interaction, message, services);
    else await reply(interaction, message, { private: true, log: services.log });
  },
};

export const chooseStyleMenu: ComponentHandler = {
  action: CHOOSE_STYLE,
  async run(interaction, [code, receipt], services) {
    const style = interaction.isStringSelectMenu() ? readStyle(interaction.values[0]) : undefined;
    await turnPage(interaction, await citationsOf(services, code, receipt, style, 0), services);
  },
};

async function citationsOf(
  { knowledge: { index }, citer }: Services,
  code: string | undefined,
  receipt = '',
  style: CitationStyle | undefined,
  page: number | undefined,
) {
  const language = readLanguage(code);
  const answer = language && replayReceipt(index.corpus, receipt, language);
  if (!answer || !style || page === undefined) throw new UserError('staleButton');
  return citationsMessage(citer, answer, receipt, { style, page });
}
