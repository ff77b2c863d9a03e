import { expect, test } from 'vitest';
import * as answers from '../../src/store/answers.ts';
import { listCounts } from '../../src/store/counts.ts';
import * as drafts from '../../src/store/drafts.ts';
import { listTallies, recordVote } from '../../src/store/feedback.ts';
import * as gaps from '../../src/store/gaps.ts';
import { findEntry, listHistory } from '../../src/store/history.ts';
import * as pins from '../../src/store/pins.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../src/store/settings.ts';
import { forgetUser, whatIsHeld } from '../../src/store/users.ts';
import {
  ANA,
  GUILD,
  noFault,
  type OpenStore,
  OTHER_GUILD,
  type TestStore,
} from '../helpers/stores.ts';

const CONTENT = {
  wordings: ['Where?'],
  text: 'Here.',
  passages: ['a#f01'],
  languages: ['en'],
} as unknown as answers.AnswerContent;
const PIN: pins.NewPin = {
  channelId: '3',
  sourceId: 'same-source',
  language: 'en',
  contentHash: 'x',
  corpusVersion: '2026-08-01',
  reason: '',
  reviewDays: 1,
};

/** Writes something of every kind. */
async function fill(store: TestStore, guildId: string) {
  await changeSettings(store, guildId, { language: 'es', moderatorsChannel: '7' }, ANA);
  const { pin } = await pins.reservePin(store, guildId, PIN, ANA);
  await pins.changePin(store, guildId, pin.id, { state: 'pinned', messageId: '8' });
  const answer = await answers.addAnswer(store, guildId, CONTENT, ANA);
  const draft = await drafts.keepDraft(store, guildId, { a: 1 });
  await gaps.recordGap(
    store,
    guildId,
    { terms: ['ferry'], language: 'en', question: 'Ferry?' },
    noFault,
  );
  await recordVote(store, guildId, ANA.id, {
    answerId: 'p.A',
    isHelpful: true,
    reasons: [],
    sources: ['one'],
  });
  const { entries } = await listHistory(store, guildId, { offset: 0, limit: 99 });
  const [gap] = await gaps.listGaps(store, guildId);
  return { pin: pin.id, answer: answer?.id ?? '', draft, entries, gap: gap?.id ?? '' };
}

export function guildCases(open: OpenStore): void {
  test('nothing of one guild is seen or touched from another, by list or by id', async () => {
    const store = await open();
    const ids = await fill(store, GUILD);
    const page = { offset: 0, limit: 99 };
    const look = async (guildId: string) => ({
      settings: await readSettings(store, guildId),
      pins: await pins.listPins(store, guildId),
      pin: await pins.findPin(store, guildId, ids.pin),
      answers: await answers.listAnswers(store, guildId),
      answer: await answers.findAnswer(store, guildId, ids.answer),
      revision: await answers.answersRevision(store, guildId),
      draft: await drafts.readDraft(store, guildId, ids.draft),
      gaps: await gaps.listGaps(store, guildId),
      questions: await gaps.questionsOf(store, guildId, [ids.gap]),
      tallies: await listTallies(store, guildId, 'answer', 9),
      counts: await listCounts(store, guildId, 9),
      history: await listHistory(store, guildId, page),
      entry: await findEntry(store, guildId, ids.entries[0]?.id ?? ''),
      held: await whatIsHeld(store, guildId, ANA.id),
    });
    expect(await look(OTHER_GUILD)).toEqual({
      settings: DEFAULT_SETTINGS,
      pins: [],
      pin: undefined,
      answers: [],
      answer: undefined,
      revision: '',
      draft: undefined,
      gaps: [],
      questions: [],
      tallies: [],
      counts: [],
      history: { entries: [], total: 0 },
      entry: undefined,
      held: { votes: 0, acts: 0 },
    });

    const before = await look(GUILD);
    expect(before.held).toEqual({ votes: 1, acts: 5 });
    await pins.changePin(store, OTHER_GUILD, ids.pin, { state: 'deleted' });
    await pins.removePin(store, OTHER_GUILD, ids.pin, ANA);
    await answers.editAnswer(store, OTHER_GUILD, ids.answer, { content: CONTENT }, ANA);
    await answers.removeAnswer(store, OTHER_GUILD, ids.answer, ANA);
    await drafts.changeDraft(store, OTHER_GUILD, ids.draft, {});
    await drafts.dropDraft(store, OTHER_GUILD, ids.draft);
    await gaps.setGapState(store, OTHER_GUILD, [ids.gap], 'dismissed', ANA);
    await gaps.dropQuestions(store, OTHER_GUILD);
    await changeSettings(store, OTHER_GUILD, { language: 'en' }, ANA);
    await forgetUser(store, OTHER_GUILD, ANA.id);
    expect(await look(GUILD)).toEqual(before);
  });

  test('two guilds may have the same of everything, and a user has another hash in each', async () => {
    const store = await open();
    await fill(store, GUILD);
    await fill(store, OTHER_GUILD);
    expect(await pins.listPins(store, OTHER_GUILD)).toHaveLength(1);
    const votes = await store.db.selectFrom('votes').select('user_hash').execute();
    expect(new Set(votes.map(({ user_hash }) => user_hash)).size).toBe(2);
  });

  test('a user who is forgotten leaves no vote, no name and no hash; what was changed stays', async () => {
    const store = await open();
    await fill(store, GUILD);
    await forgetUser(store, GUILD, ANA.id);
    expect(await whatIsHeld(store, GUILD, ANA.id)).toEqual({ votes: 0, acts: 0 });
    expect(await store.db.selectFrom('votes').selectAll().execute()).toEqual([]);
    const rows = JSON.stringify([
      await store.db.selectFrom('pins').selectAll().execute(),
      await store.db.selectFrom('answers').selectAll().execute(),
      await store.db.selectFrom('history').selectAll().execute(),
    ]);
    expect(rows).not.toContain('Ana');
    expect(await answers.listAnswers(store, GUILD)).toMatchObject([{ text: 'Here.' }]);
  });
}
