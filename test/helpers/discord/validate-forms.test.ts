import { expect, test } from 'vitest';
import { button, long, option, row, say, select, times, verdict } from './payloads-for-tests.ts';
import type { Fields } from './shape.ts';
import { validateChoices, validateModal } from './validate.ts';

const text = (extra: Fields = {}) => ({ type: 4, custom_id: 'why', style: 2, ...extra });
const label = (component: Fields, extra: Fields = {}) => ({
  type: 18,
  label: 'Why',
  component,
  ...extra,
});
const modal = (...components: Fields[]) => ({ custom_id: 'form', title: 'A form', components });
const radio = (count: number) => ({
  type: 21,
  custom_id: 'why',
  options: times(count, (i) => option(i)),
});
const boxes = (count: number, extra: Fields = {}) => ({
  type: 22,
  custom_id: 'why',
  options: times(count, (i) => option(i)),
  ...extra,
});
const IN_LABEL = 'data.components.0.component';

const REFUSED_MODALS: [name: string, body: Fields, fault: string][] = [
  [
    'a title over 45',
    { ...modal(label(text())), title: long(46) },
    'data.title BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom id over 100',
    { ...modal(label(text())), custom_id: long(101) },
    'data.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  ['nothing in it', modal(), 'data.components BASE_TYPE_BAD_LENGTH'],
  [
    '6 top-level components',
    modal(...times(6, (i) => label(text({ custom_id: `${i}` })))),
    'data.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an action row',
    modal(row(text({ label: 'Why' }))),
    'data.components.0.type UNION_TYPE_CHOICES',
  ],
  [
    'a label over 45',
    modal(label(text(), { label: long(46) })),
    'data.components.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a description over 100',
    modal(label(text(), { description: long(101) })),
    'data.components.0.description BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label in the text input',
    modal(label(text({ label: 'Why' }))),
    `${IN_LABEL}.label UNKNOWN_FIELD`,
  ],
  [
    'a preset over 4,000',
    modal(label(text({ value: long(4001) }))),
    `${IN_LABEL}.value BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a preset over its own limit',
    modal(label(text({ value: 'abc', max_length: 2 }))),
    `${IN_LABEL}.value BASE_TYPE_BAD_LENGTH`,
  ],
  [
    'a placeholder over 100',
    modal(label(text({ placeholder: long(101) }))),
    `${IN_LABEL}.placeholder BASE_TYPE_MAX_LENGTH`,
  ],
  [
    'a maximum over 4,000',
    modal(label(text({ max_length: 4001 }))),
    `${IN_LABEL}.max_length NUMBER_TYPE_MAX`,
  ],
  [
    'a minimum over the maximum',
    modal(label(text({ min_length: 3, max_length: 2 }))),
    `${IN_LABEL}.min_length BASE_TYPE_BAD_RANGE`,
  ],
  [
    'a disabled select',
    modal(label(select({ disabled: true }))),
    `${IN_LABEL}.disabled UNKNOWN_FIELD`,
  ],
  ['a radio group of 1', modal(label(radio(1))), `${IN_LABEL}.options BASE_TYPE_BAD_LENGTH`],
  ['a radio group of 11', modal(label(radio(11))), `${IN_LABEL}.options BASE_TYPE_BAD_LENGTH`],
  ['a checkbox group of 11', modal(label(boxes(11))), `${IN_LABEL}.options BASE_TYPE_BAD_LENGTH`],
  [
    'more boxes wanted than there are',
    modal(label(boxes(2, { max_values: 3 }))),
    `${IN_LABEL}.max_values BASE_TYPE_BAD_RANGE`,
  ],
  [
    '11 files',
    modal(label({ type: 19, custom_id: 'why', max_values: 11 })),
    `${IN_LABEL}.max_values NUMBER_TYPE_MAX`,
  ],
  ['a button', modal(label(button())), `${IN_LABEL}.type UNION_TYPE_CHOICES`],
  [
    'the same custom id twice',
    modal(label(text()), label(text())),
    'data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
];

test.each(REFUSED_MODALS)('a modal is refused: %s', (_name, body, fault) => {
  expect(verdict(() => validateModal(body))).toContain(fault);
});

test('a modal with each kind of field is accepted', () => {
  const fields = [text(), radio(10), boxes(10), { type: 23, custom_id: 'agree' }].map(
    (field, index) => label({ ...field, custom_id: `field-${index}` }, { description: 'Help' }),
  );
  expect(verdict(() => validateModal(modal(say('First read this.'), ...fields)))).toEqual([
    'accepted',
  ]);
});

const choices = (count: number, extra: Fields = {}) => ({
  choices: times(count, (i) => ({ name: `n${i}`, value: `v${i}`, ...extra })),
});
const CHOICES: [name: string, data: unknown, type: number, fault: string][] = [
  ['26 choices', choices(26), 3, 'data.choices BASE_TYPE_BAD_LENGTH'],
  [
    'a name over 100',
    choices(1, { name: long(101) }),
    3,
    'data.choices.0.name BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty name', choices(1, { name: '' }), 3, 'data.choices.0.name BASE_TYPE_BAD_LENGTH'],
  [
    'a value over 100',
    choices(1, { value: long(101) }),
    3,
    'data.choices.0.value BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty value', choices(1, { value: '' }), 3, 'data.choices.0.value BASE_TYPE_BAD_LENGTH'],
  [
    'a text for a whole number',
    choices(1, { value: '3' }),
    4,
    'data.choices.0.value NUMBER_TYPE_COERCE',
  ],
  ['no list', {}, 3, 'data.choices BASE_TYPE_REQUIRED'],
  ['25 choices', choices(25), 3, 'accepted'],
  ['no choices', choices(0), 3, 'accepted'],
];

test.each(CHOICES)('autocomplete: %s', (_name, data, type, fault) => {
  expect(verdict(() => validateChoices(data, type))).toContain(fault);
});
