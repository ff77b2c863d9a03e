/** A page of the timeline with its picture and its buttons on Discord. */
import type { TimelineFilter } from '../answer/timeline.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Topic } from '../corpus/schema.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderTimeline, timelinePage } from '../render/timeline.ts';
import { timelinePicture } from '../render/timeline-picture.ts';
import type { Services } from '../services.ts';
import { isCalendarDate } from '../text/dates.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';
import { OPEN_FROM_LIST } from './source-message.ts';

/** Action of Previous and Next; its handler is in commands/components/. */
export const TURN_TIMELINE = 'time';

/** Name of the picture; Discord shows it where an upload is listed. */
const PICTURE = 'timeline.png';

/** Draws the picture and renders the page; without the picture when it can't be had in time. */
export async function timelineMessage(
  { knowledge, painter }: Pick<Services, 'knowledge' | 'painter'>,
  filter: TimelineFilter,
  { language, page = 0 }: { language: Language; page?: number },
): Promise<RenderedMessage> {
  const { corpus } = knowledge.index;
  const shown = timelinePage(corpus, filter, { language, page });
  const { from = '', to = '', topic } = shown.filter;
  const parts = [from, to, topic?.id ?? ''];
  return renderTimeline(corpus, shown, {
    turn: (to) => encodeCustomId(TURN_TIMELINE, language, ...parts, String(to)),
    openSource: encodeCustomId(OPEN_FROM_LIST, language),
    picture: shown.events.length > 0 ? await pictureFile() : undefined,
  });

  async function pictureFile() {
    const { picture, alt } = timelinePicture(corpus, shown);
    const data = await painter.paint(picture);
    return data && { name: PICTURE, data, alt };
  }
}

/** The filter that the parts of a custom id name; undefined when one of them makes no sense. */
export function readTimelineFilter(
  corpus: Corpus,
  [from = '', to = '', topicId = '']: readonly string[],
): TimelineFilter | undefined {
  const topic = corpus.topics.get(topicId as Topic['id']);
  const areDates = [from, to].every((date) => date === '' || isCalendarDate(date));
  if (!areDates || (topicId !== '' && !topic)) return undefined;
  return { from: from || undefined, to: to || undefined, topic };
}
