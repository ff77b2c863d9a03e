/** Parses YAML, and finds the line on which a part of it stands. */
import {
  boolCoreTag,
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  load,
  nullCoreTag,
  parseEvents,
  Schema,
  YAMLException,
} from 'js-yaml';

/** Keys and positions that lead to a part of a document: ["passages", 2, "text", "en"]. */
export type Path = readonly PropertyKey[];

// Numbers and dates stay text, so that nobody has to quote a date that is a bare year or a title that is "1984".
const SCHEMA = new Schema([...FAILSAFE_SCHEMA.tags, nullCoreTag, boolCoreTag]);

/** The content of a document, or the first thing that is wrong with it and its 1-based line. */
export function parseYaml(text: string): { content: unknown } | { problem: string; line: number } {
  try {
    return { content: load(text, { schema: SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: error.reason, line: (error.mark?.line ?? 0) + 1 };
  }
}

/** A part of a document: where it starts (for the value of a key, where the key does) and what it holds. */
interface Outline {
  offset: number;
  parts: Map<string, Outline>;
}

/**
 * Finds the 1-based line of the part at a path, or of its nearest parent that exists.
 * The positions are read at the first call: they are needed for faults only, and would slow down every start.
 */
export function lineFinder(text: string): (path: Path) => number {
  let outline: Outline | undefined;
  return (path) => {
    outline ??= readOutline(text);
    let part = outline;
    for (const key of path) {
      const next = part.parts.get(String(key));
      if (!next) break;
      part = next;
    }
    return lineAt(text, part.offset);
  };
}

/** 1-based line of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function readOutline(text: string): Outline {
  const events = parseEvents(text, {})[Symbol.iterator]();

  /** Reads one node; undefined at the end of the list or map that holds it. */
  function readNode(): (Outline & { key: string }) | undefined {
    const event = events.next().value;
    if (!event || event.type === EVENT_ID.POP) return undefined;
    const parts = new Map<string, Outline>();
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return { offset: event.valueStart, parts, key: getScalarValue(text, event) };
      case EVENT_ID.SEQUENCE:
        for (let item = readNode(); item; item = readNode()) parts.set(String(parts.size), item);
        return { offset: event.start, parts, key: '' };
      case EVENT_ID.MAPPING:
        for (let key = readNode(); key; key = readNode()) {
          parts.set(key.key, { offset: key.offset, parts: readNode()?.parts ?? new Map() });
        }
        return { offset: event.start, parts, key: '' };
      case EVENT_ID.ALIAS:
        return { offset: event.anchorStart, parts, key: '' };
      case EVENT_ID.DOCUMENT:
        return readNode();
    }
  }
  return readNode() ?? { offset: 0, parts: new Map() };
}
