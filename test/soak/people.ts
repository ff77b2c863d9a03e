/** What people do during a soak, and what becomes of it. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../helpers/desk.ts';
import type { Interaction } from '../helpers/discord/interactions.ts';
import { MODERATOR_PERMISSIONS } from '../helpers/discord/permissions.ts';
import type { StandIn } from '../helpers/discord/stand-in.ts';
import type { Unanswered } from './account.ts';
import type { Chance } from './random.ts';

/** How often something came of what people did. */
export interface Tally {
  sent: number;
  answered: number;
  /** The bot said in its own way that it couldn't: an apology with a reference. */
  apologised: number;
  /** Nothing came within Discord's three seconds. */
  unanswered: Unanswered[];
  /** Wasn't sent, because no connection to Discord was open: Discord itself tells the person. */
  notSent: number;
  slowest: number;
}

export const newTally = (): Tally => ({
  sent: 0,
  answered: 0,
  apologised: 0,
  unanswered: [],
  notSent: 0,
  slowest: 0,
});

const QUESTIONS = [
  'What is the night ferry?',
  'How many people took the night ferry in 2023?',
  'is it still running?',
  'how much does a crossing cost',
  '¿Sigue saliendo el transbordador?',
  '¿Cuánto cuesta el transbordador nocturno?',
  'who runs the moon?',
  'asdf qwer zxcv',
  'thanks!',
  'My number is A123456789, what about the ferry?',
  '@everyone <@123456789012345678> https://evil.example ferry',
  '',
];

export interface People {
  /** One thing that somebody does; its outcome is in the tally. */
  act(): Promise<void>;
  tally: Tally;
  /** Begins a tally anew and gives the last one. */
  turn(): Tally;
  /** Changes of settings that the bot said it had made, and those that were tried. */
  changes: { readonly told: number; readonly tried: number };
}

export function createPeople(discord: StandIn, chance: Chance, howMany = 50): People {
  const { world } = discord;
  const everybody = Array.from({ length: howMany }, (_, i) =>
    world.addMember({ name: `member ${i}` }),
  ).map(({ user }) => user);
  const moderator = world.addMember({ name: 'mod', permissions: MODERATOR_PERMISSIONS }).user;
  let tally = newTally();
  let latest: Outcome | undefined;
  const changes = { told: 0, tried: 0 };

  const slash = (subcommand: string, options = {}) =>
    discord.slash({
      command: 'ferry',
      subcommand,
      options,
      user: chance.oneOf(everybody),
      locale: chance.oneOf(['en-US', 'es-419', 'fr']),
    });

  const ways: readonly [weight: number, act: () => Promise<unknown>][] = [
    [50, () => slash('ask', { question: chance.oneOf(QUESTIONS) || 'x' })],
    [
      20,
      () =>
        discord.autocomplete({
          command: 'ferry',
          subcommand: 'ask',
          options: { question: chance.oneOf(QUESTIONS).slice(0, chance.below(20)) },
          focused: 'question',
          user: chance.oneOf(everybody),
        }),
    ],
    [5, () => slash('source', { id: 'harbour-act-2020' })],
    [5, () => slash('check', { claim: 'A crossing costs 3 crowns' })],
    [4, () => slash('status')],
    [4, () => slash('about')],
    [4, () => slash('privacy')],
    [3, () => slash('define', { term: 'nobody knows this' })],
    [10, pressSomething],
    [4, changeSetting],
  ];
  const total = ways.reduce((sum, [weight]) => sum + weight, 0);

  /** Presses a button of the latest answer; asks first when there is none. */
  async function pressSomething(): Promise<unknown> {
    const message = latest?.message;
    const buttons = message
      ? discord
          .widgets(message)
          .filter(
            (widget) => widget['type'] === 2 && widget['custom_id'] && widget['disabled'] !== true,
          )
      : [];
    if (!message || message.deleted || buttons.length === 0) return slash('about');
    const id = String(chance.oneOf(buttons)['custom_id']);
    return discord.press(message, id, { forged: true, user: chance.oneOf(everybody) });
  }

  async function changeSetting(): Promise<unknown> {
    changes.tried += 1;
    const outcome = await discord.slash({
      command: 'ferry-mod',
      subcommand: 'settings',
      // Another value each time, so that each is a change.
      options: { retention: 1 + (changes.tried % 90) },
      user: moderator,
    });
    if (outcome.deferred)
      await outcome.final().catch((error: Error) => {
        throw new Error(error.message, { cause: outcome.interaction });
      });
    if (!isApology(outcome)) changes.told += 1;
    return outcome;
  }

  return {
    changes,
    get tally() {
      return tally;
    },
    turn() {
      const done = tally;
      tally = newTally();
      return done;
    },
    async act() {
      // The tally of the moment in which it was sent.
      const mine = tally;
      if (discord.gateway.connectedShards.length === 0) {
        mine.notSent += 1;
        await sleep(50);
        return;
      }
      let left = chance.next() * total;
      const [, way] = ways.find(([weight]) => {
        left -= weight;
        return left < 0;
      }) ?? [0, () => slash('about')];
      mine.sent += 1;
      const sessions = discord.gateway.sessionsConnected;
      try {
        const outcome = await way();
        if (isOutcome(outcome)) {
          mine.slowest = Math.max(mine.slowest, outcome.millis);
          if (isApology(outcome)) mine.apologised += 1;
          if (chance.next() < 0.2 && outcome.message) latest = outcome;
        }
        mine.answered += 1;
      } catch (error) {
        const why = String(error);
        if (/no bot has identified/.test(why)) {
          // The connection was lost between the look and the sending.
          mine.sent -= 1;
          mine.notSent += 1;
          await sleep(50);
        } else if (/waited \d+ ms for/.test(why)) {
          const { id, startedAt } = (error as Error).cause as Interaction;
          const what = /ms for ([^;]*)/.exec(why)?.[1] ?? why;
          mine.unanswered.push({
            id,
            what,
            sentAt: startedAt,
            gaveUpAt: performance.now(),
            sessions,
          });
        }
        // A fault of the soak itself.
        else throw error;
      }
    },
  };
}

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && 'interaction' in value;

/** Whether the bot said that something went wrong on its side. */
function isApology({ message }: Outcome): boolean {
  return /(?:whoever runs the bot|quien opera el bot): [0-9a-f]{8}/.test(message?.content ?? '');
}
