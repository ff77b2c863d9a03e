/** Rendered messages as discord.js takes them. */
import { type AttachmentPayload, MessageFlags } from 'discord.js';
import type { RenderedMessage } from '../render/message.ts';

/** As it is posted into a channel: nobody is pinged. */
export function channelPayload({ components }: Pick<RenderedMessage, 'components'>) {
  return {
    flags: MessageFlags.IsComponentsV2,
    components,
    allowedMentions: { parse: [] },
  } as const;
}

/** Its files with their alt texts. */
export function uploadsOf({ files = [] }: Pick<RenderedMessage, 'files'>): AttachmentPayload[] {
  return files.map(({ name, data, alt }) => ({
    attachment: Buffer.from(data),
    name,
    description: alt,
  }));
}
