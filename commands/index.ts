/** The only list of commands: dispatch, registration, the documentation and the tests read it. */
import type { CommandGroup, CommandList } from '../src/discord/command.ts';
import { turnListButton } from './components/list.ts';
import { moreButton } from './components/more.ts';
import { shareButton } from './components/share.ts';
import { openSourceButton, openSourceMenu, turnCardButton } from './components/source.ts';
import { storyButton } from './components/story.ts';
import { openTermMenu } from './components/term.ts';
import { turnTimelineButton } from './components/timeline.ts';
import { aboutSubcommand } from './mpp/about.ts';
import { askSubcommand } from './mpp/ask.ts';
import { defineSubcommand } from './mpp/define.ts';
import { sourceSubcommand } from './mpp/source.ts';
import { sourcesSubcommand } from './mpp/sources.ts';
import { statusSubcommand } from './mpp/status.ts';
import { timelineSubcommand } from './mpp/timeline.ts';

const members: CommandGroup = {
  name: (corpus) => corpus.info.command,
  description: (catalog, policy) => catalog.commands.mpp.description(policy),
  subcommands: [
    askSubcommand,
    sourceSubcommand,
    sourcesSubcommand,
    timelineSubcommand,
    statusSubcommand,
    defineSubcommand,
    aboutSubcommand,
  ],
};

export const commands: CommandList = {
  groups: [members],
  components: [
    shareButton,
    moreButton,
    storyButton,
    openSourceButton,
    openSourceMenu,
    turnCardButton,
    turnListButton,
    turnTimelineButton,
    openTermMenu,
  ],
};
