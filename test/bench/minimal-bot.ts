/** The least that a bot can do: discord.js, one command, one fixed text. What ours is measured against. */
import {
  ApplicationCommandOptionType,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
} from 'discord.js';

// discord.js would read them itself; the empty ones that `startProcess` sets say nothing.
delete process.env['SHARDS'];
delete process.env['SHARD_COUNT'];

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env['DISCORD_API_URL'] ?? 'https://discord.com/api' },
});
client.once(Events.ClientReady, async ({ application }) => {
  await application.commands.set([
    {
      name: 'mpp',
      description: 'Answers questions',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'ask',
          description: 'Asks a question',
          options: [
            {
              type: ApplicationCommandOptionType.String,
              name: 'question',
              description: 'The question',
              required: true,
            },
          ],
        },
      ],
    },
  ]);
  process.stdout.write(`${JSON.stringify({ event: 'ready', level: 'info' })}\n`);
});
client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  interaction
    .reply({ content: 'The same text for every question.', flags: MessageFlags.Ephemeral })
    .catch((error) => process.stderr.write(`${error}\n`));
});
process.once('SIGTERM', () => {
  void client.destroy().finally(() => process.exit(0));
});
await client.login(process.env['DISCORD_TOKEN']);
