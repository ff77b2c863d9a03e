/** Reads Markdown and plain text, such as a page that was copied, into blocks. */
import { cleanText, fold } from '../text/clean.ts';
import { isCalendarDate, readDate } from '../text/dates.ts';
import { STOP_WORDS } from '../text/words.ts';
import { endsSentence, ITEM_WORDS, isBoilerplate, isLine } from './boilerplate.ts';
import type { Block, Found, Page } from './page.ts';
import { countWords } from './sentences.ts';

/** Fewest words of a line that is taken for the title. */
const TITLE_WORDS = 4;
/** Fewest words of a paragraph that may have been torn apart. */
const TORN_WORDS = 6;
/** Lines from the top in which a byline or the date is looked for. */
const HEAD_LINES = 25;
/** Characters from which on a paragraph is none that a person wrote, and isn't searched for marks. */
const MOST_MARKED = 10_000;

/** A page from Markdown or plain text. What it says of itself is a guess, but for the front matter of Markdown. */
export function readPlainText(text: string): Page {
  const { stated, body } = readFrontMatter(text.replace(/\r\n?/g, '\n'));
  const blocks = readBlocks(body);
  const guess = (value: string | undefined): Found | undefined =>
    value === undefined ? undefined : { value, isStated: false };
  const head = blocks.slice(0, HEAD_LINES);
  const heading =
    head.find(({ kind }) => kind === 'heading') ??
    head.find(
      ({ kind, text: line }) =>
        kind === 'line' && countWords(line) >= TITLE_WORDS && !isBoilerplate(line),
    );
  const authors = head.flatMap(({ text: line }) => readByline(line));
  return {
    title: stated('title') ?? guess(heading?.text),
    publisher: stated('publisher') ?? stated('site'),
    authors: [stated('author') ?? stated('authors')].filter((one) => one !== undefined).length
      ? [(stated('author') ?? stated('authors')) as Found]
      : authors.map((value) => ({ value, isStated: false })),
    published:
      readStatedDate(stated('date') ?? stated('published')) ??
      guess(head.map(({ text: line }) => readDateLine(line)).find((date) => date !== undefined)),
    language: stated('language') ?? stated('lang'),
    url: stated('url') ?? stated('canonical'),
    blocks,
  };
}

/** The keys between two lines of dashes at the top, each on a line of its own. */
function readFrontMatter(text: string): { stated(key: string): Found | undefined; body: string } {
  const match = /^---\n([\s\S]{0,4000}?)\n---\n/.exec(text);
  const values = new Map<string, string>();
  for (const line of match?.[1]?.split('\n') ?? []) {
    const [, key, value] = /^([a-zA-Z]+): ?["'[]?(.+)$/.exec(cleanText(line)) ?? [];
    if (key && value) values.set(key.toLowerCase(), cleanText(value.replace(/["'\]]$/, '')));
  }
  return {
    stated(key) {
      const value = values.get(key);
      return value ? { value, isStated: true } : undefined;
    },
    body: text.slice(match?.[0].length ?? 0),
  };
}

function readStatedDate(found: Found | undefined): Found | undefined {
  const date = found?.value.slice(0, 10);
  return date !== undefined && isCalendarDate(date) ? { value: date, isStated: true } : undefined;
}

/** The names in "By Ana Example and Luis Example". */
export function readByline(line: string): string[] {
  const names = /^(?:by|por)\s+(\p{Lu}.{2,80})$/iu.exec(line)?.[1];
  if (!names || endsSentence(line)) return [];
  return names
    .split(/, ?| (?:and|y|&) /)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4}$/u.test(name));
}

/** The date of a line that is a date and little else: "February 7, 2023, 10:41 AM", "Last updated March 2, 2025". */
export function readDateLine(line: string): string | undefined {
  if (countWords(line) > 9) return undefined;
  const bare = line
    .replace(
      /^(?:(?:last )?(?:updated|published|posted|modified)|actualizado|publicado)(?: on| el)?:?\s*/iu,
      '',
    )
    .replace(/,? ?(?:at |a las )?[\dx]{1,2}:[\dx]{2}.*$/iu, '');
  const read = readDate(bare, '2000-01-01');
  // Today and yesterday name no day in a page.
  return read.kind === 'date' && /\d{4}/.test(bare) ? read.date : undefined;
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    const raw = open.join(' ');
    open = [];
    const block = toBlock(raw);
    if (block) blocks.push(block);
  };
  let isCode = false;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || /^\s*(?:```|~~~|[-=*_]{3,}\s*$)/.test(line)) close();
    else if (line.trim() === '') close();
    else {
      if (/^\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|>)/.test(line)) close();
      open.push(line.trim());
      if (/^\s*#{1,6}\s/.test(line)) close();
    }
  }
  close();
  return joinTorn(blocks);
}

function toBlock(raw: string): Block | undefined {
  const links: string[] = [];
  const readable = cleanText(raw.length > MOST_MARKED ? raw : withoutMarks(raw, links));
  const [, heading] = /^#{1,6} (.*)$/.exec(readable) ?? [];
  const [, item] = /^(?:[-*+•]|\d{1,3}[.)]) (.*)$/.exec(readable) ?? [];
  const words =
    heading === undefined
      ? cleanText(item ?? readable.replace(/^> ?/, ''))
      : cleanText(heading.replace(/(?<!#)#+$/, ''));
  if (words === '') return undefined;
  if (heading !== undefined) return { kind: 'heading', text: words, links };
  // A question mark ends a sentence and a heading; at few words it is a heading.
  const isHeading = isLine(words) || (words.endsWith('?') && countWords(words) <= 7);
  const isItem = item !== undefined && (countWords(words) >= ITEM_WORDS || !isLine(words));
  return { kind: isItem ? 'item' : isHeading ? 'line' : 'paragraph', text: words, links };
}

/** A paragraph without Markdown's marks; the addresses that it links to are added to `links`. */
function withoutMarks(raw: string, links: string[]): string {
  return raw
    .replace(/!\[[^\][]*\]\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(
      /\[([^\][]*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g,
      (_, words: string, to: string) => {
        if (/^https?:\/\//.test(to)) links.push(to);
        return words;
      },
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/\\([[\]()*_#.])/g, '$1');
}

/** Joins a paragraph that an empty line tears apart in the middle of a sentence, as in scraped pages. */
function joinTorn(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && isTorn(last, block)) {
      last.text = `${last.text} ${block.text}`;
      last.links = [...last.links, ...block.links];
      last.kind = isLine(last.text) ? 'line' : 'paragraph';
    } else joined.push({ ...block });
  }
  return joined;
}

function isTorn(last: Block, next: Block): boolean {
  if (last.kind === 'heading' || next.kind === 'heading' || next.kind === 'item') return false;
  if (endsSentence(last.text) || countWords(last.text) < TORN_WORDS) return false;
  if (isBoilerplate(last.text) || isBoilerplate(next.text)) return false;
  if (/^[\p{Ll}(,;]/u.test(next.text)) return true;
  const lastWord = /(?<![\p{L}'])[\p{L}']+$/u.exec(last.text)?.[0] ?? '';
  return /^\p{Ll}+$/u.test(lastWord) && STOP_WORDS.has(fold(lastWord));
}
