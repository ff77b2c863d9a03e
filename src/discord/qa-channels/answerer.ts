/** Answers the questions of channels, each once; follows their edits for a minute and their deletion for a day. */
import { randomBytes } from 'node:crypto';
import { catalogs } from '../../messages/catalog.ts';
import { text, toMessage } from '../../render/layout.ts';
import { plain } from '../../render/markdown.ts';
import { currentMoment, type Services } from '../../services.ts';
import {
  claimMessage,
  dropHandled,
  findHandled,
  type Outcome,
  settleMessage,
} from '../../store/handled.ts';
import type { Language } from '../../text/language.ts';
import { detectLanguage } from '../../text/language.ts';
import { findChannel } from '../channels.ts';
import { countingOf } from '../count-question.ts';
import { contextOf, languageOfGuild } from '../guild.ts';
import { missingIn } from './channel-check.ts';
import { isClosedToUs, post, replace, takeAway } from './post.ts';
import { type AnswerChannel, bodyOf, firstOf, type Question } from './question.ts';
import { isCard, isNear, messageFor, readQuestion } from './reading.ts';
import { sendDraft } from './review.ts';
import { createShortMemory } from './short-memory.ts';
import { remember } from './subjects.ts';
import { createWaits } from './waits.ts';

/** How long an edit of a question changes its answer, in milliseconds. */
export const EDIT_MS = 60_000;
/** How long a channel in which Discord refused a message is left alone, in milliseconds. */
const CLOSED_MS = 600_000;
/** How long messages that couldn't be noted in the database are remembered, in milliseconds. */
const CLAIM_MS = 3_600_000;

/** What was posted for a question. */
interface Posted {
  replyId: string | null;
  /** Where: the channel of the question, or that of the moderators. */
  channel: AnswerChannel;
  outcome: Outcome;
}

interface Live {
  question: Question;
  posted: Posted;
}

export type Answerer = ReturnType<typeof createAnswerer>;

