import { expect, test } from 'vitest';
import { listGaps, questionsOf, recordGap, setGapState } from '../../src/store/gaps.ts';
import { ANA, GUILD, noFault, type OpenStore } from '../helpers/stores.ts';

export function gapCases(open: OpenStore): void {
  test('the same words are one gap with a count, similar ones stand together', async () => {
    const store = await open();
    const ask = (...terms: string[]) => recordGap(store, GUILD, { terms, language: 'en' }, noFault);
    await ask('ferry', 'price');
    await ask('price', 'ferry');
    store.pass(1);
    await ask('ferry', 'price', 'winter');
    await ask('lighthouse');
    expect(await listGaps(store, GUILD)).toMatchObject([
      {
        terms: ['ferry', 'price', 'winter'],
        count: 3,
        firstOn: '2026-08-06',
        lastOn: '2026-08-07',
        gaps: [{ count: 2 }, { count: 1 }],
      },
      { terms: ['lighthouse'], count: 1 },
    ]);
  });

  test('questions that come at the same moment are all counted', async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        recordGap(store, GUILD, { terms: ['a'], language: 'en' }, noFault),
      ),
    );
    expect(await listGaps(store, GUILD)).toMatchObject([{ count: 20 }]);
  });

  test('a gap that was dismissed stays away, one that was answered and comes again is open', async () => {
    const store = await open();
    const ask = (term: string) =>
      recordGap(store, GUILD, { terms: [term], language: 'en' }, noFault);
    await ask('ferry');
    await ask('lighthouse');
    const [first, second] = await listGaps(store, GUILD);
    expect(await setGapState(store, GUILD, [first?.id ?? ''], 'dismissed', ANA)).toBe(1);
    expect(await setGapState(store, GUILD, [second?.id ?? ''], 'answered', ANA)).toBe(1);
    expect(await setGapState(store, GUILD, [second?.id ?? ''], 'answered', ANA)).toBe(0);
    expect(await listGaps(store, GUILD)).toEqual([]);
    await ask('ferry');
    await ask('lighthouse');
    expect((await listGaps(store, GUILD)).map(({ id }) => id)).toEqual([second?.id]);
  });

  test('the text of a question is kept only when it is given, each once', async () => {
    const store = await open();
    const gap = { terms: ['ferry'], language: 'en' } as const;
    await recordGap(store, GUILD, { ...gap, terms: ['ferry'] }, noFault);
    const [{ id = '' } = {}] = await listGaps(store, GUILD);
    expect(await questionsOf(store, GUILD, [id])).toEqual([]);
    for (const question of ['What of the ferry?', 'What of the ferry?', 'Ferry!'])
      await recordGap(store, GUILD, { ...gap, terms: ['ferry'], question }, noFault);
    expect((await questionsOf(store, GUILD, [id])).sort()).toEqual([
      'Ferry!',
      'What of the ferry?',
    ]);
  });
}
