/** What somebody at the page does, as interactions that reach the bot through the gateway. */
import {
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { RegisteredCommands } from './commands.ts';
import type { LocalGateway } from './gateway.ts';
import type { Interactions, Outcome } from './interactions.ts';
import type { LocalMessage, Messages, Upload } from './messages.ts';
import { createResolver, kindOfComponent, kindOfOption, NotHere } from './resolve.ts';
import {
  type Channel,
  channelJson,
  isDirect,
  memberJson,
  type Person,
  userJson,
  type World,
} from './world.ts';

type Json = Record<string, unknown>;
type Scalar = string | number | boolean;

/** Who acts, where, and in which language. */
export interface Scene {
  person: Person;
  channel: Channel;
  locale: string;
}

export interface CommandUse {
  /** The command's id and the names from the root on. */
  id: string;
  path: readonly string[];
  options: readonly { name: string; value: Scalar }[];
  /** The option that is being typed; the bot is then asked for suggestions. */
  focused?: string | undefined;
}

/** Options whose text is a question to the bot. */
const ASKED = new Set(['question', 'claim']);

export type People = ReturnType<typeof createPeople>;

export function createPeople(
  world: World,
  gateway: LocalGateway,
  messages: Messages,
  commands: RegisteredCommands,
  interactions: Interactions,
  fileOf: (id: string) => Upload | undefined,
  origin: () => string,
) {
  function send(
    { person, channel, locale }: Scene,
    type: InteractionType,
    data: Json,
    about: {
      command?: string | undefined;
      asked?: string | undefined;
      source?: LocalMessage | undefined;
      metadata?: Json;
    },
  ): Promise<Outcome> {
    const id = world.nextId();
    const { source } = about;
    const owners = isDirect(channel) ? { 0: '0' } : { 0: world.guildId };
    const { interaction, outcome } = interactions.open({
      id,
      type,
      person,
      bot: world.bot,
      channel,
      locale,
      source,
      command: about.command,
      asked: about.asked,
      metadata: {
        id,
        type,
        user: userJson(person),
        authorizing_integration_owners: owners,
        ...about.metadata,
      },
    });
    gateway.send('INTERACTION_CREATE', {
      id,
      token: interaction.token,
      application_id: world.bot.id,
      type,
      version: 1,
      data,
      locale,
      channel: channelJson(world, channel),
      channel_id: channel.id,
      app_permissions: String(world.bot.permissions),
      attachment_size_limit: 10 * 1024 * 1024,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: isDirect(channel) ? InteractionContextType.BotDM : InteractionContextType.Guild,
      ...(isDirect(channel)
        ? { user: userJson(person) }
        : {
            guild_id: world.guildId,
            guild_locale: 'en-US',
            guild: { id: world.guildId, locale: 'en-US', features: [] },
            member: { ...memberJson(world, person), permissions: String(person.permissions) },
          }),
      ...(source && { message: messages.json(source) }),
    });
    return outcome;
  }

  const resolverFor = ({ person }: Scene) => createResolver(world, person, fileOf, origin());

  return {
    /** Sends a command, or asks for suggestions for one of its options. @throws NotHere */
    async command(scene: Scene, { id, path, options, focused }: CommandUse): Promise<Outcome> {
      const command = commands.offered(scene.person, scene.channel).find((it) => it.id === id);
      if (!command) throw new NotHere(path.join(' '));
      const resolver = resolverFor(scene);
      const [, ...inner] = path;
      const wrappers: Json[] = [];
      let defined = (command.options ?? []) as unknown as Json[];
      for (const name of inner) {
        const found = defined.find((option) => option['name'] === name);
        if (!found) throw new NotHere(name);
        wrappers.push({ type: found['type'], name });
        defined = (found['options'] as Json[] | undefined) ?? [];
      }
      const filled = options.map(({ name, value }) => {
        const type = Number(defined.find((option) => option['name'] === name)?.['type']);
        if (!type) throw new NotHere(name);
        if (name === focused) return { name, type, value: String(value), focused: true };
        const kind = kindOfOption(type);
        if (kind) resolver.add(kind, String(value));
        return { name, type, value };
      });
      const nested = wrappers.reduceRight<Json[]>(
        (inside, wrapper) => [{ ...wrapper, options: inside }],
        filled,
      );
      const asked = filled.find(({ name, type }) => ASKED.has(name) && type === Option.String);
      return send(
        scene,
        focused === undefined
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
        {
          id,
          name: command.name,
          type: command.type,
          ...(nested.length > 0 && { options: nested }),
          ...resolver.json(),
        },
        { command: `/${path.join(' ')}`, asked: asked && String(asked.value) },
      );
    },

    /** Uses an entry of the menu on a message. @throws NotHere */
    async messageMenu(scene: Scene, name: string, target: LocalMessage): Promise<Outcome> {
      return this.menu(scene, name, ApplicationCommandType.Message, target.id, target.content, {
        resolved: { messages: { [target.id]: messages.json(target) } },
      });
    },

    /** Uses an entry of the menu on a person. @throws NotHere */
    async userMenu(scene: Scene, name: string, target: string): Promise<Outcome> {
      const resolver = resolverFor(scene);
      resolver.add('user', target);
      return this.menu(
        scene,
        name,
        ApplicationCommandType.User,
        target,
        undefined,
        resolver.json(),
      );
    },

    async menu(
      scene: Scene,
      name: string,
      type: ApplicationCommandType,
      target: string,
      asked: string | undefined,
      resolved: { resolved?: Json },
    ): Promise<Outcome> {
      const command = commands
        .offered(scene.person, scene.channel)
        .find((known) => known.name === name && known.type === type);
      if (!command) throw new NotHere(name);
      return send(
        scene,
        InteractionType.ApplicationCommand,
        { id: command.id, name, type, target_id: target, ...resolved },
        { command: name, asked },
      );
    },

    /** Presses a button or chooses from a menu on a message. @throws NotHere */
    async press(
      scene: Scene,
      message: LocalMessage,
      customId: string,
      values: readonly string[],
    ): Promise<Outcome> {
      const widget = findWidget(message.components, customId);
      if (!widget || widget['disabled'] === true) throw new NotHere(customId);
      const type = Number(widget['type']);
      const resolver = resolverFor(scene);
      const kind = kindOfComponent(type);
      if (kind) for (const value of values) resolver.add(kind, value);
      return send(
        { ...scene, channel: message.channel },
        InteractionType.MessageComponent,
        {
          component_type: type,
          custom_id: customId,
          id: widget['id'] ?? 1,
          ...(type !== ComponentType.Button && { values }),
          ...resolver.json(),
        },
        {
          source: message,
          asked: message.asked,
          metadata: { interacted_message_id: message.id },
        },
      );
    },

    /** Sends a form that the bot opened. @param fields values by custom id @throws NotHere */
    async submit(
      scene: Scene,
      formId: string,
      fields: Readonly<Record<string, readonly string[]>>,
    ): Promise<Outcome> {
      const opened = interactions.formOf(formId);
      if (!opened?.form) throw new NotHere(formId);
      const { form, source, metadata } = opened;
      delete opened.form;
      const resolver = resolverFor(scene);
      const components = (form.components as unknown as Json[]).map((item, index) => {
        const label = { type: item['type'], id: 2 * index + 1 };
        const field = item['component'] as Json | undefined;
        if (field) {
          const given = fields[String(field['custom_id'])] ?? [];
          return { ...label, component: submitted(field, given, 2 * index + 2) };
        }
        const row = item['components'] as Json[] | undefined;
        if (!row) return label;
        return {
          ...label,
          components: row.map((input) =>
            submitted(input, fields[String(input['custom_id'])] ?? [], 2 * index + 2),
          ),
        };
      });

      function submitted(field: Json, given: readonly string[], id: number): Json {
        const type = Number(field['type']);
        const kind = kindOfComponent(type);
        if (kind) for (const value of given) resolver.add(kind, value);
        const base = { type, id, custom_id: field['custom_id'] };
        switch (type) {
          case ComponentType.TextInput:
            return { ...base, value: given[0] ?? '' };
          case ComponentType.RadioGroup:
            return { ...base, value: given[0] ?? null };
          case ComponentType.Checkbox:
            return { ...base, value: given.length > 0 };
          default:
            return { ...base, values: given };
        }
      }

      return send(
        { ...scene, channel: opened.channel },
        InteractionType.ModalSubmit,
        { custom_id: form.custom_id, components, ...resolver.json() },
        {
          source,
          command: opened.command,
          metadata: { triggering_interaction_metadata: metadata },
        },
      );
    },

    /** Writes a message, as anybody may on a server. */
    post(
      { person, channel }: Scene,
      content: string,
      files: readonly Upload[],
      replyTo?: LocalMessage,
    ): LocalMessage {
      return messages.create({ channel, author: person, body: { content }, files, replyTo });
    },

    /** Opens a post in the forum. */
    openPost({ person, channel }: Scene, title: string, content: string): Channel {
      if (channel.type !== ChannelType.GuildForum) throw new NotHere(channel.id);
      const post = world.addPost(channel, title, person);
      messages.channelChanged('THREAD_CREATE', post);
      // A post and its first message share one id.
      messages.create({ id: post.id, channel: post, author: person, body: { content } });
      return post;
    },
  };
}

/** The button or menu with this custom id, wherever it stands in a message. */
function findWidget(components: unknown, customId: string): Json | undefined {
  if (Array.isArray(components)) {
    for (const component of components) {
      const found = findWidget(component, customId);
      if (found) return found;
    }
    return undefined;
  }
  const component = components as Json;
  if (component['custom_id'] === customId) return component;
  return (
    findWidget(component['components'] ?? [], customId) ??
    (component['accessory'] ? findWidget(component['accessory'], customId) : undefined)
  );
}