export function createAnswerer(services: Services) {
  const { log, store, metrics } = services;
  const waits = createWaits();
  const live = createShortMemory<Live>(EDIT_MS);
  const closed = createShortMemory<true>(CLOSED_MS);
  const claimed = createShortMemory<true>(CLAIM_MS);
  /** Questions that are being answered, by their messages: what happens to them meanwhile waits. */
  const underWay = new Map<string, Promise<void>>();

  /** True for the one who gets to answer a message. */
  async function claim(guildId: string | null, channelId: string, messageId: string) {
    if (claimed.get(messageId)) return false;
    claimed.set(messageId, true);
    if (guildId === null) return true;
    return claimMessage(store, guildId, { messageId, channelId }).catch((err: unknown) => {
      log.error({ event: 'store-failed', err });
      return true;
    });
  }

  async function settle(question: Question, { replyId, outcome }: Posted): Promise<void> {
    const { guild, parts } = question;
    if (!guild) return;
    for (const [i, { messageId }] of parts.entries()) {
      const noted = { messageId, replyId: i === 0 ? replyId : null, outcome };
      await settleMessage(store, guild.id, noted).catch((err: unknown) =>
        log.error({ event: 'store-failed', err }),
      );
    }
  }

  /** False where the bot can't write; says so in the log once in a while. */
  function canPost({ channel }: Question): boolean {
    if (closed.get(channel.id)) return false;
    const missing = channel.isDMBased() ? [] : missingIn(channel);
    if (missing.length === 0) return true;
    closed.set(channel.id, true);
    log.warn({ event: 'cannot-post', missing });
    return false;
  }

  /** Looks the question up and posts what there is to post. */
  async function respond(question: Question, before?: Posted): Promise<Posted> {
    const { guild, channel, rule } = question;
    const silent: Posted = { replyId: null, channel, outcome: 'silent' };
    const { settings, community } = await contextOf(guild?.id ?? null, services);
    const isDanger =
      services.knowledge.index.guard(`${question.title ?? ''} ${bodyOf(question)}`).kind ===
      'danger';
    const fallback = guild
      ? languageOfGuild(guild, settings, services.config)
      : services.config.DEFAULT_LANGUAGE;
    if (!before && !isDanger) {
      const asker = {
        guildId: guild?.id ?? 'dm',
        userId: question.authorId,
        channelId: channel.id,
        isPost: question.via === 'post',
        cooldownSeconds: settings.cooldownSeconds,
      };
      const seconds = await waits.secondsFor(asker);
      if (seconds > 0) {
        if (question.via === 'question' || !(await waits.isFirstRefusal(asker))) return silent;
        const language = rule.language ?? detectLanguage(bodyOf(question), fallback);
        await say(question, catalogs[language].channels.waitInstead(seconds));
        return silent;
      }
    }
    const further = readQuestion(services, services.subjects, question, {
      language: rule.language ?? undefined,
      fallback,
      moment: currentMoment(services),
      community,
    });
    const { answer, asked } = further;
    const isDraft = guild !== null && rule.mode === 'review' && !isCard(answer);
    const counting = countingOf(services, asked, answer, settings, !isDraft);
    const count = async () => {
      if (guild && !before) await counting.count(guild.id);
    };
    if (isDraft) {
      if (before?.replyId) await takeAway(before.channel, before.replyId);
      if (answer.kind === 'declined' && !isNear(answer)) return silent;
      const { moderatorsChannel } = settings;
      const replyId = await sendDraft(services, guild, question, further, moderatorsChannel);
      await count();
      const where = moderatorsChannel ? await findChannel(guild, moderatorsChannel) : undefined;
      if (replyId === undefined || !where) {
        log.warn({ event: 'no-moderators-channel' });
        return silent;
      }
      return { replyId, channel: where, outcome: 'draft' };
    }
    const message = messageFor(services, question, further, counting.note);
    if (!message) {
      if (before?.replyId) await takeAway(before.channel, before.replyId);
      return silent;
    }
    const isReplaced =
      before?.replyId != null && (await replace(before.channel, before.replyId, message));
    const replyId = isReplaced
      ? (before.replyId as string)
      : await post(channel, message, {
          about: firstOf(question),
          isReply: guild !== null,
          isAgain: before !== undefined,
          log,
        });
    remember(services.subjects, question, replyId, { text: asked, language: answer.language });
    await count();
    return { replyId, channel, outcome: answer.kind === 'declined' ? 'declined' : 'answered' };
  }

  async function say(question: Question, words: string): Promise<void> {
    const message = toMessage([text(plain(words))]);
    const about = firstOf(question);
    await post(question.channel, message, { about, isReply: question.guild !== null, log });
  }

  /** Tells the asker that something went wrong, where the bot was asked directly. */
  async function apologise(question: Question, language: Language, reference: string) {
    if (question.via === 'question' || question.via === 'post') return;
    try {
      await say(question, catalogs[language].channels.fault(reference));
    } catch (err) {
      log.warn({ event: 'apology-failed', name: `message ${question.via}`, err });
    }
  }

  /** Runs a step for a question. The only catch of messages: failure becomes words and a line of the log here. */
  async function guarded(question: Question, step: () => Promise<Posted>): Promise<Posted> {
    const started = performance.now();
    const name = `message ${question.via}`;
    const seconds = () => (performance.now() - started) / 1_000;
    try {
      const posted = await step();
      const { outcome } = posted;
      log.info({ event: 'message', name, outcome, ms: Math.round(1_000 * seconds()) });
      metrics.interaction(name, 'ok', seconds());
      return posted;
    } catch (err) {
      const reference = randomBytes(4).toString('hex');
      const isClosed = isClosedToUs(err);
      if (isClosed) closed.set(question.channel.id, true);
      log[isClosed ? 'warn' : 'error']({
        event: 'message',
        name,
        outcome: 'fault',
        reference,
        err,
      });
      metrics.interaction(name, 'fault', seconds());
      const fallback = services.config.DEFAULT_LANGUAGE;
      const language = question.rule.language ?? detectLanguage(bodyOf(question), fallback);
      if (!isClosed) await apologise(question, language, reference);
      return { replyId: null, channel: question.channel, outcome: 'silent' };
    }
  }

  async function answer(question: Question): Promise<void> {
    if (!canPost(question)) return;
    const { guild, channel, parts } = question;
    const mine: typeof parts = [];
    for (const part of parts)
      if (await claim(guild?.id ?? null, channel.id, part.messageId)) mine.push(part);
    if (mine.length === 0) return;
    const own = { ...question, parts: mine };
    const posted = await guarded(own, () => respond(own));
    await settle(own, posted);
    for (const { messageId } of mine) live.set(messageId, { question: own, posted });
  }

  return {
    /** Answers a question that nobody has answered; never throws. */
    answer(question: Question): Promise<void> {
      const ids = question.parts.map(({ messageId }) => messageId);
      const work = answer(question).finally(() => {
        for (const id of ids) underWay.delete(id);
      });
      for (const id of ids) underWay.set(id, work);
      return work;
    },

    /** Follows an edit; false when nothing of the message is known or its minute is over. */
    async change(messageId: string, words: string): Promise<boolean> {
      await underWay.get(messageId);
      const known = live.get(messageId);
      if (!known) return false;
      const { question } = known;
      const part = question.parts.find((one) => one.messageId === messageId);
      if (!part || part.text === words) return true;
      part.text = words;
      known.posted = await guarded(question, () => respond(question, known.posted));
      await settle(question, known.posted);
      return true;
    },

    /** Takes away what was posted for a message that was deleted. */
    async remove(guildId: string | null, channel: AnswerChannel, messageId: string) {
      await underWay.get(messageId);
      const known = live.get(messageId);
      live.delete(messageId);
      try {
        if (known && firstOf(known.question) !== messageId) {
          const { question } = known;
          question.parts = question.parts.filter((part) => part.messageId !== messageId);
          known.posted = await guarded(question, () => respond(question, known.posted));
          return;
        }
        if (known?.posted.replyId) await takeAway(known.posted.channel, known.posted.replyId);
        if (guildId === null) return;
        const handled = await findHandled(store, guildId, messageId);
        if (!handled) return;
        if (!known && handled.replyId)
          await takeAwayLater(channel, handled.replyId, handled.outcome);
        await dropHandled(store, guildId, messageId);
      } catch (err) {
        log.error({ event: 'take-away-failed', err });
      }
    },
  };

  /** Takes away what was posted before this process began to remember. */
  async function takeAwayLater(channel: AnswerChannel, replyId: string, outcome: Outcome) {
    if (outcome !== 'draft') return takeAway(channel, replyId);
    if (channel.isDMBased()) return;
    const { settings } = await contextOf(channel.guild.id, services);
    const where =
      settings.moderatorsChannel && (await findChannel(channel.guild, settings.moderatorsChannel));
    if (where) await takeAway(where, replyId);
  }
}
