/** What is known of the server that an interaction comes from; a database in trouble must not keep anybody waiting. */
import type { BaseInteraction, Guild } from 'discord.js';
import type { FindCommunityAnswer } from '../community.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { languageOfLocale } from '../messages/catalog.ts';
import type { Services } from '../services.ts';
import { DEFAULT_SETTINGS, readGuildState, type Settings } from '../store/settings.ts';
import type { Actor } from '../store/users.ts';
import { cleanText } from '../text/clean.ts';
import type { Language } from '../text/language.ts';
import { readLanguage, readPage } from './custom-id.ts';

/** Longest wait for what an answer can do without, in milliseconds. */
const PATIENCE_MS = 500;

/** What a question in a server needs to know of it. */
export interface GuildContext {
  settings: Settings;
  community: FindCommunityAnswer | undefined;
}

/** The settings and curated answers of the server; the defaults outside of servers and when the database is slow. */
export function guildContext(
  interaction: BaseInteraction,
  services: Pick<Services, 'store' | 'community' | 'log'>,
): Promise<GuildContext> {
  return contextOf(interaction.inCachedGuild() ? interaction.guildId : null, services);
}

/** The same for a guild; null outside of servers. */
export async function contextOf(
  guildId: string | null,
  { store, community, log }: Pick<Services, 'store' | 'community' | 'log'>,
): Promise<GuildContext> {
  const without: GuildContext = { settings: DEFAULT_SETTINGS, community: undefined };
  if (guildId === null) return without;
  const read = async (): Promise<GuildContext> => {
    const { settings, answersRevision } = await readGuildState(store, guildId);
    return { settings, community: await community.finderOf(guildId, answersRevision) };
  };
  const { promise: tooLong, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  try {
    const context = await Promise.race([read(), tooLong]);
    if (!context) log.warn({ event: 'store-slow' });
    return context ?? without;
  } catch (err) {
    log.error({ event: 'store-failed', err });
    return without;
  } finally {
    clearTimeout(timer);
  }
}

/** The language in which the bot speaks to a whole server: the one that was set, else that of the server. */
export function languageOfGuild(
  guild: Pick<Guild, 'preferredLocale'>,
  { language }: Pick<Settings, 'language'>,
  { DEFAULT_LANGUAGE }: Pick<Config, 'DEFAULT_LANGUAGE'>,
): Language {
  return language ?? languageOfLocale(guild.preferredLocale) ?? DEFAULT_LANGUAGE;
}

/** Who acts, by the name that the server knows them by. */
export function actorOf(interaction: BaseInteraction<'cached'>): Actor {
  return { id: interaction.user.id, name: cleanText(interaction.member.displayName) };
}

/**
 * What a button that turns a list of a server's records carries: the language and the page.
 * @throws UserError for one that isn't ours
 */
export function readTurn(
  interaction: BaseInteraction,
  code: string | undefined,
  number: string | undefined,
): { guild: Guild; language: Language; page: number } {
  const language = readLanguage(code);
  const page = readPage(number);
  if (!interaction.inCachedGuild() || !language || page === undefined) throw new UserError('gone');
  return { guild: interaction.guild, language, page };
}
