/** Texts of the timeline, of what was in force on a day, and of the glossary, in English. */
import type { GlossaryEntry, InForce } from '../corpus/schema.ts';
import { formatDate, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value, 'en');
const number = (value: number) => formatNumber(value, 'en');

export const historyEn = {
  timeline: {
    title: (events: number) => `Timeline: ${number(events)} ${events === 1 ? 'event' : 'events'}`,
    between: (from: string, to: string) =>
      from === to ? date(from) : `${date(from)} to ${date(to)}`,
    since: (from: string) => `from ${date(from)}`,
    until: (to: string) => `up to ${date(to)}`,
    none: 'No event of the collection fits all of that.',
    reaches: (from: string, to: string) =>
      `Its events go from ${date(from)} to ${date(to)}. Widen the dates or leave the topic out.`,
    /** What the bands of the picture mean. */
    looks: {
      fully: 'in force',
      partly: 'in part, on paper only, or use not known',
      not: 'not in force',
      none: 'no period recorded',
    } satisfies Record<InForce | 'none', string>,
    events: 'Events',
  },
  status: {
    since: (from: string) => `since ${date(from)}`,
    decides: 'What decides it',
    ended: 'What came next',
    also: 'From the same time',
    says: 'What the sources say',
    notKnown: 'not known here',
    asOf: (day: string) => `as of ${date(day)}`,
    checked: (day: string) => `These records speak up to ${date(day)}.`,
    afterChecked: (day: string) =>
      `These records speak up to ${date(day)}. What has happened since then is not in them.`,
    beforeFirst: (day: string) =>
      `The periods on record begin on ${date(day)}. For earlier days there is none.`,
    nothing: 'No period on record',
  },
  define: {
    types: {
      term: 'term',
      person: 'person',
      organisation: 'organisation',
      case: 'court case',
    } satisfies Record<GlossaryEntry['type'], string>,
    also: (name: string) => `also: ${name}`,
    several: (entries: number) => `${number(entries)} entries fit that. Choose one.`,
    choose: 'Choose an entry',
  },
  commands: {
    timeline: {
      description: 'Dated events in order, with a picture',
      options: {
        from: 'First day, month or year, such as 2019-01-29, 2019-01 or 2019',
        to: 'Last day, month or year',
        topic: 'Only events on this topic',
      },
    },
    status: {
      description: 'What was in force on a day, and the events that decide it',
      options: { on: 'A day, month or year, such as 2021-08-13 (default: today)' },
    },
    define: {
      description: 'What a term means, who a person or an organisation is',
      options: { term: 'The term or name, in English or Spanish' },
    },
  },
  errors: {
    unreadableDate:
      'I could not read that date. Write it as 2021-08-13, as 2021-08 for a month or 2021 for a year; "13 August 2021" works too.',
    impossibleDate:
      'The calendar has no such date. Write year, month and day in that order, for example 2021-08-13.',
    ambiguousDate:
      'That date can be read in two ways. Write year, month and day in that order, for example 2021-08-13.',
    unknownTerm:
      'The glossary has no entry of that name. Choose one from the list that appears while you type, or ask a question.',
  },
};

export type HistoryTexts = typeof historyEn;
