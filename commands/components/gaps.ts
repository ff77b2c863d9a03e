/** What moderators press on the list of gaps and on one gap. */
import { startForm } from '../../src/discord/answer-form.ts';
import type { ComponentHandler, Press } from '../../src/discord/command.ts';
import {
  ANSWER_GAP,
  CLOSE_GAP,
  gapListMessage,
  gapMessage,
  OPEN_GAP,
  TURN_GAPS,
} from '../../src/discord/gap-message.ts';
import { actorOf, readTurn } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { openForm, reply, replyText, turnPage } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { LIMITS } from '../../src/render/limits.ts';
import { search } from '../../src/search/search.ts';
import type { Services } from '../../src/services.ts';
import { type GapCluster, listGaps, questionsOf, setGapState } from '../../src/store/gaps.ts';
import { LANGUAGES } from '../../src/text/language.ts';

export const turnGapsButton: ComponentHandler = {
  action: TURN_GAPS,
  audience: 'moderators',
  async run(interaction, [code, number], { store, log }) {
    const { guild, language, page } = readTurn(interaction, code, number);
    const clusters = await listGaps(store, guild.id);
    await turnPage(interaction, gapListMessage(clusters, language, page), { log });
  },
};

/** The menu below the list. */
export const openGapMenu: ComponentHandler = {
  action: OPEN_GAP,
  audience: 'moderators',
  async run(interaction, _args, services) {
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const { guildId, cluster } = await clusterOf(interaction, id, services);
    const questions = await questionsOf(services.store, guildId, idsOf(cluster));
    const message = gapMessage(cluster, questions, languageOf(interaction, services.config));
    await reply(interaction, message, { private: true, log: services.log });
  },
};

/** "Write an answer": the form, with the passages that come nearest to choose from. */
export const answerGapButton: ComponentHandler = {
  action: ANSWER_GAP,
  audience: 'moderators',
  async run(interaction, [id], services) {
    const { guildId, cluster } = await clusterOf(interaction, id, services);
    const { knowledge, store, config } = services;
    const { index } = knowledge;
    const [question = ''] = await questionsOf(store, guildId, idsOf(cluster));
    const query = analyseQuestion(`${cluster.terms.join(' ')} ${question}`, index.lexicon);
    const nearest = search(index, query).passages.map(({ passage }) => passage.id);
    const offered = nearest.slice(0, LIMITS.selectOptions);
    const draft = {
      gapIds: idsOf(cluster),
      questions: question,
      text: '',
      passages: [],
      offered: offered.length > 0 ? offered : [...index.corpus.passages.keys()].slice(0, 25),
      languages: [...LANGUAGES],
    };
    const context = { corpus: index.corpus, language: languageOf(interaction, config) };
    await openForm(interaction, await startForm(store, guildId, draft, context));
  },
};

export const closeGapButton: ComponentHandler = {
  action: CLOSE_GAP,
  audience: 'moderators',
  async run(interaction, [id, state], services) {
    const { guildId, cluster } = await clusterOf(interaction, id, services);
    if (!interaction.inCachedGuild() || (state !== 'off-topic' && state !== 'dismissed'))
      throw new UserError('gone');
    await setGapState(services.store, guildId, idsOf(cluster), state, actorOf(interaction));
    const { gaps } = catalogs[languageOf(interaction, services.config)].moderation;
    await replyText(interaction, gaps.closed(gaps.states[state]));
  },
};

async function clusterOf(
  interaction: Press,
  id: string | undefined,
  { store }: Services,
): Promise<{ guildId: string; cluster: GapCluster }> {
  if (!interaction.inCachedGuild()) throw new UserError('gone');
  const clusters = await listGaps(store, interaction.guildId);
  // The cluster may have another lead by now.
  const cluster = clusters.find(({ gaps }) => gaps.some((gap) => gap.id === id));
  if (!cluster) throw new UserError('gone');
  return { guildId: interaction.guildId, cluster };
}

function idsOf({ gaps }: GapCluster): string[] {
  return gaps.map(({ id }) => id);
}
