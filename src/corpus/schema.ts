/**
 * The form of every corpus file. The types of the core are inferred from these schemas, and the JSON Schemas that
 * editors use are generated from them: a description here is what an author sees on hovering over a field.
 */
import { z } from 'zod';
import { LANGUAGES } from '../text/language.ts';
import {
  Day,
  Localized,
  LocalizedList,
  PartialDate,
  PassageText,
  Questions,
  Slug,
  Text,
  WebAddress,
} from './fields.ts';

export type { Localized, LocalizedList } from './fields.ts';

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

const PassageIds = z.array(PassageId).min(1, 'needs at least one passage — add the id of one');
const SourceIds = z.array(SourceId).min(1, 'needs at least one source — add the id of one');

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
  id: z
    .string()
    .regex(/^[a-z0-9]+$/, 'must be a short id such as f01')
    .describe('Short id within this source: f01, f02 … Never give a used one to another passage.'),
  text: z
    .strictObject({ en: PassageText, es: PassageText })
    .describe('One statement in our own words, readable alone: who, what, where and when.'),
  attributedTo: Text.describe('Who says so: a person, an agency, a court, the publisher.'),
  asOf: PartialDate.nullable().describe('Date that the statement speaks for; null when unknown.'),
  locator: Text.describe('Place in the source, for example "para 4" or "page 12".'),
  topics: z.array(TopicId).min(1, 'needs at least one topic — choose one of topics.yaml'),
  questions: Questions,
});

export const Source = z.strictObject({
  id: SourceId.describe("The file's name without .yaml."),
  title: Text.describe('Title as published, in the original language.'),
  publisher: Text,
  authors: z.array(Text).describe('People named as authors; [] when none is named.'),
  published: PartialDate.nullable().describe('Date of publication; null when unknown.'),
  asOf: PartialDate.nullable().describe('Date that the content speaks for; null when unknown.'),
  kind: SourceKind.describe('What the source is.'),
  position: Position.describe('What the source itself argues about the policy; not our opinion.'),
  language: z.enum(LANGUAGES).describe('Language of the original.'),
  url: WebAddress.nullable().describe('Address of the original; null when it is not online.'),
  via: Text.nullable().describe('The reproduction that was read, where it is not the original.'),
  readFrom: WebAddress.optional().describe('Address of the copy that was read.'),
  notes: Text.optional().describe('For maintainers; never shown.'),
  summary: Localized.describe('What this source is, in one or two neutral sentences.'),
  passages: z.array(Passage).min(1, 'needs at least one passage — add one, or remove the file'),
});
export type Source = z.infer<typeof Source>;

export const Overview = z.strictObject({
  id: Slug,
  title: Localized,
  questions: Questions,
  sections: z
    .array(z.strictObject({ heading: Localized, passages: PassageIds }))
    .min(1, 'needs at least one section — add a heading with its passages')
    .describe('In reading order; the first passages are what most readers see.'),
  bothSides: z.boolean().describe('True when the question is disputed and both sides stand here.'),
  timeSensitive: z.boolean().describe('True when the answer changes with the news.'),
});
export type Overview = z.infer<typeof Overview>;

const aliases = LocalizedList.describe('Other names for the same thing, as members type them.');
const exactCase = z
  .array(Text)
  .optional()
  .describe(
    'Aliases that count only as written here, because in lower case they are common words.',
  );

