/** Why somebody got no answer: each interaction is matched with what the stand-in for Discord saw of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../helpers/discord/stand-in.ts';

/** An interaction that nobody answered in time. */
export interface Unanswered {
  id: string;
  what: string;
  /** By `performance.now()`, as all times here. */
  sentAt: number;
  /** When the person stopped waiting: Discord's three seconds and the stand-in's grace, more behind a deferral. */
  gaveUpAt: number;
  /** Sessions that were connected when it was sent. */
  sessions: readonly string[];
}

/** An answer of the bot that did not arrive: refused, or lost to a fault of ours. */
export interface FailedAnswer {
  status: number;
  code: number | null;
  faulty: boolean;
}

/** A time in which the gateway closed a connection (both ends equal) or sent nothing. */
export interface Outage {
  from: number;
  to: number;
}

export interface Account {
  /** How many went unanswered for which reason. */
  byReason: Record<string, number>;
  /** In words, each that has no reason. */
  unmatched: string[];
}

/** The bot, as far as its log tells why nobody was answered. */
interface Logging {
  reasons(): number;
  sessionsEnded(): number;
}

/** How many lines of either sort the log had when the interactions began. */
export interface Logged {
  reasons: number;
  sessionsEnded: number;
}

/** A fault holds an answer back for ten seconds at most; then the bot's log has its line. */
const LATEST_MS = 20_000;
/** The callback's path, or one with a token of the stand-in: both carry the interaction's id. */
const PATH = /^\/(?:interactions\/|webhooks\/\d+\/aW50ZXJhY3Rpb246)(\d+)\b/;
const UNKNOWN_INTERACTION = 10_062;

/** Where the reason stands in the bot's log as well, because the bot tried to answer. */
const TRIED = {
  injected: 'answer lost to an injected fault',
  late: 'answer after three seconds',
} as const;
const LOST = 'session ended with it on its way';

/** The reason; undefined when nothing that happened explains it. */
export function reasonOf(
  { sentAt, gaveUpAt, sessions }: Unanswered,
  seen: {
    answers: readonly FailedAnswer[];
    outages: readonly Outage[];
    connected: readonly string[];
  },
): string | undefined {
  const isGone = sessions.every((id) => !seen.connected.includes(id));
  const wasCut = seen.outages.some(({ from, to }) => from <= gaveUpAt && to >= sentAt);
  // A bot that ended, or that lost its session, can't log what became of it.
  if (isGone && wasCut) return LOST;
  if (seen.answers.some(({ faulty }) => faulty)) return TRIED.injected;
  if (seen.answers.some(({ code }) => code === UNKNOWN_INTERACTION)) return TRIED.late;
  return undefined;
}

/** Keeps of the stand-in's log what explains missing answers, and lets go of the rest. */
export function createAccounts(discord: StandIn) {
  const failed = new Map<string, FailedAnswer[]>();

  /** To be called often: the stand-in's log of all requests would outgrow this process. */
  function drain(): void {
    for (const { path, status, code, faulty } of (discord.requests as unknown[]).splice(
      0,
    ) as typeof discord.requests) {
      const id = PATH.exec(path)?.[1];
      if (id === undefined || (status >= 200 && status < 300 && !faulty)) continue;
      failed.set(id, [...(failed.get(id) ?? []), { status, code, faulty }]);
    }
  }

  return {
    drain,
    /**
     * Matches each with its reason; waits for answers that are still held back, and for the log.
     * @param bot the process, whose log has to hold a line for each answer that it tried to give, and
     *   for the end of a session
     */
    async settle(
      unanswered: readonly Unanswered[],
      bot: Logging,
      before: Logged = { reasons: 0, sessionsEnded: 0 },
    ): Promise<Account> {
      const deadline = performance.now() + LATEST_MS;
      for (;;) {
        drain();
        const account = accountOf(unanswered, (item) =>
          reasonOf(item, {
            answers: failed.get(item.id) ?? [],
            outages: discord.gateway.outages,
            connected: discord.gateway.sessionsConnected,
          }),
        );
        const tried = Object.values(TRIED).reduce(
          (sum, reason) => sum + (account.byReason[reason] ?? 0),
          0,
        );
        const missing = tried - (bot.reasons() - before.reasons);
        const isSilent =
          account.byReason[LOST] !== undefined && bot.sessionsEnded() === before.sessionsEnded;
        const isWhole = account.unmatched.length === 0 && missing <= 0 && !isSilent;
        if (isWhole || performance.now() > deadline) {
          failed.clear();
          if (missing > 0) account.unmatched.push(`${missing} of ${tried} not in the bot's log`);
          if (isSilent) account.unmatched.push("the end of the session is not in the bot's log");
          return account;
        }
        await sleep(100);
      }
    },
  };
}

function accountOf(
  unanswered: readonly Unanswered[],
  reason: (item: Unanswered) => string | undefined,
): Account {
  const account: Account = { byReason: {}, unmatched: [] };
  for (const item of unanswered) {
    const why = reason(item);
    if (why === undefined) account.unmatched.push(`${item.what} (${item.id}) without a reason`);
    else account.byReason[why] = (account.byReason[why] ?? 0) + 1;
  }
  return account;
}
