/** A disagreement side by side, and the citations of an answer, with their pages and buttons. */
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/corpus/corpus.ts';
import type { Disagreement, PassageId } from '../../src/corpus/schema.ts';
import { type CitedSource, renderCitations } from '../../src/render/citations.ts';
import { renderComparison } from '../../src/render/comparison.ts';
import { makePassage, makeSource } from '../helpers/answers.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

const turn = (page: number) => `turn:${page}`;
const idsIn = ({ components }: { components: readonly unknown[] }) =>
  JSON.stringify(components).match(/(?<="custom_id":")[^"]+/g) ?? [];

describe('a disagreement', () => {
  const compare = (counts: readonly number[], page?: number) => {
    const sides = counts.map((count, side) => {
      const source = makeSource({ id: `side-${side}`, title: `Side ${side}` });
      return Array.from({ length: count }, (_, i) =>
        makePassage({ source, id: `side-${side}#f${i}` }),
      );
    });
    const disagreement = {
      question: { en: 'How many ships?', es: '¿Cuántos barcos?' },
      explanation: { en: 'They count other months.', es: 'Cuentan otros meses.' },
      positions: sides.map((passages, side) => ({
        value: { en: `${side}00`, es: `${side}00` },
        claim: { en: `Side ${side} counts ${side}00.`, es: '' },
        // One that the corpus no longer has.
        passages: [...passages.map(({ id }) => id), 'gone#f01'],
      })),
    } as unknown as Disagreement;
    const known = new Map<PassageId, Passage>(sides.flat().map((one) => [one.id, one]));
    return renderComparison(disagreement, known, {
      language: 'en',
      ...(page !== undefined && { page }),
      turn,
      openSource: (id) => `source:${id}`,
    });
  };

  test('has the question, why they differ, each position once above its passages, and each source once', () => {
    const small = '-# Harbour Office · as of February 28, 2020 · para 4 · government';
    const message = compare([2, 1]);
    expect(textsOf(message).slice(0, 6)).toEqual([
      '### How many ships?',
      '**Why they differ** · They count other months.',
      `**1. 000** · Side 0 counts 000.\nThe harbour took 300 ships. [1]\n${small}`,
      `The harbour took 300 ships. [1]\n${small}`,
      `**2. 100** · Side 1 counts 100.\nThe harbour took 300 ships. [2]\n${small}`,
      '**Sources**',
    ]);
    expect(textsOf(message)).toHaveLength(8);
    expect(idsIn(message)).toEqual(['source:side-0', 'source:side-1']);
  });

  test('of many passages has pages of six, and explains on the first', () => {
    const [first, second, third] = [0, 1, 2].map((page) => compare([7, 6], page));
    if (!first || !second || !third) throw new Error('no pages');
    expect(textsOf(first)[0]).toBe('### How many ships?\n-# Page 1 of 3');
    expect(
      textsOf(first)
        .join('\n')
        .match(/took 300 ships/g),
    ).toHaveLength(6);
    expect(textsOf(second)[0]).toContain('Page 2 of 3');
    expect(textsOf(second).join('\n')).not.toContain('Why they differ');
    // What goes on from the page before has its position's heading again.
    expect(textsOf(second)[1]).toMatch(/^\*\*1\. 000\*\*/);
    const turns = [first, second, third].map((page) =>
      idsIn(page).filter((id) => id.startsWith('turn')),
    );
    expect(turns).toEqual([['turn:1'], ['turn:0', 'turn:2'], ['turn:1']]);
  });

  test('has a last page and a first one, whatever page is asked for', () => {
    expect(compare([7], 9)).toEqual(compare([7], 1));
    expect(compare([7], -1)).toEqual(compare([7], 0));
    expect(compare([7])).toEqual(compare([7], 0));
  });
});

describe('citations', () => {
  const cited = (number: number, given: Partial<CitedSource> = {}): CitedSource => ({
    number,
    source: makeSource(),
    citation: `Harbour Office (2020). Report ${number}.`,
    applies: true,
    passages: [],
    ...given,
  });
  const render = (sources: readonly CitedSource[], page = 0, choose?: string) =>
    renderCitations(sources, {
      language: 'en',
      style: 'apa',
      page,
      turn,
      ...(choose !== undefined && { choose }),
    });

  test('stand in code blocks, which nothing in them ends, with each place once', () => {
    const here = { passage: makePassage() };
    const citation = '@book{a,\n\ttitle = ```x}\n}';
    const [, shown] = textsOf(render([cited(1, { citation, passages: [here, here] })]));
    expect(shown?.split('\n')).toEqual([
      expect.stringContaining('**1.** [Report on the harbour]'),
      '```',
      '@book{a,',
      expect.stringMatching(/^ *title = '''x}$/),
      '}',
      '```',
      expect.stringMatching(/^-# .*para 4.*February 28, 2020/),
    ]);
  });

  test('of a source without an address say so, and where the style is not made for it', () => {
    const source = makeSource({ url: null });
    const [, odd] = textsOf(render([cited(1, { source, applies: false })]));
    const [, usual] = textsOf(render([cited(1)]));
    expect(odd).toMatch(/^\*\*1\.\*\* "Report on the harbour" · /);
    expect(odd?.split('\n')).toHaveLength((usual?.split('\n').length ?? 0) + 1);
  });

  test('have pages of five; a single page has no buttons and no number', () => {
    const many = Array.from({ length: 11 }, (_, i) => cited(i + 1));
    const pages = [0, 1, 2].map((page) => render(many, page));
    expect(
      pages.map((page) => textsOf(page).filter((text) => text.startsWith('**')).length),
    ).toEqual([5, 5, 1]);
    expect(pages.map(idsIn)).toEqual([['turn:1'], ['turn:0', 'turn:2'], ['turn:1']]);
    expect(textsOf(pages[1] ?? render([]))[0]).toContain('Page 2 of 3');
    expect(render(many, 9)).toEqual(pages[2]);
    expect(render(many, -1)).toEqual(pages[0]);
    expect(controlsOf(render([cited(1)]))).toEqual([]);
    expect(textsOf(render([cited(1)]))[0]).not.toContain('Page');
  });

  test('offer a choice of styles where there is one', () => {
    const message = render([cited(1)], 0, 'choose');
    expect(idsIn(message)).toEqual(['choose']);
    expect(controlsOf(message)).toEqual(['Choose a style']);
  });
});
