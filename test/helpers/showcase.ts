/** A bot that sends every kind of component and takes every kind of interaction, for looking at how they are shown. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  Client,
  ComponentType,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { createLocalDiscord } from '../../src/web/local-discord/local-discord.ts';
import { createPlayground } from '../../src/web/playground.ts';
import { openServer } from '../../src/web/server.ts';
import { FIXTURE_CORPUS } from './corpus.ts';
import { type TestPlayground, visitor } from './playground.ts';

/** A red picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const select = { min_values: 1, max_values: 1 };
const options = [
  { label: 'First', value: 'first', description: 'the first of two' },
  { label: 'Second', value: 'second' },
];

/** Every component of a message, with a text in each that can hold one. */
export const everyComponent = (words: string) =>
  [
    {
      type: ComponentType.Container,
      accent_color: 0xff8800,
      components: [
        { type: ComponentType.TextDisplay, content: `# ${words}` },
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: words }],
          accessory: {
            type: ComponentType.Thumbnail,
            media: { url: 'attachment://pixel.png' },
            description: words,
          },
        },
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: words }],
          accessory: {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            label: 'Beside',
            custom_id: 'echo:beside',
          },
        },
        { type: ComponentType.Separator, spacing: 2 },
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: 'attachment://pixel.png' }, description: words }],
        },
        { type: ComponentType.File, file: { url: 'attachment://notes.txt' } },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.Button,
              style: ButtonStyle.Success,
              label: 'Open a form',
              custom_id: 'form',
            },
            {
              type: ComponentType.Button,
              style: ButtonStyle.Danger,
              label: 'Off',
              custom_id: 'echo:off',
              disabled: true,
            },
            {
              type: ComponentType.Button,
              style: ButtonStyle.Link,
              label: 'Elsewhere',
              url: 'https://example.org/',
            },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              custom_id: 'echo:string',
              placeholder: 'Choose one',
              options,
            },
          ],
        },
        ...[
          [ComponentType.UserSelect, 'user'],
          [ComponentType.RoleSelect, 'role'],
          [ComponentType.MentionableSelect, 'mentionable'],
          [ComponentType.ChannelSelect, 'channel'],
        ].map(([type, name]) => ({
          type: ComponentType.ActionRow,
          components: [{ type, custom_id: `echo:${name}`, placeholder: `Choose a ${name}` }],
        })),
      ],
    },
  ] as never;

/** Every field of a form. */
export const everyField = [
  { type: ComponentType.TextDisplay, content: 'Fill **this** in.' },
  {
    type: ComponentType.Label,
    label: 'Line',
    description: 'a short one',
    component: { type: ComponentType.TextInput, custom_id: 'line', style: TextInputStyle.Short },
  },
  {
    type: ComponentType.Label,
    label: 'Kind',
    component: { type: ComponentType.StringSelect, custom_id: 'kind', options, ...select },
  },
  {
    type: ComponentType.Label,
    label: 'One of these',
    component: { type: ComponentType.RadioGroup, custom_id: 'radio', options },
  },
  {
    type: ComponentType.Label,
    label: 'Some of these',
    component: { type: ComponentType.CheckboxGroup, custom_id: 'boxes', options, max_values: 2 },
  },
] as never;

const text = (name: string, more: object = {}) => ({
  type: ApplicationCommandOptionType.String,
  name,
  description: name,
  ...more,
});
const option = (type: ApplicationCommandOptionType, name: string, more: object = {}) => ({
  type,
  name,
  description: name,
  ...more,
});
const subcommand = (name: string, ...inner: object[]) => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description: `shows ${name}`,
  options: inner,
});

const COMMANDS = [
  {
    name: 'show',
    description: 'Shows everything',
    options: [
      subcommand('everything', text('words')),
      subcommand(
        'options',
        text('text', { required: true }),
        option(ApplicationCommandOptionType.Integer, 'number', { min_value: 1, max_value: 9 }),
        option(ApplicationCommandOptionType.Boolean, 'flag'),
        option(ApplicationCommandOptionType.User, 'person'),
        option(ApplicationCommandOptionType.Channel, 'place', {
          channel_types: [ChannelType.GuildText],
        }),
        option(ApplicationCommandOptionType.Attachment, 'file'),
      ),
      subcommand('later'),
      subcommand('silence'),
      {
        type: ApplicationCommandOptionType.SubcommandGroup,
        name: 'deep',
        description: 'deeper',
        options: [subcommand('down')],
      },
    ],
  },
  { type: ApplicationCommandType.Message, name: 'What it says' },
  {
    name: 'moderate',
    description: 'For moderators',
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
  },
];

async function answer(interaction: Interaction): Promise<unknown> {
  const say = (content: string) =>
    interaction.isRepliable() && interaction.reply({ content, flags: MessageFlags.Ephemeral });
  if (interaction.isMessageContextMenuCommand())
    return say(`it says: ${interaction.targetMessage.content}`);
  if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const read = [
      fields.getTextInputValue('line'),
      ...fields.getStringSelectValues('kind'),
      fields.getRadioGroup('radio'),
      ...fields.getCheckboxGroup('boxes'),
    ];
    return say(read.join(' | '));
  }
  if (interaction.isMessageComponent()) {
    if (interaction.customId === 'form') {
      return interaction.showModal({
        custom_id: 'sent',
        title: 'A form',
        components: everyField,
      } as never);
    }
    const values = interaction.isButton() ? [] : interaction.values;
    return say(`${interaction.customId.slice('echo:'.length)}: ${values.join(', ')}`);
  }
  if (!interaction.isChatInputCommand()) return undefined;
  const { options: given } = interaction;
  switch (given.getSubcommand(false)) {
    case 'everything':
      return interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: everyComponent(given.getString('words') ?? 'Words'),
        files: [
          { attachment: PIXEL, name: 'pixel.png' },
          { attachment: Buffer.from('notes'), name: 'notes.txt' },
        ],
      });
    case 'options': {
      const read = [
        given.getString('text'),
        given.getInteger('number'),
        given.getBoolean('flag'),
        given.getUser('person')?.username,
        given.getChannel('place')?.name,
        given.getAttachment('file')?.name,
      ];
      return say(read.map(String).join(' | '));
    }
    case 'later':
      await interaction.deferReply();
      await interaction.editReply('Edited.');
      return interaction.followUp('And more.');
    case 'down':
      return say(`in group ${given.getSubcommandGroup()}`);
    default:
      return undefined;
  }
}

/** A bot of discord.js alone, connected to a playground of its own. */
export async function startShowcase(): Promise<TestPlayground> {
  let address = '';
  const names = { bot: 'showcase', member: 'Robin', moderator: 'Sam' };
  const discord = createLocalDiscord(names, () => address);
  const playground = createPlayground(discord, undefined, 'showcase');
  const server = await openServer(playground.routes, { HTTP_HOST: '127.0.0.1', HTTP_PORT: 0 });
  address = server.address;
  const { token, options: transport } = discord.transport;
  const client = new Client({ intents: [], ...transport });
  client.on('interactionCreate', (interaction) => void answer(interaction));
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(token);
  await ready;
  await client.application?.commands.set(COMMANDS as never);
  const index = buildIndex(loadCorpus(FIXTURE_CORPUS));
  playground.ready({ services: { knowledge: { index } }, warmUp() {} });
  return {
    ...visitor(address),
    address,
    async close() {
      playground.close();
      await client.destroy();
      await server.close();
    },
  };
}
