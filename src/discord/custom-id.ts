/** Custom ids of buttons: `<action>:<arg>:<arg>…`. They come back from outside, so they are read as untrusted. */
import { LIMITS } from '../render/limits.ts';
import { LANGUAGES, type Language } from '../text/language.ts';

const PART = /^[\w.#-]*$/;

/**
 * Encodes a custom id.
 * @throws Error when a part could not be read back or the id is longer than Discord allows
 */
export function encodeCustomId(action: string, ...args: string[]): string {
  const id = [action, ...args].join(':');
  if (![action, ...args].every((part) => PART.test(part)) || id.length > LIMITS.customId) {
    throw new Error(`not a custom id: ${id}`);
  }
  return id;
}

/** The parts of a custom id, or undefined for one that isn't ours. */
export function decodeCustomId(id: string): { action: string; args: string[] } | undefined {
  const [action = '', ...args] = id.split(':');
  if (action === '' || ![action, ...args].every((part) => PART.test(part))) return undefined;
  return { action, args };
}

/** A language from a custom id. */
export function readLanguage(part: string | undefined): Language | undefined {
  return LANGUAGES.find((known) => known === part);
}

/** A page number from a custom id, from 0. */
export function readPage(part: string | undefined): number | undefined {
  return part !== undefined && /^\d{1,3}$/.test(part) ? Number(part) : undefined;
}
