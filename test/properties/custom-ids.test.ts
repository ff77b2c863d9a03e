/** Custom ids: what the bot writes it reads back, and what it didn't write it doesn't take for its own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownPassages } from '../../src/answer/answer.ts';
import { receiptOf, replayReceipt } from '../../src/answer/receipt.ts';
import { ask } from '../../src/ask.ts';
import {
  decodeCustomId,
  encodeCustomId,
  readLanguage,
  readPage,
} from '../../src/discord/custom-id.ts';
import { LIMITS } from '../../src/render/limits.ts';
import { realIndex } from '../helpers/indexes.ts';
import { oddText } from '../helpers/odd-text.ts';

const part = fc.stringMatching(/^[\w.#-]{0,20}$/);
const action = fc.stringMatching(/^[\w.#-]{1,12}$/);
const index = realIndex();
const questions = [...index.corpus.passages.values()].flatMap(({ questions }) => questions.en);
const receipts = fc
  .constantFrom(...questions)
  .map((question) => ask(index, question))
  .filter((answer) => answer.kind !== 'declined');

test('an action and its parts survive the way to Discord and back', () => {
  fc.assert(
    fc.property(action, fc.array(part, { maxLength: 4 }), (name, args) => {
      fc.pre([name, ...args].join(':').length <= LIMITS.customId);
      expect(decodeCustomId(encodeCustomId(name, ...args))).toEqual({ action: name, args });
    }),
  );
});

test('what could not be read back, or Discord would refuse, is never written', () => {
  fc.assert(
    fc.property(oddText, oddText, (name, text) => {
      try {
        const id = encodeCustomId(name, text);
        expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
        expect(id).toMatch(/^[\w.#:-]*$/);
      } catch (error) {
        expect((error as Error).message).toMatch(/^not a custom id/);
      }
    }),
  );
});

test('any text is read as nothing, or as parts of harmless characters', () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const id = decodeCustomId(text);
      for (const one of id ? [id.action, ...id.args] : []) expect(one).toMatch(/^[\w.#-]*$/);
      if (id) expect([id.action, ...id.args].join(':')).toBe(text);
      expect(['en', 'es', undefined]).toContain(readLanguage(text));
      const page = readPage(text);
      if (page !== undefined) expect(Number.isInteger(page) && page >= 0 && page < 1000).toBe(true);
    }),
  );
});

test('a receipt shows the same passages again, in either language', () => {
  fc.assert(
    fc.property(receipts, fc.constantFrom('en' as const, 'es' as const), (answer, language) => {
      const receipt = receiptOf(index.corpus, answer);
      expect(decodeCustomId(encodeCustomId('more', 'en', receipt))?.args[1]).toBe(receipt);
      const replayed = replayReceipt(index.corpus, receipt, language);
      const idsOf = (one: typeof answer) => shownPassages(one).map(({ passage }) => passage.id);
      expect(replayed && idsOf(replayed)).toEqual(idsOf(answer));
    }),
    { numRuns: 40 },
  );
});

test('a receipt that was changed anywhere shows nothing, or passages of the collection as they stand there', () => {
  const { passages } = index.corpus;
  fc.assert(
    fc.property(receipts, fc.nat(), fc.constantFrom(...'aZ09.#-_:/\u0000é'), (answer, at, sign) => {
      const receipt = receiptOf(index.corpus, answer);
      const place = at % (receipt.length + 1);
      const forged = receipt.slice(0, place) + sign + receipt.slice(place + 1);
      const replayed = replayReceipt(index.corpus, forged, 'en');
      for (const { passage } of replayed ? shownPassages(replayed) : [])
        expect(passages.get(passage.id)).toBe(passage);
      // The key of a passage that isn't there, or half a key, is never taken for another.
      if (replayed?.kind === 'passages')
        expect(receiptOf(index.corpus, replayed).split('#')[0]?.slice(7)).toBe(
          forged.split('#')[0]?.slice(7),
        );
    }),
    { numRuns: 60 },
  );
});
