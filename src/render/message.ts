/** What a renderer returns: a message as plain Discord API objects, in both forms. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** A file that the components show by its name: `attachment://<name>`. */
export interface MessageFile {
  name: string;
  data: Uint8Array;
  /** What a reader who doesn't see it is told; at most 1,024 characters. */
  alt: string;
}

export interface RenderedMessage {
  /** The Components V2 form. */
  components: APIMessageTopLevelComponent[];
  /** The same for where components can't be shown; at most 2,000 characters, no buttons. */
  readonly plainText: string;
  files?: readonly MessageFile[];
}
