/** What a command is: data and functions. `commands/index.ts` has the only list. */
import type {
  AnySelectMenuInteraction,
  AutocompleteInteraction,
  ButtonInteraction,
  CacheType,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import type { Corpus } from '../corpus/corpus.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { Services } from '../services.ts';

/**
 * Who may use a handler. Moderators have Manage Messages where they are: Discord shows them the commands, and
 * dispatch checks it again before every handler, because a server can open commands to others and anybody can send
 * any custom id.
 */
export type Audience = 'everyone' | 'moderators';

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

export type Choices = APIApplicationCommandOptionChoice<string>[];

export interface Subcommand {
  name: string;
  /** Name of the group that it stands in: "answer" for /mpp-mod answer add. */
  group?: string;
  options: Readonly<Record<string, OptionSpec>>;
  texts(catalog: Catalog): SubcommandTexts;
  run(interaction: ChatInputCommandInteraction, services: Services): Promise<void>;
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
  ): Choices | Promise<Choices>;
}

export interface CommandGroup {
  audience: Audience;
  /** Root name for this corpus: /mpp, /mpp-mod. */
  name(corpus: Pick<Corpus, 'info'>): string;
  /** @param policy name of what the corpus is about */
  description(catalog: Catalog, policy: string): string;
  /** Descriptions of the groups that subcommands stand in. */
  groups?: Readonly<Record<string, (catalog: Catalog) => string>>;
  subcommands: readonly Subcommand[];
}

/** An entry of the menu that a right click on a message opens. */
export interface MessageMenu {
  audience: Audience;
  name(catalog: Catalog): string;
  run(interaction: MessageContextMenuCommandInteraction, services: Services): Promise<void>;
}

/** Somebody pressed a button or chose from a menu. */
export type Press<Cached extends CacheType = CacheType> =
  | ButtonInteraction<Cached>
  | AnySelectMenuInteraction<Cached>;

/** A handler of button and select presses: `action` is the first part of the custom id. */
export interface ComponentHandler {
  action: string;
  /** Everyone where it isn't given. */
  audience?: Audience;
  run(interaction: Press, args: string[], services: Services): Promise<void>;
}

/** A handler of forms that were sent; `action` as for components. */
export interface FormHandler {
  action: string;
  audience?: Audience;
  run(interaction: ModalSubmitInteraction, args: string[], services: Services): Promise<void>;
}

export interface CommandList {
  groups: readonly CommandGroup[];
  menus: readonly MessageMenu[];
  components: readonly ComponentHandler[];
  forms: readonly FormHandler[];
}
