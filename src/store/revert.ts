/** Takes a change back by making the opposite one, which stands in the history as well. */
import { z } from 'zod';
import { PassageId } from '../corpus/schema.ts';
import { LANGUAGES } from '../text/language.ts';
import { addAnswer, editAnswer, removeAnswer } from './answers.ts';
import { CHANNEL_MODES, setChannel } from './channels.ts';
import { GAP_STATES, setGapState } from './gaps.ts';
import { findEntry } from './history.ts';
import { changeSettings, type Settings } from './settings.ts';
import type { Store } from './store.ts';
import type { Actor } from './users.ts';

const Content = z.object({
  wordings: z.array(z.string()),
  text: z.string(),
  passages: z.array(PassageId),
  languages: z.array(z.enum(LANGUAGES)),
});
const GapChange = z.object({ state: z.enum(GAP_STATES) });

const Rule = z.object({
  mode: z.enum(CHANNEL_MODES),
  language: z.enum(LANGUAGES).nullable(),
  notices: z.boolean(),
});

/** done · gone: what it changed isn't there any more · impossible: such a change can't be taken back */
export type RevertOutcome = 'done' | 'gone' | 'impossible';

/** Takes back the entry of a guild's history with this id. */
export async function revertChange(
  store: Store,
  guildId: string,
  entryId: string,
  actor: Actor,
): Promise<RevertOutcome> {
  const entry = await findEntry(store, guildId, entryId);
  if (!entry) return 'gone';
  const { action, subject, before, id } = entry;
  switch (action) {
    case 'settings':
      await changeSettings(store, guildId, before as Partial<Settings>, actor, id);
      return 'done';
    case 'answer-add':
      return (await removeAnswer(store, guildId, subject, actor, id)) ? 'done' : 'gone';
    case 'answer-edit': {
      const edit = { content: Content.parse(before), reverts: id };
      const { kind } = await editAnswer(store, guildId, subject, edit, actor);
      return kind === 'edited' ? 'done' : 'gone';
    }
    case 'answer-remove': {
      const content = Content.parse(before);
      return (await addAnswer(store, guildId, content, actor, id, subject)) ? 'done' : 'gone';
    }
    case 'gap-state': {
      const { state } = GapChange.parse(before);
      return (await setGapState(store, guildId, [subject], state, actor, id)) > 0 ? 'done' : 'gone';
    }
    case 'channel':
      await setChannel(store, guildId, subject, Rule.parse(before), actor, id);
      return 'done';
    default:
      return 'impossible';
  }
}
