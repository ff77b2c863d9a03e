/** Finds the handler of an interaction and runs it. The only catch: failure becomes words here. */
import { randomBytes } from 'node:crypto';
import type { Interaction } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import { type Catalog, catalogs } from '../messages/catalog.ts';
import type { InteractionOutcome } from '../ops/metrics.ts';
import type { Services } from '../services.ts';
import type { Audience, CommandGroup, CommandList, Subcommand } from './command.ts';
import { decodeCustomId } from './custom-id.ts';
import { languageOf } from './language.ts';
import { checkAudience } from './permissions.ts';
import { deliver, replyText } from './reply.ts';
import { hasCode } from './rest-errors.ts';
import { SUGGESTION_PATIENCE_MS } from './turns.ts';

/**
 * What is to be done for an interaction, and its name for the log and the figures: it never holds what was typed and
 * is one of few.
 */
interface Task {
  name: string;
  audience: Audience;
  /** Longest wait for its turn, in milliseconds; PATIENCE_MS unless given. */
  patienceMs?: number;
  /** Whether it is worth a line at the usual level: suggestions come with every key that is pressed. */
  isQuiet?: boolean;
  run(): Promise<unknown>;
}

/** Answers one interaction. Never throws; what went wrong is in the log with the reference that the person sees. */
export async function dispatch(
  interaction: Interaction,
  commands: CommandList,
  services: Services,
): Promise<void> {
  const started = performance.now();
  const { metrics, log, turns } = services;
  const task = taskOf(interaction, commands, services);
  const missed = await turns.take(
    () => runTask(task, interaction, started, services),
    task.patienceMs,
  );
  if (!missed) return;
  const seconds = (performance.now() - started) / 1000;
  const ms = Math.round(seconds * 1000);
  log.warn({ event: 'interaction', name: task.name, outcome: 'dropped', reason: missed, ms });
  metrics.interaction(task.name, 'dropped', seconds);
}

async function runTask(
  { name, audience, isQuiet, run }: Task,
  interaction: Interaction,
  started: number,
  services: Services,
): Promise<void> {
  try {
    checkAudience(interaction, audience);
    await run();
    const ms = Math.round(performance.now() - started);
    services.log[isQuiet ? 'debug' : 'info']({ event: 'interaction', name, outcome: 'ok', ms });
    services.metrics.interaction(name, 'ok', (performance.now() - started) / 1000);
  } catch (error) {
    const outcome = await explain(error, interaction, name, services);
    services.metrics.interaction(name, outcome, (performance.now() - started) / 1000);
  }
}

function taskOf(interaction: Interaction, commands: CommandList, services: Services): Task {
  if (interaction.isAutocomplete()) {
    const { group, subcommand } = findSubcommand(interaction, commands, services);
    return {
      name: `complete ${nameOf(interaction, subcommand)}`,
      audience: group?.audience ?? 'everyone',
      isQuiet: true,
      patienceMs: SUGGESTION_PATIENCE_MS,
      run: async () => {
        const choices = (await subcommand?.autocomplete?.(interaction, services)) ?? [];
        await deliver(() => interaction.respond(choices));
      },
    };
  }
  if (interaction.isChatInputCommand()) {
    const { group, subcommand } = findSubcommand(interaction, commands, services);
    if (!group || !subcommand) return refuse('command unknown', 'unknownCommand');
    return {
      name: nameOf(interaction, subcommand),
      audience: group.audience,
      run: () => subcommand.run(interaction, services),
    };
  }
  if (interaction.isMessageContextMenuCommand()) {
    const menu = commands.menus.find(({ name }) => name(catalogs.en) === interaction.commandName);
    if (!menu) return refuse('menu unknown', 'unknownCommand');
    return {
      name: `menu ${menu.name(catalogs.en)}`,
      audience: menu.audience,
      run: () => menu.run(interaction, services),
    };
  }
  if (interaction.isMessageComponent()) {
    const { handler, args } = findHandler(interaction.customId, commands.components);
    if (!handler) return refuse('press unknown', 'staleButton');
    return {
      name: `press ${handler.action}`,
      audience: handler.audience ?? 'everyone',
      run: () => handler.run(interaction, args, services),
    };
  }
  if (interaction.isModalSubmit()) {
    const { handler, args } = findHandler(interaction.customId, commands.forms);
    if (!handler) return refuse('form unknown', 'staleButton');
    return {
      name: `form ${handler.action}`,
      audience: handler.audience ?? 'everyone',
      run: () => handler.run(interaction, args, services),
    };
  }
  return refuse(`type ${interaction.type}`, 'unknownCommand');
}

function refuse(name: string, key: string): Task {
  return { name, audience: 'everyone', run: () => Promise.reject(new UserError(key)) };
}

function findSubcommand(
  interaction: {
    commandName: string;
    options: {
      getSubcommand(required: false): string | null;
      getSubcommandGroup(required: false): string | null;
    };
  },
  commands: CommandList,
  { knowledge }: Services,
): { group?: CommandGroup; subcommand?: Subcommand } {
  const group = commands.groups.find(
    (known) => known.name(knowledge.index.corpus) === interaction.commandName,
  );
  const name = interaction.options.getSubcommand(false);
  const within = interaction.options.getSubcommandGroup(false) ?? undefined;
  const subcommand = group?.subcommands.find(
    (known) => known.name === name && known.group === within,
  );
  return { ...(group && { group }), ...(subcommand && { subcommand }) };
}

function nameOf({ commandName }: { commandName: string }, subcommand: Subcommand | undefined) {
  if (!subcommand) return 'unknown';
  return [commandName, subcommand.group, subcommand.name].filter((word) => word).join(' ');
}

function findHandler<T extends { action: string }>(
  customId: string,
  handlers: readonly T[],
): { handler: T | undefined; args: string[] } {
  const id = decodeCustomId(customId);
  return {
    handler: handlers.find(({ action }) => action === id?.action),
    args: id?.args ?? [],
  };
}

async function explain(
  error: unknown,
  interaction: Interaction,
  name: string,
  { log, config }: Services,
): Promise<InteractionOutcome> {
  // The interaction is gone: 3 s passed, or it was answered elsewhere.
  if (hasCode(error, RESTJSONErrorCodes.UnknownInteraction)) {
    log.warn({ event: 'interaction', name, outcome: 'too-late' });
    return 'too-late';
  }
  const { errors } = catalogs[languageOf(interaction, config)];
  let words = error instanceof UserError ? wordsFor(error, errors) : undefined;
  const outcome = words === undefined ? 'fault' : 'refused';
  if (words !== undefined) {
    log.info({ event: 'interaction', name, outcome: 'refused', key: (error as UserError).key });
  } else {
    const reference = randomBytes(4).toString('hex');
    log.error({ event: 'interaction', name, outcome: 'fault', reference, err: error });
    words = errors.fault(reference);
  }
  if (interaction.isAutocomplete()) await deliver(() => interaction.respond([])).catch(() => {});
  if (!interaction.isRepliable()) return outcome;
  try {
    await replyText(interaction, words);
  } catch (cause) {
    log.warn({ event: 'apology-failed', name, err: cause });
  }
  return outcome;
}

function wordsFor({ key, params }: UserError, errors: Catalog['errors']): string | undefined {
  const words = errors[key as keyof Catalog['errors']] as
    | string
    | ((params: UserError['params']) => string)
    | undefined;
  return typeof words === 'function' ? words(params) : words;
}
