import { expect, test } from 'vitest';
import { Refusal } from './errors.ts';
import { FLAG, type Upload } from './message-shapes.ts';
import {
  button,
  gallery,
  long,
  message,
  row,
  say,
  times,
  v2,
  verdict,
} from './payloads-for-tests.ts';
import type { Fields } from './shape.ts';
import { validateMessage } from './validate.ts';

const embedded = (embed: Fields) => ({ embeds: [embed] });
const mentions = (allowed_mentions: unknown) => ({ content: 'hello', allowed_mentions });
const ids = (count: number) => times(count, (index) => String(1000 + index));

const REFUSED: [name: string, body: unknown, fault: string][] = [
  ['no body', undefined, ' MODEL_TYPE_CONVERT'],
  ['content over 2,000', { content: long(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  [
    'content of 1,001 astral characters',
    { content: '😀'.repeat(1001) },
    'content BASE_TYPE_MAX_LENGTH',
  ],
  ['half a surrogate pair', { content: 'a\ud83d' }, 'content BASE_TYPE_BAD_STRING'],
  ['a misspelt field', { contents: 'hello' }, 'contents UNKNOWN_FIELD'],
  ['11 embeds', { embeds: times(11, () => ({ title: 'a' })) }, 'embeds BASE_TYPE_BAD_LENGTH'],
  ['embed title over 256', embedded({ title: long(257) }), 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
  [
    'embed description over 4,096',
    embedded({ description: long(4097) }),
    'embeds.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 embed fields',
    embedded({ fields: times(26, () => ({ name: 'a', value: 'b' })) }),
    'embeds.0.fields BASE_TYPE_BAD_LENGTH',
  ],
  [
    'embed field name over 256',
    embedded({ fields: [{ name: long(257), value: 'b' }] }),
    'embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'embed field value over 1,024',
    embedded({ fields: [{ name: 'a', value: long(1025) }] }),
    'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
  ],
  [
    'embed footer over 2,048',
    embedded({ footer: { text: long(2049) } }),
    'embeds.0.footer.text BASE_TYPE_BAD_LENGTH',
  ],
  [
    'embed author over 256',
    embedded({ author: { name: long(257) } }),
    'embeds.0.author.name BASE_TYPE_BAD_LENGTH',
  ],
  [
    '6,001 characters over two embeds',
    { embeds: [{ description: long(3001) }, { description: long(3000) }] },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    '11 attachments',
    { content: 'a', attachments: times(11, (i) => ({ id: `${i}` })) },
    'attachments BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an attachment without its file',
    { content: 'a', attachments: [{ id: '0' }] },
    'attachments.0 ATTACHMENT_NOT_FOUND',
  ],
  ['a nonce over 25', { content: 'a', nonce: long(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
  [
    'an ephemeral channel message',
    { content: 'a', flags: FLAG.ephemeral },
    'flags BASE_TYPE_CHOICES',
  ],
  [
    '101 allowed users',
    mentions({ users: ids(101) }),
    'allowed_mentions.users BASE_TYPE_BAD_LENGTH',
  ],
  [
    '101 allowed roles',
    mentions({ roles: ids(101) }),
    'allowed_mentions.roles BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an unknown mention kind',
    mentions({ parse: ['user'] }),
    'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
  ],
  [
    'a camel-case mention setting',
    mentions({ repliedUser: false }),
    'allowed_mentions.repliedUser UNKNOWN_FIELD',
  ],
  ['allowed mentions as a list', mentions([]), 'allowed_mentions MODEL_TYPE_CONVERT'],
  [
    'both parsing and listing users',
    mentions({ parse: ['users'], users: ['1'] }),
    'allowed_mentions.parse MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  ['an empty message', {}, '50006'],
  ['a blank message', { content: ' \n ' }, '50006'],
  ['no component beside the flag', v2(), '50006'],
];

test.each(REFUSED)('a message is refused: %s', (_name, body, fault) => {
  expect(message(body)).toContain(fault);
});

const ACCEPTED: [name: string, body: Fields][] = [
  ['content of 2,000', { content: long(2000) }],
  [
    '6,000 characters in embeds',
    { embeds: [{ description: long(4000) }, { description: long(2000) }] },
  ],
  ['nobody to be mentioned', mentions({ parse: [], replied_user: false })],
  ['what discord.js adds', { content: 'a', tts: false, enforce_nonce: false, nonce: '1' }],
];

test.each(ACCEPTED)('a message is accepted: %s', (_name, body) => {
  expect(message(body)).toEqual(['accepted']);
});

const upload = (name: string, size = 1): Upload => ({
  index: 0,
  name,
  contentType: 'image/png',
  bytes: new Uint8Array(size),
});

test('an uploaded file may be referenced by its plain name', () => {
  const body = (name: string) =>
    v2(gallery({ media: { url: `attachment://${name}` }, description: 'a chart' }));
  expect(message(body('a.png'), [upload('a.png')])).toEqual(['accepted']);
  expect(message(body('a%20b.png'), [upload('a b.png')])).toEqual([
    'components.0.items.0.media.url URL_TYPE_INVALID_URL',
  ]);
});

test('files over 10 MiB, and more than 25 MiB together, are refused with 40005', () => {
  const mebibyte = 1024 * 1024;
  expect(message({ content: 'a' }, [upload('a.png', 10 * mebibyte)])).toEqual(['accepted']);
  expect(message({ content: 'a' }, [upload('a.png', 10 * mebibyte + 1)])).toEqual(['40005']);
  expect(
    message(
      { content: 'a' },
      times(3, () => upload('a.png', 9 * mebibyte)),
    ),
  ).toEqual(['40005']);
});

test('a defer carries nothing but the ephemeral flag', () => {
  const defer = (flags: number) =>
    verdict(() => validateMessage({ flags }, { kind: 'defer', uploads: [] }));
  expect(defer(FLAG.ephemeral)).toEqual(['accepted']);
  expect(defer(FLAG.v2)).toEqual(['flags BASE_TYPE_CHOICES']);
});

test('an edit is judged together with what the message has already', () => {
  const before = { flags: 0, content: 'old', embeds: [], components: [], attachments: [] };
  const edit = (body: Fields, more: object = {}) =>
    verdict(() =>
      validateMessage(body, { kind: 'interaction', uploads: [], before: { ...before, ...more } }),
    );
  expect(edit({ components: [row(button())] })).toEqual(['accepted']);
  expect(edit({ content: '' })).toEqual(['50006']);
  expect(edit(v2(say('new')))).toEqual([
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ]);
  expect(edit({ ...v2(say('new')), content: null })).toEqual(['accepted']);
  const modern = { flags: FLAG.v2, content: '', components: [say('old')] };
  expect(edit({ content: 'new' }, modern)).toEqual([
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ]);
  expect(edit({ components: [say('new')] }, modern)).toEqual(['accepted']);
});

test('a refusal has the shape of Discord', () => {
  const problem = {
    path: ['components', 0, 'label'],
    code: 'BASE_TYPE_BAD_LENGTH',
    message: 'Too long.',
  };
  expect(new Refusal('badBody', [problem]).body()).toMatchInlineSnapshot(`
    {
      "code": 50035,
      "errors": {
        "components": {
          "0": {
            "label": {
              "_errors": [
                {
                  "code": "BASE_TYPE_BAD_LENGTH",
                  "message": "Too long.",
                },
              ],
            },
          },
        },
      },
      "message": "Invalid Form Body",
    }
  `);
});
