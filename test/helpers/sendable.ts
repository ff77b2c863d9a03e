/** Whether a rendered message is one that Discord takes, and what a reader sees of it. */
import { expect } from 'vitest';
import { LIMITS } from '../../src/render/limits.ts';
import type { RenderedMessage } from '../../src/render/message.ts';
import { mentionsIn } from './discord/mentions.ts';
import { FLAG } from './discord/message-shapes.ts';
import { flattenComponents, validateMessage } from './discord/validate.ts';

/** Fails when the stand-in for Discord would refuse the message in either form, or when it names somebody. */
export function expectSendable(message: RenderedMessage): void {
  const { components, plainText, files = [] } = message;
  const uploads = files.map(({ name, data }, index) => ({
    index,
    name,
    contentType: 'application/octet-stream',
    bytes: data,
  }));
  validateMessage({ flags: FLAG.v2, components }, { kind: 'interaction', uploads });
  validateMessage({ content: plainText }, { kind: 'interaction', uploads: [] });
  expect(plainText.length).toBeLessThanOrEqual(LIMITS.content);
  for (const text of [...textsOf(message), plainText]) {
    expect(mentionsIn(text)).toEqual({ users: [], roles: [] });
    expect(text).not.toMatch(/@everyone|@here/);
  }
}

/** The texts of a message in reading order. */
export function textsOf({ components }: Pick<RenderedMessage, 'components'>): string[] {
  return flattenComponents(components)
    .map(({ component }) => component)
    .filter(({ type }) => type === 10)
    .map(({ content }) => String(content));
}

/** Labels of the buttons and placeholders of the menus, in order. */
export function controlsOf({ components }: { components: readonly unknown[] }): string[] {
  return flattenComponents(components)
    .map(({ component }) => component)
    .filter(({ type }) => type === 2 || type === 3)
    .map(({ label, placeholder }) => String(label ?? placeholder));
}

/** The addresses that a text links to, and those that Discord would link by itself. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>]+/g)].map(([address]) => address);
}
