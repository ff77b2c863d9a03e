/** Texts of the moderators' desk and of what moderators put before members, in English. */
import { formatDate, formatList, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value.slice(0, 10), 'en');
const number = (value: number) => formatNumber(value, 'en');
const list = (items: readonly string[]) => formatList(items, 'en');
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
const percent = (share: number) => `${Math.round(100 * share)}%`;
const someone = 'a moderator';

export const moderation = {
  someone,
  noReason: 'no reason given',
  date,
  community: {
    title: 'Answer of this community',
    writtenBy: (name: string, day: string) =>
      `Written by the moderators of this server (${name}, ${date(day)}), not part of the collection`,
    restsOn: 'It rests on',
    alsoSays: 'What the collection says on the question',
    someone,
  },
  feedback: {
    thanks:
      'Thank you. The moderators of this server see how often an answer helped, never who said so.',
    changed: 'Your earlier vote on this answer was replaced.',
    formTitle: 'What was wrong?',
    formLabel: 'You can leave this open',
    formHint: 'The moderators see the reasons, never who gave them',
    reasons: {
      'wrong-source': 'Wrong source',
      'out-of-date': 'Out of date',
      'no-answer': "It didn't answer my question",
      unfair: 'Unfair',
      unsafe: 'Unsafe',
    },
  },
  keepsQuestion: (days: number) =>
    `This server keeps the text of questions that are not answered for ${count(days, 'day')}, without who asked.`,
  privacy: {
    title: 'What is kept about you',
    always:
      'Your questions are looked up and forgotten: they stand in no log, and your user id is kept nowhere in the clear. What you asked last is remembered for ten minutes, in memory only, so that you can ask on; which messages were answered in channels, by their ids, for a day or two.',
    remembered: 'What you asked in the last ten minutes is in memory now.',
    forgottenSubject: 'Forgotten: what you asked in the last ten minutes.',
    noQuestions: 'This server does not keep the text of questions.',
    questions: (days: number) =>
      `This server keeps the text of questions that are not answered for ${count(days, 'day')}, without who asked. So leave personal details out.`,
    nothing: 'Nothing is kept about you in this server.',
    held: (votes: number, acts: number, days: number) =>
      `In this server: ${count(votes, 'vote')} on answers, under a key that is thrown away in time, and your name beside ${count(acts, 'thing')} that you did as a moderator. Votes and names in the history go after ${count(days, 'day')} by themselves.`,
    elsewhere:
      'Here, outside of servers, nothing is kept at all. Run this in a server to see what is kept there.',
    forget: 'Forget me',
    forgotten:
      'Forgotten: your votes in this server are deleted, and your name is taken off what you did. Sums stay; they say nothing about you.',
  },
  settings: {
    title: 'Settings of this server',
    changed: (names: string[]) => `Changed: ${list(names)}.`,
    names: {
      language: 'Language',
      visibility: 'Answers',
      moderatorsChannel: "Moderators' channel",
      reminders: 'Review reminders',
      cooldownSeconds: 'Wait between questions',
      keepQuestions: 'Text of questions that are not answered',
      retentionDays: 'Kept about persons',
    },
    memberLanguage: 'that of each member',
    language: { en: 'English', es: 'Spanish' },
    visibility: {
      private: 'private, unless the asker says otherwise',
      public: 'public, unless the asker says otherwise',
    },
    noChannel: 'none (no reminders)',
    on: 'on',
    off: 'off',
    noWait: 'none',
    seconds: (value: number) => count(value, 'second'),
    days: (value: number) => `at most ${count(value, 'day')}`,
    kept: 'kept, without who asked; members are told',
    notKept: 'not kept',
  },
  pins: {
    title: (value: number) => count(value, 'pinned source'),
    none: 'No source is pinned yet. Pin one with the command pin, or from the menu of a message.',
    open: 'Open a pin',
    state: {
      placing: 'being posted',
      pinned: 'in place',
      posted: 'posted, not pinned',
      unpinned: 'unpinned by hand',
      deleted: 'deleted by hand',
      unreachable: 'the channel is gone or closed to me',
    },
    outdated: 'outdated: the collection says something else by now',
    sourceGone: 'the source is no longer in the collection',
    owner: (name: string | null, day: string) => `pinned by ${name ?? someone} on ${date(day)}`,
    review: (day: string) => `review on ${date(day)}`,
    reviewDue: (day: string) => `review was due on ${date(day)}`,
    noReview: 'no review date',
    reason: (reason: string) => `Reason: ${reason}`,
    link: 'Go to the card',
    gone: 'unknown source',
    cardNote: (day: string) =>
      `Pinned by the moderators of this server, from the collection of ${date(day)}`,
    updatedNote: (day: string) => `Updated on ${date(day)}: the collection changed this entry`,
    goneNote: (day: string) => `Since ${date(day)} this source is no longer in the collection`,
    unpinnedNote: (day: string) => `No longer kept up to date since ${date(day)}`,
    outcome: {
      pinned: 'Pinned.',
      already: 'That source is pinned there already.',
      busy: 'Somebody is pinning that source there at this moment.',
      'no-permission':
        'The card is posted, but not pinned: I lack the permission Pin Messages in that channel. Grant it there and run the command again; the card is not posted twice.',
      full: 'The card is posted, but not pinned: the channel has as many pins as Discord allows (250). Unpin something and run the command again; the card is not posted twice.',
    },
    where: (channel: string) => `Channel: <#${channel}>`,
    removed: 'Unpinned. The card stays as an ordinary message and is no longer kept up to date.',
    removedRecord:
      'The record is removed. There was nothing to unpin: the card or its channel is gone, or it was unpinned by hand.',
    removedStillPinned:
      'The record is removed, but the card is still pinned: I lack the permission Pin Messages there. Unpin it by hand.',
    reminderTitle: 'A pinned source is due for review',
    reminder: (name: string | null, day: string) =>
      `Pinned by ${name ?? someone}. The review was planned for ${date(day)}: does it still belong there?`,
    reviewed: (day: string) => `Reviewed. The next review is on ${date(day)}.`,
    formTitle: 'Pin a source here',
    formSource: 'Source',
    formSourceHint: 'Those of this message first, then those that come nearest to it',
    formDays: 'Days until it is reviewed',
    formDaysHint: '1 to 365; leave it empty for no review',
    formReason: 'Reason',
    formReasonHint: 'For other moderators; leave names of members out',
  },
  answers: {
    title: (value: number) => count(value, 'curated answer'),
    none: 'There is no curated answer yet. Write one with answer add.',
    open: 'Open an answer',
    edited: (name: string | null, day: string) => `${name ?? someone}, ${date(day)}`,
    saved: 'Saved. This is what members see:',
    removed: 'Removed. With the command history it can be brought back.',
    noBase: 'Not shown to members: none of the passages that it rests on is in the collection.',
    adviceWarning:
      'One of the questions reads like a request for advice on a personal case. Members who ask it get the advice card, not this answer.',
    wordings: (value: number) => count(value, 'wording'),
    formTitle: { add: 'A curated answer', edit: 'Edit a curated answer' },
    formQuestions: 'Questions that it answers',
    formQuestionsHint: (most: number, length: number) =>
      `One on each line: at most ${most}, of up to ${length} characters`,
    formText: "The answer, in the moderators' words",
    formTextHint: (length: number) =>
      `Up to ${length} characters. Links and formats show as plain text`,
    formPassages: 'Passages that it rests on',
    formPassagesHint: 'One to three; members see them below the answer',
    formLanguages: 'Members who are shown it ask in',
    problem: 'Not saved yet; what you wrote is kept.',
    problems: {
      noQuestion: 'There is no question. Write at least one.',
      tooMany: (most: number) => `There are more than ${most} questions.`,
      tooLong: (length: number) => `A question is longer than ${length} characters.`,
      personalData: 'A question holds personal data. Leave it out.',
      danger: 'A question reads like a call for help; those always get the safety card.',
      unfindable: 'A question has no word by which it could be found.',
      noText: 'The answer is empty.',
      noPassage: 'No passage is chosen that is in the collection.',
      full: (most: number) => `There are ${number(most)} curated answers, as many as fit.`,
      conflict: (name: string | null) =>
        `${name ?? someone} has changed this answer meanwhile. This is what stands there:`,
      gone: 'This answer was removed meanwhile. Sending the form again makes it anew.',
    },
  },
  gaps: {
    title: (value: number) => `${count(value, 'gap')}: asked and not answered`,
    none: 'No gap is open: every question was answered, or none was asked.',
    note: 'By the words that the collection knows. Neither the questions nor who asked are kept, unless this server keeps questions.',
    open: 'Open a gap',
    count: (value: number) => `asked ${value === 1 ? 'once' : `${number(value)} times`}`,
    between: (first: string, last: string) =>
      first === last ? `on ${date(first)}` : `from ${date(first)} to ${date(last)}`,
    questions: 'As it was asked',
    states: {
      open: 'open again',
      answered: 'answered',
      'off-topic': 'off topic',
      dismissed: 'dismissed',
    },
    closed: (state: string) => `Marked as ${state}. With the command history it can be taken back.`,
  },
  stats: {
    title: (days: number) => `The last ${count(days, 'day')}`,
    asked: (asked: number, answered: number) =>
      asked === 0
        ? 'No question was asked.'
        : `${count(asked, 'question')}: ${number(answered)} answered (${percent(answered / asked)}), ${number(asked - answered)} not.`,
    votes: (helpful: number, notHelpful: number) =>
      helpful + notHelpful === 0
        ? 'Nobody has voted.'
        : `${count(helpful + notHelpful, 'vote')}: ${number(helpful)} helpful, ${number(notHelpful)} not helpful.`,
    kept: (pins: number, answers: number, gaps: number) =>
      `${count(pins, 'pin')}, ${count(answers, 'curated answer')}, ${count(gaps, 'open gap')}.`,
    weeks: 'By week',
    chart: 'Questions by week',
    answered: 'answered',
    declined: 'not answered',
    chartWeek: (day: string) => formatDate(day, 'en').replace(/, \d{4}$/, ''),
    figures: (answered: number, declined: number) => `${number(answered)} + ${number(declined)}`,
    alt: (weeks: string[]) => `Bars of the questions by week. ${weeks.join('; ')}.`,
    week: (day: string, asked: number, answered: number, helpful: number, notHelpful: number) =>
      `week of ${date(day)}: ${number(asked)} asked, ${number(answered)} answered, ${number(helpful)} helpful, ${number(notHelpful)} not`,
    answers: 'Answers by votes',
    sources: 'Sources by votes',
    tally: (helpful: number, notHelpful: number, reasons: string[]) =>
      `${number(helpful)} helpful, ${number(notHelpful)} not${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
    gone: 'an answer that is no longer in the collection',
  },
  history: {
    title: (value: number) => count(value, 'change'),
    none: 'Nothing was changed yet.',
    open: 'Take a change back',
    actions: {
      settings: 'changed settings',
      'pin-add': 'pinned a source',
      'pin-change': 'changed a pin',
      'pin-remove': 'unpinned a source',
      'answer-add': 'wrote an answer',
      'answer-edit': 'edited an answer',
      'answer-remove': 'removed an answer',
      'gap-state': 'marked a gap',
      channel: 'changed a Q&A channel',
    },
    reverted: 'took a change back',
    done: 'Taken back. That stands in the history too.',
  },
  export: {
    done: (rows: number) => `${count(rows, 'row')}. The file holds no user ids.`,
  },
  buttons: {
    unpin: 'Unpin',
    reviewed: (days: number) => `Reviewed, ask again in ${count(days, 'day')}`,
    edit: 'Edit',
    remove: 'Remove',
    again: 'Open the form again',
    write: 'Write an answer',
    offTopic: 'Off topic',
    dismiss: 'Dismiss',
  },
  menus: { pinHere: 'Pin a source here' },
  commands: {
    root: (policy: string) => `For moderators: ${policy}`,
    groups: { answer: 'Curated answers of this server' },
    privacy: {
      description: 'What is kept about you here, and a way to have it forgotten',
      options: {},
    },
    settings: {
      description: 'Show or change the settings of this server',
      options: {
        language:
          'Language of cards and reminders, and of answers where the question does not tell',
        visibility: 'Whether answers are private or public when the asker does not choose',
        channel: 'Where moderators are reminded of reviews',
        reminders: 'Remind of pins that are due for review',
        cooldown: 'Seconds that a member waits between two questions; 0 for none',
        keep_questions: 'Keep the text of questions that are not answered, without who asked',
        retention: 'Days that anything about persons is kept',
        reset: 'Set one of them back to what it was at first',
      },
      choices: {
        language: { en: 'English', es: 'Spanish' },
        visibility: { private: 'private', public: 'public' },
        reset: {
          language: 'language',
          visibility: 'visibility',
          moderatorsChannel: 'channel',
          reminders: 'reminders',
          cooldownSeconds: 'cooldown',
          keepQuestions: 'keep_questions (do not keep)',
          retentionDays: 'retention',
        },
      },
    },
    pin: {
      description: 'Post the card of a source and pin it',
      options: {
        source: 'The source: type a part of its title or publisher',
        channel: 'Where; here when it is left out',
        review_days: 'Days until moderators are asked whether it still belongs there',
        reason: 'Why, for other moderators',
      },
    },
    pins: { description: 'Show all pinned sources and how they stand', options: {} },
    unpin: {
      description: 'Unpin a source and remove its record',
      options: { pin: 'The pin: type a part of its title' },
    },
    answerAdd: {
      description: 'Write an answer in your own words; a form opens',
      options: {
        passage: 'A passage that the answer rests on: type words of it',
        passage2: 'Another passage',
        passage3: 'Another passage',
        question: 'A question that it answers; more in the form',
      },
    },
    answerEdit: {
      description: 'Edit a curated answer; a form opens',
      options: {
        answer: 'The answer: type words of its question',
        passage: 'Replace its passages: this one',
        passage2: 'Another passage',
        passage3: 'Another passage',
      },
    },
    answerRemove: {
      description: 'Remove a curated answer',
      options: { answer: 'The answer: type words of its question' },
    },
    answerList: { description: 'Show all curated answers', options: {} },
    gaps: { description: 'Show what was asked and not answered', options: {} },
    stats: {
      description: 'Show figures: questions, votes, what is pinned and written',
      options: { days: 'Of how many days (default: 30)' },
    },
    history: { description: 'Show who changed what, and take changes back', options: {} },
    export: {
      description: 'Save what this server has as a file',
      options: { what: 'What to save', format: 'Form of the file (default: JSON)' },
      choices: {
        what: {
          settings: 'settings',
          pins: 'pins',
          answers: 'curated answers',
          gaps: 'gaps',
          feedback: 'feedback',
          history: 'history',
          shared: 'answers in channels',
        },
        format: { json: 'JSON', csv: 'CSV (for spreadsheets)' },
      },
    },
  },
};
