/** Every text that users read, in English. `es.ts` has the same keys; a missing one is a compile error. */
import type { DeclineReason } from '../answer/answer.ts';
import type { Position, SourceKind } from '../corpus/schema.ts';
import { formatDate, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value, 'en');
const number = (value: number) => formatNumber(value, 'en');

const decline: Record<DeclineReason, { title: string; text: string }> = {
  'off-topic': {
    title: 'That is outside of what I know',
    text: 'I only answer questions about the Migrant Protection Protocols (MPP, "Remain in Mexico").',
  },
  'not-covered': {
    title: 'The collection does not answer that',
    text: 'None of the sources that I hold answers this question.',
  },
  'only-old-sources': {
    title: 'The sources are too old for that',
    text: 'What I hold on this is from an earlier time and does not say how things stand today.',
  },
  advice: {
    title: 'I can give information, not advice on a case',
    text: 'For a personal case, ask a licensed attorney or a representative accredited by the US Department of Justice.',
  },
  unsafe: {
    title: 'If you are in danger',
    text: 'Please contact local emergency services: 911 in the United States and in Mexico.',
  },
  'personal-data': {
    title: 'Please leave out personal details',
    text: 'I did not use your message. Ask again without names, numbers or addresses: general questions work just as well.',
  },
  unclear: {
    title: 'I did not understand the question',
    text: 'Try a whole question, for example: "How many people were sent back to Mexico?"',
  },
  'chit-chat': {
    title: 'Hello!',
    text: 'I am a bot that looks things up in a collection about the Migrant Protection Protocols ("Remain in Mexico"). Ask me a question about it.',
  },
  gibberish: {
    title: 'I could not read that as a question',
    text: 'Try a few words about what you want to know, for example: "MPP court hearings".',
  },
};

export const en = {
  answer: {
    /** Below a passage: who says so, for when, and where in the source. */
    attribution: (who: string, asOf: string | null, locator: string) =>
      [who, asOf ? `as of ${date(asOf)}` : 'undated', locator].join(' · '),
    newest: (asOf: string | null) =>
      asOf ? `Newest source shown: ${date(asOf)}` : 'The sources shown carry no date',
    stale: (asOf: string) =>
      `The newest of these sources speaks for ${date(asOf)}; the situation may have changed since.`,
    sources: 'Sources',
    differ: (question: string) => `Sources differ: ${question}`,
    morePassages: (count: number) => `${number(count)} more passages are behind "More".`,
    lessThanAll: 'Shortened to fit.',
    original: 'read in a reproduction by',
    noDate: 'no date',
    noLink: 'no link',
    related: 'Related, but does not answer the question:',
    searched: (sources: number, newest: string | null) =>
      newest
        ? `I looked through ${number(sources)} sources; the newest speaks for ${date(newest)}.`
        : `I looked through ${number(sources)} sources.`,
    suggestions: 'Questions that the collection does answer:',
    shared: 'Shared by a member',
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
    supportive: 'argues for MPP',
    critical: 'argues against MPP',
  } satisfies Record<Position, string>,
  buttons: {
    share: 'Share',
    more: 'More',
    source: 'About this source',
    previous: 'Previous',
    next: 'Next',
    overview: 'The wider story',
  },
  commands: {
    mpp: {
      description:
        'Answers about the Migrant Protection Protocols ("Remain in Mexico"), with sources',
    },
    ask: {
      description: 'Ask a question; the answer is passages with their sources',
      options: {
        question: 'Your question, in English or Spanish. No names or case numbers, please',
        private: 'Only you see the answer (default: yes)',
        language: 'Language of the answer',
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
        position: 'Only sources that argue this about MPP',
        about: 'Only sources on this topic',
      },
    },
    about: { description: 'What this bot is, and how fresh its sources are', options: {} },
  },
  errors: {
    fault: (reference: string) => `Sorry, something went wrong here. Reference: ${reference}`,
    staleButton: 'That button belongs to an older version of the collection. Please ask again.',
    unknownSource:
      'I do not have a source of that name. Choose one from the list that appears while you type.',
    unknownCommand:
      'I do not know that command. Discord may be showing an old list: try again in an hour.',
    emptyQuestion: 'There is no question. Type what you want to know about MPP.',
  },
};

export type Catalog = typeof en;
