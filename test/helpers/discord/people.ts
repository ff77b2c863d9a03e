// What people do on Discord: run commands, type into options, press buttons, fill in forms.

import type { StoredCommand } from './command-shapes.ts';
import type { User } from './entities.ts';
import type { Interactions, Outcome } from './interactions.ts';
import type { Messages, StoredMessage } from './messages.ts';
import { modalComponents } from './modal-fields.ts';
import {
  fillOptions,
  type OptionValue,
  type OptionValues,
  optionsAt,
  type Resolver,
} from './options.ts';
import type { Commands } from './routes-commands.ts';
import type { Circumstances, Stage } from './scene.ts';
import type { Fields } from './shape.ts';
import { chooseIn, findWidget, forgeWidget, type Wanted } from './widgets.ts';
import type { Wire } from './wire.ts';
import type { World } from './world.ts';

export type SlashOptions = Circumstances & {
  command: string;
  group?: string;
  subcommand?: string;
  /** By option name; users, channels and roles as objects of the world or as ids. */
  options?: OptionValues;
};
export type AutocompleteOptions = SlashOptions & {
  /** The option that is being typed; its text stands under `options`. */
  focused: string;
};
export type MenuOptions = Circumstances & {
  name: string;
  targetMessage?: StoredMessage;
  targetUser?: User;
};
export type PressOptions = Circumstances & {
  /** The chosen values of a select. */
  values?: readonly OptionValue[];
  /** Sends what Discord's client would not: a custom id that is not on the message, a disabled button, a stranger's press. */
  forged?: boolean;
};
export type Choice = {
  name: string;
  value: string | number;
  name_localizations?: Record<string, string> | null;
};

export type People = ReturnType<typeof createPeople>;

