/** The commands that the bot has registered, as Discord offers them to a member. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Channel, isDirect, type Person, type World } from './world.ts';

export interface RegisteredCommands {
  all(): APIApplicationCommand[];
  replace(definitions: RESTPutAPIApplicationCommandsJSONBody): APIApplicationCommand[];
  /** Those that Discord offers to somebody in a channel. */
  offered(person: Person, channel: Channel): APIApplicationCommand[];
}

/** An empty register. @param changed called after every change */
export function createCommands(world: World, changed: () => void): RegisteredCommands {
  let commands: APIApplicationCommand[] = [];
  return {
    all: () => commands,
    replace(definitions) {
      commands = definitions.map(
        (definition) =>
          ({
            type: ApplicationCommandType.ChatInput,
            ...definition,
            id: world.nextId(),
            application_id: world.bot.id,
            version: world.nextId(),
          }) as APIApplicationCommand,
      );
      changed();
      return commands;
    },
    offered: (person, channel) =>
      commands.filter(({ contexts, default_member_permissions: needed }) => {
        if (isDirect(channel)) return !contexts || contexts.includes(InteractionContextType.BotDM);
        return (
          (!contexts || contexts.includes(InteractionContextType.Guild)) &&
          (!needed || (person.permissions & BigInt(needed)) === BigInt(needed))
        );
      }),
  };
}

/** What can be typed after the slash: a command, or one of its subcommands. */
export interface Typable {
  id: string;
  /** Names from the root on: ["mpp", "ask"]. */
  path: string[];
  description: string;
  options: TypableOption[];
}

export interface TypableOption {
  name: string;
  description: string;
  type: ApplicationCommandOptionType;
  required: boolean;
  autocomplete: boolean;
  choices: { name: string; value: string | number }[];
  minLength: number | null;
  maxLength: number | null;
  minValue: number | null;
  maxValue: number | null;
  channelTypes: number[];
}

/** The commands of the slash in the words of a locale, flat. */
export function typables(commands: readonly APIApplicationCommand[], locale: string): Typable[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => unfold(command.id, [command.name], command, locale));
}

/** The entries of the menu on a message or on a person. */
export function menuEntries(
  commands: readonly APIApplicationCommand[],
  type: ApplicationCommandType.Message | ApplicationCommandType.User,
  locale: string,
): { name: string; label: string }[] {
  return commands
    .filter((command) => command.type === type)
    .map((command) => ({
      name: command.name,
      label: localised(command.name_localizations, locale) ?? command.name,
    }));
}

function unfold(
  id: string,
  path: string[],
  node: Pick<APIApplicationCommand, 'description' | 'description_localizations' | 'options'>,
  locale: string,
): Typable[] {
  const inner = (node.options ?? []).filter(
    ({ type }) =>
      type === ApplicationCommandOptionType.Subcommand ||
      type === ApplicationCommandOptionType.SubcommandGroup,
  );
  if (inner.length > 0) {
    return inner.flatMap((option) =>
      unfold(id, [...path, option.name], option as typeof node & { name: string }, locale),
    );
  }
  return [
    {
      id,
      path,
      description: localised(node.description_localizations, locale) ?? node.description,
      options: (node.options ?? []).map((option) => typableOption(option, locale)),
    },
  ];
}

function typableOption(given: APIApplicationCommandOption, locale: string): TypableOption {
  const option = given as APIApplicationCommandOption & Record<string, unknown>;
  const number = (name: string) => (option[name] as number | undefined) ?? null;
  const choices = (option['choices'] ?? []) as {
    name: string;
    name_localizations?: Record<string, string>;
    value: string | number;
  }[];
  return {
    name: option.name,
    description: localised(option.description_localizations, locale) ?? option.description,
    type: option.type,
    required: option.required === true,
    autocomplete: option['autocomplete'] === true,
    choices: choices.map(({ name, name_localizations, value }) => ({
      name: localised(name_localizations, locale) ?? name,
      value,
    })),
    minLength: number('min_length'),
    maxLength: number('max_length'),
    minValue: number('min_value'),
    maxValue: number('max_value'),
    channelTypes: (option['channel_types'] as number[] | undefined) ?? [],
  };
}

function localised(
  texts: Partial<Record<string, string | null>> | null | undefined,
  locale: string,
): string | undefined {
  return texts?.[locale] ?? undefined;
}
