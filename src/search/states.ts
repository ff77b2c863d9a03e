/** What a passage states, to be compared with what is asked for: a question for a number wants one. */
import type { Query } from '../question/query.ts';

/** Kinds of things that a passage's English text states. */
export interface States {
  /** An amount that isn't part of a date. */
  amount: boolean;
  /** A percentage or another share. */
  share: boolean;
  /** How exact the most exact date is. */
  date: 'day' | 'month' | 'year' | 'none';
  /** A name. */
  name: boolean;
  /** Why something is as it is. */
  reason: boolean;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = new RegExp(`\\b\\d{1,2} ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b`, 'g');
const IN_MONTH = new RegExp(`\\b${MONTH}\\b`);
const YEAR = /\b(?:19|20)\d\d\b/g;
const AMOUNT =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|half|nearly|majority|most|third|quarter|none|few)\b/i;
const SHARE =
  /%|\bper ?cent\b|\bin (?:ten|100|1,000)\b|\b(?:shares?|rates?|half|majority)\b|\b(?:third|quarter)s? of\b/i;
/** A capital that doesn't start the sentence. */
const NAME = /[a-z,] [A-Z][a-z]+/;
const REASON =
  /\b(?:because|since|so that|in order to|due to|reasons?|citing|cited|caus\w+|led to|as a result|failed to)\b|\bto (?:stop|deter|reduce|prevent|end|avoid|discourage|curb|keep|help)\b/i;

/** What an overview states: something of everything. */
export const STATES_ALL: States = {
  amount: true,
  share: true,
  date: 'day',
  name: true,
  reason: true,
};

/** Reads what an English passage states. */
export function readStates(english: string): States {
  const withoutDays = english.replace(DAY, '');
  return {
    amount: AMOUNT.test(withoutDays.replace(YEAR, '')),
    share: SHARE.test(english),
    date:
      withoutDays !== english
        ? 'day'
        : IN_MONTH.test(english)
          ? 'month'
          : english.search(YEAR) >= 0
            ? 'year'
            : 'none',
    name: NAME.test(english),
    reason: REASON.test(english),
  };
}

/** Words that ask for a share rather than a count. */
const SHARE_WORDS = new Set(
  'percent share rate proportion fraction odds chances tasa proporcion'.split(' '),
);
const EXACTNESS = { day: 1, month: 0.5, year: 0, none: -1 };

/** −1 to 1: whether the kind of thing that a question asks for is stated; 0 when it asks for none of these. */
export function statesAsked({ asked, words }: Pick<Query, 'asked' | 'words'>, states: States) {
  if (words.some((word) => SHARE_WORDS.has(word))) return states.share ? 1 : -1;
  switch (asked) {
    case 'number':
      return states.amount ? 1 : -1;
    case 'date':
      return EXACTNESS[states.date];
    case 'person':
      return states.name ? 0.5 : -0.5;
    case 'reason':
      return states.reason ? 1 : -1;
    default:
      return 0;
  }
}
