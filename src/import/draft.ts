/** Makes a draft of a source file: what is stated filled in, what a person must decide marked TODO. */
import { fold } from '../text/clean.ts';
import { detectLanguage, LANGUAGES, type Language } from '../text/language.ts';
import { judgeBlocks } from './boilerplate.ts';
import type { Found, Page } from './page.ts';
import { groupSentences, splitSentences } from './sentences.ts';
import { yamlText } from './yaml-text.ts';

/** Longest id of a source in characters. */
const MOST_ID = 60;
/** Words of the title that go into an id. */
const ID_WORDS = 6;
/** Starts the line that says what a draft was made from, so that a second run passes over it. */
export const ORIGIN = '# imported from ';

/** A passage that is to be looked at. */
export interface DraftPassage {
  text: string;
  locator: string;
  links: string[];
  /** Passages of the corpus that seem to say the same, one comment line each. */
  alike: string[];
}

export interface Draft {
  /** Suggested id. */
  id: string;
  language: Language;
  passages: DraftPassage[];
  page: Page;
}

/** Cuts a page into passages and suggests an id. */
export function draftSource(page: Page): Draft {
  const passages: DraftPassage[] = [];
  let paragraph = 0;
  for (const { text, belongs, page: number, links } of judgeBlocks(page.blocks)) {
    if (!belongs) continue;
    paragraph += 1;
    const locator = number === undefined ? `para ${paragraph}` : `page ${number}`;
    groupSentences(splitSentences(text)).forEach((group, i) => {
      passages.push({ text: group, locator, links: i === 0 ? links : [], alike: [] });
    });
  }
  const all = passages.map(({ text }) => text).join(' ');
  const stated = LANGUAGES.find((language) => language === page.language?.value);
  return {
    id: suggestId(page),
    language: stated ?? detectLanguage(all.slice(0, 20_000), 'en'),
    passages,
    page,
  };
}

function suggestId({ publisher, title, published }: Page): string {
  const slug = (text: string) => fold(text).match(/[a-z0-9]+/g) ?? [];
  const words = [
    ...(publisher?.isStated ? slug(publisher.value).slice(0, 3) : []),
    ...slug(title?.value ?? '').slice(0, ID_WORDS),
  ];
  const date = published?.value ?? '';
  let id = '';
  for (const word of words) {
    if (id.length + word.length + date.length + 2 > MOST_ID) break;
    id += id === '' ? word : `-${word}`;
  }
  return [id, date].filter((part) => part !== '').join('-') || 'untitled';
}

/** What is stated as it is, a guess behind "TODO", and "TODO" for what wasn't found. */
function orTodo(found: Found | undefined): string {
  if (!found) return 'TODO';
  return found.isStated ? yamlText(found.value) : yamlText(`TODO ${found.value}`);
}

/**
 * The draft as a source file.
 * @param id as the file is named
 * @param origin what it was made from
 */
export function formatDraft(
  { language, passages, page }: Draft,
  id: string,
  origin: string,
): string {
  const texts = (text: string, indent: string) =>
    LANGUAGES.map((one) => `${indent}${one}: ${one === language ? yamlText(text) : 'TODO'}`);
  const todo = (indent: string) => LANGUAGES.map((one) => `${indent}${one}: TODO`);
  const foreign =
    page.language && !LANGUAGES.some((one) => one === page.language?.value)
      ? page.language
      : undefined;
  const { authors } = page;
  const lines = [
    '# yaml-language-server: $schema=../schema/source.json',
    `${ORIGIN}${oneLine(origin)}`,
    '# A draft: decide each TODO, put what it says into words of your own, and remove these lines and the comments below.',
    `id: ${id}`,
    `title: ${orTodo(page.title)}`,
    `publisher: ${orTodo(page.publisher)}`,
    authors.length === 0 ? 'authors: []' : 'authors:',
    ...authors.map((author) => `  - ${orTodo(author)}`),
    `published: ${orTodo(page.published)}`,
    'asOf: TODO',
    'kind: TODO',
    'position: TODO',
    `language: ${foreign ? orTodo({ ...foreign, isStated: false }) : language}`,
    `url: ${orTodo(page.url)}`,
    'via: null',
    'summary:',
    ...todo('  '),
    'passages:',
    ...passages.flatMap(({ text, locator, links, alike }, i) => [
      ...alike.map((line) => `  # like ${oneLine(line)}`),
      ...[...new Set(links)].map((link) => `  # link ${oneLine(link)}`),
      `  - id: f${String(i + 1).padStart(2, '0')}`,
      '    text:',
      ...texts(text, '      '),
      `    attributedTo: ${yamlText(`TODO ${page.publisher?.value ?? ''}`.trim())}`,
      '    asOf: null',
      `    locator: ${yamlText(locator)}`,
      '    topics:',
      '      - TODO',
      '    questions:',
      ...LANGUAGES.flatMap((one) => [`      ${one}:`, '        - TODO']),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
