/** Previous and Next below the timeline. */
import type { ComponentHandler } from '../../src/discord/command.ts';
import { readLanguage, readPage } from '../../src/discord/custom-id.ts';
import { turnPage } from '../../src/discord/reply.ts';
import {
  readTimelineFilter,
  TURN_TIMELINE,
  timelineMessage,
} from '../../src/discord/timeline-message.ts';
import { UserError } from '../../src/errors.ts';

export const turnTimelineButton: ComponentHandler = {
  action: TURN_TIMELINE,
  async run(interaction, [code, from = '', to = '', topic = '', number], services) {
    const language = readLanguage(code);
    const page = readPage(number);
    const filter = readTimelineFilter(services.knowledge.index.corpus, [from, to, topic]);
    if (!language || page === undefined || !filter) throw new UserError('staleButton');
    await turnPage(
      interaction,
      await timelineMessage(services, filter, { language, page }),
      services,
    );
  },
};
