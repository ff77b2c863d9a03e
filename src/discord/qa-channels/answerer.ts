/** Answers the questions of channels, each once; follows their edits for a minute and their deletion for a day. */
import { randomBytes } from 'node:crypto';
import type { FurtherAnswer } from '../../ask.ts';
import { catalogs } from '../../messages/catalog.ts';
import { text, toMessage } from '../../render/layout.ts';
import { plain } from '../../render/markdown.ts';
import type { RenderedMessage } from '../../render/message.ts';
import { currentMoment, type Services } from '../../services.ts';
import { dropHandled, findHandled, type Outcome } from '../../store/handled.ts';
import type { Settings } from '../../store/settings.ts';
import type { Language } from '../../text/language.ts';
import { detectLanguage } from '../../text/language.ts';
import { findChannel } from '../channels.ts';
import { countingOf } from '../count-question.ts';
import { contextOf, languageOfGuild } from '../guild.ts';
import { isClosedToUs } from '../rest-errors.ts';
import { noteShared } from '../shared-answers.ts';
import { missingIn } from './channel-check.ts';
import { createClaims } from './claims.ts';
import { post, replace, takeAway } from './post.ts';
import { type AnswerChannel, bodyOf, firstOf, type Question } from './question.ts';
import { extraButtons, isCard, isNear, messageFor, readQuestion } from './reading.ts';
import { sendDraft } from './review.ts';
import { createShortMemory } from './short-memory.ts';
import { remember } from './subjects.ts';
import { createWaits } from './waits.ts';

/** How long an edit of a question changes its answer, in milliseconds. */
export const EDIT_MS = 60_000;
/** How long a channel in which Discord refused a message is left alone, in milliseconds. */
const CLOSED_MS = 600_000;

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
  const claims = createClaims(store, (err) => log.error({ event: 'store-failed', err }));
  /** Questions that are being answered, by their messages: what happens to them meanwhile waits. */
  const underWay = new Map<string, Promise<void>>();

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
    const fallback = guild
      ? languageOfGuild(guild, settings, services.config)
      : services.config.DEFAULT_LANGUAGE;
    if (!before && (await mustWait(question, settings, fallback))) return silent;
    const further = readQuestion(services, services.subjects, question, {
      language: rule.language ?? undefined,
      fallback,
      moment: currentMoment(services),
      community,
    });
    const { answer, asked } = further;
    const isReviewed = guild !== null && rule.mode === 'review' && !isCard(answer);
    const counting = countingOf(services, asked, answer, settings, !isReviewed);
    if (guild && !before) await counting.count(guild.id);
    const drop = async () => {
      if (before?.replyId) await takeAway(before.channel, before.replyId);
      return silent;
    };
    if (isReviewed) {
      await drop();
      return (await draft(question, further, settings, before !== undefined)) ?? silent;
    }
    const message = messageFor(services, question, further, counting.note);
    if (!message) return drop();
    const replyId = await put(question, message, before);
    if (guild) {
      const extra = extraButtons(services, question, answer);
      const place = { guildId: guild.id, channelId: channel.id, messageId: replyId };
      await noteShared(services, place, answer, { extra });
    }
    remember(services.subjects, question, replyId, { text: asked, language: answer.language });
    return { replyId, channel, outcome: answer.kind === 'declined' ? 'declined' : 'answered' };
  }

  /** True for whoever has asked too much; they are told once. Nobody in danger is kept waiting. */
  async function mustWait(
    question: Question,
    { cooldownSeconds }: Settings,
    fallback: Language,
  ): Promise<boolean> {
    const { guild, channel, authorId, via, rule, title } = question;
    const words = `${title ?? ''} ${bodyOf(question)}`;
    if (services.knowledge.index.guard(words).kind === 'danger') return false;
    const asker = {
      guildId: guild?.id ?? 'dm',
      userId: authorId,
      channelId: channel.id,
      isPost: via === 'post',
      cooldownSeconds,
    };
    const seconds = await waits.secondsFor(asker);
    if (seconds === 0) return false;
    if (via !== 'question' && (await waits.isFirstRefusal(asker))) {
      const language = rule.language ?? detectLanguage(words, fallback);
      await say(question, catalogs[language].channels.waitInstead(seconds));
    }
    return true;
  }

  /** Sends a draft to the moderators; undefined where there is nothing to review or nobody to do so. */
  async function draft(
    question: Question,
    further: FurtherAnswer,
    settings: Settings,
    isAgain: boolean,
  ): Promise<Posted | undefined> {
    const { answer } = further;
    const { guild } = question;
    if (!guild || (answer.kind === 'declined' && !isNear(answer))) return undefined;
    const { moderatorsChannel } = settings;
    const channel = moderatorsChannel ? await findChannel(guild, moderatorsChannel) : undefined;
    if (!channel) {
      log.warn({ event: 'no-moderators-channel' });
      return undefined;
    }
    const replyId = await sendDraft(services, channel, question, further, {
      isAgain,
      language: languageOfGuild(guild, settings, services.config),
    });
    return { replyId, channel, outcome: 'draft' };
  }

  /** Puts a message in the place of what was posted before, or posts it; resolves to its id. */
  async function put(
    question: Question,
    message: RenderedMessage,
    before: Posted | undefined,
  ): Promise<string> {
    const replyId = before?.replyId ?? null;
    if (before && replyId !== null && (await replace(before.channel, replyId, message)))
      return replyId;
    const isAgain = before !== undefined;
    const isReply = question.guild !== null;
    return post(question.channel, message, { about: firstOf(question), isReply, isAgain, log });
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
    const own = await claims.take(question);
    if (!own) return;
    const posted = await guarded(own, () => respond(own));
    await claims.settle(own, posted);
    for (const { messageId } of own.parts) live.set(messageId, { question: own, posted });
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
      if (!part || part.text === words || (await isReviewedAlready(known))) return true;
      part.text = words;
      known.posted = await guarded(question, () => respond(question, known.posted));
      await claims.settle(question, known.posted);
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
        // What became of a draft is known in the database only.
        const isKnown = known !== undefined && known.posted.outcome !== 'draft';
        if (isKnown && known.posted.replyId)
          await takeAway(known.posted.channel, known.posted.replyId);
        if (guildId === null) return;
        const handled = await findHandled(store, guildId, messageId);
        if (!handled) return;
        if (!isKnown && handled.replyId)
          await takeAwayLater(channel, handled.replyId, handled.outcome);
        await dropHandled(store, guildId, messageId);
      } catch (err) {
        log.error({ event: 'take-away-failed', err });
      }
    },
  };

  /** True when a moderator has posted or discarded the draft meanwhile: an edit comes too late. */
  async function isReviewedAlready({ question, posted }: Live): Promise<boolean> {
    if (posted.outcome !== 'draft' || !question.guild) return false;
    const handled = await findHandled(store, question.guild.id, firstOf(question));
    return handled?.outcome !== 'draft';
  }

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
