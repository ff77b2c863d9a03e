/**
 * Finds phrases in a text, with room for paraphrase. A phrase is words in order, where
 *
 * - `a/b` is either word, `a?` is a word that may be missing, `kidnap*` is any word that begins so;
 * - `{harmed}` is any word of that class (`word-classes.ts`);
 * - `{kin}` is somebody close to the asker, `{case}` a case of their own, `{person}` a stranger at hand (`plain-words.ts`);
 * - a run of dots is up to that many other words, none of which speaks of people in general;
 * - `!a/b` forbids these words at this place; at the beginning, the word before;
 * - `A & B` asks for both, in any order, anywhere in the text, and `A & !b/c` for none of these words anywhere.
 */
import { CASE, joinOwn, KIN, PERSON, STOP, spellOut } from './plain-words.ts';
import { repairWords } from './repair.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** Says whether a text holds one of the phrases, and which: the phrase as written, or undefined. */
export type PhraseFinder = (text: string) => string | undefined;

interface Place {
  kind: 'word' | 'not' | 'gap';
  words: ReadonlySet<string>;
  beginnings: readonly string[];
  optional: boolean;
  /** Longest gap in words. */
  room: number;
}

interface Phrase {
  written: string;
  /** All of these have to be found. */
  parts: Place[][];
  /** None of these may be found. */
  never: Place | undefined;
}

/**
 * What a gap doesn't reach across: a full stop, people in general, and who reported it. So "I read that migrants
 * were kidnapped" isn't taken for "I … was kidnapped".
 */
const BARRIERS: ReadonlySet<string> = new Set(
  `${STOP} people person persons migrants migrant immigrants immigrant refugees refugee seekers seeker
  families family women men children kids others those returnees deportees applicants haitians cubans
  hondurans venezuelans who which whose what how many read heard saw say says said report reports reported
  reporter article study paper news professor teacher class essay learned claim claims according question
  questions curious wondering wonder help mix mixing confused info information informacion aprender reading
  writing researching research documentary book thought sorry guess believe source sources data journalist
  covering keep support about as describe define stats when where why know see find look cite think mean
  personas persona gente migrantes migrante solicitantes refugiados familias mujeres hombres ninos menores
  otros quienes cuantos cuantas cuanta lei vi dicen dice dijo dijeron informe articulo estudio profesor
  profesora maestra noticias clase ensayo segun pregunta escribiendo investigando leyendo fuente fuentes
  periodista sobre saber duda tarea leer ver decir explicar entender cifras cuando donde cual cuales`.split(
    /\s+/,
  ),
);

/**
 * Prepares a finder for some phrases. Finding takes time linear in the length of the text: at each word only phrases
 * that begin with it are tried, and each looks at a bounded number of words.
 * @throws Error when a phrase can't be read, naming it
 */
export function createPhraseFinder(written: readonly string[]): PhraseFinder {
  const phrases = written.map(readPhrase);
  const vocabulary = new Set(
    phrases.flatMap(({ parts }) => parts.flat().flatMap(({ words }) => [...words])),
  );
  const repair = repairWords(vocabulary);
  const byFirstWord = new Map<string, { phrase: Phrase; part: number }[]>();
  const byBeginning: { beginning: string; phrase: Phrase; part: number }[] = [];
  for (const phrase of phrases) {
    phrase.parts.forEach((places, part) => {
      const first = places.find(({ kind }) => kind === 'word') as Place;
      for (const word of first.words) {
        const list = byFirstWord.get(word) ?? [];
        list.push({ phrase, part });
        byFirstWord.set(word, list);
      }
      for (const beginning of first.beginnings) byBeginning.push({ beginning, phrase, part });
    });
  }

  const beginningWith = (word: string) => {
    const begun = byBeginning.filter(({ beginning }) => word.startsWith(beginning));
    const listed = byFirstWord.get(word) ?? [];
    return begun.length === 0 ? listed : [...listed, ...begun];
  };

  return (text) => {
    const words = joinOwn(spellOut(text).map(repair));
    const found = new Map<Phrase, Set<number>>();
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string;
      const candidates = beginningWith(word);
      for (const { phrase, part } of candidates) {
        const seen = found.get(phrase) ?? new Set();
        if (seen.has(part) || !beginsAt(phrase.parts[part] as Place[], words, i)) continue;
        found.set(phrase, seen.add(part));
        if (seen.size < phrase.parts.length) continue;
        const { never } = phrase;
        if (!never || !words.some((other) => isOneOf(never, other))) return phrase.written;
      }
    }
    return undefined;
  };
}

