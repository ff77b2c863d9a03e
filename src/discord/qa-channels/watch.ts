/** Listens to what is written in Q&A channels and in direct messages, and catches up on what was missed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, type GuildBasedChannel, type Message } from 'discord.js';
import type { Services } from '../../services.ts';
import type { StandingRule } from '../../store/channels.ts';
import { handledSince, isSolvedThread } from '../../store/handled.ts';
import { cleanText } from '../../text/clean.ts';
import { createAnswerer, EDIT_MS } from './answerer.ts';
import { missedIn } from './catch-up.ts';
import { missingIn } from './channel-check.ts';
import { createConversations } from './conversation.ts';
import { isByModerator, isThreadClosed, type Received, readFacts } from './facts.ts';
import { createGathering, PACE, type Pace } from './gather.ts';
import { judge, OLDEST_MS, type Silence } from './judge.ts';
import type { AnswerChannel, Question } from './question.ts';
import { createShortMemory } from './short-memory.ts';

/** What belongs to a conversation of others. */
const CHATTER: ReadonlySet<Silence> = new Set([
  'no-question',
  'short',
  'to-others',
  'conversation',
]);
/** Direct messages have no rule: there the bot is asked whatever is written. */
const DIRECT: StandingRule = {
  mode: 'mention',
  language: null,
  notices: true,
  channelId: '',
  since: '',
};

/** What came so long before the last message that was heard of is looked at too, in milliseconds. */
const LOST_MARGIN_MS = 5_000;

/** What is known of a message of the past beside itself. */
interface Hindsight {
  isAnswered: boolean;
}

export interface Watch {
  /** Listens from now on. */
  attach(client: Client): void;
  /** Answers what waits, and waits for what is under way. */
  stop(): Promise<void>;
}