/** Makes the actions for one stand-in. */
export function createPeople(parts: {
  world: World;
  messages: Messages;
  commands: Commands;
  interactions: Interactions;
  stage: Stage;
}) {
  const { world, messages, commands, interactions, stage } = parts;

  function commandNamed(name: string, type: number, given: Circumstances): StoredCommand {
    const isPrivate = given.context === 1 || given.context === 2;
    const guildId = isPrivate ? null : (given.channel ?? world.channel).guildId;
    const found = commands.find(name, type, guildId);
    if (found !== undefined) return found;
    const known = [...commands.list(guildId), ...commands.list(null)]
      .filter((command) => command.type === type)
      .map((command) => command.name);
    throw new Error(
      `the bot has not registered ${type === 1 ? '/' : ''}${name} (registered: ${known.join(', ') || 'nothing'})`,
    );
  }

  function commandData(command: StoredCommand, options: Fields[], resolver: Resolver): Wire {
    return {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(options.length === 0 ? {} : { options }),
      ...resolvedIn(resolver),
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    };
  }

  return {
    /** Runs a slash command; resolves with the bot's first answer. */
    async slash(given: SlashOptions): Promise<Outcome> {
      const command = commandNamed(given.command, 1, given);
      const scene = stage.scene(given, command);
      const resolver = stage.resolver(scene);
      const { defined, wrap } = optionsAt(command, given.group, given.subcommand);
      const options = wrap(fillOptions(defined, given.options ?? {}, resolver));
      const data = commandData(command, options, resolver);
      const interaction = stage.send(given, scene, { type: 2, command, data });
      const words = [given.command, given.group, given.subcommand].filter((word) => word);
      return interactions.outcome(interaction, `/${words.join(' ')}`, given.timeoutMs);
    },

    /** Types into an option with autocomplete; resolves with the choices that the bot offers. */
    async autocomplete(given: AutocompleteOptions): Promise<Choice[]> {
      const command = commandNamed(given.command, 1, given);
      const scene = stage.scene(given, command);
      const resolver = stage.resolver(scene);
      const { defined, wrap } = optionsAt(command, given.group, given.subcommand);
      const options = wrap(fillOptions(defined, given.options ?? {}, resolver, given.focused));
      const focused = defined.find((option) => option.name === given.focused) ?? null;
      const data = commandData(command, options, resolver);
      const interaction = stage.send(given, scene, { type: 4, command, focused, data });
      const what = `autocomplete of ${given.focused}`;
      const outcome = await interactions.outcome(interaction, what, given.timeoutMs);
      return outcome.response['choices'] as Choice[];
    },

    /** Uses an entry of the message menu or (with `targetUser`) the user menu. The target's content is always there. */
    async menu(given: MenuOptions): Promise<Outcome> {
      const { targetMessage, targetUser } = given;
      const target = targetMessage ?? targetUser;
      if (target === undefined) throw new Error('menu() needs targetMessage or targetUser');
      const place =
        targetMessage === undefined ? undefined : world.channels.get(targetMessage.channelId);
      const here = place === undefined ? given : { ...given, channel: place };
      const command = commandNamed(given.name, targetMessage === undefined ? 2 : 3, here);
      const scene = stage.scene(here, command);
      const resolver = stage.resolver(scene);
      if (targetMessage === undefined) resolver.user(target.id);
      const resolved =
        targetMessage === undefined
          ? resolver.wire()
          : { messages: { [target.id]: messages.wire(targetMessage, { content: true }) } };
      const data = { ...commandData(command, [], resolver), target_id: target.id, resolved };
      const metadata =
        targetMessage === undefined
          ? { target_user: resolver.wire()?.['users'] }
          : { target_message_id: target.id };
      const interaction = stage.send(here, scene, { type: 2, command, data, metadata });
      return interactions.outcome(interaction, `"${given.name}"`, given.timeoutMs);
    },

    /** Presses a button, or with `values` chooses in a select, found by custom id or label. */
    async press(
      message: StoredMessage | null,
      wanted: Wanted,
      given: PressOptions = {},
    ): Promise<Outcome> {
      if (message === null) throw new Error('there is no message to press on');
      if (message.deleted && given.forged !== true) throw new Error('the message was deleted');
      const forged = given.forged === true;
      const widget = forged ? forgeWidget(message, wanted) : findWidget(message, wanted);
      const reader =
        message.ephemeralFor === null ? undefined : world.users.get(message.ephemeralFor);
      const user = given.user ?? reader;
      if (reader !== undefined && user !== reader && !forged) {
        throw new Error(`${user?.name ?? 'nobody'} does not see this message`);
      }
      const channel = world.channels.get(message.channelId);
      if (channel === undefined) throw new Error('the channel was deleted');
      const here = { ...given, channel, ...(user === undefined ? {} : { user }) };
      const owners = message.interaction?.['authorizing_integration_owners'];
      const scene = stage.scene(here, null, owners as Record<string, string> | undefined);
      const resolver = stage.resolver(scene);
      const isSelect = widget['type'] !== 2;
      const values = isSelect ? chooseIn(widget, given.values ?? [], resolver) : undefined;
      const data = {
        component_type: widget['type'],
        custom_id: widget['custom_id'],
        id: widget['id'] ?? 1,
        ...(values === undefined ? {} : { values }),
        ...resolvedIn(resolver),
      };
      const metadata = { interacted_message_id: message.id };
      const sent = { type: 3, data, message, source: message, metadata };
      const interaction = stage.send(here, scene, sent);
      return interactions.outcome(
        interaction,
        `a press on ${JSON.stringify(wanted)}`,
        given.timeoutMs,
      );
    },

    /** Fills in the modal that an outcome opened, by custom id, and sends it. Fields left out keep what is preset. */
    async submitModal(
      opened: Outcome,
      values: Readonly<Record<string, unknown>> = {},
      given: Omit<Circumstances, 'user' | 'channel' | 'context' | 'userInstalled'> = {},
    ): Promise<Outcome> {
      const { modal, interaction } = opened;
      if (modal === null) throw new Error('the bot opened no modal');
      const { user, channel, owners, source } = interaction;
      const here = { ...given, user, channel };
      const scene = stage.scene(here, null, owners);
      const resolver = stage.resolver(scene);
      const components = modalComponents(modal, values, resolver);
      const submitted = stage.send(here, scene, {
        type: 5,
        data: { custom_id: modal['custom_id'], components, ...resolvedIn(resolver) },
        source,
        ...(source === null ? {} : { message: source }),
        metadata: { triggering_interaction_metadata: interaction.metadata },
      });
      return interactions.outcome(submitted, 'the modal', given.timeoutMs);
    },
  };
}

function resolvedIn(resolver: Resolver): { resolved?: Wire } {
  const resolved = resolver.wire();
  return resolved === undefined ? {} : { resolved };
}
