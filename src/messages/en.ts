/** Every text that users read, in English. `es.ts` has the same keys; a missing one is a compile error. */
import type { DeclineReason } from '../answer/answer.ts';
import type { Position, SourceKind } from '../corpus/schema.ts';
import type { Language } from '../text/language.ts';
import { channelsEn } from './channels.en.ts';
import { formatDate, formatList, formatNumber } from './format.ts';
import { historyEn } from './history.en.ts';
import { locatorIn } from './locators.ts';
import { moderation } from './moderation.en.ts';
import { playgroundEn } from './playground.en.ts';
import { sharedEn } from './shared.en.ts';
import { reproductionIn, speakerIn } from './speakers.ts';
import { trustEn } from './trust.en.ts';

const date = (value: string) => formatDate(value, 'en');
const number = (value: number) => formatNumber(value, 'en');
const list = (items: string[]) => formatList(items, 'en');
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

type Params = Readonly<Record<string, string | number>>;

/** `policy` is the name of what the corpus is about. */
const decline: Record<DeclineReason, { title: string; text: (policy: string) => string }> = {
  'off-topic': {
    title: 'That is outside of what I know',
    text: (policy) => `I only answer questions about this: ${policy}.`,
  },
  'not-covered': {
    title: 'The collection does not answer that',
    text: () => 'None of the sources that I hold answers this question.',
  },
  'only-old-sources': {
    title: 'The sources are too old for that',
    text: () =>
      'What I hold on this is from an earlier time and does not say how things stand today.',
  },
  advice: {
    title: 'I can give information, not advice on a case',
    text: () =>
      'For a case of your own, ask somebody who is qualified and allowed to advise on it.',
  },
  unsafe: {
    title: 'If you are in danger',
    text: () => 'Please contact the emergency services where you are.',
  },
  'personal-data': {
    title: 'Please leave out personal details',
    text: () =>
      'I did not use your message. Ask again without names, numbers or addresses: general questions work just as well.',
  },
  unclear: {
    title: 'I did not understand the question',
    text: () => 'Try a whole question that says what it is about.',
  },
  'chit-chat': {
    title: 'Hello!',
    text: (policy) =>
      `I am a bot that looks things up in a collection of sources: ${policy}. Ask me a question about it.`,
  },
  gibberish: {
    title: 'I could not read that as a question',
    text: () => 'Try a few words about what you want to know.',
  },
};

