/** No pattern of the bot backtracks: each is read from the source and analysed, those made at run time as they are made. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';

interface Pattern {
  /** File that holds it, or how it came about. */
  place: string;
  source: string;
  flags: string;
}

/**
 * Quadratic ones that are left, and what bounds their text. `recheck`, which tries attacks and takes minutes, found two
 * more, of which this analysis knows nothing: in src/question/asked.ts (a question is cut to 500 characters) and in
 * src/import/boilerplate.ts (only lines of at most 25 words are compared).
 */
const BOUNDED: readonly { place: string; beginning: string }[] = [
  // Discord's own rule for code, in the playground's page: a message has at most 4,000 characters (20 ms).
  { place: 'src/web/discord-markdown.ts', beginning: '^(`+)([' },
  // Places in a source and words of a passage, as the corpus's author wrote them.
  { place: 'src/messages/locators.ts', beginning: '^(.+?) ((?:[' },
  { place: 'src/corpus/fields.ts', beginning: '^\\s*(?:\\S+(?:' },
];

/** Folders whose patterns read nothing but what the operator of the bot wrote: configuration, options of the terminal. */
const OPERATORS = /^src\/(?:cli|config)\b/;

/** Every regular expression that stands in a file. */
function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    else if (typeof node === 'object' && node !== null) {
      const { type, pattern, flags } = node as Record<string, unknown>;
      if (type === 'RegExpLiteral')
        found.push({ place: file, source: String(pattern), flags: String(flags) });
      for (const part of Object.values(node)) visit(part);
    }
  };
  const { program } = parse(readFileSync(file, 'utf8'), {
    sourceType: 'module',
    plugins: ['typescript'],
  });
  visit(program);
  return found;
}

/** What is put together while the bot starts, the patterns of the corpus's guard among it. */
async function patternsMade(): Promise<Pattern[]> {
  const made: Pattern[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, newTarget) {
      const pattern = Reflect.construct(target, args, newTarget) as RegExp;
      const place = /\/(src\/[\w/-]+\.ts):/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      // Those of packages are theirs; the one that reads people's text gets 40 characters that a pattern of ours found.
      if (place) made.push({ place, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    const { loadCorpus } = await import('../../src/corpus/load.ts');
    const { createGuard } = await import('../../src/question/guard.ts');
    await import('../../src/ask.ts');
    createGuard(loadCorpus('corpus').safety);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}

/** In which way a pattern takes longer than its text is long; undefined when it doesn't, or its text is bounded. */
function slownessOf({ place, source, flags }: Pattern): string | undefined {
  if (BOUNDED.some((one) => one.place === place && source.startsWith(one.beginning)))
    return undefined;
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true } });
  const [worst] = reports.toSorted((a, b) => Number(b.exponential) - Number(a.exponential));
  if (!worst) return undefined;
  return `${place}: /${source}/${flags} is ${worst.exponential ? 'exponential' : 'quadratic'} (${worst.type})`;
}

const written = globSync('{src,commands}/**/*.ts').flatMap(patternsIn);

test('every pattern is found', () => {
  expect(written.length).toBeGreaterThan(350);
  expect(written).toContainEqual(
    expect.objectContaining({ place: 'src/text/clean.ts', source: '\\u00B4' }),
  );
});

test('one that backtracks would be seen', () => {
  for (const source of ['(a+)+$', '(?:a|a)*b', '\\s+$', 'a*a*b'])
    expect(slownessOf({ place: '', source, flags: '' }), source).toBeDefined();
});

test('none takes more than linear time on what comes from outside', () => {
  const read = written.filter(({ place }) => !OPERATORS.test(place));
  expect(read.map(slownessOf).filter((slow) => slow !== undefined)).toEqual([]);
});

test('those of the operator’s own texts are not exponential', () => {
  const read = written.filter(({ place }) => OPERATORS.test(place));
  expect(read.map(slownessOf).filter((slow) => slow?.includes('exponential'))).toEqual([]);
});

test('nor does one that is made at run time', async () => {
  const made = await patternsMade();
  expect(made.length).toBeGreaterThan(15);
  expect(made.map(slownessOf).filter((slow) => slow !== undefined)).toEqual([]);
});
