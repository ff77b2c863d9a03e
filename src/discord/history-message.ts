/** The history of a server's changes, with a menu that takes one back. */
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { RECORDS_PAGE, renderRecordList } from '../render/record-list.ts';
import type { ChannelMode } from '../store/channels.ts';
import { type HistoryEntry, listHistory } from '../store/history.ts';
import type { Settings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { sourceOf } from './pin-card.ts';

/** Actions; their handlers are in commands/components/history.ts. */
export const TURN_HISTORY = 'history';
export const REVERT = 'revert';

/** True for what can be taken back: cards on Discord can't be. */
export function isRevertible({ action }: Pick<HistoryEntry, 'action'>): boolean {
  return !action.startsWith('pin-');
}

export async function historyMessage(
  { store, corpus }: { store: Store; corpus: Corpus },
  guildId: string,
  language: Language,
  wanted: number,
): Promise<RenderedMessage> {
  const { history: texts, date, someone } = catalogs[language].moderation;
  const read = (page: number) =>
    listHistory(store, guildId, { offset: page * RECORDS_PAGE, limit: RECORDS_PAGE });
  let page = Math.max(wanted, 0);
  let { entries, total } = await read(page);
  const pages = Math.ceil(total / RECORDS_PAGE);
  if (page > 0 && page >= pages) {
    page = Math.max(pages - 1, 0);
    ({ entries, total } = await read(page));
  }
  return renderRecordList({
    language,
    heading: total > 0 ? texts.title(total) : texts.none,
    items: entries.map((entry) => {
      const action = entry.reverts ? texts.reverted : texts.actions[entry.action];
      const what = describeEntry(entry, corpus, language);
      const who = `${entry.actorName ?? someone} ${action}`;
      const day = `${date(entry.at)}, ${entry.at.slice(11, 16)} UTC`;
      return {
        lines: [
          `**${plain(who, CAPS.heading)}**`,
          `${plain(what, CAPS.claim)}`,
          `-# ${day}`,
        ].filter((line) => line !== ''),
        ...(isRevertible(entry) && {
          option: { label: `${action}: ${what}`, value: entry.id, description: `${who} · ${day}` },
        }),
      };
    }),
    page,
    pages,
    turn: (to) => encodeCustomId(TURN_HISTORY, language, String(to)),
    menu: { customId: encodeCustomId(REVERT, language), placeholder: texts.open },
  });
}

/** What was changed, in a line. */
function describeEntry(entry: HistoryEntry, corpus: Corpus, language: Language): string {
  const { moderation } = catalogs[language];
  const content = entry.after ?? entry.before ?? {};
  switch (entry.action) {
    case 'settings':
      return Object.keys(content)
        .map((name) => moderation.settings.names[name as keyof Settings] ?? name)
        .join(', ');
    case 'pin-add':
    case 'pin-change':
    case 'pin-remove':
      return sourceOf(corpus, String(content['sourceId']))?.title ?? moderation.pins.gone;
    case 'channel':
      return catalogs[language].channels.modeNames[content['mode'] as ChannelMode] ?? '';
    case 'gap-state':
      return String(content['terms']);
    default:
      return Array.isArray(content['wordings']) ? String(content['wordings'][0]) : '';
  }
}
