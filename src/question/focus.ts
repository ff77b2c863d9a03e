/** The thing that a question asks about: an answer that doesn't mention it is about something else. */
import { fold } from '../text/clean.ts';
import { STOP_WORDS } from '../text/words.ts';

/** Words behind which stands what is asked for. */
const QUESTION_WORDS = new Set(
  `what whats which whose many much old long far cual cuales cuanto cuanta cuantos cuantas que`.split(
    ' ',
  ),
);
/** Attributes that are asked for by name, wherever they stand: an answer without them doesn't give them. */
const ATTRIBUTES = new Set(
  `name names age color colour salary cost costs price address phone email nombre nombres edad sueldo costo precio
  direccion telefono llama llamo llamaba llaman called height weight religion birthday hobby hotel flight bus company
  page pages pagina paginas vote voto votos old spend spent pay paid budget funding wife husband clerk degree
  university school brand model docket serial room street floor unit contractor vendor contract restaurant airline
  driver`.split(/\s+/),
);
/** Content words behind a question word that belong to it. */
const REACH = 2;

/**
 * Positions in `content` of the words that name what is asked for.
 * @param words all words in order
 * @param content the content words in order, each once
 */
export function readFocus(words: readonly string[], content: readonly string[]): number[] {
  const focus = new Set<number>();
  words.forEach((word, i) => {
    if (ATTRIBUTES.has(word)) addTo(focus, content.indexOf(word));
    if (!QUESTION_WORDS.has(word)) return;
    for (const next of words.slice(i + 1, i + 1 + REACH)) {
      if (STOP_WORDS.has(next)) break;
      addTo(focus, content.indexOf(next));
    }
  });
  return [...focus];
}

/** Positions in `content` of the attributes that are asked for by name. */
export function readAttributes(content: readonly string[]): number[] {
  return content.flatMap((word, i) => (ATTRIBUTES.has(word) ? [i] : []));
}

/** A word with a capital behind another word of the same sentence. */
const NAME = /(?<=[\p{L}\p{N},;:] )\p{Lu}\p{L}+/gu;

/**
 * Positions in `content` of the names in a question.
 * @param content the content words as typed, folded
 */
export function readNamePositions(text: string, content: readonly string[]): number[] {
  const names = new Set((text.match(NAME) ?? []).map(fold));
  return content.flatMap((word, i) => (names.has(word) ? [i] : []));
}

function addTo(focus: Set<number>, position: number): void {
  if (position >= 0) focus.add(position);
}
