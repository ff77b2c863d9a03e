/** Texts of what makes an answer checkable, in English: dates, sides, comparisons, claims, citations, receipts. */
import type { DeclineReason } from '../answer/answer.ts';
import type { Position } from '../corpus/schema.ts';
import { formatDate, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value, 'en');
const number = (value: number) => formatNumber(value, 'en');
const count = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
const argue = (value: number) => (value === 1 ? 'argues' : 'argue');

/** What to do after a refusal; `command` is the root of the slash commands. */
const next: Record<DeclineReason, (command: string) => string> = {
  'off-topic': (command) =>
    `Ask about the policy itself, or see with /${command} sources what the collection holds.`,
  'not-covered': (command) =>
    `Try other words or a narrower question, or look through /${command} sources for a topic.`,
  'only-old-sources': () =>
    'Ask how things stood on a day that you name, or look for the latest at the office that decides it.',
  advice: () =>
    'Ask how the policy works in general, without your own case; for the case itself, see who may advise above.',
  unsafe: () => 'When you are safe, you can ask about the policy again at any time.',
  'personal-data': () => 'Write the question anew in general words; leave the details out.',
  unclear: () =>
    'Say who, what or when you mean, for example: "How many people were there in 2019?"',
  'chit-chat': () => 'Choose one of the questions below, or type your own.',
  gibberish: () => 'For example: "When did it start?" or a word of the subject.',
};

export const trustEn = {
  next,
  /** Below an answer that is restricted to a day. */
  knownBy: (day: string) => `Restricted to what was known by ${date(day)}.`,
  until: (day: string, laterAnswers: boolean) =>
    laterAnswers
      ? `No source up to ${date(day)} answers this; later ones do. Ask again without the date.`
      : `No source up to ${date(day)} answers this.`,
  /** How the sources on a topic argue. */
  sides: (topic: string, { supportive, critical, neutral }: Record<Position, number>) =>
    `On "${topic}" the collection has ${count(supportive + critical + neutral, 'source')}: ${number(critical)} ${argue(critical)} against the policy, ${number(supportive)} for it, ${number(neutral)} neither.`,
  morePositions: (more: number) => `${number(more)} more under "Compare".`,
  receipt: (id: string) => `Receipt ${id}`,
  compare: {
    why: 'Why they differ',
  },
  check: {
    title: 'What the sources say on this claim',
    claim: (claim: string) => `Claim: "${claim}"`,
    supports: 'Passages that support it',
    complicates: 'Passages that contradict or complicate it',
    touches: 'Passages that only touch on it',
    none: 'None in the collection.',
    beside: (claimed: string, stated: string) => `claim: ${claimed} · this passage: ${stated}`,
    noVerdict: 'This is no verdict. Read the passages, who says so and for which date.',
    reasons: {
      figure: 'gives another figure',
      date: 'gives another date',
      negation: 'says the opposite or denies it',
      position: 'takes another position in a disagreement',
    },
  },
  cite: {
    title: (style: string) => `Citations · ${style}`,
    choose: 'Choose a style',
    passage: (locator: string, asOf: string | null) =>
      asOf ? `cited here: ${locator}, as of ${date(asOf)}` : `cited here: ${locator}, undated`,
    notApplied: 'Bluebook applies to law; this source is cited in its form for other works.',
    noLink: 'no public address',
    styles: {
      apa: 'APA',
      mla: 'MLA',
      chicago: 'Chicago',
      bluebook: 'Bluebook',
      bibtex: 'BibTeX',
    },
    about:
      'Citations by CSL (citeproc-js, citationstyles.org). Check them before you hand them in.',
  },
  buttons: {
    compare: 'Compare',
    cite: 'Cite',
  },
  commands: {
    compare: {
      description: 'Show where sources differ, side by side',
      options: { topic: 'What they differ on: type a word, or choose from the list' },
    },
    check: {
      description: 'Passages for and against a claim; the bot passes no verdict',
      options: { claim: 'The claim, as a sentence. No names or case numbers, please' },
    },
    asOf: 'Only what was known by this day: 2022-01-31, 2022-01 or 2022',
    checkMessage: 'Check this claim',
  },
  errors: {
    unknownComparison:
      'I know of no disagreement on that. Choose one from the list that appears while you type.',
    emptyClaim: 'There is no text to check. Give a claim as a sentence.',
  },
};

export type TrustTexts = typeof trustEn;
