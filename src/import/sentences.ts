/** Cuts text into sentences, and sentences into passages. */
import { STOP_WORDS } from '../text/words.ts';

/** Most sentences of a passage. */
const MOST_SENTENCES = 3;
/** Words up to which sentences are joined; the corpus takes at most 45 in a passage. */
const MOST_WORDS = 45;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Ends that are no ends of sentences: titles, months, initials, "v.", "No.". */
const ABBREVIATION =
  /(?:^|[\s("“'‘])(?:(?:Mr|Mrs|Ms|Dr|Drs|Prof|Sr|Sra|Srta|Lic|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Hon|Rev|St|Sto|Sta|Jr|vs?|No|Nos|Núm|núm|Art|art|arts|Sec|sec|secs|Fig|fig|p|pp|pág|ch|ed|al|e\.g|i\.e|cf|et al|approx|aprox|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ene|abr|ago|dic)\.|\p{Lu}\.)$/u;
/** "U.S.", "D.C.", "EE. UU.", "a.m.": the end of a sentence only where the next word says so. */
const POINTED = /(?:(?:^|[\s("“'‘])(?:\p{L}\.){2,}|EE\.|UU\.)$/u;

/** The sentences of a text in order; joined with a space they are the text. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    const part = segment.trim();
    if (part === '') continue;
    if (open !== '' && !isEnd(open, part)) open = `${open} ${part}`;
    else {
      if (open !== '') sentences.push(open);
      open = part;
    }
  }
  if (open !== '') sentences.push(open);
  return sentences;
}

function isEnd(before: string, after: string): boolean {
  if (ABBREVIATION.test(before)) return false;
  // What starts with a small letter goes on, as in: "Is it over?" he asked.
  if (/^\p{Ll}/u.test(after)) return false;
  if (!POINTED.test(before)) return true;
  const [next = ''] = /^[\p{L}']+/u.exec(after) ?? [];
  return /^\p{Lu}\p{Ll}*$/u.test(next) && STOP_WORDS.has(next.toLowerCase());
}

/** Number of words as the corpus counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Groups of one to three neighbouring sentences, as many as stay short enough to be shown together. */
export function groupSentences(sentences: readonly string[]): string[] {
  const groups: string[][] = [];
  let words = 0;
  for (const sentence of sentences) {
    const length = countWords(sentence);
    const last = groups.at(-1);
    if (last && last.length < MOST_SENTENCES && words + length <= MOST_WORDS) {
      last.push(sentence);
      words += length;
    } else {
      groups.push([sentence]);
      words = length;
    }
  }
  return groups.map((group) => group.join(' '));
}
