/** The settings of a server, in words. */
import { catalogs } from '../messages/catalog.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderRecord } from '../render/record-list.ts';
import { SETTING_NAMES, type Settings } from '../store/settings.ts';
import type { Language } from '../text/language.ts';

export function settingsMessage(
  settings: Settings,
  {
    language,
    retentionDays,
    changed,
  }: { language: Language; retentionDays: number; changed: readonly (keyof Settings)[] },
): RenderedMessage {
  const { settings: texts } = catalogs[language].moderation;
  const values: Record<keyof Settings, string> = {
    language: settings.language ? texts.language[settings.language] : texts.memberLanguage,
    visibility: texts.visibility[settings.visibility],
    moderatorsChannel: settings.moderatorsChannel
      ? `<#${settings.moderatorsChannel}>`
      : texts.noChannel,
    reminders: settings.reminders ? texts.on : texts.off,
    cooldownSeconds:
      settings.cooldownSeconds > 0 ? texts.seconds(settings.cooldownSeconds) : texts.noWait,
    keepQuestions: settings.keepQuestions ? texts.kept : texts.notKept,
    retentionDays: texts.days(retentionDays),
  };
  const lines = SETTING_NAMES.map((name) => `**${texts.names[name]}:** ${values[name]}`);
  const note = changed.length > 0 ? texts.changed(changed.map((name) => texts.names[name])) : '';
  return renderRecord(texts.title, [plain(note), lines.join('\n')]);
}
