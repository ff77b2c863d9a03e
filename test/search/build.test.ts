/** What an index that was just built knows: words and their slips, names, the guard, disagreements, what was asked before. */
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disagreementsOf, findDisagreement, missingSides } from '../../src/answer/sides.ts';
import { analyseAndSearch } from '../../src/ask.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { createPhraseFinder } from '../../src/question/phrases.ts';
import { buildIndex } from '../../src/search/build.ts';
import { readCommonWords } from '../../src/search/common-words.ts';
import { writeIndexFile } from '../../src/search/index-file.ts';
import { createMatcher } from '../../src/search/match.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { fixtureIndexWith } from '../helpers/indexes.ts';

const build = () => buildIndex(loadCorpus(FIXTURE_CORPUS));

test('the commonest words are known with their ranks, single letters are not words', () => {
  const ranks = readCommonWords();
  const [the, people, ferry] = ['the', 'people', 'ferry'].map((word) => ranks.get(word) ?? 0);
  expect(the).toBeGreaterThan(0);
  expect(people).toBeGreaterThan(the ?? 0);
  expect(ferry).toBeGreaterThan(people ?? 0);
  // The better of the two ranks where both languages have a word: "no" is commoner in Spanish.
  expect(ranks.get('no')).toBeLessThan(20);
  expect(ranks.get('que')).toBeLessThan(10);
  expect([...ranks.keys()].filter((word) => word.length < 2)).toEqual([]);
  expect(Math.min(...ranks.values())).toBe(1);
});

test('slips are mended towards the words of passages, questions, names and synonyms', () => {
  const { lexicon } = build();
  const mended = (word: string) => lexicon.repair(word)[0]?.word;
  expect(
    ['pasengers', 'Bresck', 'travelrs', 'transbordadr', 'crossng'].map((word) =>
      mended(word.toLowerCase()),
    ),
  ).toEqual(['passengers', 'bresk', 'travellers', 'transbordador', 'crossing']);
});

test('the guard knows the triggers of the corpus, what they are not, and its kinds of personal data', () => {
  const { guard } = build();
  expect(guard('help, I am drowning').kind).toBe('danger');
  expect(guard('me estoy ahogando').kind).toBe('danger');
  expect(guard('How many people drowned?').kind).toBe('pass');
  expect(guard('what about my ticket').kind).toBe('advice');
  expect(guard('my number is T-1234')).toMatchObject({
    kind: 'personal-data',
    seen: [{ en: 'a ticket number' }],
  });
  expect(guard('my number is T-12').kind).toBe('pass');
});

test('a phrase may be written with people of one’s own, which then stand for any of them', () => {
  const phrase = 'they hold my brother now';
  expect(createPhraseFinder([phrase])('they hold our little sister now')).toBe(phrase);
});

test('names, synonyms and forms find what the corpus says in other words', () => {
  const index = build();
  const first = (question: string) => {
    const target = analyseAndSearch(index, question).found.ranked[0]?.unit.target;
    return target?.kind === 'passage' ? target.passage.id : target?.overview.id;
  };
  expect(first('how many travellers does the union count')).toBe('bresk-riders-union-2024#f01');
  expect(first('cuantos viajeros cuenta la union')).toBe('bresk-riders-union-2024#f01');
  expect(first('which lwa set up the fery')).toBe('harbour-act-2020#f01');
  expect(first('what is NFS')).toBe('night-ferry');
});

test('a disagreement is as close as the closest of its questions, in either language, to what was asked', () => {
  const index = build();
  const closeness = (question: string) => {
    const matcher = createMatcher(analyseQuestion(question, index.lexicon), index);
    return index.disagreements(matcher)[0]?.closeness ?? 0;
  };
  expect(closeness('How many people took the night ferry in 2023?')).toBeCloseTo(1, 5);
  expect(closeness('¿Cuántas personas tomaron el transbordador nocturno en 2023?')).toBeGreaterThan(
    0.85,
  );
  // Less for each word that one of them has alone, and for another wording of the same words.
  const falling = [
    'people took the night ferry',
    'how many took the ferry',
    'took the ferry many',
    'ferry',
  ].map(closeness);
  expect(falling).toEqual(falling.toSorted((a, b) => b - a));
  expect(new Set(falling).size).toBe(falling.length);
  expect(falling[0]).toBeLessThan(0.85);
  expect(falling.at(-1)).toBeGreaterThan(0);
  expect(closeness('pizza')).toBe(0);
});

