/** What a renderer returns: a message as plain Discord API objects, in both forms. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

export interface RenderedMessage {
  /** The Components V2 form. */
  components: APIMessageTopLevelComponent[];
  /** The same for where components can't be shown; at most 2,000 characters, no buttons. */
  readonly plainText: string;
}
