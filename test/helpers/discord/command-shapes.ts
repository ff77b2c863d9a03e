// What Discord accepts as an application command, and how it stores one.

import { type Problem, refuseWhen } from './errors.ts';
import { LOCALES } from './message-shapes.ts';
import {
  also,
  anything,
  byType,
  check,
  decimal,
  dictionary,
  type Fields,
  fields,
  flag,
  integer,
  isFields,
  list,
  maybe,
  objectsIn,
  oneOf,
  type Path,
  type Report,
  type Shape,
  text,
} from './shape.ts';

const MAX_COMMAND_TEXT = 8000;
const MAX_COMMANDS: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** A command as GET returns it; options keep the form in which they were sent. */
export type StoredCommand = {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
  type: number;
  name: string;
  name_localizations: Record<string, string> | null;
  description: string;
  description_localizations: Record<string, string> | null;
  options?: CommandOption[];
  default_member_permissions: string | null;
  dm_permission?: boolean;
  contexts?: number[] | null;
  integration_types?: number[];
  nsfw: boolean;
};

/** One option, subcommand or group of a stored command. */
export type CommandOption = {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  options?: CommandOption[];
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: number[];
};

const locale = oneOf(...LOCALES);
const slashName = text(1, 32, { pattern: NAME, lower: true });
const described = {
  name: slashName,
  name_localizations: maybe(dictionary(locale, slashName)),
  description: text(1, 100, { blank: false }),
  description_localizations: maybe(dictionary(locale, text(1, 100))),
  type: anything,
};

function choices(value: Shape): Shape {
  const choice = fields(
    { name: text(1, 100), name_localizations: maybe(dictionary(locale, text(1, 100))), value },
    ['name', 'value'],
  );
  return maybe(list(choice, 0, 25));
}

function uniqueIn(items: unknown, key: string, code: string, path: Path, report: Report): void {
  const seen = new Set<unknown>();
  objectsIn(items).forEach((item, index) => {
    if (seen.has(item[key]))
      report({ path: [...path, index, key], code, message: 'This name is already in use' });
    seen.add(item[key]);
  });
}

function leaf(extra: Record<string, Shape> = {}): Shape {
  return also(
    fields({ ...described, required: maybe(flag), ...extra }, ['name', 'description', 'type']),
    (option, path, report) => {
      const listed = objectsIn(option['choices']);
      if (option['autocomplete'] === true && listed.length > 0) {
        const message = 'Autocomplete and choices exclude each other.';
        report({ path, code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message });
      }
      for (const key of ['name', 'value']) {
        uniqueIn(
          listed,
          key,
          'APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATED',
          [...path, 'choices'],
          report,
        );
      }
      for (const kind of ['length', 'value']) {
        const min = option[`min_${kind}`];
        const max = option[`max_${kind}`];
        if (typeof min === 'number' && typeof max === 'number' && min > max) {
          report({
            path: [...path, `min_${kind}`],
            code: 'BASE_TYPE_BAD_RANGE',
            message: 'The minimum is over the maximum.',
          });
        }
      }
    },
  );
}

const whole = integer(-(2 ** 53), 2 ** 53);
const autocomplete = { autocomplete: maybe(flag) };
const leaves: Record<number, Shape> = {
  3: leaf({
    ...autocomplete,
    choices: choices(text(1, 100)),
    min_length: maybe(integer(0, 6000)),
    max_length: maybe(integer(1, 6000)),
  }),
  4: leaf({
    ...autocomplete,
    choices: choices(whole),
    min_value: maybe(whole),
    max_value: maybe(whole),
  }),
  5: leaf(),
  6: leaf(),
  7: leaf({ channel_types: maybe(list(integer(0, 16), 0, 25, { unique: true })) }),
  8: leaf(),
  9: leaf(),
  10: leaf({
    ...autocomplete,
    choices: choices(decimal),
    min_value: maybe(decimal),
    max_value: maybe(decimal),
  }),
  11: leaf(),
};