function beginsAt(places: Place[], words: readonly string[], start: number): boolean {
  const [first] = places;
  if (first?.kind !== 'not') return fits(places, 0, words, start);
  const before = words[start - 1];
  return !(before !== undefined && isOneOf(first, before)) && fits(places, 1, words, start);
}

function fits(places: Place[], p: number, words: readonly string[], w: number): boolean {
  const place = places[p];
  if (!place) return true;
  const word = words[w];
  switch (place.kind) {
    case 'not':
      return !(word !== undefined && isOneOf(place, word)) && fits(places, p + 1, words, w);
    case 'gap':
      for (let skipped = 0; ; skipped++) {
        if (fits(places, p + 1, words, w + skipped)) return true;
        const next = words[w + skipped];
        if (skipped === place.room || next === undefined || BARRIERS.has(next)) return false;
      }
    case 'word':
      if (word !== undefined && isOneOf(place, word) && fits(places, p + 1, words, w + 1))
        return true;
      return place.optional && fits(places, p + 1, words, w);
  }
}

function isOneOf(place: Place, word: string): boolean {
  return place.words.has(word) || place.beginnings.some((beginning) => word.startsWith(beginning));
}

function readPhrase(written: string): Phrase {
  const parts = written
    .split(' & ')
    .map((part) => joinSteps(part).map((step) => readPlace(step, written)));
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  const never = last?.length === 1 && last[0]?.kind === 'not' ? last[0] : undefined;
  if (never) parts.pop();
  for (const places of parts) {
    const first = places[0]?.kind === 'not' ? places[1] : places[0];
    if (first?.kind !== 'word' || first.optional)
      throw new Error(`the phrase "${written}" must begin with a word that isn't optional`);
  }
  return { written, parts, never };
}

/** What `plainWords` puts in the place of several words. */
const JOINED: ReadonlySet<string> = new Set([KIN, CASE, PERSON]);

/** The steps of a phrase as written: plain words are folded as in a question, the rest is left as it is. */
function joinSteps(part: string): string[] {
  const steps: string[] = [];
  let plain: string[] = [];
  const flush = () => {
    steps.push(...joinOwn(spellOut(plain.join(' '))));
    plain = [];
  };
  for (const step of part.trim().split(/\s+/)) {
    if (/^[\p{L}\p{N}'’]+$/u.test(step)) plain.push(step);
    else {
      flush();
      steps.push(step);
    }
  }
  flush();
  return steps;
}

function readPlace(step: string, written: string): Place {
  if (/^\.+$/.test(step))
    return { kind: 'gap', words: new Set(), beginnings: [], optional: true, room: step.length };
  const kind = step.startsWith('!') ? 'not' : 'word';
  const optional = step.endsWith('?');
  const words = new Set<string>();
  const beginnings: string[] = [];
  for (const option of step.replace(/^!|\?$/g, '').split('/')) {
    const name = /^\{(.+)\}$/.exec(option)?.[1];
    if (name && WORD_CLASSES[name]) for (const word of WORD_CLASSES[name]) words.add(word);
    else if (JOINED.has(option)) words.add(option);
    else if (name) throw new Error(`the phrase "${written}" names an unknown class {${name}}`);
    else if (option.endsWith('*')) beginnings.push(...spellOut(option.slice(0, -1)));
    else for (const word of spellOut(option)) words.add(word);
  }
  return { kind, words, beginnings, optional, room: 0 };
}
