// Refuses whatever Discord would refuse in a message, a modal or an autocomplete answer, with 400 and code 50035.

import { legacyComponents, modal, modernComponents } from './component-shapes.ts';
import { type Problem, Refusal, refuseWhen } from './errors.ts';
import { FLAG, LOCALES, messageFields, messageReference, type Upload } from './message-shapes.ts';
import {
  check,
  decimal,
  dictionary,
  type Fields,
  fields,
  integer,
  isFields,
  list,
  maybe,
  objectsIn,
  oneOf,
  type Path,
  type Shape,
  text,
} from './shape.ts';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
const MAX_COMPONENTS = 40;
const MAX_DISPLAYED_TEXT = 4000;
const MAX_EMBED_TEXT = 6000;

/** What the rules need to know about the message that an edit changes. */
export type Existing = {
  flags: number;
  content: string;
  embeds: readonly unknown[];
  components: readonly unknown[];
  attachments: readonly { id: string; filename: string }[];
};

export type MessageRules = {
  /** `defer` is the empty body of callback types 5 and 6. */
  kind: 'channel' | 'interaction' | 'defer';
  uploads: readonly Upload[];
  /** Given for an edit. */
  before?: Existing;
};

/** Throws a Refusal when Discord would not take this body as a message. */
export function validateMessage(body: unknown, rules: MessageRules): void {
  const { before, uploads } = rules;
  if (uploads.some((upload) => upload.bytes.length > MAX_FILE_BYTES)) throw new Refusal('tooLarge');
  if (uploads.reduce((sum, upload) => sum + upload.bytes.length, 0) > MAX_REQUEST_BYTES)
    throw new Refusal('tooLarge');

  const given = (isFields(body) ? body : {}) as Fields;
  const flags = (typeof given['flags'] === 'number' ? given['flags'] : 0) | (before?.flags ?? 0);
  const modern = (flags & FLAG.v2) !== 0;
  const shape: Shape = fields({
    ...messageFields,
    ...(rules.kind === 'channel' ? { message_reference: maybe(messageReference) } : {}),
    components: maybe(modern ? modernComponents : legacyComponents),
  });
  const problems = check(shape, body);
  problems.push(...flagProblems(given, rules));
  if (rules.kind === 'defer') {
    refuseWhen(problems);
    return;
  }

  const components =
    given['components'] === undefined ? (before?.components ?? []) : objectsIn(given['components']);
  if (modern) problems.push(...modernProblems(given, components, before));
  problems.push(
    ...duplicateProblems(components),
    ...embedProblems(given),
    ...fileProblems(given, rules),
  );
  refuseWhen(problems);

  const content =
    given['content'] === undefined ? (before?.content ?? '') : String(given['content'] ?? '');
  const embeds =
    given['embeds'] === undefined ? (before?.embeds ?? []) : objectsIn(given['embeds']);
  const files = uploads.length + keptAttachments(given, before).length;
  const poll = given['poll'] !== undefined && given['poll'] !== null;
  const isEmpty =
    content.trim() === '' && embeds.length === 0 && components.length === 0 && files === 0 && !poll;
  if (isEmpty) throw new Refusal('emptyMessage');
}

/** The attachments of the message before that an edit leaves in place: all, unless it lists which. */
export function keptAttachments<T extends { id: string }>(
  body: Fields,
  before?: { attachments: readonly T[] },
): T[] {
  const listed = body['attachments'];
  if (!Array.isArray(listed)) return [...(before?.attachments ?? [])];
  const ids = new Set(objectsIn(listed).map((item) => String(item['id'])));
  return (before?.attachments ?? []).filter((item) => ids.has(item.id));
}

/** All components of a message or modal, nested ones, accessories and labelled fields included, with their places. */
export function flattenComponents(
  components: readonly unknown[],
  path: Path = ['components'],
): { component: Fields; path: Path }[] {
  return components.flatMap((component, index) => {
    if (!isFields(component)) return [];
    const here = [...path, index];
    const single = (['accessory', 'component'] as const).flatMap((name) => {
      const inner = component[name];
      return isFields(inner) ? [{ component: inner, path: [...here, name] }] : [];
    });
    return [
      { component, path: here },
      ...(Array.isArray(component['components'])
        ? flattenComponents(component['components'], [...here, 'components'])
        : []),
      ...single,
    ];
  });
}

function flagProblems(body: Fields, rules: MessageRules): Problem[] {
  const flags = typeof body['flags'] === 'number' ? body['flags'] : 0;
  const edits = rules.before !== undefined;
  // The ephemeral flag on a channel message would be ignored: the message is public, which its author can't have meant.
  const allowed =
    rules.kind === 'defer'
      ? FLAG.ephemeral
      : FLAG.suppressEmbeds |
        FLAG.v2 |
        (edits ? 0 : FLAG.silent) |
        (rules.kind === 'interaction' ? FLAG.ephemeral : 0);
  const extra = flags & ~allowed;
  if (extra === 0) return [];
  return [
    { path: ['flags'], code: 'BASE_TYPE_CHOICES', message: `Flags ${extra} cannot be set here.` },
  ];
}