function optionList(shapes: Record<number, Shape>): Shape {
  const each = list(byType(shapes), 0, 25);
  return maybe((value, path, report) => {
    each(value, path, report);
    const options = objectsIn(value);
    uniqueIn(options, 'name', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', path, report);
    const firstOptional = options.findIndex((option) => option['required'] !== true);
    options.forEach((option, index) => {
      if (option['required'] === true && firstOptional !== -1 && index > firstOptional) {
        const message = 'Required options must be placed before non-required options';
        report({
          path: [...path, index],
          code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          message,
        });
      }
    });
    const nested = options.filter((option) => option['type'] === 1 || option['type'] === 2).length;
    if (nested > 0 && nested < options.length) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      report({ path, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
    }
  });
}

const subcommand = fields({ ...described, required: maybe(flag), options: optionList(leaves) }, [
  'name',
  'description',
  'type',
]);
const group = fields(
  { ...described, required: maybe(flag), options: optionList({ 1: subcommand }) },
  ['name', 'description', 'type'],
);

const permissions: Shape = (value, path, report) => {
  if ((typeof value !== 'string' || !/^\d{1,20}$/.test(value)) && !Number.isInteger(value)) {
    report({ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not int.` });
  }
};
const outer = {
  id: anything,
  type: maybe(oneOf(1, 2, 3)),
  default_member_permissions: maybe(permissions),
  dm_permission: maybe(flag),
  nsfw: maybe(flag),
  handler: maybe(oneOf(1, 2)),
  contexts: maybe(list(oneOf(0, 1, 2), 1, 3, { unique: true })),
  integration_types: maybe(list(oneOf(0, 1), 1, 2, { unique: true })),
};
const slashCommand = fields(
  { ...described, ...outer, options: optionList({ ...leaves, 1: subcommand, 2: group }) },
  ['name', 'description'],
);
const menuCommand = fields(
  {
    ...outer,
    name: text(1, 32, { blank: false }),
    name_localizations: maybe(dictionary(locale, text(1, 32))),
    description: maybe(text(0, 0)),
    description_localizations: maybe(dictionary(locale, text(0, 0))),
    options: maybe(list(anything, 0, 0)),
  },
  ['name'],
);

/** Throws a Refusal when Discord would not register this command. */
export function validateCommand(body: unknown): void {
  refuseWhen(commandProblems(body, []));
}

/** Throws a Refusal when Discord would not take this list as all commands of the application (or guild). */
export function validateCommands(bodies: unknown): void {
  const problems = check(list(anything, 0, 130), bodies);
  const commands = objectsIn(bodies);
  commands.forEach((body, index) => {
    problems.push(...commandProblems(body, [index]));
  });
  const keys = commands.map((body) => `${typeOf(body)} ${String(body['name'])}`);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) === index) return;
    const message = 'Application command names must be unique';
    problems.push({ path: [index, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message });
  });
  for (const [type, most] of Object.entries(MAX_COMMANDS)) {
    if (commands.filter((body) => typeOf(body) === Number(type)).length > most) {
      problems.push({
        path: [],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `At most ${most} commands of type ${type}.`,
      });
    }
  }
  refuseWhen(problems);
}

/**
 * The characters of a command that count against its budget of 8,000: names, descriptions and string values of the
 * command and everything in it, each with its longest localisation only.
 */
export function commandTextLength(body: Fields): number {
  const longest = (name: string) => {
    const base = body[name];
    const localised = body[`${name}_localizations`];
    const all = [base, ...(isFields(localised) ? Object.values(localised) : [])];
    return Math.max(0, ...all.map((value) => (typeof value === 'string' ? value.length : 0)));
  };
  const value = typeof body['value'] === 'string' ? body['value'].length : 0;
  const inside = [...objectsIn(body['options']), ...objectsIn(body['choices'])];
  return (
    longest('name') +
    longest('description') +
    value +
    inside.reduce((sum, item) => sum + commandTextLength(item), 0)
  );
}

function typeOf(body: unknown): number {
  return isFields(body) && typeof body['type'] === 'number' ? body['type'] : 1;
}

function commandProblems(body: unknown, path: Path): Problem[] {
  const problems = check(typeOf(body) === 1 ? slashCommand : menuCommand, body);
  const length = isFields(body) ? commandTextLength(body) : 0;
  if (length > MAX_COMMAND_TEXT) {
    const message = `Command exceeds maximum size (${MAX_COMMAND_TEXT}); this has ${length} characters.`;
    problems.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

/**
 * The stored form of a valid command. Like Discord it leaves out what equals a default, so that a bot which compares
 * what it sent with what it gets has to normalise both.
 */
export function storedCommand(
  body: Fields,
  identity: { id: string; application_id: string; guild_id?: string; version: string },
): StoredCommand {
  const type = typeOf(body);
  const localisations = (name: string) =>
    (body[name] as Record<string, string> | null | undefined) ?? null;
  const defaultPermissions = body['default_member_permissions'];
  const options = type === 1 ? objectsIn(body['options']).map(storedOption) : [];
  return {
    ...identity,
    type,
    name: String(body['name']),
    name_localizations: localisations('name_localizations'),
    description: type === 1 ? String(body['description']) : '',
    description_localizations: localisations('description_localizations'),
    ...(options.length > 0 ? { options } : {}),
    default_member_permissions:
      defaultPermissions === undefined || defaultPermissions === null
        ? null
        : String(defaultPermissions),
    ...(identity.guild_id === undefined
      ? {
          dm_permission: body['dm_permission'] !== false,
          contexts: (body['contexts'] as number[] | null | undefined) ?? null,
          integration_types: (body['integration_types'] as number[] | null | undefined) ?? [0],
        }
      : {}),
    nsfw: body['nsfw'] === true,
  };
}

function storedOption(option: Fields): CommandOption {
  const kept = Object.entries(option).filter(([name, value]) => {
    if (value === undefined || value === null || value === false) return false;
    return !(Array.isArray(value) && value.length === 0) && name !== 'options';
  });
  const inside = objectsIn(option['options']).map(storedOption);
  return {
    ...Object.fromEntries(kept),
    ...(inside.length > 0 ? { options: inside } : {}),
  } as CommandOption;
}
