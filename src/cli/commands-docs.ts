/** docs/COMMANDS.md: every command with its options, from the definitions that Discord gets. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { commands } from '../../commands/index.ts';
import { loadCorpus } from '../corpus/load.ts';
import { commandDefinitions } from '../discord/register.ts';

/** What the page reads of a command or an option. */
interface Described {
  type?: number;
  name: string;
  description?: string;
  name_localizations?: Record<string, string>;
  description_localizations?: Record<string, string>;
  default_member_permissions?: string;
  options?: Described[];
  required?: boolean;
  min_value?: number;
  max_value?: number;
  max_length?: number;
  autocomplete?: boolean;
  choices?: { name: string; value: string }[];
}

const TYPES: Partial<Record<number, string>> = {
  [ApplicationCommandOptionType.String]: 'text',
  [ApplicationCommandOptionType.Integer]: 'whole number',
  [ApplicationCommandOptionType.Boolean]: 'yes or no',
  [ApplicationCommandOptionType.Channel]: 'channel',
};

/** The page. */
export function commandsPage(): string {
  const all = commandDefinitions(commands, loadCorpus('corpus')) as unknown as Described[];
  const menus = all.filter(({ type }) => type === ApplicationCommandType.Message);
  const groups = all.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  return `# Commands

<!-- Written by \`npm run docs\` from commands/index.ts. Don't edit. -->

Discord shows every command in the language of the member's client, English or Spanish; the names of commands and
options are the same in both. Replies are private unless it says otherwise.

${groups.map(groupSection).join('\n\n')}

## Menu of a message

${menus.map(menuLine).join('\n')}

## Buttons below answers

*More* and *Previous* turn the page, *Share* posts a copy for everyone without naming who asked, *About source 1* opens
the card of a source, *The wider story* opens the overview that a narrow answer belongs to. *Helpful* and *Not helpful*
(with reasons, which can be left open) count once a person and answer; moderators see sums, never who voted.
`;
}

function groupSection(command: Described): string {
  const rows = (command.options ?? []).flatMap((option) =>
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? (option.options ?? []).map((inner) => section(`/${command.name} ${option.name}`, inner))
      : [section(`/${command.name}`, option)],
  );
  return `## /${command.name}\n\n${command.description}. ${audience(command)}\n\n${rows.join('\n\n')}`;
}

function audience({ default_member_permissions }: Described): string {
  return default_member_permissions
    ? 'In servers, for those who have the permission *Manage Messages* there; the bot checks it again each time.'
    : 'For everyone, in servers, in direct messages with the bot, and anywhere for those who installed it for themselves.';
}

function section(path: string, subcommand: Described): string {
  const spanish = subcommand.description_localizations?.['es-ES'];
  const head = `### \`${path} ${subcommand.name}\`\n\n${subcommand.description}.\n*${spanish}.*`;
  const options = subcommand.options ?? [];
  if (options.length === 0) return head;
  const rows = options.map((option) => {
    const name = option.required ? `\`${option.name}\` (required)` : `\`${option.name}\``;
    return `| ${name} | ${kindOf(option)} | ${option.description} |`;
  });
  return `${head}\n\n| option | takes | meaning |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

/** What an option takes: its type with limits, its choices, whether something is suggested. */
function kindOf(option: Described): string {
  const { min_value: least, max_value: most, max_length: length, choices } = option;
  if (choices) return choices.map(({ name }) => name).join(', ');
  const type = TYPES[option.type ?? 0] ?? 'text';
  if (least !== undefined && most !== undefined) return `${type}, ${least} to ${most}`;
  const parts = [length === undefined ? type : `${type}, at most ${length} characters`];
  if (option.autocomplete) parts.push('suggested while you type');
  return parts.join('; ');
}

function menuLine(menu: Described): string {
  const spanish = menu.name_localizations?.['es-ES'];
  return `- *${menu.name}* (${spanish}). ${audience(menu)}`;
}
