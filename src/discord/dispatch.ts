/** Finds the handler of an interaction and runs it. The only catch: failure becomes words here. */
import { randomBytes } from 'node:crypto';
import { DiscordAPIError, type Interaction } from 'discord.js';
import { UserError } from '../errors.ts';
import { type Catalog, catalogs, languageOfLocale } from '../messages/catalog.ts';
import type { Services } from '../services.ts';
import type { CommandList, Subcommand } from './command.ts';
import { decodeCustomId } from './custom-id.ts';
import { replyText } from './reply.ts';

/** JSON error code of Discord: the interaction is gone (3 s passed, or it was answered elsewhere). */
const UNKNOWN_INTERACTION = 10062;

/** Answers one interaction. Never throws; what went wrong is in the log with the reference that the person sees. */
export async function dispatch(
  interaction: Interaction,
  commands: CommandList,
  services: Services,
): Promise<void> {
  const texts = catalogs[languageOfLocale(interaction.locale)];
  const started = performance.now();
  const name = nameOf(interaction);
  try {
    await route(interaction, commands, services);
    services.log.info({
      event: 'interaction',
      name,
      outcome: 'ok',
      ms: Math.round(performance.now() - started),
    });
  } catch (error) {
    await explain(error, interaction, texts, name, services);
  }
}

async function route(
  interaction: Interaction,
  commands: CommandList,
  services: Services,
): Promise<void> {
  if (interaction.isAutocomplete()) {
    const choices =
      findSubcommand(interaction, commands, services)?.autocomplete?.(interaction, services) ?? [];
    await interaction.respond(choices);
  } else if (interaction.isChatInputCommand()) {
    const subcommand = findSubcommand(interaction, commands, services);
    if (!subcommand) throw new UserError('unknownCommand');
    await subcommand.run(interaction, services);
  } else if (interaction.isMessageComponent()) {
    const id = decodeCustomId(interaction.customId);
    const handler = commands.components.find(({ action }) => action === id?.action);
    if (!id || !handler) throw new UserError('staleButton');
    await handler.run(interaction, id.args, services);
  } else if (interaction.isRepliable()) {
    throw new UserError('unknownCommand');
  }
}

function findSubcommand(
  interaction: { commandName: string; options: { getSubcommand(required: false): string | null } },
  commands: CommandList,
  { knowledge }: Services,
): Subcommand | undefined {
  const group = commands.groups.find(
    (known) => known.name(knowledge.index.corpus) === interaction.commandName,
  );
  const name = interaction.options.getSubcommand(false);
  return group?.subcommands.find((known) => known.name === name);
}

async function explain(
  error: unknown,
  interaction: Interaction,
  texts: Catalog,
  name: string,
  { log }: Services,
): Promise<void> {
  if (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION) {
    log.warn({ event: 'interaction', name, outcome: 'too-late' });
    return;
  }
  let words: string;
  if (error instanceof UserError) {
    log.info({ event: 'interaction', name, outcome: 'refused', key: error.key });
    words = wordsFor(error, texts);
  } else {
    const reference = randomBytes(4).toString('hex');
    log.error({ event: 'interaction', name, outcome: 'fault', reference, err: error });
    words = texts.errors.fault(reference);
  }
  if (!interaction.isRepliable()) return;
  try {
    await replyText(interaction, words);
  } catch (cause) {
    log.warn({ event: 'apology-failed', name, err: cause });
  }
}

function wordsFor(error: UserError, texts: Catalog): string {
  const text = texts.errors[error.key as keyof Catalog['errors']];
  if (typeof text === 'string') return text;
  throw new Error(`no text for the error ${error.key}`);
}

/** Name for the log: command and subcommand or the action of a button, never what was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.isChatInputCommand() || interaction.isAutocomplete()) {
    return `${interaction.isAutocomplete() ? 'complete ' : ''}${interaction.commandName} ${interaction.options.getSubcommand(false) ?? ''}`.trim();
  }
  if (interaction.isMessageComponent())
    return `press ${decodeCustomId(interaction.customId)?.action ?? 'unknown'}`;
  return `type ${interaction.type}`;
}
