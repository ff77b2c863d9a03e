/** The message menu "Pin a source here": a form with the sources of the message and those that come near. */
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { MessageMenu } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/language.ts';
import { pinForm, sourcesIn } from '../../src/discord/pin-form.ts';
import { openForm } from '../../src/discord/reply.ts';
import { newestFirst } from '../../src/discord/suggest.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { LIMITS } from '../../src/render/limits.ts';
import { search } from '../../src/search/search.ts';

export const pinHereMenu: MessageMenu = {
  audience: 'moderators',
  name: ({ moderation }) => moderation.menus.pinHere,

  async run(interaction: MessageContextMenuCommandInteraction<'cached'>, { knowledge, config }) {
    const { index } = knowledge;
    const { targetMessage } = interaction;
    const found = search(index, analyseQuestion(targetMessage.content, index.lexicon));
    const sources = new Set([
      ...sourcesIn(index.corpus, targetMessage),
      ...found.passages.map(({ passage }) => passage.source),
      ...newestFirst([...index.corpus.sources.values()]),
    ]);
    const offered = [...sources].slice(0, LIMITS.selectOptions);
    await openForm(interaction, pinForm(offered, languageOf(interaction, config)));
  },
};
