/** What is read out of a file or page before it is cut into passages: the text in blocks, and what it says of itself. */

/** Something that was found; `isStated` when the page says so itself, else it is a guess that a person looks at. */
export interface Found {
  value: string;
  isStated: boolean;
}

export interface Block {
  /** `line`: stands alone without the end of a sentence, so it may be a heading, a menu or a caption. */
  kind: 'heading' | 'paragraph' | 'item' | 'line';
  /** Clean text on one line. */
  text: string;
  /** Page of a paged document, from 1. */
  page?: number;
  /** Addresses that the block links to. */
  links: string[];
}

export interface Page {
  title?: Found | undefined;
  publisher?: Found | undefined;
  authors: Found[];
  /** Day, month or year. */
  published?: Found | undefined;
  /** Two letters. */
  language?: Found | undefined;
  url?: Found | undefined;
  /** In reading order, boilerplate included. */
  blocks: Block[];
}

/** A file that can't be imported; the message says why in a few words. */
export class ImportError extends Error {
  override name = 'ImportError';
}
