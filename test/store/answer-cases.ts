import { expect, test } from 'vitest';
import {
  type AnswerContent,
  addAnswer,
  answersRevision,
  editAnswer,
  findAnswer,
  listAnswers,
  removeAnswer,
} from '../../src/store/answers.ts';
import { changeDraft, dropDraft, keepDraft, readDraft } from '../../src/store/drafts.ts';
import { listHistory } from '../../src/store/history.ts';
import { ANA, BEN, GUILD, type OpenStore } from '../helpers/stores.ts';

const CONTENT = {
  wordings: ['Where can I get help?', '¿Dónde hay ayuda? 💡'],
  text: 'In our "resources" channel; it\'s pinned.\nNew line.',
  passages: ['harbour-report-2020#f01'],
  languages: ['en', 'es'],
} as unknown as AnswerContent;

export function answerCases(open: OpenStore): void {
  test('an answer is kept as it was written, edited, and removed; each step stands in the history', async () => {
    const store = await open();
    const added = await addAnswer(store, GUILD, CONTENT, ANA);
    const id = added?.id ?? '';
    expect(added).toMatchObject({ ...CONTENT, revision: 1, editorName: 'Ana' });
    const edit = { content: { ...CONTENT, text: 'Other words.' }, revision: 1 };
    expect(await editAnswer(store, GUILD, id, edit, BEN)).toMatchObject({
      kind: 'edited',
      answer: { text: 'Other words.', revision: 2, editorName: 'Ben' },
    });
    expect(await listAnswers(store, GUILD)).toMatchObject([{ id, revision: 2 }]);
    await removeAnswer(store, GUILD, id, ANA);
    expect(await findAnswer(store, GUILD, id)).toBeUndefined();
    expect(await editAnswer(store, GUILD, id, edit, BEN)).toEqual({ kind: 'gone' });
    const { entries } = await listHistory(store, GUILD, { offset: 0, limit: 9 });
    expect(entries).toMatchObject([
      { action: 'answer-remove', before: { text: 'Other words.' }, after: null },
      { action: 'answer-edit', before: CONTENT, after: { text: 'Other words.' } },
      { action: 'answer-add', before: null, after: CONTENT },
    ]);
  });

  test('of two edits of the same revision the second is told, and changes nothing', async () => {
    const store = await open();
    const { id = '' } = (await addAnswer(store, GUILD, CONTENT, ANA)) ?? {};
    const edits = await Promise.all(
      ['a', 'b'].map((text) =>
        editAnswer(store, GUILD, id, { content: { ...CONTENT, text }, revision: 1 }, BEN),
      ),
    );
    expect(edits.map(({ kind }) => kind).sort()).toEqual(['conflict', 'edited']);
    expect((await findAnswer(store, GUILD, id))?.revision).toBe(2);
  });

  test('the revision of all answers changes with each of them, and with nothing else', async () => {
    const store = await open();
    const seen = [await answersRevision(store, GUILD)];
    const { id = '' } = (await addAnswer(store, GUILD, CONTENT, ANA)) ?? {};
    seen.push(await answersRevision(store, GUILD));
    await editAnswer(store, GUILD, id, { content: CONTENT }, ANA);
    seen.push(await answersRevision(store, GUILD));
    await removeAnswer(store, GUILD, id, ANA);
    seen.push(await answersRevision(store, GUILD));
    expect(new Set(seen).size).toBe(4);
    expect(await answersRevision(store, GUILD)).toBe(seen[3]);
  });

  test('a draft is there until it is thrown away', async () => {
    const store = await open();
    const id = await keepDraft(store, GUILD, { text: 'half a sen' });
    await changeDraft(store, GUILD, id, { text: 'half a sentence' });
    expect(await readDraft(store, GUILD, id)).toEqual({ text: 'half a sentence' });
    await dropDraft(store, GUILD, id);
    expect(await readDraft(store, GUILD, id)).toBeUndefined();
  });
}