export function createWatch(services: Services, pace: Pace = PACE): Watch {
  const { log, rules, store, config, knowledge } = services;
  const conversations = createConversations();
  const answerer = createAnswerer(services);
  /** Posts, threads and messages that a moderator has answered. */
  const answered = createShortMemory<true>(OLDEST_MS);
  /** When the last message came that a shard told of, and the same when its connection was lost. */
  const heard = new Map<number, number>();
  const lost = new Map<number, number>();
  const working = new Set<Promise<void>>();
  const stopping = new AbortController();

  const gathering = createGathering(pace, (question) => void track(() => answer(question)));

  /** Events of one channel are dealt with one after the other: a question comes before its deletion. */
  const lastIn = new Map<string, Promise<void>>();
  function inOrder(channelId: string, work: () => Promise<unknown>): void {
    const before = lastIn.get(channelId) ?? Promise.resolve();
    const now = track(() => before.then(work));
    lastIn.set(channelId, now);
    void now.then(() => {
      if (lastIn.get(channelId) === now) lastIn.delete(channelId);
    });
  }

  /** Runs a piece of work that nobody waits for; a fault of it is logged. */
  function track(work: () => Promise<unknown>): Promise<void> {
    const running: Promise<void> = work()
      .then(() => {})
      .catch((err: unknown) => log.error({ event: 'message-failed', err }))
      .finally(() => working.delete(running));
    working.add(running);
    return running;
  }

  async function answer(question: Question): Promise<void> {
    const { channel, parts } = question;
    // While it waited, somebody may have closed the thread or answered.
    if (!channel.isDMBased() && isThreadClosed(channel)) return;
    const isPost = question.via === 'post';
    if (isPost && answered.get(channel.id)) return;
    if (parts.some(({ messageId }) => answered.get(messageId))) return;
    await answerer.answer(question);
  }

  function ruleFor({ channel, guild }: Pick<Received, 'channel' | 'guild'>) {
    if (!guild || channel.isDMBased()) return Promise.resolve(DIRECT);
    return rules.ruleFor(guild.id, channel.id, channel.isThread() ? channel.parentId : null);
  }

  /** Decides on a message and gathers it, or notes what it means for others. */
  async function consider(message: Received, botId: string, past?: Hindsight): Promise<void> {
    const own = readFacts(message, botId);
    const { channel, guild, author } = message;
    if (own.isMachine) return;
    const rule = await ruleFor(message);
    if (rule.mode === 'off' || message.createdAt.toISOString() < rule.since) return;
    if (guild && !past) await noteModerator(message);
    const isPost = own.place === 'post';
    const isSolved =
      guild !== null &&
      isPost &&
      !own.isStarter &&
      (await isSolvedThread(store, guild.id, channel.id));
    const title = own.isStarter && channel.isThread() ? cleanText(channel.name) : null;
    const urgency = knowledge.index.guard(`${title ?? ''} ${own.text}`).kind;
    const isWaiting = gathering.isWaiting(channel.id, author.id);
    const verdict = judge({
      ...own,
      mode: rule.mode,
      isClosed: isSolved || (!channel.isDMBased() && isThreadClosed(channel)),
      isAnswered: past?.isAnswered ?? false,
      isConversation: conversations.isBetweenOthers(channel.id, author.id),
      title: title ?? '',
      isUrgent: own.isStarter ? urgency !== 'pass' : urgency === 'danger',
      isContinuation: isWaiting && !own.isAddressed,
      // Of the past, only posts and what was addressed to the bot are looked at.
      readsContent: config.MESSAGE_CONTENT && (own.isStarter || !past),
      ageMs: Date.now() - message.createdTimestamp,
    });
    if (verdict.kind === 'silent') {
      log.debug({ event: 'message-passed', why: verdict.why });
      if (CHATTER.has(verdict.why)) conversations.note(channel.id, author.id);
      return;
    }
    gathering.add({
      via: verdict.via,
      guild,
      channel: channel as AnswerChannel,
      rule,
      authorId: author.id,
      parts: [{ messageId: message.id, text: own.text }],
      title,
      isTitleOnly: title !== null && own.text === '',
      repliesTo: message.reference?.messageId ?? null,
    });
  }

  /** A moderator who answers silences the bot: in a post of somebody else, or by replying to a message. */
  async function noteModerator(message: Received): Promise<void> {
    const { channel, guild, author, reference } = message;
    if (!guild || !(await isByModerator(message, guild))) return;
    const ids: string[] = [];
    if (channel.isThread() && channel.ownerId !== author.id) ids.push(channel.id);
    if (reference?.messageId !== undefined) ids.push(reference.messageId);
    for (const id of ids) answered.set(id, true);
    gathering.drop(
      ({ via, channel: asked, parts }) =>
        (via === 'post' && ids.includes(asked.id)) ||
        parts.some(({ messageId }) => ids.includes(messageId)),
    );
  }

  async function change(message: Received, botId: string): Promise<void> {
    if (message.editedTimestamp === null) return;
    if (Date.now() - message.createdTimestamp > EDIT_MS) return;
    const { text, isMachine } = readFacts(message, botId);
    if (isMachine || text === '') return;
    if (gathering.change(message.channel.id, message.id, text)) return;
    if (await answerer.change(message.id, text)) return;
    // Only now it became a question.
    await consider(message, botId);
  }

  async function remove({ id, channel, guild }: Pick<Message, 'id' | 'channel' | 'guild'>) {
    const place = { channel, guild } as Pick<Received, 'channel' | 'guild'>;
    if ((await ruleFor(place)).mode === 'off') return;
    if (gathering.remove(channel.id, id)) return;
    await answerer.remove(guild?.id ?? null, channel as AnswerChannel, id);
  }

  /** Looks for what was missed while the connection was lost or the bot was off. */
  async function catchUp(client: Client<true>, shardId: number): Promise<void> {
    const lostAt = (lost.get(shardId) ?? 0) - LOST_MARGIN_MS;
    lost.delete(shardId);
    for (const guild of client.guilds.cache.values()) {
      if (guild.shardId !== shardId || stopping.signal.aborted) continue;
      const standing = await rules.all(guild.id);
      if (standing.length === 0) continue;
      const handled = await handledSince(store, guild.id, new Date(Date.now() - OLDEST_MS));
      for (const rule of standing) {
        const channel: GuildBasedChannel | undefined = guild.channels.cache.get(rule.channelId);
        if (!channel || missingIn(channel).length > 0) continue;
        const from = Math.max(Date.now() - OLDEST_MS, Date.parse(rule.since));
        const options = { botId: client.user.id, from, lostAt, handled };
        for await (const { message, isAnswered } of missedIn(channel, options)) {
          if (stopping.signal.aborted) return;
          await consider(message, client.user.id, { isAnswered });
        }
      }
    }
  }

  return {
    attach(client) {
      const listen = (channelId: string, work: (botId: string) => Promise<unknown>) => {
        const { user } = client;
        if (user && !stopping.signal.aborted) inOrder(channelId, () => work(user.id));
      };
      client.on(Events.MessageCreate, (message) => {
        if (message.guild) heard.set(message.guild.shardId, message.createdTimestamp);
        listen(message.channelId, (me) => consider(message, me));
      });
      client.on(Events.MessageUpdate, (_before, message) =>
        listen(message.channelId, (me) => change(message as Received, me)),
      );
      client.on(Events.MessageDelete, (message) =>
        listen(message.channelId, () => remove(message as Message)),
      );
      client.on(Events.MessageBulkDelete, (messages, { id }) => {
        for (const message of messages.values()) listen(id, () => remove(message as Message));
      });
      const lose = (shardId: number) => {
        // A connection that died is noticed late, so the time of the notice tells nothing.
        if (!lost.has(shardId)) lost.set(shardId, heard.get(shardId) ?? 0);
      };
      client.on(Events.ShardReconnecting, lose);
      client.on(Events.ShardDisconnect, (_event, shardId) => lose(shardId));
      client.on(Events.ShardResume, (shardId) => void lost.delete(shardId));
      client.on(Events.ShardReady, (shardId) => {
        const look = (ready: Client<true>) => void track(() => catchUp(ready, shardId));
        if (client.isReady()) look(client);
        else client.once(Events.ClientReady, look);
      });
    },
    async stop() {
      gathering.flush();
      stopping.abort();
      // What is under way may begin something new.
      while (working.size > 0) {
        await Promise.allSettled(working);
        await sleep(0);
      }
    },
  };
}
