/** Passages of the corpus that a draft seems to repeat are named beside it. */
import { expect, test } from 'vitest';
import { findAlike } from '../../src/import/alike.ts';
import type { DraftPassage } from '../../src/import/draft.ts';
import { fixtureIndex } from '../helpers/indexes.ts';

const draft = (text: string): DraftPassage => ({ text, locator: '', links: [], alike: [] });

function alikeOf(text: string) {
  const passage = draft(text);
  findAlike([passage], fixtureIndex());
  return passage.alike;
}

const { passages } = fixtureIndex().corpus;
const known = [...passages.values()][0]!;

test('a passage is like itself in whole, in either language', () => {
  expect(alikeOf(known.text.en)[0]).toContain(`${known.id} (100 %): `);
  expect(alikeOf(known.text.es)[0]).toContain(`${known.id} (100 %): `);
});

test('a draft that says more is less like it, and one about something else is like none', () => {
  const more = alikeOf(`${known.text.en} Bakers paint green balloons beside the old windmill.`);
  const share = Number(/\((\d+) %\)/.exec(more[0] ?? '')?.[1]);
  expect(share).toBeGreaterThanOrEqual(40);
  expect(share).toBeLessThan(100);
  expect(alikeOf('Bakers paint green balloons beside the windmill.')).toEqual([]);
  expect(alikeOf('')).toEqual([]);
});

test('at most two are named, the most alike first, and drafts that have any are counted', () => {
  const all = [...passages.values()].map(({ text }) => draft(text.en));
  const drafts = [...all, draft('Bakers paint green balloons.')];
  expect(findAlike(drafts, fixtureIndex())).toBe(all.length);
  for (const { alike } of all) {
    const shares = alike.map((line) => Number(/\((\d+) %\)/.exec(line)?.[1]));
    expect(shares.length).toBeLessThanOrEqual(2);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  }
});
