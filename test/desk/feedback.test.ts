import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCounts } from '../../src/store/counts.ts';
import { listTallies } from '../../src/store/feedback.ts';
import { listGaps } from '../../src/store/gaps.ts';
import { type Desk, read, startDesk } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  const faults = desk.faults();
  await desk.stop();
  expect(faults).toEqual([]);
});

const QUESTION = 'How much does the night ferry cost?';
const guildId = () => desk.discord.world.guild.id;
const tallies = () => listTallies(desk.app.services.store, guildId(), 'answer', 9);
/** Waits until what is counted after the reply is there. */
const counted = <T>(read: () => Promise<T[]>) => expect.poll(read).not.toEqual([]);

test('a vote is one a person and answer, and is thanked for', async () => {
  const shown = await desk.ask(QUESTION, {}, { private: false });
  const first = await desk.discord.press(shown.message, { label: 'Helpful' }, { user: desk.asker });
  expect(first.ephemeral).toBe(true);
  expect(await read(first)).toMatch(/^Thank you\..+never who said so\.$/);
  await desk.discord.press(shown.message, { label: 'Helpful' }, { user: desk.moderator });
  const again = await desk.discord.press(shown.message, { label: 'Helpful' }, { user: desk.asker });
  expect(await read(again)).toContain('Your earlier vote on this answer was replaced.');
  expect(await tallies()).toMatchObject([{ helpful: 2, notHelpful: 0 }]);
});

test('who was not helped can say why in a form, or leave it open', async () => {
  const shown = await desk.ask(QUESTION);
  const opened = await desk.discord.press(shown.message, { label: 'Not helpful' });
  expect(await tallies()).toEqual([]);
  await desk.discord.submitModal(opened, { reasons: ['unfair', 'out-of-date'] });
  expect(await tallies()).toMatchObject([
    { notHelpful: 1, reasons: { unfair: 1, 'out-of-date': 1 } },
  ]);
  const second = await desk.discord.press(shown.message, { label: 'Not helpful' });
  await desk.discord.submitModal(second);
  expect(await tallies()).toMatchObject([{ notHelpful: 1, reasons: { unfair: 0 } }]);
});

test('in direct messages nothing is counted and there is nothing to vote with', async () => {
  const shown = await desk.ask(QUESTION, { context: 1 });
  expect(desk.idsOn(shown.message).some((id) => id.startsWith('vote'))).toBe(false);
  await desk.ask('What does the ferry captain eat?', { context: 1 });
  expect(await desk.app.services.store.db.selectFrom('counts').selectAll().execute()).toEqual([]);
  expect(await desk.app.services.store.db.selectFrom('gaps').selectAll().execute()).toEqual([]);
});

test.each([
  'vote:en:up:000000.p.AAAAAA',
  'vote:en:sideways:000000.o.night-ferry',
  'vote:en:up:000000.o.night-ferry:unknown',
  'vote:xx:up:000000.o.night-ferry',
  'vote',
])('a forged vote (%s) is refused and not counted', async (id) => {
  const shown = await desk.ask(QUESTION);
  const forged = await desk.discord.press(shown.message, id, { forged: true });
  expect(await read(forged)).toMatch(/older version/);
  expect(await tallies()).toEqual([]);
});

test('what is declined is a gap: its known words and a count, no text and no asker', async () => {
  const question = 'Which Zanzibar restaurant does the ferry captain Bresk love?';
  await desk.ask(question);
  const clusters = () => listGaps(desk.app.services.store, guildId());
  await counted(clusters);
  const [cluster] = await clusters();
  expect(cluster).toMatchObject({ count: 1 });
  expect(cluster?.terms).toContain('bresk');
  const everything = JSON.stringify(
    await Promise.all(
      (['gaps', 'gap_questions', 'counts', 'history', 'settings'] as const).map((table) =>
        desk.app.services.store.db.selectFrom(table).selectAll().execute(),
      ),
    ),
  );
  expect(everything).not.toMatch(/zanzibar|restaurant/i);
  expect(everything).not.toContain(desk.asker.id);
  expect(JSON.stringify(desk.app.log)).not.toMatch(/zanzibar/i);
});

test.each([
  ['danger', 'I am drowning beside the ferry'],
  ['personal data', 'Is the ferry open for T-1234 from Bresk?'],
  ['small talk', 'hello'],
])('a question with %s leaves no gap', async (_name, question) => {
  await desk.ask(question);
  await counted(() => listCounts(desk.app.services.store, guildId(), 1));
  expect(await listGaps(desk.app.services.store, guildId())).toEqual([]);
});

test('a server that keeps questions says so below the reply, and keeps nothing once it stops', async () => {
  await desk.mod('settings', { keep_questions: true });
  const shown = await desk.ask('Which restaurant does the ferry captain of Bresk love?');
  expect(await read(shown)).toMatch(
    /This server keeps the text of questions that are not answered for 90 days, without who asked\.$/,
  );
  const kept = () => desk.app.services.store.db.selectFrom('gap_questions').selectAll().execute();
  await counted(kept);
  await desk.mod('settings', { keep_questions: false });
  expect(await kept()).toEqual([]);
});

test('the wait between questions is kept for each member, and never from somebody in danger', async () => {
  await desk.mod('settings', { cooldown: 60 });
  await desk.ask(QUESTION);
  expect(await read(await desk.ask(QUESTION))).toMatch(/try again in \d+ seconds/);
  expect(await read(await desk.ask(QUESTION, { user: desk.moderator }))).toContain('crowns');
  expect(await read(await desk.ask('I am drowning'))).not.toMatch(/try again/);
});

test('answers are public where the server wants them so, unless the asker chooses', async () => {
  await desk.mod('settings', { visibility: 'public' });
  expect((await desk.ask(QUESTION)).ephemeral).toBe(false);
  expect((await desk.ask(QUESTION, {}, { private: true })).ephemeral).toBe(true);
});

test('privacy shows what is kept about the one who asks, and forgets that alone', async () => {
  const privacy = (user = desk.asker, where = {}) =>
    desk.discord.slash({ command: 'ferry', subcommand: 'privacy', user, ...where });
  expect(await read(await privacy())).toContain('Nothing is kept about you in this server.');
  const shown = await desk.ask(QUESTION, {}, { private: false });
  for (const user of [desk.asker, desk.moderator])
    await desk.discord.press(shown.message, { label: 'Helpful' }, { user });
  await desk.mod('settings', { keep_questions: true });
  const mine = await privacy();
  expect(mine.ephemeral).toBe(true);
  expect(await read(mine)).toMatch(/keeps the text of questions[\s\S]+In this server: 1 vote on/);
  expect(await read(await privacy(desk.moderator))).toMatch(/1 vote .+ your name beside 1 thing/);
  expect(await read(await desk.discord.press(mine.message, { label: 'Forget me' }))).toMatch(
    /^Forgotten:/,
  );
  expect(await read(await privacy())).toContain('Nothing is kept about you in this server.');
  expect(await read(await privacy(desk.moderator))).toContain('1 vote');
  expect(await read(await privacy(desk.asker, { context: 1 }))).toContain('nothing is kept at all');
});
