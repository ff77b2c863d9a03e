/**
 * The building blocks of the corpus schemas: texts, ids and dates. A message says what is wrong and, after " — ",
 * how to mend it.
 */
import { z } from 'zod';

/** Longest passage in words; longer ones hide the fact that they were shown for. */
export const MAX_PASSAGE_WORDS = 45;

/** Text that people read. A "TODO" is a reminder of the writer's and must not reach a reader. */
export const Text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .regex(/^(?![\s\S]*\bTODO\b)/, 'still holds a TODO — write what is missing');

// A pattern rather than a function, so that it reaches the JSON Schema and editors mark the text while it is typed.
const atMostMaxWords = new RegExp(`^\\s*(?:\\S+(?:\\s+\\S+){0,${MAX_PASSAGE_WORDS - 1}})?\\s*$`);

export const PassageText = Text.regex(atMostMaxWords, {
  error: ({ input }) =>
    `has ${String(input).trim().split(/\s+/).length} words, at most ${MAX_PASSAGE_WORDS} are shown well — shorten it or split it into two passages`,
});

/** The same text in every language. */
export const Localized = z.strictObject({ en: Text, es: Text });
export type Localized = z.infer<typeof Localized>;

export const LocalizedList = z.strictObject({ en: z.array(Text), es: z.array(Text) });
export type LocalizedList = z.infer<typeof LocalizedList>;

const SomeQuestions = z
  .array(Text)
  .min(1, 'needs at least one question — add one as a member would type it');
export const Questions = z
  .strictObject({ en: SomeQuestions, es: SomeQuestions })
  .describe('Ways in which a member would ask for this, in their own words, typos and all.');

export const Slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, for example mpp-guide-2020',
  );

export const WebAddress = z.url({
  protocol: /^https?$/,
  error:
    'must be an http(s) address — copy it from the browser, or write null where it may be empty',
});

/** A day, a month or a year: 2019-12-19, 2019-12 or 2019. Compared as strings they sort by time. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
    error: 'must be a date: 2019-12-19, 2019-12 or 2019',
    abort: true,
  })
  .refine(isCalendarDate, 'is not a day of the calendar');

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day: 2019-12-19', abort: true })
  .refine(isCalendarDate, 'is not a day of the calendar');

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}
