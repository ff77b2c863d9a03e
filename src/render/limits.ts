/** Discord's limits on what we send (docs.discord.com, August 2026). */
export const LIMITS = {
  /** Text of all text displays of a Components V2 message together. */
  componentsText: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  content: 2_000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;
