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

/**
 * @param here what is kept in this server; none outside of servers
 * @param isRemembered whether something that they asked in the last minutes is in memory
 */
export function privacyMessage(
  here: { held: Held; settings: Settings; store: Pick<Store, 'retentionDays'> } | undefined,
  language: Language,
  isRemembered: boolean,
): RenderedMessage {
  const { privacy } = catalogs[language].moderation;
  const forget = [{ label: privacy.forget, customId: encodeCustomId(FORGET) }];
  const always = [privacy.always, isRemembered ? privacy.remembered : ''];
  if (!here)
    return renderRecord(privacy.title, [...always, privacy.elsewhere], isRemembered ? forget : []);
  const { held, settings, store } = here;
  const days = retentionOf(settings, store);
  const hasSomething = held.votes + held.acts > 0;
  return renderRecord(
    privacy.title,
    [
      ...always,
      catalogs[language].shared.kept(SHARED_DAYS),
      settings.keepQuestions ? privacy.questions(days) : privacy.noQuestions,
      hasSomething ? privacy.held(held.votes, held.acts, days) : privacy.nothing,
    ],
    hasSomething || isRemembered ? forget : [],
  );
}