export const GlossaryEntry = z.strictObject({
  id: Slug,
  term: Text,
  type: z.enum(['term', 'person', 'organisation', 'case']),
  aliases,
  exactCase,
  definition: Localized,
  sources: SourceIds,
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

/** Everyday words for one idea, and the bridge between the languages. Expands a query, is never shown. */
export const SynonymGroup = z.strictObject({
  term: Text,
  type: z.literal('synonym'),
  aliases,
  exactCase,
});
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const TimelineEvent = z.strictObject({
  id: Slug,
  date: PartialDate,
  event: Localized,
  note: Localized.optional(),
  status: Slug.optional().describe('The period of status.yaml that this event opens.'),
  sources: SourceIds,
  topics: z.array(TopicId),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const Disagreement = z.strictObject({
  id: Slug,
  topic: TopicId,
  question: Localized.describe('The neutral question on which sources differ.'),
  questions: Questions,
  positions: z
    .array(z.strictObject({ claim: Localized, value: Localized, passages: PassageIds }))
    .min(2, 'needs at least two positions — where only one is known, it is a passage'),
  explanation: Localized.describe('Why they differ, without taking a side.'),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** How far the policy was in force; each has a look of its own in the picture of the timeline. */
export const IN_FORCE = ['fully', 'partly', 'not'] as const;
export const InForce = z.enum(IN_FORCE);
export type InForce = z.infer<typeof InForce>;

export const StatusPeriod = z.strictObject({
  from: Day,
  to: Day.nullable().describe('Last day of the period; null for the one that still runs.'),
  status: Slug,
  label: Localized.describe('What held in these days, in a few words, without a full stop.'),
  inForce: InForce.describe(
    'fully: people were put under the policy; partly: for some, on paper only, or use not known; not: neither.',
  ),
  checkedTo: Day.optional().describe('Only on the last period: the day up to which we looked.'),
  text: Localized,
  passages: PassageIds,
});
export type StatusPeriod = z.infer<typeof StatusPeriod>;

export const Topic = z.strictObject({
  id: TopicId,
  label: Localized,
  description: Localized.optional(),
  also: LocalizedList.optional().describe('Labels of narrower topics that were merged into this.'),
});
export type Topic = z.infer<typeof Topic>;

const Card = z.strictObject({ title: Text, text: Text });
const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as US or MX');
const PersonalData = z
  .strictObject({
    id: Slug,
    label: Localized,
    regex: Text,
    flags: z.string().regex(/^[imsuv]*$/, 'takes only the letters i, m, s, u, v'),
    examples: z.strictObject({ match: z.array(Text), noMatch: z.array(Text) }),
  })
  .refine(({ regex, flags }) => isRegularExpression(regex, flags), {
    path: ['regex'],
    error: 'is not a regular expression',
  });
export const Safety = z.strictObject({
  emergencyNumbers: z.array(z.strictObject({ country: Country, number: Text, label: Localized })),
  localContacts: z
    .array(
      z.strictObject({
        name: Text,
        label: Localized,
        phone: Text.optional(),
        url: WebAddress.optional(),
        country: Country,
        checkedOn: Day.describe('Day on which a person rang or wrote and it worked.'),
      }),
    )
    .describe('Filled in by the operator; nothing is shown until a person has checked it.'),
  cards: z.record(
    z.enum(['danger', 'advice', 'personalData']),
    z.strictObject({ en: Card, es: Card }),
  ),
  triggers: z.record(z.enum(['danger', 'advice']), LocalizedList),
  notTriggers: LocalizedList.describe(
    'Sentences that must not set a trigger off; checked with the corpus.',
  ),
  personalData: z.array(PersonalData),
});
export type Safety = z.infer<typeof Safety>;

function isRegularExpression(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

export const CorpusInfo = z.strictObject({
  name: Localized,
  shortName: Text,
  names: z
    .array(Text)
    .describe(
      'All that the policy is called, in both languages. In questions and texts they count as one word.',
    ),
  notNames: z
    .array(Text)
    .optional()
    .describe('Longer names that hold one of the names but mean something else, such as a bill.'),
  saidInstead: z
    .array(Text)
    .optional()
    .describe(
      'What people say who don\'t name the policy: "the program". In a question without a name it is read as one.',
    ),
  statusOverview: Slug.optional().describe(
    'The overview that says how things stand; it answers questions that ask for nothing else.',
  ),
  command: z
    .string()
    .regex(/^[a-z0-9-]{1,28}$/, 'must be 1 to 28 lower-case letters, digits or hyphens')
    .describe('Root of the slash commands: mpp gives /mpp and /mpp-mod.'),
  version: Day.describe('Day on which the corpus was last changed.'),
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
export type CorpusFileName = keyof typeof CORPUS_FILES;
