/** What a command is: data and functions. `commands/index.ts` has the only list. */
import type {
  AnySelectMenuInteraction,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { Services } from '../services.ts';

/** An option without its texts, which come from the catalogs. */
export interface OptionSpec {
  type: ApplicationCommandOptionType;
  required?: boolean;
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: readonly ChannelType[];
  /** Fixed values, labelled by the catalog. */
  choices?: readonly string[];
}

/** Texts of a subcommand in one language. */
export interface SubcommandTexts {
  description: string;
  options: Record<string, string>;
  choices?: Record<string, Record<string, string>>;
}

export interface Subcommand {
  name: string;
  options: Readonly<Record<string, OptionSpec>>;
  texts(catalog: Catalog): SubcommandTexts;
  run(interaction: ChatInputCommandInteraction, services: Services): Promise<void>;
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
  ): APIApplicationCommandOptionChoice<string>[];
}

export interface CommandGroup {
  /** Root name for this corpus: /mpp, /mpp-mod. */
  name(corpus: Pick<Corpus, 'info'>): string;
  /** @param policy name of what the corpus is about */
  description(catalog: Catalog, policy: string): string;
  subcommands: readonly Subcommand[];
}

/** An entry of the menu that opens on a message. */
export interface MessageCommand {
  /** Shown in the menu, at most 32 characters; the English one is its name on Discord. */
  name(catalog: Catalog): string;
  run(interaction: MessageContextMenuCommandInteraction, services: Services): Promise<void>;
}

/** Somebody pressed a button or chose from a menu. */
export type Press = ButtonInteraction | AnySelectMenuInteraction;

/** A handler of button and select presses: `action` is the first part of the custom id. */
export interface ComponentHandler {
  action: string;
  run(interaction: Press, args: string[], services: Services): Promise<void>;
}

export interface CommandList {
  groups: readonly CommandGroup[];
  messageMenu: readonly MessageCommand[];
  components: readonly ComponentHandler[];
}
