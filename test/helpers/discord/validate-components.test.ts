import { expect, test } from 'vitest';
import {
  button,
  gallery,
  image,
  legacy,
  long,
  message,
  option,
  picture,
  row,
  say,
  section,
  select,
  times,
  v2,
} from './payloads-for-tests.ts';
import type { Fields } from './shape.ts';

const REFUSED: [name: string, body: unknown, fault: string][] = [
  [
    '6 legacy rows',
    legacy(...times(6, (i) => row(button({ custom_id: `${i}` })))),
    'components BASE_TYPE_BAD_LENGTH',
  ],
  [
    '6 buttons in a row',
    legacy(row(...times(6, (i) => button({ custom_id: `${i}` })))),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty row', legacy(row()), 'components.0.components BASE_TYPE_BAD_LENGTH'],
  [
    'a select beside a button',
    legacy(row(button(), select())),
    'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['a text display without the flag', legacy(say('a')), 'components.0.type UNION_TYPE_CHOICES'],
  ['a button outside of a row', v2(button()), 'components.0.type UNION_TYPE_CHOICES'],
  [
    'a button without words',
    legacy(row(button({ label: undefined }))),
    'components.0.components.0 BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI',
  ],
  [
    'a button label over 80',
    legacy(row(button({ label: long(81) }))),
    'components.0.components.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button without custom id',
    legacy(row(button({ custom_id: undefined }))),
    'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
  ],
  [
    'a custom id over 100',
    legacy(row(button({ custom_id: long(101) }))),
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an empty custom id',
    legacy(row(button({ custom_id: '' }))),
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a camel-case custom id',
    legacy(row({ ...button(), customId: 'go' })),
    'components.0.components.0.customId UNKNOWN_FIELD',
  ],
  [
    'the same custom id twice',
    legacy(row(button(), button())),
    'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a link with a custom id',
    legacy(row(button({ style: 5, url: 'https://example.org' }))),
    'components.0.components.0 COMPONENT_CUSTOM_ID_AND_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    'a link without address',
    legacy(row(button({ style: 5, custom_id: undefined }))),
    'components.0.components.0.url BASE_TYPE_REQUIRED',
  ],
  [
    'a link over 512',
    legacy(row({ type: 2, style: 5, label: 'a', url: `https://example.org/${long(500)}` })),
    'components.0.components.0.url BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a link to a script',
    legacy(row({ type: 2, style: 5, label: 'a', url: 'javascript:alert(1)' })),
    'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a link that is none',
    legacy(row({ type: 2, style: 5, label: 'a', url: 'example.org' })),
    'components.0.components.0.url URL_TYPE_INVALID_URL',
  ],
  [
    'an unknown button style',
    legacy(row(button({ style: 7 }))),
    'components.0.components.0.style BASE_TYPE_CHOICES',
  ],
  [
    '26 select options',
    legacy(row(select({ options: times(26, (i) => option(i)) }))),
    'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a select without options',
    legacy(row(select({ options: [] }))),
    'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option label over 100',
    legacy(row(select({ options: [option(0, { label: long(101) })] }))),
    'components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option value over 100',
    legacy(row(select({ options: [option(0, { value: long(101) })] }))),
    'components.0.components.0.options.0.value BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option description over 100',
    legacy(row(select({ options: [option(0, { description: long(101) })] }))),
    'components.0.components.0.options.0.description BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same option value twice',
    legacy(row(select({ options: [option(0), option(0)] }))),
    'components.0.components.0.options SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a placeholder over 150',
    legacy(row(select({ placeholder: long(151) }))),
    'components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH',
  ],
  [
    'more values than options',
    legacy(row(select({ max_values: 3 }))),
    'components.0.components.0.max_values BASE_TYPE_BAD_RANGE',
  ],
  ['41 components', v2(...times(41, () => say('a'))), 'components BASE_TYPE_BAD_LENGTH'],
  [
    '41 components with nesting',
    v2(
      ...times(13, (i) => section({ accessory: button({ custom_id: `${i}` }) })),
      say('a'),
      say('b'),
    ),
    'components BASE_TYPE_BAD_LENGTH',
  ],
  [
    '4,001 characters over two displays',
    v2(say(long(2001)), say(long(2000))),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text display', v2(say('')), 'components.0.content BASE_TYPE_BAD_LENGTH'],
  ['a blank text display', v2(say(' \n')), 'components.0.content BASE_TYPE_REQUIRED'],
  [
    'content beside the flag',
    { ...v2(say('a')), content: 'b' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside the flag',
    { ...v2(say('a')), embeds: [{ title: 'b' }] },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'a section with 4 texts',
    v2(section({ components: times(4, () => say('a')) })),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a section without text',
    v2(section({ components: [] })),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a section without accessory',
    v2(section({ accessory: undefined })),
    'components.0.accessory BASE_TYPE_REQUIRED',
  ],
  [
    'a select as accessory',
    v2(section({ accessory: select() })),
    'components.0.accessory.type UNION_TYPE_CHOICES',
  ],
  [
    'a thumbnail text over 1,024',
    v2(section({ accessory: { ...image, description: long(1025) } })),
    'components.0.accessory.description BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty gallery', v2(gallery()), 'components.0.items BASE_TYPE_BAD_LENGTH'],
  [
    '11 pictures',
    v2(gallery(...times(11, () => picture()))),
    'components.0.items BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an alt text over 1,024',
    v2(gallery(picture({ description: long(1025) }))),
    'components.0.items.0.description BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a picture that was not uploaded',
    v2(gallery({ media: { url: 'attachment://a.png' } })),
    'components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a file component on the web',
    v2({ type: 13, file: { url: 'https://example.org/a.pdf' } }),
    'components.0.file.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a separator with spacing 3',
    v2(say('a'), { type: 14, spacing: 3 }),
    'components.1.spacing BASE_TYPE_CHOICES',
  ],
  [
    'a container in a container',
    v2({ type: 17, components: [{ type: 17, components: [say('a')] }] }),
    'components.0.components.0.type UNION_TYPE_CHOICES',
  ],
  [
    'an empty container',
    v2({ type: 17, components: [] }),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a colour over 0xffffff',
    v2({ type: 17, components: [say('a')], accent_color: 0x1000000 }),
    'components.0.accent_color NUMBER_TYPE_MAX',
  ],
  [
    'a modal component',
    v2({ type: 18, label: 'a', component: { type: 4, custom_id: 'a', style: 1 } }),
    'components.0.type UNION_TYPE_CHOICES',
  ],
  [
    'the same component id twice',
    v2({ ...say('a'), id: 3 }, { ...say('b'), id: 3 }),
    'components.1.id COMPONENT_ID_DUPLICATED',
  ],
];

test.each(REFUSED)('a message is refused: %s', (_name, body, fault) => {
  expect(message(body)).toContain(fault);
});

const ACCEPTED: [name: string, body: Fields][] = [
  ['only a row of buttons', { components: [row(button())] }],
  [
    '5 rows of 5 buttons',
    legacy(...times(5, (i) => row(...times(5, (j) => button({ custom_id: `${i}${j}` }))))),
  ],
  ['25 options', legacy(row(select({ options: times(25, (i) => option(i)), max_values: 25 })))],
  ['40 components', v2(...times(40, () => say('a')))],
  ['4,000 characters', v2(say(long(2000)), say(long(2000)))],
  [
    'all layouts in a container',
    v2({
      type: 17,
      accent_color: 1,
      components: [
        say('a'),
        section(),
        row(select()),
        gallery(picture({ description: 'b' })),
        { type: 14 },
      ],
    }),
  ],
  ['a section with a thumbnail', v2(section({ accessory: image }))],
  ['a user select', legacy(row({ type: 5, custom_id: 'who' }))],
];

test.each(ACCEPTED)('a message is accepted: %s', (_name, body) => {
  expect(message(body)).toEqual(['accepted']);
});