function modernProblems(
  body: Fields,
  components: readonly unknown[],
  before: Existing | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const stays = before !== undefined && (before.flags & FLAG.v2) === 0;
  const holds = (name: 'content' | 'embeds', value: unknown) =>
    typeof value === 'string' || Array.isArray(value)
      ? value.length > 0
      : value === undefined && stays && before[name].length > 0;
  for (const name of ['content', 'embeds'] as const) {
    if (holds(name, body[name])) {
      const message = `The "${name}" field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      problems.push({
        path: [name],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message,
      });
    }
  }
  const all = flattenComponents(components);
  if (all.length > MAX_COMPONENTS) {
    const message = `A message may hold ${MAX_COMPONENTS} components, nested ones included; this has ${all.length}.`;
    problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  const displayed = all.reduce((sum, { component }) => {
    return (
      sum +
      (component['type'] === 10 && typeof component['content'] === 'string'
        ? component['content'].length
        : 0)
    );
  }, 0);
  if (displayed > MAX_DISPLAYED_TEXT) {
    const message = `The total length of displayable text exceeds ${MAX_DISPLAYED_TEXT}; this has ${displayed}.`;
    problems.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message,
    });
  }
  return problems;
}

function duplicateProblems(components: readonly unknown[]): Problem[] {
  const problems: Problem[] = [];
  for (const name of ['custom_id', 'id'] as const) {
    const seen = new Set<unknown>();
    for (const { component, path } of flattenComponents(components)) {
      const value = component[name];
      if (value === undefined || value === null || value === 0) continue;
      if (seen.has(value)) {
        const code = name === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED';
        problems.push({
          path: [...path, name],
          code,
          message: `Component ${name} cannot be duplicated`,
        });
      }
      seen.add(value);
    }
  }
  return problems;
}

function embedProblems(body: Fields): Problem[] {
  const long = (value: unknown) => (typeof value === 'string' ? value.length : 0);
  const total = objectsIn(body['embeds']).reduce((sum, item) => {
    const footer = isFields(item['footer']) ? long(item['footer']['text']) : 0;
    const author = isFields(item['author']) ? long(item['author']['name']) : 0;
    const inFields = objectsIn(item['fields']).reduce(
      (n, field) => n + long(field['name']) + long(field['value']),
      0,
    );
    return sum + long(item['title']) + long(item['description']) + footer + author + inFields;
  }, 0);
  if (total <= MAX_EMBED_TEXT) return [];
  const message = `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`;
  return [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function fileProblems(body: Fields, rules: MessageRules): Problem[] {
  const problems: Problem[] = [];
  const listed = objectsIn(body['attachments']);
  const uploadIds = new Set(rules.uploads.map((upload) => String(upload.index)));
  const keptIds = new Set((rules.before?.attachments ?? []).map((item) => item.id));
  listed.forEach((item, index) => {
    const id = String(item['id']);
    if (uploadIds.has(id) || keptIds.has(id)) return;
    const message = `Attachment ${id} is neither uploaded as files[${id}] nor on the message.`;
    problems.push({ path: ['attachments', index], code: 'ATTACHMENT_NOT_FOUND', message });
  });
  const kept = keptAttachments(body, rules.before);
  if (rules.uploads.length + kept.length > 10) {
    problems.push({
      path: ['attachments'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'Must be 10 or fewer in length.',
    });
  }

  const names = new Set([
    ...kept.map((item) => item.filename),
    ...rules.uploads.map((upload) => upload.name),
  ]);
  for (const { value, path } of attachmentReferences(body)) {
    const name = value.slice('attachment://'.length);
    if (!/^[\w.-]+$/.test(name)) {
      const message =
        'A referenced file name may hold letters, digits, underscore, dash and dot only.';
      problems.push({ path, code: 'URL_TYPE_INVALID_URL', message });
    } else if (!names.has(name)) {
      const message = `The referenced attachment "${name}" was not found in attachments.`;
      problems.push({ path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message });
    }
  }
  return problems;
}

function attachmentReferences(body: Fields): { value: string; path: Path }[] {
  const found: { value: string; path: Path }[] = [];
  const look = (value: unknown, path: Path) => {
    if (typeof value === 'string') {
      const isAddress = String(path.at(-1)).endsWith('url') && value.startsWith('attachment://');
      if (isAddress) found.push({ value, path });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        look(item, [...path, Array.isArray(value) ? Number(name) : name]);
      }
    }
  };
  look(body['components'], ['components']);
  look(body['embeds'], ['embeds']);
  return found;
}

/** Throws a Refusal when Discord would not open this modal. */
export function validateModal(data: unknown): void {
  const problems = check(modal, data);
  const top = isFields(data) ? objectsIn(data['components']) : [];
  problems.push(...duplicateProblems(top));
  refuseWhen(problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] })));
}

/** Throws a Refusal when these are no autocomplete choices for an option of the given type (3, 4 or 10). */
export function validateChoices(data: unknown, optionType: number): void {
  const value =
    optionType === 3 ? text(1, 100) : optionType === 4 ? integer(-(2 ** 53), 2 ** 53) : decimal;
  const choice = fields(
    {
      name: text(1, 100, { blank: false }),
      value,
      name_localizations: maybe(dictionary(oneOf(...LOCALES), text(1, 100))),
    },
    ['name', 'value'],
  );
  const problems = check(fields({ choices: list(choice, 0, 25) }, ['choices']), data);
  refuseWhen(problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] })));
}
