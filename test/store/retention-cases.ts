import { expect, test } from 'vitest';
import { addAnswer, listAnswers } from '../../src/store/answers.ts';
import { keepDraft } from '../../src/store/drafts.ts';
import { listTallies, recordVote } from '../../src/store/feedback.ts';
import { listGaps, recordGap } from '../../src/store/gaps.ts';
import { listHistory } from '../../src/store/history.ts';
import { deleteDue } from '../../src/store/retention.ts';
import { changeSettings, markGuild, readSettings } from '../../src/store/settings.ts';
import { whatIsHeld } from '../../src/store/users.ts';
import {
  ANA,
  GUILD,
  noFault,
  type OpenStore,
  OTHER_GUILD,
  type TestStore,
} from '../helpers/stores.ts';

const vote = { answerId: 'p.A', isHelpful: true, reasons: [], sources: ['one'] };
const content = { wordings: ['?'], text: '.', passages: [], languages: [] };

async function fill(store: TestStore, guildId: string) {
  await changeSettings(store, guildId, { language: 'es' }, ANA);
  await addAnswer(store, guildId, content, ANA);
  await recordVote(store, guildId, ANA.id, vote);
  await recordGap(
    store,
    guildId,
    { terms: ['ferry'], language: 'en', question: 'Ferry?' },
    noFault,
  );
  await keepDraft(store, guildId, {});
}

export function retentionCases(open: OpenStore): void {
  test('nothing is deleted before it is due', async () => {
    const store = await open();
    await fill(store, GUILD);
    expect(await deleteDue(store)).toEqual({});
    store.pass(6);
    expect(await deleteDue(store)).toEqual({});
  });

  test('what is due goes: votes, gaps, texts, names; what moderators made stays', async () => {
    const store = await open();
    await fill(store, GUILD);
    store.pass(91);
    expect(await deleteDue(store)).toEqual({
      votes: 1,
      gaps: 1,
      gap_questions: 1,
      drafts: 1,
      history: 2,
    });
    expect(await listGaps(store, GUILD)).toEqual([]);
    expect(await listTallies(store, GUILD, 'answer', 9)).toMatchObject([{ helpful: 1 }]);
    expect(await listAnswers(store, GUILD)).toHaveLength(1);
    const { entries } = await listHistory(store, GUILD, { offset: 0, limit: 9 });
    expect(entries.map(({ actorName }) => actorName)).toEqual([null, null]);
  });

  test('a guild may keep less than the operator allows, never more', async () => {
    const store = await open();
    for (const guildId of [GUILD, OTHER_GUILD]) await fill(store, guildId);
    await changeSettings(store, GUILD, { retentionDays: 10 }, ANA);
    await changeSettings(store, OTHER_GUILD, { retentionDays: 1_000 }, ANA);
    store.pass(11);
    expect(await deleteDue(store)).toMatchObject({ votes: 1 });
    expect(await whatIsHeld(store, OTHER_GUILD, ANA.id)).toMatchObject({ votes: 1 });
    store.pass(80);
    expect(await deleteDue(store)).toMatchObject({ votes: 1 });
  });

  test('keys of user hashes go after two retentions: from then on a hash leads to nobody', async () => {
    const store = await open();
    await fill(store, GUILD);
    store.pass(181);
    expect(await deleteDue(store)).toMatchObject({ user_keys: 1 });
    expect(await whatIsHeld(store, GUILD, ANA.id)).toEqual({ votes: 0, acts: 0 });
  });

  test('a guild that the bot has left goes after thirty days, unless the bot comes back', async () => {
    const store = await open();
    for (const guildId of [GUILD, OTHER_GUILD]) {
      await fill(store, guildId);
      await markGuild(store, guildId, false);
    }
    store.pass(29);
    await deleteDue(store);
    expect(await listAnswers(store, GUILD)).toHaveLength(1);
    await markGuild(store, OTHER_GUILD, true);
    store.pass(2);
    await deleteDue(store);
    expect(await listAnswers(store, GUILD)).toEqual([]);
    expect((await readSettings(store, GUILD)).language).toBeNull();
    expect(await listAnswers(store, OTHER_GUILD)).toHaveLength(1);
  });
}
