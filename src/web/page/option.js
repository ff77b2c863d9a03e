// One option of a command: its field, its fixed values, and what is read from it.
import { phrase, texts, upload } from './server.js';

/** Discord's types of options. */
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const NUMBER = 10;
const ATTACHMENT = 11;

/** The field of an option. */
export function createOption(option) {
  const pill = document.createElement('label');
  pill.className = 'pill';
  pill.dataset.name = option.name;
  pill.title = option.description;
  const input = document.createElement('input');
  input.autocomplete = 'off';
  input.spellcheck = false;
  if (option.type === ATTACHMENT) input.type = 'file';
  else {
    input.type = 'text';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-controls', 'popup');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-autocomplete', 'list');
    if (option.maxLength) input.maxLength = option.maxLength;
  }
  if (option.type === INTEGER || option.type === NUMBER) input.inputMode = 'decimal';
  input.setAttribute('aria-description', option.description);
  input.required = false;
  pill.append(Object.assign(document.createElement('span'), { textContent: option.name }), input);
  return pill;
}

/** All values that an option may have, where there is such a list; undefined where anything can be typed. */
function fixedEntries(option, { people, roles, channels }) {
  const named = (things) => things.map(({ id, name }) => ({ label: name, value: id }));
  if (option.choices.length > 0)
    return option.choices.map(({ name, value }) => ({ label: name, value }));
  switch (option.type) {
    case BOOLEAN:
      return [
        { label: texts.yes, value: true },
        { label: texts.no, value: false },
      ];
    case USER:
      return named(people);
    case ROLE:
      return named(roles);
    case MENTIONABLE:
      return named([...people, ...roles]);
    case CHANNEL: {
      const { channelTypes } = option;
      return named(
        channels.filter(({ type }) => channelTypes.length === 0 || channelTypes.includes(type)),
      );
    }
    default:
      return undefined;
  }
}

/** The fixed values for what was typed so far. */
export function entriesOf(option, text, state) {
  const wanted = text.toLowerCase();
  return (fixedEntries(option, state) ?? []).filter(({ label }) =>
    label.toLowerCase().includes(wanted),
  );
}

/** The value of a field, or what is wrong with it; a file's value is a promise of its id. */
export function readOption(option, input, state) {
  const { name } = option;
  if (option.type === ATTACHMENT) {
    const [file] = input.files ?? [];
    if (file) return { value: upload(file) };
    return option.required ? { fault: phrase('missing', name) } : {};
  }
  const text = input.value;
  if (text.trim() === '') return option.required ? { fault: phrase('missing', name) } : {};
  const fixed = fixedEntries(option, state);
  if (fixed) {
    const wanted = text.toLowerCase();
    const entry = fixed.find(
      ({ label, value }) => label.toLowerCase() === wanted || String(value) === text,
    );
    return entry ? { value: entry.value } : { fault: phrase('chooseOne', name) };
  }
  // A suggestion that was chosen stands for its value as long as its words stand there.
  const chosen = input.dataset.label === text ? input.dataset.value : text;
  if (option.type !== INTEGER && option.type !== NUMBER) return { value: chosen };
  const number = Number(chosen);
  const isRight =
    Number.isFinite(number) &&
    (option.type === NUMBER || Number.isInteger(number)) &&
    number >= (option.minValue ?? -Infinity) &&
    number <= (option.maxValue ?? Infinity);
  return isRight ? { value: number } : { fault: phrase('badNumber', name) };
}
