/** The only list of commands: dispatch, registration, the documentation and the tests read it. */
import type { CommandGroup, CommandList } from '../src/discord/command.ts';
import * as answers from './components/answers.ts';
import * as asked from './components/asked.ts';
import { chooseStyleMenu, citeButton } from './components/cite.ts';
import { compareButton } from './components/compare.ts';
import { forgetButton } from './components/forget.ts';
import * as gaps from './components/gaps.ts';
import * as history from './components/history.ts';
import { turnListButton } from './components/list.ts';
import { moreButton } from './components/more.ts';
import * as pins from './components/pins.ts';
import { reviewButton } from './components/review.ts';
import { shareButton } from './components/share.ts';
import { openSourceButton, openSourceMenu, turnCardButton } from './components/source.ts';
import { storyButton } from './components/story.ts';
import { suggestedButton } from './components/suggested.ts';
import { openTermMenu } from './components/term.ts';
import { turnTimelineButton } from './components/timeline.ts';
import { voteButton } from './components/vote.ts';
import { answerMenu } from './context/answer.ts';
import { checkClaimMenu } from './context/check-claim.ts';
import { pinHereMenu } from './context/pin-here.ts';
import { answerFormHandler } from './forms/answer.ts';
import { lookUpForm } from './forms/look-up.ts';
import { pinHereForm } from './forms/pin-here.ts';
import { reviewForm } from './forms/review.ts';
import { voteFormHandler } from './forms/vote.ts';
import { aboutSubcommand } from './mpp/about.ts';
import { askSubcommand } from './mpp/ask.ts';
import { checkSubcommand } from './mpp/check.ts';
import { compareSubcommand } from './mpp/compare.ts';
import { defineSubcommand } from './mpp/define.ts';
import { privacySubcommand } from './mpp/privacy.ts';
import { sourceSubcommand } from './mpp/source.ts';
import { sourcesSubcommand } from './mpp/sources.ts';
import { statusSubcommand } from './mpp/status.ts';
import { timelineSubcommand } from './mpp/timeline.ts';
import { answerAddSubcommand } from './mpp-mod/answer-add.ts';
import { answerEditSubcommand } from './mpp-mod/answer-edit.ts';
import { answerListSubcommand } from './mpp-mod/answer-list.ts';
import { answerRemoveSubcommand } from './mpp-mod/answer-remove.ts';
import { channelSubcommand } from './mpp-mod/channel.ts';
import { exportSubcommand } from './mpp-mod/export.ts';
import { gapsSubcommand } from './mpp-mod/gaps.ts';
import { historySubcommand } from './mpp-mod/history.ts';
import { pinSubcommand } from './mpp-mod/pin.ts';
import { pinsSubcommand } from './mpp-mod/pins.ts';
import { settingsSubcommand } from './mpp-mod/settings.ts';
import { statsSubcommand } from './mpp-mod/stats.ts';
import { unpinSubcommand } from './mpp-mod/unpin.ts';

const members: CommandGroup = {
  audience: 'everyone',
  name: (corpus) => corpus.info.command,
  description: (catalog, policy) => catalog.commands.mpp.description(policy),
  subcommands: [
    askSubcommand,
    checkSubcommand,
    compareSubcommand,
    sourceSubcommand,
    sourcesSubcommand,
    timelineSubcommand,
    statusSubcommand,
    defineSubcommand,
    aboutSubcommand,
    privacySubcommand,
  ],
};

const moderators: CommandGroup = {
  audience: 'moderators',
  name: (corpus) => `${corpus.info.command}-mod`,
  description: ({ moderation }, policy) => moderation.commands.root(policy),
  groups: { answer: ({ moderation }) => moderation.commands.groups.answer },
  subcommands: [
    pinSubcommand,
    pinsSubcommand,
    unpinSubcommand,
    answerAddSubcommand,
    answerEditSubcommand,
    answerRemoveSubcommand,
    answerListSubcommand,
    gapsSubcommand,
    statsSubcommand,
    historySubcommand,
    settingsSubcommand,
    channelSubcommand,
    exportSubcommand,
  ],
};

export const commands: CommandList = {
  groups: [members, moderators],
  menus: [answerMenu, checkClaimMenu, pinHereMenu],
  components: [
    shareButton,
    moreButton,
    storyButton,
    openSourceButton,
    openSourceMenu,
    turnCardButton,
    turnListButton,
    compareButton,
    ...Object.values(asked),
    reviewButton,
    citeButton,
    chooseStyleMenu,
    suggestedButton,
    voteButton,
    forgetButton,
    ...Object.values(pins),
    ...Object.values(answers),
    ...Object.values(gaps),
    ...Object.values(history),
    turnTimelineButton,
    openTermMenu,
  ],
  forms: [voteFormHandler, answerFormHandler, pinHereForm, lookUpForm, reviewForm],
};
