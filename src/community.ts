/** The curated answers of each server, ready to be searched; made anew when one of them changed, by whomever. */
import type { CommunityAnswer } from './answer/answer.ts';
import { analyseQuestion } from './question/analyse.ts';
import type { SearchIndex } from './search/build.ts';
import { buildCommunityIndex } from './search/community.ts';
import { listAnswers } from './store/answers.ts';
import type { Store } from './store/store.ts';
import type { Language } from './text/language.ts';

/** Finds what the moderators of a server answer to a question. */
export type FindCommunityAnswer = (
  question: string,
  language: Language,
) => CommunityAnswer | undefined;

export interface Community {
  /**
   * The finder of a server; undefined when it has no curated answer.
   * @param revision state of its answers by now, from the database
   */
  finderOf(guildId: string, revision: string): Promise<FindCommunityAnswer | undefined>;
}

/** Servers whose answers are kept ready; the least recently used go first. */
const KEPT_GUILDS = 200;

interface Prepared {
  revision: string;
  index: SearchIndex;
  find: FindCommunityAnswer | undefined;
}

export function createCommunity(store: Store, knowledge: { index: SearchIndex }): Community {
  const kept = new Map<string, Prepared>();

  async function prepare(guildId: string, revision: string): Promise<Prepared> {
    const { index } = knowledge;
    const answers = revision === '' ? [] : await listAnswers(store, guildId);
    if (answers.length === 0) return { revision, index, find: undefined };
    const { find, lexicon } = buildCommunityIndex(index, answers);
    return {
      revision,
      index,
      find: (question, language) => find(analyseQuestion(question, lexicon, { language })),
    };
  }

  return {
    async finderOf(guildId, revision) {
      let prepared = kept.get(guildId);
      kept.delete(guildId);
      // Another corpus has other words and other rarities.
      if (prepared?.revision !== revision || prepared.index !== knowledge.index)
        prepared = await prepare(guildId, revision);
      kept.set(guildId, prepared);
      if (kept.size > KEPT_GUILDS) kept.delete(kept.keys().next().value as string);
      return prepared.find;
    },
  };
}
