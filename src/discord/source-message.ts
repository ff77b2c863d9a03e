/** The card of a source and the list of sources, with their buttons on Discord. */
import type { Corpus, Passage } from '../corpus/corpus.ts';
import {
  POSITIONS,
  type Position,
  SOURCE_KINDS,
  type Source,
  type SourceKind,
  type Topic,
} from '../corpus/schema.ts';
import { catalogs } from '../messages/catalog.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderSourceCard } from '../render/source-card.ts';
import { renderSourceList } from '../render/source-list.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { newestFirst } from './suggest.ts';

/** Actions of the buttons and the menu; their handlers are in commands/components/. */
export const OPEN_SOURCE = 'source';
export const TURN_CARD = 'card';
export const TURN_LIST = 'list';
export const OPEN_FROM_LIST = 'open';

/** A page of a source's card. */
export function cardMessage(
  corpus: Corpus,
  source: Source,
  {
    language,
    page = 0,
    notes = [],
  }: { language: Language; page?: number; notes?: readonly string[] },
): RenderedMessage {
  return renderSourceCard(source, passagesOf(corpus, source), {
    language,
    page,
    notes,
    turn: (to) => encodeCustomId(TURN_CARD, language, source.id, String(to)),
  });
}

/** The passages of a source in their order. */
export function passagesOf(corpus: Corpus, source: Source): Passage[] {
  return [...corpus.passages.values()].filter((passage) => passage.source === source);
}

/** What the list of sources is narrowed to. */
export interface SourceFilter {
  kind?: SourceKind | undefined;
  position?: Position | undefined;
  topic?: Topic | undefined;
}

/** The sources that fit, newest first. */
export function filterSources(corpus: Corpus, { kind, position, topic }: SourceFilter): Source[] {
  return newestFirst([...corpus.sources.values()]).filter(
    (source) =>
      (!kind || source.kind === kind) &&
      (!position || source.position === position) &&
      (!topic || source.passages.some(({ topics }) => topics.includes(topic.id))),
  );
}

/** A page of the list of sources. */
export function listMessage(
  corpus: Corpus,
  filter: SourceFilter,
  { language, page = 0 }: { language: Language; page?: number },
): RenderedMessage {
  const texts = catalogs[language];
  const { kind, position, topic } = filter;
  const filters = [
    kind && texts.kinds[kind],
    position && texts.positionChoices[position],
    topic && texts.list.about(topic.label[language]),
  ].filter((words) => words !== undefined);
  const parts = [kind ?? '', position ?? '', topic?.id ?? ''];
  return renderSourceList(filterSources(corpus, filter), {
    language,
    page,
    filters,
    turn: (to) => encodeCustomId(TURN_LIST, language, ...parts, String(to)),
    open: encodeCustomId(OPEN_FROM_LIST, language),
  });
}

/** The filter that the parts of a custom id or of options name; undefined when one of them is unknown. */
export function readFilter(
  corpus: Corpus,
  [kind = '', position = '', topic = '']: readonly string[],
): SourceFilter | undefined {
  const filter: SourceFilter = {
    kind: SOURCE_KINDS.find((known) => known === kind),
    position: POSITIONS.find((known) => known === position),
    topic: corpus.topics.get(topic as Topic['id']),
  };
  const isKnown =
    (kind === '' || filter.kind) &&
    (position === '' || filter.position) &&
    (topic === '' || filter.topic);
  return isKnown ? filter : undefined;
}