test('a disagreement that somebody names is found where it is close, and none otherwise', () => {
  const index = build();
  expect(findDisagreement(index, 'people took the night ferry')?.topic).toBe('passengers');
  expect(findDisagreement(index, 'ferry')).toBeUndefined();
  expect(findDisagreement(index, 'crowns')).toBeUndefined();
  expect(findDisagreement(index, 'pizza')).toBeUndefined();
});

test('the disagreements of an answer are those in which its passages stand, with the positions taken by the day', () => {
  const { corpus } = build();
  const [disagreement] = corpus.disagreements;
  const passage = (id: string) => {
    const found = [...corpus.passages.values()].find((one) => one.id === id);
    return found ?? expect.fail(`no passage ${id}`);
  };
  const counted = passage('westmark-statistics-2023#f01');
  const price = passage('harbour-act-2020#f02');
  expect(disagreementsOf(corpus, [counted], null)).toEqual([disagreement]);
  expect(disagreementsOf(corpus, [price], null)).toEqual([]);
  expect(disagreementsOf(corpus, [price], disagreement ?? null)).toEqual([disagreement]);
  // By the end of 2023 the union had not said anything yet, and one position makes no disagreement.
  expect(disagreementsOf(corpus, [counted], null, '2023-12-31')).toEqual([]);
  expect(disagreementsOf(corpus, [counted], null, '2024-12-31')).toEqual([disagreement]);
});

test('the side that is missing is taken from the disagreement, or else from what is on the subject', () => {
  const index = build();
  const { corpus } = index;
  const idsFor = (question: string, asOf: string | null = null) => {
    const { found } = analyseAndSearch(index, question);
    const shown = found.passages.slice(0, 1).map(({ passage }) => passage);
    return missingSides(corpus, shown, [], { found, asked: null, asOf }).map(({ id }) => id);
  };
  expect(idsFor('How many passengers did Statistics Westmark count?')).toEqual([
    'bresk-riders-union-2024#f01',
  ]);
  expect(idsFor('How many passengers did Statistics Westmark count?', '2023-12-31')).toEqual([]);
  // What is shown argues that side itself.
  expect(idsFor('how many travellers does the union count')).toEqual([]);
});

test('a passage is found by what it states when only questions of other passages share the words', () => {
  const index = fixtureIndexWith({
    'tolls-2022': [
      {
        en: 'The toll is 7 crowns.',
        questions: ['What does the toll cost?', 'How dear is the toll?'],
      },
      { en: 'The toll was 5 crowns in 2021.', questions: ['What did the toll cost in 2021?'] },
    ],
  });
  const first = (question: string) => {
    const [best] = analyseAndSearch(index, question).found.passages;
    return best?.passage.text.en;
  };
  expect(first('What does the toll cost?')).toBe('The toll is 7 crowns.');
  expect(first('What did the toll cost in 2021?')).toBe('The toll was 5 crowns in 2021.');
  expect(first('toll 2021')).toBe('The toll was 5 crowns in 2021.');
});

test('of kept indexes the newest few stay, and other files of the folder are let alone', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const names = Array.from({ length: 6 }, (_, i) => `index-${i}`);
  for (const [i, name] of names.entries()) {
    writeFileSync(join(dir, name), '');
    utimesSync(join(dir, name), 1_000 + i, 1_000 + i);
  }
  writeFileSync(join(dir, 'notes.txt'), '');
  writeIndexFile(dir, loadCorpus(FIXTURE_CORPUS));
  const kept = readdirSync(dir).filter((name) => name.startsWith('index-'));
  const oldKept = kept.filter((name) => names.includes(name));
  expect(kept.length).toBeLessThan(7);
  // The one that was just written is there, and of the others the newest.
  expect(oldKept).toEqual(names.slice(names.length - oldKept.length));
  expect(kept).toHaveLength(oldKept.length + 1);
  expect(existsSync(join(dir, 'notes.txt'))).toBe(true);
});
