// Small building blocks that check JSON as Discord does: every fault with its place, unknown fields included.
// Discord ignores unknown fields; the stand-in refuses them, because in a test they are misspelt ones.

import type { Problem } from './errors.ts';

export type Path = readonly (string | number)[];
export type Report = (problem: Problem) => void;
export type Shape = (value: unknown, path: Path, report: Report) => void;
export type Fields = Record<string, unknown>;

/** True for a JSON object, not for null or an array. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements that are objects; other values count as none, since their own shape reports them. */
export function objectsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Runs a shape and returns all faults. */
export function check(shape: Shape, value: unknown): Problem[] {
  const problems: Problem[] = [];
  shape(value, [], (problem) => problems.push(problem));
  return problems;
}

/** Any JSON value. */
export const anything: Shape = () => {};

/** A string of min to max UTF-16 units; `blank: false` also refuses white space only. */
export function text(
  min: number,
  max: number,
  rules: { pattern?: RegExp; blank?: false; lower?: true } = {},
): Shape {
  return (value, path, report) => {
    if (typeof value !== 'string') {
      report({ path, code: 'BASE_TYPE_BAD_STRING', message: 'Must be a string.' });
      return;
    }
    if (!value.isWellFormed()) {
      report({
        path,
        code: 'BASE_TYPE_BAD_STRING',
        message: 'Must not hold half a surrogate pair.',
      });
    }
    if (value.length < min || value.length > max) {
      const message =
        min === 0
          ? `Must be ${max} or fewer in length.`
          : `Must be between ${min} and ${max} in length.`;
      report({ path, code: min === 0 ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH', message });
    } else if (rules.blank === false && value.trim() === '') {
      report({ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
    } else if (rules.pattern !== undefined && !rules.pattern.test(value)) {
      report({
        path,
        code: 'STRING_TYPE_REGEX',
        message: `String value did not match validation regex.`,
      });
    } else if (rules.lower === true && value !== value.toLowerCase()) {
      report({
        path,
        code: 'APPLICATION_COMMAND_INVALID_NAME',
        message: 'Command name is invalid',
      });
    }
  };
}

/** A whole number in the range. */
export function integer(min: number, max: number): Shape {
  return (value, path, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      report({ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not int.` });
    } else if (value < min) {
      report({
        path,
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${min}.`,
      });
    } else if (value > max) {
      report({
        path,
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${max}.`,
      });
    }
  };
}

/** A finite number. */
export const decimal: Shape = (value, path, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    report({ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not float.` });
  }
};

/** true or false. */
export const flag: Shape = (value, path, report) => {
  if (typeof value !== 'boolean') {
    report({ path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' });
  }
};

/** A Discord id as a string of digits. */
export const snowflake: Shape = (value, path, report) => {
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) {
    report({
      path,
      code: 'NUMBER_TYPE_COERCE',
      message: `Value "${String(value)}" is not snowflake.`,
    });
  }
};

/** One of the listed values. */
export function oneOf(...values: readonly (string | number)[]): Shape {
  return (value, path, report) => {
    if (!values.includes(value as string | number)) {
      report({
        path,
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${values.join(', ')}}.`,
      });
    }
  };
}

/** A well-formed address with one of the schemes (`https:` with the colon). */
export function url(max: number, schemes: readonly string[]): Shape {
  const length = text(1, max);
  return (value, path, report) => {
    length(value, path, report);
    if (typeof value !== 'string') return;
    if (!URL.canParse(value) || /[\s<>]/.test(value)) {
      report({ path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' });
    } else if (!schemes.includes(new URL(value).protocol)) {
      const allowed = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
      report({
        path,
        code: 'URL_TYPE_INVALID_SCHEME',
        message: `Scheme "${new URL(value).protocol.slice(0, -1)}" is not supported. Scheme must be one of (${allowed}).`,
      });
    }
  };
}

/** The shape, or null. */
export function maybe(shape: Shape): Shape {
  return (value, path, report) => {
    if (value !== null) shape(value, path, report);
  };
}

/** An array of min to max elements; `unique` refuses repeated values. */
export function list(
  element: Shape,
  min: number,
  max: number,
  rules: { unique?: true } = {},
): Shape {
  return (value, path, report) => {
    if (!Array.isArray(value)) {
      report({
        path,
        code: 'LIST_TYPE_CONVERT',
        message: 'Only iterables may be used in a ListType',
      });
      return;
    }
    if (value.length < min || value.length > max) {
      const message =
        min === 0
          ? `Must be ${max} or fewer in length.`
          : `Must be between ${min} and ${max} in length.`;
      report({ path, code: 'BASE_TYPE_BAD_LENGTH', message });
    }
    if (rules.unique === true && new Set(value).size !== value.length) {
      report({
        path,
        code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
        message: 'The set already contains this value',
      });
    }
    value.forEach((item, index) => {
      element(item, [...path, index], report);
    });
  };
}

/** An object with exactly these fields; those in `required` must be there. */
export function fields(shapes: Record<string, Shape>, required: readonly string[] = []): Shape {
  return (value, path, report) => {
    if (!isFields(value)) {
      report({
        path,
        code: 'MODEL_TYPE_CONVERT',
        message: 'Only dictionaries may be used in a ModelType',
      });
      return;
    }
    for (const name of required) {
      if (value[name] === undefined) {
        report({
          path: [...path, name],
          code: 'BASE_TYPE_REQUIRED',
          message: 'This field is required',
        });
      }
    }
    for (const [name, item] of Object.entries(value)) {
      const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
      if (shape === undefined) {
        report({
          path: [...path, name],
          code: 'UNKNOWN_FIELD',
          message: `"${name}" is no field of Discord's here.`,
        });
      } else if (item !== undefined) {
        shape(item, [...path, name], report);
      }
    }
  };
}

/** An object with free keys (checked by `keys`) and values of one shape. */
export function dictionary(keys: Shape, values: Shape): Shape {
  return (value, path, report) => {
    if (!isFields(value)) {
      report({
        path,
        code: 'DICT_TYPE_CONVERT',
        message: 'Only dictionaries may be used in a DictType',
      });
      return;
    }
    for (const [name, item] of Object.entries(value)) {
      keys(name, [...path, name], report);
      values(item, [...path, name], report);
    }
  };
}

/** Chooses the shape by the object's `type`. */
export function byType(shapes: Record<number, Shape>): Shape {
  return (value, path, report) => {
    if (!isFields(value)) {
      report({
        path,
        code: 'MODEL_TYPE_CONVERT',
        message: 'Only dictionaries may be used in a ModelType',
      });
      return;
    }
    const type = value['type'];
    const shape = typeof type === 'number' ? shapes[type] : undefined;
    if (shape === undefined) {
      report({
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${Object.keys(shapes).join(', ')}).`,
      });
    } else {
      shape(value, path, report);
    }
  };
}

/** A shape with a further rule on the object; the rule runs on whatever object is there. */
export function also(
  shape: Shape,
  rule: (value: Fields, path: Path, report: Report) => void,
): Shape {
  return (value, path, report) => {
    shape(value, path, report);
    if (isFields(value)) rule(value, path, report);
  };
}
