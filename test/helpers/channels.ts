/** The bot in a server with Q&A channels, and the people who write there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { FIXTURE_CORPUS } from './corpus.ts';
import type { Channel, User } from './discord/entities.ts';
import type { StoredMessage } from './discord/messages.ts';
import type { OptionValues } from './discord/options.ts';
import { BOT_PERMISSIONS } from './discord/permissions.ts';
import type { StandInOptions } from './discord/stand-in.ts';

/** Every intent that there is. */
const ALL_INTENTS = 2 ** 26 - 1;
/** How often and in which distance the bot is looked at; together longer than it waits for more messages in tests. */
const QUIET_MS = 35;
const LOOKS = 3;

export interface ServerOptions {
  /** The bot may read everything. */
  readsContent?: boolean;
  env?: Record<string, string>;
  standIn?: StandInOptions;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Starts a server with a text channel "general" and the forum "questions". */
export async function startServer({
  readsContent = false,
  env = {},
  standIn = {},
}: ServerOptions = {}) {
  const app: RunningApp = await startApp(
    {
      CORPUS_DIR: FIXTURE_CORPUS,
      LOG_LEVEL: 'debug',
      ...(readsContent && { MESSAGE_CONTENT: 'on' }),
      ...env,
    },
    {
      guilds: [{ name: 'Harbour', botPermissions: BOT_PERMISSIONS | Bit.ManageThreads }],
      ...(readsContent && { intentsAllowed: ALL_INTENTS }),
      ...standIn,
    },
  );
  const { discord } = app;
  const { world } = discord;
  const named = (name: string): User => {
    const found = [...world.users.values()].find((user) => user.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const moderator = named('moderator');
  const forum = world.addChannel({
    type: ChannelType.GuildForum,
    name: 'questions',
    tags: [{ name: 'Solved', moderated: true }, { name: 'Fares' }],
  });
  const me = `<@${world.bot.id}>`;
  /** What the bot has posted by itself, oldest first. */
  const posted = (channel: Channel): StoredMessage[] =>
    discord
      .messages(channel)
      .filter(({ author, interaction }) => author === world.bot && interaction === null);
  /** Waits until the bot has done whatever it does: nothing is logged or sent any more. */
  const settle = async () => {
    const progress = () => app.log.length + discord.requests.length;
    let before = progress();
    for (let quiet = 0; quiet < LOOKS; quiet += 1) {
      await sleep(QUIET_MS);
      if (progress() !== before) quiet = -1;
      before = progress();
    }
  };
  return {
    app,
    discord,
    world,
    general: world.channel,
    forum,
    moderator,
    asker: named('asker'),
    me,
    posted,
    /** What members read of it. */
    texts: (channel: Channel) => posted(channel).map((message) => discord.text(message)),
    /** A command of the moderators. */
    async mod(subcommand: string, options: OptionValues = {}) {
      const outcome = await discord.slash({
        command: 'ferry-mod',
        subcommand,
        options,
        user: moderator,
      });
      return discord.text(outcome.message as StoredMessage);
    },
    setMode(channel: Channel, mode: string, options: OptionValues = {}) {
      return this.mod('channel', { channel, mode, ...options });
    },
    member: (name: string, locale = 'en-US') => world.addMember({ name, locale }).user,
    settle,
    /** Posts, and waits for the bot. */
    async say(
      channel: Channel,
      content: string,
      options: { author?: User; reply?: StoredMessage } = {},
    ) {
      const message = await discord.post(channel, { content, ...options });
      await settle();
      return message;
    },
    /** Why the bot was silent, in order. */
    whys: () =>
      app.log.flatMap(({ event, why }) => (event === 'message-passed' ? [String(why)] : [])),
    /** Faults that the log tells of. */
    faults: () => app.log.filter(({ outcome, level }) => outcome === 'fault' || level === 'error'),
    stop: () => app.stop(),
  };
}
