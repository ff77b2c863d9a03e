/** The form of every corpus file. The types of the core are inferred from these schemas. */
import { z } from 'zod';
import { LANGUAGES } from '../text/language.ts';

const LanguageCode = z.enum(LANGUAGES);

/** Longest passage in words; longer ones hide the fact that they were shown for. */
export const MAX_PASSAGE_WORDS = 45;

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const Slug = z
  .string()
  .regex(kebab, 'must be lower-case words joined by hyphens, for example mpp-guide-2020');

export const SourceId = Slug.brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

/** `<source id>#<passage id>`, the form in which other files refer to a passage. */
export const PassageId = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+$/,
    'must be <source id>#<passage id>, for example trac-about-mpp-data#f05',
  )
  .brand<'PassageId'>();
export type PassageId = z.infer<typeof PassageId>;

export const TopicId = Slug.brand<'TopicId'>();
export type TopicId = z.infer<typeof TopicId>;

const Text = z.string().trim().min(1, 'must not be empty');

/** The same text in every language. */
const Localized = z.strictObject({ en: Text, es: Text });
export type Localized = z.infer<typeof Localized>;

const LocalizedList = z.strictObject({ en: z.array(Text), es: z.array(Text) });
export type LocalizedList = z.infer<typeof LocalizedList>;

const Questions = z.strictObject({
  en: z.array(Text).min(1, 'needs at least one question'),
  es: z.array(Text).min(1, 'needs at least one question'),
});

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}

/** A day, a month or a year: 2019-12-19, 2019-12 or 2019. Compared as strings they sort by time. */
const PartialDate = z.preprocess(
  // YAML reads a bare year as a number.
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a date: 2019-12-19, 2019-12 or 2019')
    .refine(isCalendarDate, 'is not a day of the calendar'),
);
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day: 2019-12-19')
  .refine(isCalendarDate, 'is not a day of the calendar');

/** What a source is. The order is the order in which readers should trust it with a fact of law. */
export const SOURCE_KINDS = [
  'statute',
  'treaty',
  'court',
  'government',
  'international',
  'research',
  'explainer',
  'news',
  'advocacy',
  'commentary',
] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

/** What the source itself argues about the policy; never a rating of ours. */
export const POSITIONS = ['neutral', 'supportive', 'critical'] as const;
export const Position = z.enum(POSITIONS);
export type Position = z.infer<typeof Position>;

const Passage = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+$/, 'must be a short id such as f01'),
  text: Localized,
  attributedTo: Text,
  asOf: PartialDate.nullable(),
  locator: Text,
  topics: z.array(TopicId).min(1, 'needs at least one topic of topics.yaml'),
  questions: Questions,
});

export const Source = z.strictObject({
  id: SourceId,
  title: Text,
  publisher: Text,
  authors: z.array(Text),
  published: PartialDate.nullable(),
  asOf: PartialDate.nullable(),
  kind: SourceKind,
  position: Position,
  language: LanguageCode,
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) address or null' }).nullable(),
  via: Text.nullable(),
  readFrom: z.url({ protocol: /^https?$/ }).optional(),
  notes: Text.optional(),
  summary: Localized,
  passages: z.array(Passage).min(1, 'needs at least one passage'),
});
export type Source = z.infer<typeof Source>;

export const Overview = z.strictObject({
  id: Slug,
  title: Localized,
  questions: Questions,
  sections: z
    .array(z.strictObject({ heading: Localized, passages: z.array(PassageId).min(1) }))
    .min(1),
  bothSides: z.boolean(),
  timeSensitive: z.boolean(),
});
export type Overview = z.infer<typeof Overview>;

