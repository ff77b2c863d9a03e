/** What is kept about the one who asks, what the server keeps, and the button that forgets. */
import { catalogs } from '../messages/catalog.ts';
import type { RenderedMessage } from '../render/message.ts';
import { renderRecord } from '../render/record-list.ts';
import { SHARED_DAYS } from '../store/retention.ts';
import { retentionOf, type Settings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import type { Held } from '../store/users.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';

/** Action of the button; its handler is in commands/components/forget.ts. */
export const FORGET = 'forget';

/** @param here what is kept in this server; none outside of servers */
export function privacyMessage(
  here: { held: Held; settings: Settings; store: Pick<Store, 'retentionDays'> } | undefined,
  language: Language,
): RenderedMessage {
  const { privacy } = catalogs[language].moderation;
  if (!here) return renderRecord(privacy.title, [privacy.always, privacy.elsewhere]);
  const { held, settings, store } = here;
  const days = retentionOf(settings, store);
  const hasSomething = held.votes + held.acts > 0;
  return renderRecord(
    privacy.title,
    [
      privacy.always,
      catalogs[language].shared.kept(SHARED_DAYS),
      settings.keepQuestions ? privacy.questions(days) : privacy.noQuestions,
      hasSomething ? privacy.held(held.votes, held.acts, days) : privacy.nothing,
    ],
    hasSomething ? [{ label: privacy.forget, customId: encodeCustomId(FORGET) }] : [],
  );
}
