// A real discord.js client for the stand-in's own tests.

import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js';
import type { StandIn } from './stand-in.ts';

export const DEFAULT_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A client that points at the stand-in and is not logged in yet. Errors are collected, not thrown. */
export function newBot(
  discord: StandIn,
  options: Partial<ClientOptions> = {},
): Client & { faults: Error[] } {
  const client = new Client({
    intents: DEFAULT_INTENTS,
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...options,
    rest: { api: discord.url, ...options.rest },
  });
  const faults: Error[] = [];
  client.on(Events.Error, (error) => faults.push(error));
  client.on(Events.ShardError, (error) => faults.push(error));
  return Object.assign(client, { faults });
}

/** Logs a client in and waits until it is ready. */
export async function startBot(
  discord: StandIn,
  options: Partial<ClientOptions> = {},
): Promise<Client<true> & { faults: Error[] }> {
  const client = newBot(discord, options);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return client as Client<true> & { faults: Error[] };
}

export type AnsweringBot = Awaited<ReturnType<typeof startAnsweringBot>>;

/** A client whose way of answering interactions each test sets anew. */
export async function startAnsweringBot(discord: StandIn) {
  const client = await startBot(discord);
  let handle: (interaction: Interaction) => Promise<unknown> = async () => {};
  let last: Promise<unknown> = Promise.resolve();
  client.on(Events.InteractionCreate, (interaction) => {
    last = handle(interaction);
    // The failure is reported by handled(); without this line it would end the process first.
    last.catch(() => {});
  });
  return {
    client,
    /** Answers whatever comes. */
    on(run: (interaction: Interaction) => Promise<unknown>): void {
      handle = run;
    },
    /** Answers slash commands; fails on anything else. */
    onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>): void {
      handle = async (interaction) => {
        if (!interaction.isChatInputCommand()) throw new Error('not a slash command');
        await run(interaction);
      };
    },
    /** Waits until the last interaction was handled; rejects with what went wrong there. */
    async handled(): Promise<void> {
      await last;
    },
  };
}
