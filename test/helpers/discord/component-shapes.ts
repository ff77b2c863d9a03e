// What Discord accepts as a component, in messages and in modals. Field names and ranges: the API document's
// *ForMessageRequest and *ForModalRequest schemas; counts that it leaves open: PLATFORM.md, "Limits for implementers".

import {
  also,
  anything,
  byType,
  type Fields,
  fields,
  flag,
  integer,
  list,
  maybe,
  objectsIn,
  oneOf,
  type Path,
  type Report,
  type Shape,
  snowflake,
  text,
  url,
} from './shape.ts';

const HTTP = ['https:', 'http:'];
const common = { type: anything, id: maybe(integer(0, 2 ** 31 - 1)) };
const customId = text(1, 100);
const emoji = fields({ id: maybe(snowflake), name: text(1, 32), animated: flag }, ['name']);

const button = also(
  fields(
    {
      ...common,
      style: oneOf(1, 2, 3, 4, 5, 6),
      label: maybe(text(1, 80)),
      emoji: maybe(emoji),
      custom_id: maybe(customId),
      url: maybe(url(512, HTTP)),
      sku_id: maybe(snowflake),
      disabled: maybe(flag),
    },
    ['style'],
  ),
  (value, path, report) => {
    const style = value['style'];
    const given = (name: string) => value[name] !== undefined && value[name] !== null;
    const needs = style === 5 ? 'url' : style === 6 ? 'sku_id' : 'custom_id';
    if (!given(needs)) {
      report({
        path: [...path, needs],
        code: 'BASE_TYPE_REQUIRED',
        message: `A ${needs} is required for this style`,
      });
    }
    for (const name of ['url', 'sku_id', 'custom_id']) {
      if (name !== needs && given(name)) {
        report({
          path,
          code: 'COMPONENT_CUSTOM_ID_AND_URL_MUTUALLY_EXCLUSIVE',
          message: 'A custom id and url cannot both be specified',
        });
      }
    }
    if (style !== 6 && !given('emoji') && !given('label')) {
      report({
        path,
        code: 'BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI',
        message: 'A button must have a label or an emoji',
      });
    }
  },
);

function checkRange(value: Fields, path: Path, report: Report, most: number): void {
  const min = typeof value['min_values'] === 'number' ? value['min_values'] : 1;
  const max = typeof value['max_values'] === 'number' ? value['max_values'] : most;
  if (min > max || max > most) {
    report({
      path: [...path, max > most ? 'max_values' : 'min_values'],
      code: 'BASE_TYPE_BAD_RANGE',
      message: `Wants ${min} to ${max} of ${most}.`,
    });
  }
}

function checkOptions(value: Fields, path: Path, report: Report, mostDefaults: number): void {
  const options = objectsIn(value['options']);
  if (new Set(options.map((option) => option['value'])).size !== options.length) {
    report({
      path: [...path, 'options'],
      code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      message: 'The specified option value is already used',
    });
  }
  if (options.filter((option) => option['default'] === true).length > mostDefaults) {
    report({
      path: [...path, 'options'],
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      message: 'More options are marked as default than may be chosen',
    });
  }
}

const option = fields(
  {
    label: text(1, 100),
    value: text(1, 100),
    description: maybe(text(1, 100)),
    default: maybe(flag),
    emoji: maybe(emoji),
  },
  ['label', 'value'],
);
const plainOption = fields(
  {
    label: text(1, 100),
    value: text(1, 100),
    description: maybe(text(1, 100)),
    default: maybe(flag),
  },
  ['label', 'value'],
);
const selectFields = {
  ...common,
  custom_id: customId,
  placeholder: maybe(text(0, 150)),
  min_values: maybe(integer(0, 25)),
  max_values: maybe(integer(1, 25)),
};
const autoSelectFields = {
  ...selectFields,
  default_values: maybe(
    list(fields({ id: snowflake, type: oneOf('user', 'role', 'channel') }, ['id', 'type']), 0, 25),
  ),
};

function selects(extra: Record<string, Shape>): Record<number, Shape> {
  const auto = (more: Record<string, Shape> = {}) =>
    also(fields({ ...autoSelectFields, ...extra, ...more }, ['custom_id']), (value, path, report) =>
      checkRange(value, path, report, 25),
    );
  return {
    3: also(
      fields({ ...selectFields, ...extra, options: list(option, 1, 25) }, ['custom_id', 'options']),
      (value, path, report) => {
        const most = typeof value['max_values'] === 'number' ? value['max_values'] : 1;
        checkOptions(value, path, report, most);
        checkRange({ max_values: 1, ...value }, path, report, objectsIn(value['options']).length);
      },
    ),
    5: auto(),
    6: auto(),
    7: auto(),
    8: auto({ channel_types: maybe(list(integer(0, 16), 0, 25, { unique: true })) }),
  };
}

const messageSelects = selects({ disabled: maybe(flag) });

