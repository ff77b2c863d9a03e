// The parts of a message body besides its components, as Discord's *MessageCreateRequest schemas describe them.

import {
  also,
  anything,
  fields,
  flag,
  integer,
  list,
  maybe,
  oneOf,
  snowflake,
  text,
  url,
} from './shape.ts';

/** A file of a multipart request: `files[index]`. */
export type Upload = { index: number; name: string; contentType: string; bytes: Uint8Array };

/** Message flags. */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  v2: 1 << 15,
} as const;

/** The languages of Discord's client. */
export const LOCALES: readonly string[] = (
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ' +
  'ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'
).split(' ');

const web = url(2048, ['https:', 'http:', 'attachment:']);
const embedMedia = fields({
  url: web,
  width: anything,
  height: anything,
  description: maybe(text(0, 4096)),
});
const embed = fields({
  type: anything,
  title: maybe(text(0, 256)),
  description: maybe(text(0, 4096)),
  url: maybe(web),
  timestamp: maybe(text(1, 40)),
  color: maybe(integer(0, 0xffffff)),
  footer: maybe(fields({ text: text(1, 2048), icon_url: maybe(web) }, ['text'])),
  image: maybe(embedMedia),
  thumbnail: maybe(embedMedia),
  author: maybe(fields({ name: text(1, 256), url: maybe(web), icon_url: maybe(web) }, ['name'])),
  fields: maybe(
    list(
      fields(
        {
          name: text(1, 256, { blank: false }),
          value: text(1, 1024, { blank: false }),
          inline: maybe(flag),
        },
        ['name', 'value'],
      ),
      0,
      25,
    ),
  ),
});

const allowedMentions = also(
  fields({
    parse: maybe(list(oneOf('users', 'roles', 'everyone'), 0, 3, { unique: true })),
    users: maybe(list(snowflake, 0, 100, { unique: true })),
    roles: maybe(list(snowflake, 0, 100, { unique: true })),
    replied_user: maybe(flag),
  }),
  (value, path, report) => {
    const parsed = Array.isArray(value['parse']) ? value['parse'] : [];
    for (const kind of ['users', 'roles']) {
      const named = value[kind];
      if (parsed.includes(kind) && Array.isArray(named) && named.length > 0) {
        report({
          path: [...path, 'parse'],
          code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        });
      }
    }
  },
);

const attachment = fields(
  {
    id: (value, path, report) =>
      snowflake(typeof value === 'number' ? String(value) : value, path, report),
    filename: maybe(text(1, 1024)),
    description: maybe(text(0, 1024)),
    title: maybe(text(0, 1024)),
    is_spoiler: maybe(flag),
  },
  ['id'],
);

/** What makes a message a reply (type 0) or a forward (type 1). */
export const messageReference = fields(
  {
    type: maybe(oneOf(0, 1)),
    message_id: snowflake,
    channel_id: maybe(snowflake),
    guild_id: maybe(snowflake),
    fail_if_not_exists: maybe(flag),
  },
  ['message_id'],
);

// discord.js sends tts, nonce and enforce_nonce with every message, also where Discord does not know them.
export const messageFields = {
  content: maybe(text(0, 2000)),
  embeds: maybe(list(embed, 0, 10)),
  allowed_mentions: maybe(allowedMentions),
  components: anything,
  attachments: maybe(list(attachment, 0, 10)),
  flags: maybe(integer(0, 2 ** 31 - 1)),
  tts: maybe(flag),
  nonce: maybe((value, path, report) =>
    text(0, 25)(typeof value === 'number' ? String(value) : value, path, report),
  ),
  enforce_nonce: maybe(flag),
  sticker_ids: maybe(list(snowflake, 0, 3)),
  poll: anything,
};
