/** How the bot answers in a channel, or which channels it answers in, in words for moderators. */
import type { GuildBasedChannel } from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { catalogs } from '../../messages/catalog.ts';
import { plain } from '../../render/markdown.ts';
import type { RenderedMessage } from '../../render/message.ts';
import { renderRecord } from '../../render/record-list.ts';
import type { ChannelRule, StandingRule } from '../../store/channels.ts';
import type { Language } from '../../text/language.ts';
import { canTag, solvedTag } from './channel-check.ts';

export interface ChannelCircumstances {
  /** Where drafts go; null when nowhere. */
  moderatorsChannel: string | null;
  readsContent: boolean;
}

/** One channel and what its mode means there. */
export function channelMessage(
  channel: GuildBasedChannel,
  { mode, language: fixed, notices }: ChannelRule,
  { moderatorsChannel, readsContent }: ChannelCircumstances,
  language: Language,
): RenderedMessage {
  const { channels: texts, languages } = catalogs[language];
  const paragraphs = [texts.modes[mode]];
  const isForum = channel.type === ChannelType.GuildForum;
  if (mode !== 'off') {
    if (mode === 'review' && moderatorsChannel) paragraphs.push(texts.drafts(moderatorsChannel));
    if (isForum && mode === 'forum' && !readsContent) paragraphs.push(texts.titleOnly);
    if (isForum && mode === 'forum') paragraphs.push(notices ? texts.noticesOn : texts.noticesOff);
    const tag = isForum ? solvedTag(channel) : undefined;
    if (tag) {
      const name = plain(tag.name);
      paragraphs.push(canTag(channel) ? texts.solvedTag(name) : texts.solvedTagBlocked(name));
    }
    paragraphs.push(fixed ? texts.languageIs(languages[fixed]) : texts.languageOfQuestion);
  }
  return renderRecord(texts.channelTitle(channel.id), paragraphs);
}

/** All channels of the server with a mode. */
export function channelsMessage(
  rules: readonly StandingRule[],
  language: Language,
): RenderedMessage {
  const { channels: texts, languages } = catalogs[language];
  const lines = rules.map(({ channelId, mode, language: fixed }) => {
    const words = fixed ? `${texts.modeNames[mode]}, ${languages[fixed]}` : texts.modeNames[mode];
    return `- <#${channelId}>: ${words}`;
  });
  return renderRecord(texts.title, [lines.length > 0 ? lines.join('\n') : texts.none]);
}
