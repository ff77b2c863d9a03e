/** The card of a source: what it says of it, and its passages in pages. */
import { describe, expect, test } from 'vitest';
import { catalogs } from '../../src/messages/catalog.ts';
import { cardFacts, pageButtons, renderSourceCard } from '../../src/render/source-card.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

describe('facts', () => {
  const facts = (given: Parameters<typeof makeSource>[0]) =>
    cardFacts(makeSource(given), 'en', catalogs.en);

  test('publisher, day and kind of an ordinary source', () => {
    expect(facts({})).toEqual(['Harbour Office', 'published March 1, 2020', 'government']);
  });

  test('all that there may be', () => {
    const all = {
      authors: ['Ann Abel', 'Bo Bell'],
      asOf: '2020-02-01',
      position: 'critical',
      language: 'es',
      via: 'Bay Times',
    };
    expect(facts(all)).toMatchInlineSnapshot(`
      [
        "Harbour Office",
        "Ann Abel, Bo Bell",
        "published March 1, 2020",
        "as of February 1, 2020",
        "government",
        "argues against the policy",
        "in Spanish",
        "read in a reproduction by Bay Times",
      ]
    `);
  });

  test('the day that it speaks for where that is another one, or the only one', () => {
    expect(facts({ asOf: '2020-02' }).slice(1, 3)).toEqual([
      'published March 1, 2020',
      'as of February 2020',
    ]);
    expect(facts({ published: null }).slice(1, 2)).toEqual(['as of March 1, 2020']);
    expect(facts({ asOf: null }).slice(1, 3)).toEqual(['published March 1, 2020', 'government']);
    expect(facts({ published: null, asOf: null }).slice(1, 2)).toEqual(['no date']);
  });
});

describe('pages', () => {
  const source = makeSource();
  const passages = Array.from({ length: 12 }, (_, i) =>
    makePassage({ source, id: `report#f${i}`, text: { en: `Fact ${i + 1}.`, es: '' } }),
  );
  const card = (page?: number) =>
    renderSourceCard(source, passages, {
      language: 'en',
      ...(page !== undefined && { page }),
      turn: (to) => `turn:${to}`,
      notes: ['Pinned by *Ann*'],
    });
  const factsOn = (page?: number) =>
    textsOf(card(page)).flatMap((words) => words.match(/Fact \d+/g) ?? []);

  test('have five passages each, counted through, and the note on every page', () => {
    expect(factsOn()).toEqual(['Fact 1', 'Fact 2', 'Fact 3', 'Fact 4', 'Fact 5']);
    expect(factsOn(2)).toEqual(['Fact 11', 'Fact 12']);
    for (const [page, heading] of ['1 to 5', '6 to 10', '11 to 12'].entries()) {
      const texts = textsOf(card(page));
      expectSendable(card(page));
      expect(texts.join('\n')).toMatch(RegExp(`\\*\\*.*${heading} of 12.*\\*\\*`));
      expect(texts.at(-1)).toBe('-# Pinned by \\*Ann\\*');
    }
  });

  test('that do not exist become the nearest', () => {
    expect(factsOn(9)).toEqual(factsOn(2));
    expect(factsOn(-3)).toEqual(factsOn(0));
  });

  test('are turned where there are others', () => {
    expect(controlsOf(card(0))).toEqual(['Next']);
    expect(controlsOf(card(1))).toEqual(['Previous', 'Next']);
    expect(controlsOf(card(2))).toEqual(['Previous']);
    expect(pageButtons(0, 1, (to) => `turn:${to}`, catalogs.en)).toEqual([]);
    expect(pageButtons(0, 3, undefined, catalogs.en)).toEqual([]);
    expect(JSON.stringify(pageButtons(1, 3, (to) => `turn:${to}`, catalogs.en))).toMatch(
      /turn:0.*turn:2/,
    );
  });
});

test('a source without an address says so, and one page needs no buttons', () => {
  const message = renderSourceCard(makeSource({ url: null }), [makePassage()], {
    language: 'en',
    turn: (page) => `turn:${page}`,
  });
  expect(textsOf(message)[0]).toContain('There is no public address for this source.');
  expect(controlsOf(message)).toEqual([]);
});
