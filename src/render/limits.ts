/** Discord's limits on what we send (docs.discord.com, August 2026), and our own caps on single fields. */
export const LIMITS = {
  /** Text of all text displays of a Components V2 message together. */
  componentsText: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  content: 2_000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  selectOptions: 25,
  selectLabel: 100,
  selectDescription: 100,
  selectPlaceholder: 150,
  altText: 1_024,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

/**
 * Most characters of a field that are shown. Each leaves room over the longest in the corpus, so nothing real is
 * cut; they keep one hostile or broken record from filling a message.
 */
export const CAPS = {
  passage: 600,
  attribution: 300,
  title: 180,
  publisher: 120,
  authors: 200,
  via: 160,
  summary: 800,
  card: 900,
  claim: 250,
  question: 250,
  heading: 120,
  event: 400,
  period: 500,
  definition: 800,
  /** A longer address isn't linked; the host is shown alone. */
  url: 512,
} as const;
