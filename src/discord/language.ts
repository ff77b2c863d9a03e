/** The language in which a member is spoken to. */
import type { Config } from '../config.ts';
import { languageOfLocale } from '../messages/catalog.ts';
import type { Language } from '../text/language.ts';

/** That of the member's client, else of the server, else the configured one. */
export function languageOf(
  interaction: { locale: string; guildLocale: string | null },
  { DEFAULT_LANGUAGE }: Pick<Config, 'DEFAULT_LANGUAGE'>,
): Language {
  return (
    languageOfLocale(interaction.locale) ??
    languageOfLocale(interaction.guildLocale) ??
    DEFAULT_LANGUAGE
  );
}