export const en = {
  trust: trustEn,
  shared: sharedEn,
  channels: channelsEn,
  /** Where the corpus's own name of the policy isn't at hand. */
  thisPolicy: 'the policy of this collection',
  answer: {
    /** Below a passage: who says so, for when, and where in the source. */
    attribution: (who: string, asOf: string | null, locator: string) =>
      [
        speakerIn('en', who),
        asOf ? `as of ${date(asOf)}` : 'undated',
        locatorIn('en', locator),
      ].join(' · '),
    closest: 'Closest to your question',
    sides: 'Sources that argue a side',
    sources: 'Sources',
    newest: (asOf: string | null) =>
      asOf ? `newest shown: ${date(asOf)}` : 'those shown carry no date',
    stale: (asOf: string) =>
      `The newest of these sources speaks for ${date(asOf)}; the situation may have changed since.`,
    differ: 'Sources differ',
    page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
    shortened: 'Shortened to fit.',
    reproduction: (via: string) => `read in a reproduction by ${reproductionIn('en', via)}`,
    noDate: 'no date',
    noLink: 'no link',
    related: 'Related, but does not answer the question',
    seen: (kinds: string[]) => `Seen in your message: ${list(kinds)}.`,
    personalDetails: 'personal details',
    searched: (sources: number, newest: string | null) =>
      newest
        ? `There are ${count(sources, 'source')} to search; the newest speaks for ${date(newest)}.`
        : `There are ${count(sources, 'source')} to search.`,
    suggestions: 'Questions that the collection does answer',
    shared: 'Shared by a member',
  },
  /** The card of one source. */
  card: {
    published: (day: string) => `published ${date(day)}`,
    speaksFor: (day: string) => `as of ${date(day)}`,
    undated: 'no date',
    original: { en: 'in English', es: 'in Spanish' } satisfies Record<Language, string>,
    open: 'Read the source',
    noLink: 'There is no public address for this source.',
    passages: (from: number, to: number, of: number) =>
      of === 1
        ? 'What it says'
        : `What it says (${number(from)} to ${number(to)} of ${number(of)})`,
  },
  /** The list of sources. */
  list: {
    title: (sources: number) => `${count(sources, 'source')}, newest first`,
    none: 'No source fits all of that. Leave one of the choices out.',
    about: (topic: string) => `about ${topic}`,
    open: 'Open a source',
  },
  about: {
    contents: (sources: number, passages: number) =>
      `${count(sources, 'source')} with ${count(passages, 'passage')}, in English and Spanish`,
    version: (day: string) => `version of ${date(day)}`,
    newest: (day: string) => `newest source: ${date(day)}`,
    ask: (command: string) =>
      `Ask with \`/${command} ask\`, browse with \`/${command} sources\`, read one with \`/${command} source\`.`,
    feedback: 'Found a mistake, or a source that is missing?',
    feedbackHow:
      'Tell the moderators of your server, or whoever runs this bot, with the name of the source. Please leave personal details out.',
    licence: 'Licence',
    licenceText:
      'The bot is free software under the MIT licence. Passages are in our own words; the sources belong to their publishers.',
  },
  decline,
  languages: { en: 'English', es: 'Spanish' },
  kinds: {
    statute: 'statute',
    treaty: 'treaty',
    court: 'court',
    government: 'government',
    international: 'international body',
    research: 'research',
    explainer: 'explainer',
    news: 'news',
    advocacy: 'advocacy',
    commentary: 'commentary',
  } satisfies Record<SourceKind, string>,
  positions: {
    neutral: '',
    supportive: 'argues for the policy',
    critical: 'argues against the policy',
  } satisfies Record<Position, string>,
  /** Values of the option `position`; sources that argue neither carry no label elsewhere. */
  positionChoices: {
    neutral: 'argues neither for nor against',
    supportive: 'argues for the policy',
    critical: 'argues against the policy',
  } satisfies Record<Position, string>,
  buttons: {
    share: 'Share',
    previous: 'Previous',
    more: 'More',
    next: 'Next',
    source: (number: number) => `About source ${number}`,
    story: (title: string) => `The wider story: ${title}`,
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
  },
  timeline: historyEn.timeline,
  status: historyEn.status,
  define: historyEn.define,
  commands: {
    ...historyEn.commands,
    mpp: {
      description: (policy: string) => `Answers with sources: ${policy}`,
    },
    ask: {
      description: 'Ask a question; the answer is passages with their sources',
      options: {
        question: 'Your question, in English or Spanish. No names or case numbers, please',
        private: 'Only you see the answer (default: yes)',
        language: 'Language of the answer',
        as_of: trustEn.commands.asOf,
      },
    },
    source: {
      description: 'Show what a source says',
      options: { id: 'The source: type a part of its title or publisher' },
    },
    sources: {
      description: 'Browse the sources of the collection',
      options: {
        kind: 'Only this kind of source',
        position: 'Only sources that argue this about the policy',
        about: 'Only sources on this topic',
      },
    },
    about: { description: 'What this bot is, and how fresh its sources are', options: {} },
  },
  moderation,
  /** The page for trying the bot without an account. */
  playground: playgroundEn,
  errors: {
    ...trustEn.errors,
    ...channelsEn.errors,
    ...historyEn.errors,
    fault: (reference: string) =>
      `Sorry, something went wrong here. Please try again in a minute; if it happens again, give this reference to whoever runs the bot: ${reference}`,
    staleButton: 'That button belongs to an older version of the collection. Please ask again.',
    unknownTopic:
      'I do not have a topic of that name. Choose one from the list that appears while you type.',
    unknownSource:
      'I do not have a source of that name. Choose one from the list that appears while you type.',
    unknownCommand:
      'I do not know that command. Discord may be showing an old list: try again in an hour.',
    emptyQuestion: 'There is no question. Type what you want to know.',
    onlyInServers: 'That works in servers only.',
    onlyModerators: 'That is for moderators: it needs the permission Manage Messages here.',
    notYourChannel: ({ channel }: Params) =>
      `You need the permission Manage Messages in <#${channel}> for that.`,
    cannotPost: ({ channel, permissions }: Params) =>
      `I can't post in <#${channel}>. I need these permissions there: ${permissions}.`,
    noTextChannel: 'That is no channel in which I can post.',
    gone: 'That is no longer there: somebody has changed it meanwhile. Run the command again.',
    unknownPin: 'I have no such pin. Choose one from the list that appears while you type.',
    unknownAnswer:
      'I have no such curated answer. Choose one from the list that appears while you type.',
    unknownPassage: 'I have no such passage. Choose one from the list that appears while you type.',
    reviewDays: 'The days until the review are a whole number from 1 to 365.',
    retentionTooLong: ({ days }: Params) =>
      `Whoever runs this bot keeps nothing about persons for longer than ${days} days. Choose fewer.`,
    notRevertible: "That change can't be taken back.",
    cooldown: ({ seconds }: Params) =>
      `This server asks for a wait between questions. Please try again in ${seconds} seconds.`,
  },
};

export type Catalog = typeof en;
