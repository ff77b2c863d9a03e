/** The bot with the small corpus, and a moderator who uses it. */
import { type RunningApp, startApp } from './app.ts';
import { FIXTURE_CORPUS } from './corpus.ts';
import type { StoredMessage } from './discord/messages.ts';
import type { OptionValues } from './discord/options.ts';
import type { Circumstances } from './discord/scene.ts';
import type { StandInOptions } from './discord/stand-in.ts';
import { textsOf } from './sendable.ts';

export type Desk = Awaited<ReturnType<typeof startDesk>>;
export type Outcome = Awaited<ReturnType<RunningApp['discord']['slash']>>;

/** What a person reads of a message. */
export function textOf(message: StoredMessage | null): string {
  if (!message) return '';
  return message.content || textsOf({ components: message.components as never }).join('\n');
}

/** What a person reads of the answer to what they did, in its final state. */
export async function read(outcome: Outcome): Promise<string> {
  return textOf(outcome.deferred ? await outcome.final() : outcome.message);
}

/** Starts the bot; `mod` runs a command of moderators as one, `ask` asks as a member. */
export async function startDesk(env: Record<string, string> = {}, standIn: StandInOptions = {}) {
  const app = await startApp({ CORPUS_DIR: FIXTURE_CORPUS, ...env }, standIn);
  const { discord } = app;
  const people = [...discord.world.users.values()];
  const moderator = people.find(({ name }) => name === 'moderator');
  const asker = people.find(({ name }) => name === 'asker');
  if (!moderator || !asker) throw new Error('the stand-in has no moderator or no asker');
  const as = moderator;
  return {
    app,
    discord,
    moderator,
    asker,
    mod(path: string, options: OptionValues = {}, where: Circumstances = {}) {
      const [group, subcommand] = path.split(' ');
      const named = subcommand ? { group, subcommand } : { subcommand: group };
      return discord.slash({
        command: 'ferry-mod',
        ...(named as { subcommand: string }),
        options,
        user: as,
        ...where,
      });
    },
    suggest(path: string, focused: string, typed: string, where: Circumstances = {}) {
      const [group, subcommand] = path.split(' ');
      const named = subcommand ? { group, subcommand } : { subcommand: group };
      return discord.autocomplete({
        command: 'ferry-mod',
        ...(named as { subcommand: string }),
        options: { [focused]: typed },
        focused,
        user: as,
        ...where,
      });
    },
    ask(question: string, where: Circumstances = {}, options: OptionValues = {}) {
      return discord.slash({
        command: 'ferry',
        subcommand: 'ask',
        options: { question, ...options },
        user: asker,
        ...where,
      });
    },
    /** The custom ids of what can be pressed on a message. */
    idsOn: (message: StoredMessage | null) =>
      message ? discord.widgets(message).map((widget) => String(widget['custom_id'])) : [],
    /** Faults that the log tells of. */
    faults: () => app.log.filter(({ outcome, level }) => outcome === 'fault' || level === 'error'),
    stop: () => app.stop(),
  };
}
