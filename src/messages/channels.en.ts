/** Texts of the channels in which the bot answers by itself, in English. */

type Params = Readonly<Record<string, string | number>>;

export const channelsEn = {
  title: 'Q&A channels of this server',
  none: 'None yet: I answer commands only. Choose a mode and a channel to change that.',
  channelTitle: (channel: string) => `Answers in <#${channel}>`,
  modes: {
    off: 'I do not answer here by myself. Commands work all the same.',
    mention: 'I answer whoever mentions me, and whoever replies to one of my answers.',
    forum: 'I give the first reply to each new post, and answer in a post when I am mentioned.',
    every: 'I answer each message that is a question, once.',
    review: 'I send a draft to the moderators first; nothing appears here before they post it.',
  },
  modeNames: {
    off: 'off',
    mention: 'when mentioned',
    forum: 'each new post',
    every: 'every question',
    review: 'after review',
  },
  languageIs: (language: string) => `Answers are always in ${language}.`,
  languageOfQuestion: 'Answers are in the language of the question.',
  noticesOn: 'Where nothing is found, the poster is told once.',
  noticesOff: 'Where nothing is found, I stay silent.',
  drafts: (channel: string) => `Drafts go to <#${channel}>.`,
  titleOnly:
    'I can read titles of posts, but not their text. Where a title does not say enough, the poster gets one button to ask. With `MESSAGE_CONTENT=on` and the Message Content intent whoever runs this bot can change that.',
  solvedTag: (name: string) =>
    `When the poster presses “This answered it”, the post gets the tag “${name}”.`,
  solvedTagBlocked: (name: string) =>
    `There is a tag “${name}”. To put it on a post when the poster presses “This answered it”, I need the permission Manage Threads here.`,
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    ReadMessageHistory: 'Read Message History',
  },
  /** What members read. */
  nothingFound: 'I looked this up: the collection holds nothing that answers it.',
  titleUnclear: 'I can read the title only, and it does not tell me what you want to know.',
  waitInstead: (seconds: number) =>
    `That was a lot at once. I answer you again here in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; commands work meanwhile.`,
  fault: (reference: string) =>
    `Sorry, something went wrong here. Please ask again in a minute. Reference for whoever runs the bot: ${reference}`,
  solvedDone: 'Thank you. The post is marked as solved, and I stay silent in it from now on.',
  solvedUntagged:
    'Thank you. I stay silent in this post from now on. I may not set the tag here; you or a moderator can do so in the menu of the post.',
  formTitle: 'Look something up',
  formLabel: 'Your question',
  formHint: 'In English or Spanish. No names or case numbers, please',
  whichOne: 'What do you mean?',
  onItsOwn: (question: string) => `On its own: ${question}`,
  buttons: {
    lookUp: 'Look this up',
    details: 'Show what comes near',
    solved: 'This answered it',
    post: 'Post',
    choose: 'Edit choice of passages',
    discard: 'Discard',
  },
  review: {
    title: 'A draft for your review',
    where: (channel: string, link: string) => `Question in <#${channel}>: [open it](<${link}>)`,
    nothing: 'I found no answer to this. You can choose passages that come near, or discard it.',
    posted: 'Posted. The post does not say who reviewed it.',
    discarded: 'Discarded. Nothing was posted.',
    formTitle: 'Choose passages',
    formLabel: 'Passages to show',
    formHint: 'One to three; those of the draft are chosen already',
    draft: 'The answer as it would be posted:',
  },
  menu: 'Answer with sources',
  errors: {
    onlyPoster: 'Only the one who wrote the post can press that.',
    forgottenSubject:
      'I no longer know what that was about: I remember a subject for ten minutes at most. Please ask with a whole question.',
    emptyMessage: 'There is no text in that message that I could look up.',
    noModeratorsChannel:
      'There is no channel for drafts yet. Set one with the command settings, option channel.',
    notAForum: 'The mode forum is for forum channels. Choose a forum, or another mode.',
    noPosts: 'A forum takes the modes forum, review, mention and off: posts are its questions.',
    needsContent:
      'The mode every needs to read all messages: whoever runs this bot has to set `MESSAGE_CONTENT=on` and switch on the Message Content intent in the developer portal. Until then use mention.',
    noAnswerChannel: 'I can not answer in a channel of that kind.',
    draftGone:
      'That is no longer there: somebody has posted or discarded it, or the question was deleted.',
    missingHere: ({ channel, permissions }: Params) =>
      `I lack permissions in <#${channel}>: ${permissions}. Grant them to my role there (Edit Channel, Permissions), then run the command again.`,
  },
  command: {
    description: 'Show or set how I answer in a channel by myself',
    options: {
      mode: 'When I answer there',
      channel: 'Which channel; here when it is left out',
      language: 'Language of all answers there; “question” for that of each question',
      notices: 'Say in a forum that nothing was found (default: yes)',
    },
    choices: {
      mode: {
        off: 'off: commands only',
        mention: 'mention: when I am mentioned',
        forum: 'forum: first reply to each new post',
        every: 'every: each question (needs MESSAGE_CONTENT=on)',
        review: 'review: moderators see a draft first',
      },
      language: { question: 'that of the question', en: 'English', es: 'Spanish' },
    },
  },
};
