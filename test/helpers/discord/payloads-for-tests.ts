// Small valid payloads to vary, and the verdict on them in one line a fault.

import { Refusal } from './errors.ts';
import { FLAG, type Upload } from './message-shapes.ts';
import type { Fields } from './shape.ts';
import { validateMessage } from './validate.ts';

/** A string of so many UTF-16 units. */
export const long = (length: number) => 'x'.repeat(length);
/** An array of so many made elements. */
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
/** A text display. */
export const say = (content: string) => ({ type: 10, content });
/** A primary button "Go". */
export const button = (extra: Fields = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...extra,
});
/** An action row. */
export const row = (...components: Fields[]) => ({ type: 1, components });
/** A select option, numbered. */
export const option = (index: number, extra: Fields = {}) => ({
  label: `L${index}`,
  value: `v${index}`,
  ...extra,
});
/** A string select of two options. */
export const select = (extra: Fields = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [option(0), option(1)],
  ...extra,
});
/** A section of one text with a button. */
export const section = (extra: Fields = {}) => ({
  type: 9,
  components: [say('a')],
  accessory: button(),
  ...extra,
});
/** A thumbnail. */
export const image = { type: 11, media: { url: 'https://example.org/a.png' } };
/** A gallery item. */
export const picture = (extra: Fields = {}) => ({
  media: { url: 'https://example.org/a.png' },
  ...extra,
});
/** A media gallery. */
export const gallery = (...items: Fields[]) => ({ type: 12, items });
/** The faults as "path CODE" lines; another error's code alone; "accepted" when there is none. */
export function verdict(validate: () => void): string[] {
  try {
    validate();
    return ['accepted'];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== 50035) return [`${error.code}`];
    return error.problems.map((problem) => `${problem.path.join('.')} ${problem.code}`);
  }
}

/** A Components V2 message. */
export const v2 = (...components: Fields[]) => ({ flags: FLAG.v2, components });
/** A message with content and old-style components. */
export const legacy = (...components: Fields[]) => ({ content: 'hello', components });
/** The verdict on a body as a channel message. */
export const message = (body: unknown, uploads: Upload[] = []) =>
  verdict(() => validateMessage(body, { kind: 'channel', uploads }));