const actionRow = also(
  fields({ ...common, components: list(byType({ 2: button, ...messageSelects }), 1, 5) }, [
    'components',
  ]),
  (value, path, report) => {
    const inside = objectsIn(value['components']);
    if (inside.length > 1 && inside.some((component) => component['type'] !== 2)) {
      report({
        path: [...path, 'components'],
        code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        message: 'The specified component exceeds the maximum width',
      });
    }
  },
);

const textDisplay = fields({ ...common, content: text(1, 4000, { blank: false }) }, ['content']);
const media = fields({ url: url(2048, [...HTTP, 'attachment:']) }, ['url']);
const altText = maybe(text(1, 1024));
const thumbnail = fields({ ...common, media, description: altText, spoiler: maybe(flag) }, [
  'media',
]);
const section = fields(
  {
    ...common,
    components: list(byType({ 10: textDisplay }), 1, 3),
    accessory: byType({ 2: button, 11: thumbnail }),
  },
  ['components', 'accessory'],
);
const gallery = fields(
  {
    ...common,
    items: list(fields({ media, description: altText, spoiler: maybe(flag) }, ['media']), 1, 10),
  },
  ['items'],
);
const file = fields(
  { ...common, file: fields({ url: url(2048, ['attachment:']) }, ['url']), spoiler: maybe(flag) },
  ['file'],
);
const separator = fields({ ...common, divider: maybe(flag), spacing: maybe(oneOf(1, 2)) });
const inContainer = {
  1: actionRow,
  9: section,
  10: textDisplay,
  12: gallery,
  13: file,
  14: separator,
};
const container = fields(
  {
    ...common,
    components: list(byType(inContainer), 1, 40),
    accent_color: maybe(integer(0, 0xffffff)),
    spoiler: maybe(flag),
  },
  ['components'],
);

/** The components of a message with the Components V2 flag. */
export const modernComponents: Shape = list(byType({ ...inContainer, 17: container }), 0, 40);

/** The components of a message without that flag: up to five action rows. */
export const legacyComponents: Shape = list(byType({ 1: actionRow }), 0, 5);

const textInput = also(
  fields(
    {
      ...common,
      custom_id: customId,
      style: oneOf(1, 2),
      value: maybe(text(0, 4000)),
      placeholder: maybe(text(0, 100)),
      required: maybe(flag),
      min_length: maybe(integer(0, 4000)),
      max_length: maybe(integer(1, 4000)),
    },
    ['custom_id', 'style'],
  ),
  (value, path, report) => {
    const min = typeof value['min_length'] === 'number' ? value['min_length'] : 0;
    const max = typeof value['max_length'] === 'number' ? value['max_length'] : 4000;
    const prefilled = value['value'];
    if (min > max) {
      report({
        path: [...path, 'min_length'],
        code: 'BASE_TYPE_BAD_RANGE',
        message: 'min_length is over max_length',
      });
    }
    if (
      typeof prefilled === 'string' &&
      prefilled !== '' &&
      (prefilled.length < min || prefilled.length > max)
    ) {
      const message = `Must be between ${min} and ${max} in length.`;
      report({ path: [...path, 'value'], code: 'BASE_TYPE_BAD_LENGTH', message });
    }
  },
);

const radioGroup = also(
  fields(
    { ...common, custom_id: customId, required: maybe(flag), options: list(plainOption, 2, 10) },
    ['custom_id', 'options'],
  ),
  (value, path, report) => checkOptions(value, path, report, 1),
);
const checkboxGroup = also(
  fields(
    {
      ...common,
      custom_id: customId,
      required: maybe(flag),
      min_values: maybe(integer(0, 10)),
      max_values: maybe(integer(1, 10)),
      options: list(plainOption, 1, 10),
    },
    ['custom_id', 'options'],
  ),
  (value, path, report) => {
    checkOptions(value, path, report, 10);
    checkRange(value, path, report, objectsIn(value['options']).length);
  },
);
const fileUpload = fields(
  {
    ...common,
    custom_id: customId,
    required: maybe(flag),
    min_values: maybe(integer(0, 10)),
    max_values: maybe(integer(1, 10)),
  },
  ['custom_id'],
);
const checkbox = fields({ ...common, custom_id: customId, default: maybe(flag) }, ['custom_id']);

const label = fields(
  {
    ...common,
    label: text(1, 45),
    description: maybe(text(1, 100)),
    component: byType({
      ...selects({ required: maybe(flag) }),
      4: textInput,
      19: fileUpload,
      21: radioGroup,
      22: checkboxGroup,
      23: checkbox,
    }),
  },
  ['label', 'component'],
);

/** A modal. Action rows, though Discord still takes them there, are deprecated and refused. */
export const modal: Shape = fields(
  {
    custom_id: customId,
    title: text(1, 45),
    components: list(byType({ 10: textDisplay, 18: label }), 1, 5),
  },
  ['custom_id', 'title', 'components'],
);