const aliases = { en: z.array(Text), es: z.array(Text) };
export const GlossaryEntry = z.strictObject({
  id: Slug,
  term: Text,
  type: z.enum(['term', 'person', 'organisation', 'case']),
  aliases: z.strictObject(aliases),
  /** Aliases that count only as written here, because in lower case they are common words. */
  exactCase: z.array(Text).optional(),
  definition: Localized,
  sources: z.array(SourceId).min(1),
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

/** Everyday words for one idea, and the bridge between the languages. Expands a query, is never shown. */
export const SynonymGroup = z.strictObject({
  term: Text,
  type: z.literal('synonym'),
  aliases: z.strictObject(aliases),
  exactCase: z.array(Text).optional(),
});
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const TimelineEvent = z.strictObject({
  id: Slug,
  date: PartialDate,
  event: Localized,
  note: Localized.optional(),
  /** The period of status.yaml that this event opens. */
  status: Slug.optional(),
  sources: z.array(SourceId).min(1),
  topics: z.array(TopicId),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const Disagreement = z.strictObject({
  id: Slug,
  topic: TopicId,
  question: Localized,
  questions: Questions,
  positions: z
    .array(
      z.strictObject({ claim: Localized, value: Localized, passages: z.array(PassageId).min(1) }),
    )
    .min(2, 'needs at least two positions'),
  explanation: Localized,
});
export type Disagreement = z.infer<typeof Disagreement>;

export const StatusPeriod = z.strictObject({
  from: Day,
  to: Day.nullable(),
  status: Slug,
  /** Only on the last period: the day up to which the records speak. */
  checkedTo: Day.optional(),
  text: Localized,
  passages: z.array(PassageId).min(1),
});
export type StatusPeriod = z.infer<typeof StatusPeriod>;

export const Topic = z.strictObject({
  id: TopicId,
  label: Localized,
  description: Localized.optional(),
  /** Labels of narrower topics that were merged into this one. */
  also: LocalizedList.optional(),
});
export type Topic = z.infer<typeof Topic>;

const Card = z.strictObject({ title: Text, text: Text });
export const Safety = z.strictObject({
  emergencyNumbers: z.array(
    z.strictObject({ country: z.string().length(2), number: Text, label: Localized }),
  ),
  /** Filled in by the operator; nothing is shown until a person has checked the contact. */
  localContacts: z.array(
    z.strictObject({
      name: Text,
      label: Localized,
      phone: Text.optional(),
      url: z.url().optional(),
      country: z.string().length(2),
      checkedOn: Day,
    }),
  ),
  cards: z.record(
    z.enum(['danger', 'advice', 'personalData']),
    z.strictObject({ en: Card, es: Card }),
  ),
  triggers: z.record(z.enum(['danger', 'advice']), LocalizedList),
  /** Sentences that must not set a trigger off; checked with the corpus. */
  notTriggers: LocalizedList,
  personalData: z.array(
    z.strictObject({
      id: Slug,
      label: Localized,
      regex: Text.refine(isRegularExpression, 'is not a regular expression'),
      flags: z.string().regex(/^[imsuv]*$/),
      examples: z.strictObject({ match: z.array(Text), noMatch: z.array(Text) }),
    }),
  ),
});
export type Safety = z.infer<typeof Safety>;

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

export const CorpusInfo = z.strictObject({
  name: Localized,
  shortName: Text,
  /** Root of the slash commands: /mpp and /mpp-mod. */
  command: z
    .string()
    .regex(/^[a-z0-9-]{1,28}$/, 'must be 1 to 28 lower-case letters, digits or hyphens'),
  version: Day,
  languages: z.tuple([z.literal('en'), z.literal('es')]),
  about: Localized,
  notice: Localized,
});
export type CorpusInfo = z.infer<typeof CorpusInfo>;

/** File name in the corpus folder → schema of the whole file. `sources/*.yaml` hold one Source each. */
export const CORPUS_FILES = {
  'corpus.yaml': CorpusInfo,
  'topics.yaml': z.array(Topic),
  'overviews.yaml': z.array(Overview),
  'glossary.yaml': z.array(z.discriminatedUnion('type', [GlossaryEntry, SynonymGroup])),
  'timeline.yaml': z.array(TimelineEvent),
  'disagreements.yaml': z.array(Disagreement),
  'status.yaml': z.array(StatusPeriod),
  'safety.yaml': Safety,
} as const;
