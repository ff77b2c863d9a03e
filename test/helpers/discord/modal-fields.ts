// From what a person fills into a form to the components of a modal submit interaction.

import { type GivenFile, idOf, type Resolver } from './options.ts';
import { type Fields, isFields, objectsIn } from './shape.ts';
import { resolveEntities } from './widgets.ts';

/**
 * The submitted components of a modal. Throws where Discord's client would not let a person send: unknown fields,
 * missing required ones, values that the field does not have or that are too short, too long, too few or too many.
 */
export function modalComponents(
  modal: Fields,
  values: Readonly<Record<string, unknown>>,
  resolver: Resolver,
): Fields[] {
  const top = objectsIn(modal['components']);
  const known = top.flatMap((item) =>
    isFields(item['component']) ? [String(item['component']['custom_id'])] : [],
  );
  for (const name of Object.keys(values)) {
    if (!known.includes(name))
      throw new Error(`the modal has no field "${name}" (it has: ${known.join(', ')})`);
  }
  return top.map((item, index) => {
    const id = index * 2 + 1;
    if (!isFields(item['component'])) return { type: item['type'], id };
    const field = item['component'];
    const value = submitted(field, values[String(field['custom_id'])], resolver);
    return {
      type: item['type'],
      id,
      component: { type: field['type'], id: id + 1, custom_id: field['custom_id'], ...value },
    };
  });
}

function submitted(field: Fields, given: unknown, resolver: Resolver): Fields {
  const name = String(field['custom_id']);
  const type = Number(field['type']);
  const required = field['required'] !== false;
  if (type === 4) return { value: typedText(field, given, required) };
  if (type === 23)
    return { value: given === undefined ? field['default'] === true : Boolean(given) };

  const preset = objectsIn(field['options']).filter((option) => option['default'] === true);
  const files = type === 19;
  const list =
    given === undefined
      ? preset.map((option) => option['value'])
      : Array.isArray(given)
        ? given
        : [given];
  if (required && list.length === 0) throw new Error(`field "${name}" is required`);
  const ids = files ? list.map((file) => resolver.file(file as GivenFile)) : list.map(idOf);
  const isGroup = type === 22;
  const max = Number(field['max_values'] ?? (isGroup ? 10 : 1));
  const min = required ? Number(field['min_values'] ?? 1) : 0;
  if (ids.length > max || ids.length < min)
    throw new Error(`field "${name}" takes ${min} to ${max} values, not ${ids.length}`);
  if (Array.isArray(field['options'])) {
    const options = objectsIn(field['options']).map((option) => String(option['value']));
    const unknown = ids.find((id) => !options.includes(id));
    if (unknown !== undefined)
      throw new Error(`field "${name}" has no value "${unknown}" (it has: ${options.join(', ')})`);
  }
  resolveEntities(type, ids, resolver);
  return type === 21 ? { value: ids[0] ?? null } : { values: ids };
}

function typedText(field: Fields, given: unknown, required: boolean): string {
  const name = String(field['custom_id']);
  const text = String(given ?? field['value'] ?? '');
  const min = Number(field['min_length'] ?? 0);
  const max = Number(field['max_length'] ?? 4000);
  if (text === '' && required) throw new Error(`field "${name}" is required`);
  if (text !== '' && (text.length < min || text.length > max)) {
    throw new Error(`field "${name}" takes ${min} to ${max} characters, not ${text.length}`);
  }
  return text;
}
