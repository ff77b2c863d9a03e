/** Commands that send every kind of component and every kind of answer, for looking at how they are shown. */
import {
  ApplicationCommandOptionType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import type { CommandList, Subcommand } from '../../src/discord/command.ts';

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

const subcommand = (
  name: string,
  given: Pick<Subcommand, 'run'> & Partial<Subcommand>,
): Subcommand => ({
  name,
  options: {},
  texts: () => ({
    description: `shows ${name}`,
    options: Object.fromEntries(Object.keys(given.options ?? {}).map((option) => [option, option])),
  }),
  ...given,
});

export const showcase: CommandList = {
  groups: [
    {
      name: () => 'show',
      description: () => 'Shows everything',
      subcommands: [
        subcommand('everything', {
          options: { words: { type: ApplicationCommandOptionType.String } },
          async run(interaction) {
            await interaction.reply({
              flags: MessageFlags.IsComponentsV2,
              components: everyComponent(interaction.options.getString('words') ?? 'Words'),
              files: [
                { attachment: PIXEL, name: 'pixel.png' },
                { attachment: Buffer.from('notes'), name: 'notes.txt' },
              ],
            });
          },
        }),
        subcommand('options', {
          options: {
            text: { type: ApplicationCommandOptionType.String, required: true },
            number: { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9 },
            flag: { type: ApplicationCommandOptionType.Boolean },
            person: { type: ApplicationCommandOptionType.User },
            place: {
              type: ApplicationCommandOptionType.Channel,
              channel_types: [ChannelType.GuildText],
            },
            file: { type: ApplicationCommandOptionType.Attachment },
          },
          async run(interaction) {
            const { options: given } = interaction;
            const read = [
              given.getString('text'),
              given.getInteger('number'),
              given.getBoolean('flag'),
              given.getUser('person')?.username,
              given.getChannel('place')?.name,
              given.getAttachment('file')?.name,
            ];
            await interaction.reply({ content: read.map(String).join(' | '), flags: 64 });
          },
        }),
        subcommand('later', {
          async run(interaction) {
            await interaction.deferReply();
            await interaction.editReply('Edited.');
            await interaction.followUp('And more.');
          },
        }),
        subcommand('silence', { run: async () => {} }),
      ],
    },
  ],
  components: [
    {
      action: 'echo',
      async run(interaction, [what]) {
        const values = interaction.isButton() ? [] : interaction.values;
        await interaction.reply({ content: `${what}: ${values.join(', ')}`, flags: 64 });
      },
    },
    {
      action: 'form',
      async run(interaction) {
        await interaction.showModal({
          custom_id: 'sent',
          title: 'A form',
          components: everyField,
        } as never);
      },
    },
  ],
};
