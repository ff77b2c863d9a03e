/** Answers in channels are corrected when the corpus is: shared, then a new corpus, then looked at. */
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addAnswer, removeAnswer } from '../../src/store/answers.ts';
import { dayOf } from '../../src/text/dates.ts';
import { copyFixtureCorpus, editFile } from '../helpers/corpus.ts';
import { type Desk, read, startDesk, textOf } from '../helpers/desk.ts';
import { BOT_PERMISSIONS } from '../helpers/discord/permissions.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  const faults = desk.faults();
  await desk.stop();
  expect(faults).toEqual([]);
});

const FARE = 'How much does the night ferry cost?';
const rows = () => desk.app.services.store.db.selectFrom('shared_answers').selectAll().execute();
const publicly = async (question: string) => {
  const { message } = await desk.ask(question, {}, { private: false });
  if (!message) throw new Error('no message');
  return message;
};
const outcomes = () =>
  desk.app.log.filter(({ event }) => event === 'shared-answer').map(({ outcome }) => outcome);
const edits = () =>
  desk.discord.requests.filter(
    ({ method, path }) => method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/.test(path),
  );

/** Starts the bot anew with a corpus in which the fare is another one. */
async function correctFare(corpus = copyFixtureCorpus()): Promise<string> {
  editFile(`${corpus}/sources/harbour-act-2020.yaml`, 'more than 2 crowns', 'more than 3 crowns');
  editFile(`${corpus}/sources/harbour-act-2020.yaml`, 'más de 2 coronas', 'más de 3 coronas');
  await restart(corpus);
  return corpus;
}

async function restart(corpus: string): Promise<void> {
  await desk.app.restart({ CORPUS_DIR: corpus });
  await desk.discord.ready();
}

/** Waits until so many answers came to an end. */
const settled = (count: number) =>
  vi.waitFor(() => expect(outcomes().length).toBeGreaterThanOrEqual(count), {
    timeout: 10_000,
    interval: 20,
  });

test('a shared copy and a public answer are edited once and marked with the day; others are left alone', async () => {
  const asked = await desk.ask(FARE, {}, { private: true });
  const copy = (await desk.discord.press(asked.message, { label: 'Share' })).message;
  const spanish = await publicly('¿Cuánto cuesta el transbordador nocturno?');
  const other = await publicly('What is the night ferry?');
  await desk.ask(FARE, {}, { private: true });
  await desk.ask('Who won the football match?', {}, { private: false });
  expect(await rows()).toHaveLength(3);
  const before = textOf(other);

  const corpus = await correctFare();
  await settled(2);
  const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  expect(textOf(copy)).toMatch(
    `**Corrected on ${today.format(new Date())}: the collection changed 1 passage of this answer.**`,
  );
  expect(textOf(copy)).toMatch(/more than 3 crowns[\s\S]+Shared by a member/);
  expect(textOf(copy)).not.toContain('2 crowns');
  expect(textOf(spanish)).toMatch(/\*\*Corregido el .+: la colección cambió 1 pasaje/);
  expect(textOf(spanish)).toContain('más de 3 coronas');
  expect(other.editedAt).toBeNull();
  expect(textOf(other)).toBe(before);
  expect(edits()).toHaveLength(2);
  const [first, second] = edits();
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_000);
  // Its buttons work as before, and belong to the answer as it is now.
  const cited = await desk.discord.press(copy, { label: 'Cite' });
  expect(await read(cited)).toContain('Harbour Act');

  await restart(corpus);
  await desk.ask(FARE);
  expect(edits()).toHaveLength(2);
  const noted = await rows();
  expect(noted.map(({ corrected_on }) => corrected_on).sort()).toEqual([
    dayOf(new Date()),
    dayOf(new Date()),
    null,
  ]);
  expect(JSON.stringify(noted)).not.toContain(desk.asker.id);
  expect(JSON.stringify(noted)).not.toMatch(/ferry cost|cuesta/);
});

test('an answer whose lead is gone is withdrawn and forgotten', async () => {
  const fare = await publicly(FARE);
  const whole = await publicly('tell me about the night ferry');
  const corpus = copyFixtureCorpus();
  const file = `${corpus}/sources/harbour-act-2020.yaml`;
  // The passage gets another id: the old one is gone.
  editFile(file, 'id: f02', 'id: f09');
  await restart(corpus);
  await settled(1);
  expect(textOf(fare)).toMatch(/^Withdrawn on .+: what this answer rested on is no longer/);
  expect(desk.discord.widgets(fare)).toEqual([]);
  expect(whole.editedAt).toBeNull();
  expect(await rows()).toHaveLength(1);
});

test('a deleted message is forgotten; a closed channel is asked once, and again later', async () => {
  const { world } = desk.discord;
  const gone = await publicly(FARE);
  await desk.discord.deleteMessage(gone);
  const closed = world.addChannel({ name: 'closed' });
  for (let i = 0; i < 2; i++)
    await desk.ask(FARE, { channel: closed } as never, { private: false });
  world.updateChannel(closed, { deny: Bit.ViewChannel });
  const corpus = await correctFare();
  await settled(2);
  expect([...outcomes()].sort()).toEqual(['deleted', 'unreachable']);
  expect(await rows()).toHaveLength(2);
  world.updateChannel(closed, { deny: 0n });
  await restart(corpus);
  await settled(4);
  expect(outcomes().slice(2)).toEqual(['corrected', 'corrected']);
});

test('what moderators wrote stays with the answer, unless they took it back', async () => {
  const { store } = desk.app.services;
  const guildId = desk.discord.world.guild.id;
  const actor = { id: desk.moderator.id, name: 'moderator' };
  const written = await addAnswer(
    store,
    guildId,
    {
      wordings: ['Where do I buy a ticket?', 'where can i buy a ferry ticket?'],
      text: 'Pay the purser.',
      passages: ['harbour-act-2020#f02'] as never,
      languages: ['en', 'es'],
    },
    actor,
  );
  const message = await publicly('where can i buy a ferry ticket?');
  expect(textOf(message)).toContain('Pay the purser.');
  const corpus = await correctFare();
  await settled(1);
  expect(textOf(message)).toMatch(/Pay the purser\.[\s\S]+more than 3 crowns/);
  await removeAnswer(desk.app.services.store, guildId, written?.id ?? '', actor);
  editFile(`${corpus}/sources/harbour-act-2020.yaml`, 'more than 3 crowns', 'more than 4 crowns');
  await restart(corpus);
  await settled(2);
  expect(textOf(message)).toContain('more than 4 crowns');
  expect(textOf(message)).not.toContain('Pay the purser.');
});

test('without the permission to see the channel nothing breaks', async () => {
  await publicly(FARE);
  const { world } = desk.discord;
  const role = world.guild.roles.get(world.guild.botRoleId);
  if (role) world.setPermissions(role, BOT_PERMISSIONS & ~Bit.ViewChannel);
  const everyone = world.guild.roles.get(world.guild.id);
  if (everyone) world.setPermissions(everyone, everyone.permissions & ~Bit.ViewChannel);
  await correctFare();
  await settled(1);
  expect(outcomes()).toEqual(['unreachable']);
});
