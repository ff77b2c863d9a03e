/** Puts the command definitions on Discord: compares first and writes only what changed. */
import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandOptionType, type REST } from 'discord.js';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { truncate } from '../text/truncate.ts';
import type { Audience, CommandGroup, CommandList, MessageMenu, Subcommand } from './command.ts';
import { MODERATES } from './permissions.ts';

/** Discord's locales for our two languages; en-US is the default text and needs no entry but is clearer with one. */
const ENGLISH_LOCALES = ['en-US', 'en-GB'] as const;
const SPANISH_LOCALES = ['es-ES', 'es-419'] as const;

/** Discord's limit; the name of the policy is the corpus's and may be long. */
const MAX_DESCRIPTION = 100;

type Definition = RESTPutAPIApplicationCommandsJSONBody[number];

/** The definitions as Discord takes them. */
export function commandDefinitions(
  commands: CommandList,
  corpus: Pick<Corpus, 'info'>,
): Definition[] {
  return [
    ...commands.groups.map((group) => groupDefinition(group, corpus)),
    ...commands.menus.map(menuDefinition),
  ];
}

function groupDefinition(group: CommandGroup, corpus: Pick<Corpus, 'info'>): Definition {
  const alone = group.subcommands.filter((subcommand) => subcommand.group === undefined);
  const groups = Object.entries(group.groups ?? {}).map(([name, description]) => ({
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    ...descriptions((language) => description(catalogs[language])),
    options: group.subcommands
      .filter((subcommand) => subcommand.group === name)
      .map(subcommandDefinition),
  }));
  return {
    type: ApplicationCommandType.ChatInput,
    name: group.name(corpus),
    ...descriptions((language) =>
      truncate(group.description(catalogs[language], corpus.info.name[language]), MAX_DESCRIPTION),
    ),
    ...scopeFor(group.audience),
    options: [...alone.map(subcommandDefinition), ...groups],
  } as Definition;
}

function menuDefinition(menu: MessageMenu): Definition {
  const name = (language: 'en' | 'es') => menu.name(catalogs[language]);
  return {
    type: ApplicationCommandType.Message,
    name: name('en'),
    name_localizations: localisations(name),
    ...scopeFor(menu.audience),
  } as Definition;
}

/** Where a command is there, and for whom Discord shows it. */
function scopeFor(audience: Audience) {
  if (audience === 'moderators')
    return {
      default_member_permissions: String(MODERATES),
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
    };
  return {
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

function subcommandDefinition(subcommand: Subcommand) {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    ...descriptions((language) => subcommand.texts(catalogs[language]).description),
    options: Object.entries(subcommand.options).map(([name, { choices, ...spec }]) => ({
      ...spec,
      name,
      ...descriptions((language) => subcommand.texts(catalogs[language]).options[name] ?? ''),
      ...(choices && {
        choices: choices.map((value) => {
          const label = (language: 'en' | 'es') =>
            subcommand.texts(catalogs[language]).choices?.[name]?.[value] ?? value;
          return { name: label('en'), name_localizations: localisations(label), value };
        }),
      }),
    })),
  };
}

function descriptions(text: (language: 'en' | 'es') => string) {
  return { description: text('en'), description_localizations: localisations(text) };
}

function localisations(text: (language: 'en' | 'es') => string): Record<string, string> {
  return Object.fromEntries([
    ...ENGLISH_LOCALES.map((locale) => [locale, text('en')]),
    ...SPANISH_LOCALES.map((locale) => [locale, text('es')]),
  ]);
}

export interface RegisterOptions {
  rest: REST;
  applicationId: string;
  /** Register in this guild only. */
  guildId?: string | undefined;
  /** Say what would change, write nothing. */
  dryRun?: boolean;
}

/** What was (or with `dryRun` would be) created, updated and removed; all empty when nothing differs. */
export interface RegisterResult {
  created: string[];
  updated: string[];
  removed: string[];
}

/** Compares the definitions with what Discord has and overwrites them if they differ. */
export async function registerCommands(
  everywhere: Definition[],
  { rest, applicationId, guildId, dryRun = false }: RegisterOptions,
): Promise<RegisterResult> {
  const inScope = <T extends object>(command: T) => (guildId ? withoutScope(command) : command);
  const definitions = everywhere.map(inScope);
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const existing = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[];
  const result: RegisterResult = { created: [], updated: [], removed: [] };
  for (const definition of definitions) {
    const known = existing.find((command) => isSame(command, definition));
    if (!known) result.created.push(labelOf(definition));
    else if (!isDeepStrictEqual(comparable(inScope(known)), comparable(definition)))
      result.updated.push(labelOf(definition));
  }
  for (const command of existing) {
    if (!definitions.some((definition) => isSame(command, definition)))
      result.removed.push(labelOf(command));
  }
  const changed = Object.values(result).some((names) => names.length > 0);
  if (changed && !dryRun) await rest.put(route, { body: definitions });
  return result;
}

/** A command as people know it: with a slash, or by its name in a menu. */
function labelOf({ type, name }: { name: string; type?: number | undefined }): string {
  return type === ApplicationCommandType.Message ? `"${name}"` : `/${name}`;
}

/** Discord tells commands apart by kind and name. */
function isSame(command: APIApplicationCommand, definition: Definition): boolean {
  return command.name === definition.name && command.type === definition.type;
}

/** Where a command may be installed and used is a matter of global commands only. */
function withoutScope<T extends object>(command: T): T {
  const { integration_types, contexts, ...rest } = command as T & Record<string, unknown>;
  return rest as unknown as T;
}

/** What we set of a command, or of a part of it. Discord adds ids, versions and the defaults of the rest. */
const OURS: ReadonlySet<string> = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'choices',
  'value',
  'autocomplete',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'channel_types',
  'default_member_permissions',
  'integration_types',
  'contexts',
]);

/** A command without what Discord adds, so that ours and theirs compare equal. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  // The keys of localisations are locales.
  const isLocalisation = !('name' in value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => (isLocalisation || OURS.has(key)) && !isDefault(entry))
      .map(([key, entry]) => [key, comparable(entry)]),
  );
}

function isDefault(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  // The entry of a menu has no description, which Discord gives back as an empty one.
  return value === null || value === undefined || value === false || value === '' || isEmptyList;
}
