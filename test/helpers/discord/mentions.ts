// Who a message mentions, and whom it would ping under its allowed_mentions.

import { type Fields, isFields } from './shape.ts';
import { flattenComponents } from './validate.ts';

const USER = /<@!?(\d{1,20})>/g;
const ROLE = /<@&(\d{1,20})>/g;

/** All text of a message in which a mention would count: the content and the text displays. */
export function mentionableText(content: string, components: readonly unknown[]): string {
  const displays = flattenComponents(components)
    .map(({ component }) => component)
    .filter((component) => component['type'] === 10)
    .map((component) => String(component['content']));
  return [content, ...displays].join('\n');
}

/** The ids of the users and roles that a text names, each once. */
export function mentionsIn(text: string): { users: string[]; roles: string[] } {
  const ids = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  return { users: ids(USER), roles: ids(ROLE) };
}

/**
 * The mentions that would notify somebody, in the form in which they stand in the text. It is stricter than Discord:
 * mentions in code spans count, and so does @everyone from a bot that lacks the permission, because another server
 * may grant it. Without `allowed_mentions`, ordinary messages ping everything, interaction replies ping users.
 */
export function pingsOf(message: {
  text: string;
  allowedMentions: unknown;
  isInteraction: boolean;
  repliesTo?: string;
}): string[] {
  const given = isFields(message.allowedMentions) ? message.allowedMentions : undefined;
  const rules: Fields = given ?? {
    parse: message.isInteraction ? ['users'] : ['users', 'roles', 'everyone'],
  };
  const parsed = Array.isArray(rules['parse']) ? rules['parse'] : [];
  const listed = (kind: string) => (Array.isArray(rules[kind]) ? (rules[kind] as unknown[]) : []);
  const { users, roles } = mentionsIn(message.text);

  const pings = [
    ...users
      .filter((id) => parsed.includes('users') || listed('users').includes(id))
      .map((id) => `<@${id}>`),
    ...roles
      .filter((id) => parsed.includes('roles') || listed('roles').includes(id))
      .map((id) => `<@&${id}>`),
  ];
  if (parsed.includes('everyone')) {
    for (const word of ['@everyone', '@here']) if (message.text.includes(word)) pings.push(word);
  }
  // An absent allowed_mentions pings the author of the message replied to; a present one must say so.
  const pingsReplied = given === undefined ? true : given['replied_user'] === true;
  if (message.repliesTo !== undefined && pingsReplied) pings.push(`<@${message.repliesTo}>`);
  return [...new Set(pings)];
}
