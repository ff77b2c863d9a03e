/** Reads an HTML page: the article without what surrounds it, and what the page states of itself. */
import { cleanText } from '../text/clean.ts';
import { ITEM_WORDS, isLine } from './boilerplate.ts';
import { readStatements } from './html-statements.ts';
import type { Block, Found, Page } from './page.ts';
import { readByline, readDateLine } from './plain-text.ts';
import { countWords } from './sentences.ts';

/** What holds no sentence of an article. */
const NEVER =
  'script,style,noscript,template,iframe,object,svg,canvas,form,button,input,select,textarea,nav,figure,figcaption,picture,video,audio,dialog,[hidden],[aria-hidden="true"],[role="navigation"],[role="dialog"],[role="banner"],[role="search"]';
/** Blocks below this share of the page's own paragraphs (by letters) mean that the article was missed. */
const LEAST_SHARE = 0.5;
/** Elements within each other; Readability's time grows with the third power: 0.4 s at 100, 17 s at 600. */
const MOST_DEPTH = 100;
const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const CONTAINERS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FOOTER HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TFOOT TR UL'.split(
    ' ',
  ),
);

/** The part of the DOM that is used, so that no types of a browser are needed. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}
export interface DomDocument extends DomNode {
  querySelectorAll(selector: string): Iterable<DomNode & { remove(): void }>;
  querySelector(selector: string): DomNode | null;
  cloneNode(deep: boolean): DomDocument;
  documentElement: DomNode;
  body: DomNode | null;
}

/**
 * Reads a page.
 * @param address where it was fetched; undefined for a file
 */
export async function readHtml(html: string, address: string | undefined): Promise<Page> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  // Without these two linkedom makes no body of a fragment.
  const whole = /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const document = parseHTML(whole).document as unknown as DomDocument;
  const stated = readStatements(document, address);
  for (const one of document.querySelectorAll(NEVER)) one.remove();
  const everything = readBlocks(document.body ?? document);
  // It takes the document apart.
  const article =
    depthOf(document) > MOST_DEPTH
      ? undefined
      : new Readability<DomNode>(document as never, {
          serializer: (node) => node as unknown as DomNode,
          charThreshold: 200,
        }).parse();
  const found = article?.content ? readBlocks(article.content) : [];
  const blocks = chooseBlocks(found, everything);
  const guess = (value: string | null | undefined): Found | undefined =>
    value ? { value: cleanText(value), isStated: false } : undefined;
  const lines = everything.map(({ text }) => text);
  return {
    ...stated,
    title: stated.title ?? guess(article?.title),
    publisher: stated.publisher ?? guess(article?.siteName ?? hostOf(address)),
    authors:
      stated.authors.length > 0
        ? stated.authors
        : lines.flatMap(readByline).map((value) => ({ value, isStated: false })),
    published:
      stated.published ?? guess(lines.map(readDateLine).find((date) => date !== undefined)),
    blocks,
  };
}

/** How deep elements stand within each other. */
function depthOf(root: DomNode): number {
  let deepest = 0;
  const steps = [{ node: root, depth: 0 }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    deepest = Math.max(deepest, step.depth);
    for (const node of step.node.childNodes) steps.push({ node, depth: step.depth + 1 });
  }
  return deepest;
}

const lettersOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { kind, text }) => sum + (kind === 'paragraph' ? text.length : 0), 0);

/** The article where it was found; the whole page where half of the text would be lost. */
function chooseBlocks(article: Block[], everything: Block[]): Block[] {
  return lettersOf(article) < LEAST_SHARE * lettersOf(everything) ? everything : article;
}

function hostOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(address).hostname.replace(/^www\./, '');
}

/** The text of an element in blocks, in reading order. Doesn't recurse: pages nest as deep as they like. */
export function readBlocks(root: DomNode): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let links: string[] = [];
  const close = (tag: string) => {
    const clean = cleanText(text);
    if (clean !== '') blocks.push({ kind: kindOf(tag, clean), text: clean, links });
    text = '';
    links = [];
  };
  type Step = { node: DomNode; tag: string } | { end: string; outer: string };
  const steps: Step[] = [{ node: root, tag: 'BODY' }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('end' in step) {
      close(step.end);
      continue;
    }
    const { node, tag } = step;
    if (node.nodeType === 3) {
      text += node.textContent ?? '';
      continue;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue;
    const name = node.nodeName.toUpperCase();
    if (name === 'BR') {
      text += ' ';
      continue;
    }
    const isBlock = HEADINGS.has(name) || CONTAINERS.has(name);
    if (name === 'A') {
      const to = node.getAttribute?.('href');
      if (to && /^https?:\/\//.test(to)) links.push(to);
    }
    if (isBlock) close(tag);
    const inner = isBlock ? name : tag;
    if (isBlock) steps.push({ end: inner, outer: tag });
    for (const child of [...node.childNodes].reverse()) steps.push({ node: child, tag: inner });
  }
  close('BODY');
  return blocks;
}

function kindOf(tag: string, text: string): Block['kind'] {
  if (HEADINGS.has(tag)) return 'heading';
  if (tag === 'LI' && countWords(text) >= ITEM_WORDS) return 'item';
  return isLine(text) ? 'line' : 'paragraph';
}
