/** The only list of commands: dispatch, registration, the documentation and the tests read it. */
import type { CommandGroup, CommandList } from '../src/discord/command.ts';
import { shareButton } from './components/share.ts';
import { askSubcommand } from './mpp/ask.ts';

const members: CommandGroup = {
  name: (corpus) => corpus.info.command,
  description: (catalog) => catalog.commands.mpp.description,
  subcommands: [askSubcommand],
};

export const commands: CommandList = { groups: [members], components: [shareButton] };
