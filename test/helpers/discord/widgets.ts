// Finding a button or select on a message and choosing in it, with the limits that Discord's client sets.

import type { StoredMessage } from './messages.ts';
import { idOf, type OptionValue, type Resolver } from './options.ts';
import { type Fields, objectsIn } from './shape.ts';
import { flattenComponents } from './validate.ts';

/** How a test names a component: by its custom id or by the words on it. */
export type Wanted = string | { label: string };

/** All buttons and selects of a message, links included, in reading order. */
export function widgetsOf(message: StoredMessage): Fields[] {
  return flattenComponents(message.components)
    .map(({ component }) => component)
    .filter((component) => component['custom_id'] !== undefined || component['url'] !== undefined);
}

/** The one component that fits. Throws with a list when there is none or more than one, or when it cannot be used. */
export function findWidget(message: StoredMessage, wanted: Wanted): Fields {
  const widgets = widgetsOf(message);
  const matches = widgets.filter((widget) =>
    typeof wanted === 'string' ? widget['custom_id'] === wanted : widget['label'] === wanted.label,
  );
  const [widget] = matches;
  const name = JSON.stringify(wanted);
  if (widget === undefined || matches.length > 1) {
    const known = widgets.map((item) => {
      return `${String(item['custom_id'] ?? item['url'])} (${String(item['label'] ?? 'select')})`;
    });
    const found = matches.length > 1 ? `${matches.length} components` : 'no component';
    throw new Error(`${found} ${name} on the message; it has: ${known.join(', ') || 'none'}`);
  }
  if (widget['disabled'] === true) throw new Error(`the component ${name} is disabled`);
  if (widget['url'] !== undefined)
    throw new Error(`${name} is a link; the bot hears nothing of it`);
  return widget;
}

/** The component with this custom id in any state, or a button that the message never had. */
export function forgeWidget(message: StoredMessage, wanted: Wanted): Fields {
  if (typeof wanted !== 'string') throw new Error('a forged press needs a custom id');
  const real = widgetsOf(message).find((widget) => widget['custom_id'] === wanted);
  return real ?? { type: 2, custom_id: wanted };
}

/** The chosen values of a select as strings; entities are added to `resolver`. Throws when the select forbids them. */
export function chooseIn(
  select: Fields,
  values: readonly OptionValue[],
  resolver: Resolver,
): string[] {
  const ids = values.map(idOf);
  const min = Number(select['min_values'] ?? 1);
  const max = Number(select['max_values'] ?? 1);
  if (ids.length < min || ids.length > max) {
    throw new Error(`the select takes ${min} to ${max} values, not ${ids.length}`);
  }
  if (select['type'] === 3) {
    const known = objectsIn(select['options']).map((option) => String(option['value']));
    const unknown = ids.find((id) => !known.includes(id));
    if (unknown !== undefined) {
      throw new Error(`the select has no value "${unknown}" (it has: ${known.join(', ')})`);
    }
  }
  resolveEntities(Number(select['type']), ids, resolver);
  return ids;
}

/** Adds what the ids of a user, role, mentionable or channel select stand for to `resolver`. */
export function resolveEntities(type: number, ids: readonly string[], resolver: Resolver): void {
  for (const id of ids) {
    if (type === 8) resolver.channel(id);
    if (type === 6) resolver.role(id);
    if (type === 5) resolver.user(id);
    if (type === 7) resolver.mentionable(id);
  }
}
