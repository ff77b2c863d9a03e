/** Texts on answers in channels that are corrected later, in English. */
import { formatDate, formatNumber } from './format.ts';

const date = (value: string) => formatDate(value, 'en');
const passages = (value: number) => `${formatNumber(value, 'en')} passage${value === 1 ? '' : 's'}`;

export const sharedEn = {
  /** Above an answer, on the day of the correction. */
  corrected: (day: string, changed: number) =>
    `Corrected on ${date(day)}: the collection changed ${passages(changed)} of this answer.`,
  removed: (day: string, gone: number) =>
    `Corrected on ${date(day)}: ${passages(gone)} of this answer ${gone === 1 ? 'is' : 'are'} no longer in the collection.`,
  /** In place of an answer of which the lead is gone. */
  withdrawn: (day: string) =>
    `Withdrawn on ${date(day)}: what this answer rested on is no longer in the collection. Ask again to see what it says now.`,
  /** What /mpp privacy says. */
  kept: (days: number) =>
    `Where an answer stands in a channel for everyone, the place and the passages are kept for ${formatNumber(days, 'en')} days, so that the answer can be corrected; neither the question nor who asked or shared it.`,
};

export type SharedTexts = typeof sharedEn;
