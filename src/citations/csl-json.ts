/** A source as CSL-JSON, the form that citation libraries read. */
import type { CSL, CSLDate, CSLName, CSLType } from '@citation-js/core';
import type { Source, SourceKind } from '../corpus/schema.ts';

const TYPES: Record<SourceKind, CSLType> = {
  statute: 'legislation',
  treaty: 'treaty',
  court: 'report',
  government: 'webpage',
  international: 'report',
  research: 'report',
  explainer: 'webpage',
  news: 'article-newspaper',
  advocacy: 'webpage',
  commentary: 'article-newspaper',
};
/** Kinds whose publisher is the name of a newspaper or site rather than an author. */
const PERIODICALS: ReadonlySet<SourceKind> = new Set(['news', 'commentary']);

/** "951 F.3d 1073", "597 U.S. 785", "110 Stat. 3009-583". */
const REPORTER =
  /(?<!\d)(\d+) (U\.S\.|S\. ?Ct\.|F\.(?:2d|3d|4th)?|F\. ?Supp\. ?(?:2d|3d)?|Stat\.) (\d[\d-]*)/;
const DOCKET = /No\. ([\w:.-]*\w)/;
/** "Biden v. Texas", with what follows the name cut off. */
const CASE = /^(.+? v\. .+?)(?:,| \(|$)/;

/** The source's entry; `id` is the source's, so that it is the same in every answer. */
export function toCsl(source: Source): CSL {
  const { id, title, publisher, published, asOf, kind, language, url } = source;
  const date = published ?? asOf;
  const entry: CSL = {
    id,
    type: TYPES[kind],
    title,
    language,
    ...(date && { issued: toCslDate(date) }),
    ...(url && { URL: url }),
  };
  const authors = source.authors.map(toCslName);
  if (PERIODICALS.has(kind)) {
    return {
      ...entry,
      ...(authors.length > 0 && { author: authors }),
      'container-title': publisher,
    };
  }
  if (kind === 'court') return { ...entry, ...courtFields(source, authors) };
  if (kind === 'statute') return { ...entry, ...statuteFields(title) };
  if (kind === 'treaty') return { ...entry, publisher };
  // Without a named person, the institution is the author, and isn't named twice.
  return authors.length > 0
    ? { ...entry, author: authors, publisher }
    : { ...entry, author: [{ literal: publisher }] };
}

function courtFields({ title, publisher }: Source, authors: CSLName[]): Partial<CSL> {
  const [, name] = CASE.exec(title) ?? [];
  // A motion, a brief or a page about a case isn't the case.
  if (!name || /\b(?:brief|motion|transcript|argument)\b/i.test(title))
    return { author: [{ literal: publisher }] };
  const [, number] = DOCKET.exec(title) ?? [];
  return {
    type: 'legal_case',
    title: name,
    authority: publisher,
    ...(number && { number }),
    ...reporterFields(title),
    ...(authors.length > 0 && { author: authors }),
  };
}

function statuteFields(title: string): Partial<CSL> {
  const reporter = reporterFields(title);
  const [name = title] = title.split(',');
  return Object.keys(reporter).length > 0
    ? { title: name, ...reporter, section: reporter.page as string }
    : {};
}

function reporterFields(title: string): Partial<CSL> {
  const [, volume, reporter, page] = REPORTER.exec(title) ?? [];
  return volume && reporter && page ? { volume, 'container-title': reporter, page } : {};
}

/** A day, month or year. */
export function toCslDate(date: string): CSLDate {
  const parts = date.split('-').map(Number) as [number];
  return { 'date-parts': [parts] };
}

/** "Andrew R. Arthur" by family and given name; a role in brackets is left out. */
function toCslName(author: string): CSLName {
  const name = author.replace(/ ?\([^()]*\)/g, '').trim();
  if (/\b(?:Staff|Office|Department|Institute|Center|News|Team)\b/.test(name))
    return { literal: name };
  const words = name.split(' ');
  const family = words.pop() ?? name;
  return words.length > 0 ? { family, given: words.join(' ') } : { literal: name };
}
