/** Reads a PDF: its lines joined to paragraphs, each with its page, without running heads. */
import { cleanText } from '../text/clean.ts';
import { isCalendarDate } from '../text/dates.ts';
import { endsSentence, isLine } from './boilerplate.ts';
import { type Block, type Found, ImportError, type Page } from './page.ts';

/** Most pages that are read. */
const MOST_PAGES = 2_000;
/** A line in the first or last two of so many pages (share) is a running head or foot. */
const RUNNING_SHARE = 0.5;
const RUNNING_PAGES = 3;
/** A line shorter than this share of the page's longest ends its paragraph, where it ends a sentence. */
const FULL_LINE = 0.8;

/** Reads a PDF from its bytes. @throws ImportError when it can't be read or holds pictures only */
export async function readPdf(bytes: Uint8Array): Promise<Page> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  let pages: string[];
  let info: Record<string, unknown>;
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES)
      throw new ImportError(`has ${pdf.numPages} pages, at most ${MOST_PAGES} are read`);
    ({ text: pages } = await extractText(pdf, { mergePages: false }));
    ({ info } = await getMeta(pdf));
    await pdf.cleanup();
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError('is not a PDF that can be read (damaged or locked with a password?)', {
      cause,
    });
  }
  const blocks = joinLines(withoutRunning(pages.map((page) => page.split('\n').map(cleanText))));
  if (blocks.length === 0)
    throw new ImportError('holds no text, only pictures of it; read it with OCR first');
  const guess = (value: unknown): Found | undefined =>
    typeof value === 'string' && cleanText(value) !== ''
      ? { value: cleanText(value), isStated: false }
      : undefined;
  const author = guess(info['Author']);
  return {
    // What the file says of itself is often left over from another one.
    title: guess(info['Title']) ?? guess(blocks.find(({ kind }) => kind === 'line')?.text),
    authors: author ? [author] : [],
    published: guess(readPdfDate(info['CreationDate'])),
    blocks,
  };
}

/** "D:20190125093000-05'00'" → "2019-01-25". */
function readPdfDate(value: unknown): string | undefined {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(value));
  const date = parts ? parts.slice(1, 4).join('-') : '';
  return isCalendarDate(date) ? date : undefined;
}

function withoutRunning(pages: readonly string[][]): string[][] {
  const filled = pages.map((lines) => lines.filter((line) => line !== ''));
  const edges = (lines: readonly string[]) =>
    new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(shapeOf));
  const counts = new Map<string, number>();
  for (const lines of filled) {
    for (const shape of edges(lines)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const least = Math.max(RUNNING_PAGES, pages.length * RUNNING_SHARE);
  return filled.map((lines) =>
    lines.filter((line, i) => {
      const isEdge = i < 2 || i >= lines.length - 2;
      const isRunning = (counts.get(shapeOf(line)) ?? 0) >= least;
      return !(isEdge && (isRunning || /^(?:page |p\. ?)?\d{1,4}(?: of \d+)?$/i.test(line)));
    }),
  );
}

/** The line with its page number taken out, so that running heads are alike. */
const shapeOf = (line: string) => line.replace(/\d+/g, '#');

function joinLines(pages: readonly string[][]): Block[] {
  const blocks: Block[] = [];
  let open: { text: string; page: number } | undefined;
  const close = () => {
    if (open) {
      const { text, page } = open;
      blocks.push({ kind: isLine(text) ? 'line' : 'paragraph', text, page, links: [] });
    }
    open = undefined;
  };
  pages.forEach((lines, i) => {
    const longest = Math.max(...lines.map((line) => line.length), 1);
    for (const line of lines) {
      if (!open) open = { text: line, page: i + 1 };
      else if (/\p{Ll}[-\u00AD]$/u.test(open.text) && /^\p{Ll}/u.test(line))
        open.text = open.text.replace(/[-\u00AD]$/, '') + line;
      else open.text = `${open.text} ${line}`;
      const isShort = line.length < FULL_LINE * longest;
      if (isShort && (endsSentence(line) || isHeading(open.text))) close();
    }
  });
  close();
  return blocks;
}

/** A short line that begins with a capital and goes nowhere. */
function isHeading(text: string): boolean {
  return isLine(text) && text.length < 60 && /^[\p{Lu}\d]/u.test(text) && !/,$/.test(text);
}
