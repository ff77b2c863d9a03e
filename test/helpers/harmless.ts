/** Whether what the bot sent could ping anybody or lead anywhere that the collection doesn't. */
import { expect } from 'vitest';
import { type Desk, type Outcome, textOf } from './desk.ts';
import { mentionsIn } from './discord/mentions.ts';
import type { StoredMessage } from './discord/messages.ts';

/** What Discord makes a link of: an address with a scheme, an invitation, words that hide an address (unless escaped). */
const LINK =
  /[a-z][a-z\d+.-]*:\/\/[^\s<>)]+|discord(?:app)?\.(?:gg|com)\/[^\s<>)]+|(?<=(?<!\\)(?:\\\\)*)\]\(<?[^\s)>]+/gi;
/** What Discord shows in another way than it was typed: times, emoji, commands, places of a server. */
const SIGN = /<(?:t:|a?:\w+:|\/\w|id:)/;

/** Where the bot may lead people. */
export interface Allowed {
  /** Such as "https://parliament.example". */
  origins: ReadonlySet<string>;
  /** Ids of the server's channels, which moderators are shown. */
  channels: ReadonlySet<string>;
}

/** The addresses of the sources and the channels of the server. */
export function allowedAt({ app, discord }: Pick<Desk, 'app' | 'discord'>): Allowed {
  const { sources } = app.services.knowledge.index.corpus;
  const addresses = [...sources.values()].flatMap(({ url }) => (url === null ? [] : [url]));
  return {
    origins: new Set(addresses.map((url) => new URL(url).origin)),
    channels: new Set(discord.world.channels.keys()),
  };
}

/** The places that a text leads to when Discord shows it. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([found]) => found.replace(/^\]\(<?/, ''));
}

/** Fails when a text names anybody, holds a sign of Discord's, or leads to another place than is allowed. */
export function expectHarmlessText(text: string, { origins, channels }: Allowed): void {
  expect(mentionsIn(text), text).toEqual({ users: [], roles: [] });
  expect(text).not.toMatch(/@everyone|@here/);
  expect(text).not.toMatch(SIGN);
  for (const [, id] of text.matchAll(/<#(\d+)>/g)) expect(channels, text).toContain(id);
  for (const place of placesIn(text)) {
    // The card of a pin is on Discord, in a channel of the server.
    const [, channel] = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)/.exec(place) ?? [];
    if (channel) expect(channels, text).toContain(channel);
    else expect(origins, `${place} in ${text}`).toContain(new URL(place).origin);
  }
}

/** The same of all that came of what a person did; nothing of it may have been refused. */
export function expectHarmless(outcome: Outcome, allowed: Allowed): void {
  expect(outcome.refused).toEqual([]);
  const messages = [outcome.message, ...outcome.followUps].filter(
    (message): message is StoredMessage => message !== null,
  );
  for (const message of messages) {
    expect(message.pings).toEqual([]);
    expectHarmlessText(textOf(message), allowed);
  }
}
