/** What a page says of itself in its head: JSON-LD, Open Graph, citation and Dublin Core fields. */
import { cleanText } from '../text/clean.ts';
import { isCalendarDate } from '../text/dates.ts';
import type { DomDocument } from './html.ts';
import type { Found, Page } from './page.ts';

/** JSON-LD types that describe the text itself. */
const ARTICLE = /Article|Report|WebPage|BlogPosting|ScholarlyWork|CreativeWork|Legislation/;
/** Longest JSON-LD that is parsed, in characters. */
const MOST_JSON = 500_000;
/** Parts of JSON-LD that are looked at. */
const MOST_PARTS = 500;
/** Longest value that is taken over, in characters. */
const MOST_VALUE = 300;

type Statements = Omit<Page, 'blocks'>;
type Json = Record<string, unknown>;

/** Reads the statements of a page; what it doesn't state is undefined. */
export function readStatements(document: DomDocument, address: string | undefined): Statements {
  const article = readJsonLd(document);
  const metas = readMetas(document);
  const meta = (...names: string[]) =>
    names.flatMap((name) => metas.get(name) ?? []).find((value) => value !== '');
  const authors = [
    ...namesOf(article?.['author']),
    ...(metas.get('citation_author') ?? []),
    ...(metas.get('dc.creator') ?? []),
    ...(metas.get('author') ?? []),
  ].filter((name) => !/^https?:|[@/]/.test(name));
  const title =
    textOf(article?.['headline']) ??
    meta('citation_title', 'dc.title', 'og:title', 'twitter:title') ??
    undefined;
  const language = (
    document.documentElement.getAttribute?.('lang') ||
    textOf(article?.['inLanguage']) ||
    meta('og:locale', 'dc.language', 'content-language', 'citation_language')
  )?.slice(0, 2);
  const canonical = addressIn(
    document.querySelector('link[rel="canonical"]')?.getAttribute?.('href') ?? meta('og:url'),
    address,
  );
  return {
    title: stated(title),
    publisher: stated(
      namesOf(article?.['publisher'])[0] ??
        meta('citation_publisher', 'dc.publisher', 'og:site_name', 'application-name'),
    ),
    // Most sites state an author several times.
    authors: [...new Set(authors)].map((value) => ({ value, isStated: true })),
    published: stated(
      [
        textOf(article?.['datePublished']),
        meta(
          'article:published_time',
          'citation_publication_date',
          'citation_date',
          'dc.date',
          'dc.date.issued',
          'dcterms.issued',
          'date',
          'pubdate',
        ),
        document.querySelector('time[datetime]')?.getAttribute?.('datetime') ?? undefined,
      ]
        .map(readIsoDate)
        .find((date) => date !== undefined),
    ),
    language: /^[a-z]{2}$/i.test(language ?? '') ? stated(language?.toLowerCase()) : undefined,
    url: stated(canonical),
  };
}

function stated(value: string | undefined): Found | undefined {
  const clean = cleanText((value ?? '').slice(0, MOST_VALUE));
  return clean === '' ? undefined : { value: clean, isStated: true };
}

/** "2023-02-07T10:41:00Z", "2023/02/07", "2023-02" → a day, month or year. */
function readIsoDate(value: string | undefined): string | undefined {
  const date = /^\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?/.exec(value ?? '')?.[0].replaceAll('/', '-');
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function addressIn(value: string | null | undefined, base: string | undefined): string | undefined {
  const url = value && URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function readMetas(document: DomDocument): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute?.('property') ??
      meta.getAttribute?.('name') ??
      meta.getAttribute?.('http-equiv')
    )?.toLowerCase();
    const content = cleanText((meta.getAttribute?.('content') ?? '').slice(0, MOST_VALUE));
    if (name && content) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  return metas;
}

/** The description of the article, the one with the most to say first. */
function readJsonLd(document: DomDocument): Json | undefined {
  const parts: Json[] = [];
  const collect = (value: unknown) => {
    if (parts.length >= MOST_PARTS || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) value.forEach(collect);
    else {
      parts.push(value as Json);
      collect((value as Json)['@graph']);
      collect((value as Json)['mainEntity']);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MOST_JSON) continue;
    try {
      collect(JSON.parse(text));
    } catch {
      // Broken JSON states nothing.
    }
  }
  const articles = parts.filter((part) => ARTICLE.test(String(part['@type'])));
  const weight = (part: Json) =>
    ['headline', 'datePublished', 'author', 'publisher'].filter((key) => part[key]).length;
  return articles.sort((a, b) => weight(b) - weight(a))[0];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Names of people or organisations, however they are given. */
function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    const name = textOf(one) ?? textOf((one as Json | null | undefined)?.['name']);
    return name === undefined ? [] : [cleanText(name.slice(0, MOST_VALUE))];
  });
}
