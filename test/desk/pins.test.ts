import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listHistory } from '../../src/store/history.ts';
import { listPins } from '../../src/store/pins.ts';
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

const SOURCE = 'harbour-act-2020';
const cards = () =>
  desk.discord
    .messages(desk.discord.world.channel)
    .filter((message) => message.interaction === null && !message.deleted);
const records = () => listPins(desk.app.services.store, desk.discord.world.guild.id);

test('a pin posts the card, pins it and keeps a record that survives a restart', async () => {
  const outcome = await desk.mod('pin', {
    source: SOURCE,
    review_days: 30,
    reason: 'asked @everyone week',
  });
  expect(outcome.ephemeral).toBe(true);
  expect(await read(outcome)).toMatch(/^### Harbour Act\nPinned\.\n/);
  const [card, ...others] = cards();
  expect(others).toEqual([]);
  expect(card?.pinnedAt).not.toBeNull();
  expect(card?.pings).toEqual([]);
  expect(textOf(card ?? null)).toMatch(
    /Pinned by the moderators of this server, from the collection of/,
  );
  await desk.app.restart();
  await desk.discord.ready();
  expect(await read(await desk.mod('pins'))).toMatch(
    /^### 1 pinned source\n\*\*Harbour Act\*\*\n<#\d+> · in place\n-# pinned by moderator on .+ · review on /,
  );
});

test('a source that is pinned already is not posted twice, not even at the same moment', async () => {
  const both = await Promise.all([1, 2].map(() => desk.mod('pin', { source: SOURCE })));
  const texts = await Promise.all(both.map(read));
  expect(texts.filter((text) => text.includes('Pinned.'))).toHaveLength(1);
  expect(cards()).toHaveLength(1);
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toContain('pinned there already');
  expect(cards()).toHaveLength(1);
});

test('without Pin Messages the card is posted, and the moderator told what is missing; then it is mended', async () => {
  const { world } = desk.discord;
  const role = world.guild.roles.get(world.guild.botRoleId);
  if (!role) throw new Error('no role');
  world.setPermissions(role, BOT_PERMISSIONS & ~Bit.PinMessages);
  const outcome = await desk.mod('pin', { source: SOURCE });
  expect(await read(outcome)).toMatch(/I lack the permission Pin Messages in that channel/);
  expect(cards()).toHaveLength(1);
  expect(await records()).toMatchObject([{ state: 'posted' }]);
  world.setPermissions(role, BOT_PERMISSIONS);
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toContain('Pinned.');
  expect(cards()).toHaveLength(1);
  expect(await records()).toMatchObject([{ state: 'pinned' }]);
});

test('where the bot may not post, nothing is kept and the moderator is told which permissions are missing', async () => {
  const { world } = desk.discord;
  world.updateChannel(world.channel, { deny: Bit.SendMessages });
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toMatch(
    /I can't post in <#\d+>\. I need these permissions there: Send Messages/,
  );
  expect(await records()).toEqual([]);
});

test('a channel with 250 pins keeps the card, says so, and is mended when there is room', async () => {
  const { world } = desk.discord;
  const posts = [];
  for (let i = 0; i < 250; i++) {
    const post = await desk.discord.post(world.channel, { content: String(i) });
    desk.discord.setPinned(post, true);
    posts.push(post);
  }
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toMatch(/\(250\)/);
  expect(await records()).toMatchObject([{ state: 'posted' }]);
  const [first] = posts;
  if (first) desk.discord.setPinned(first, false);
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toContain('Pinned.');
});

test('what was done by hand is seen, mended by pin, and unpin works in every state', async () => {
  const list = async () => read(await desk.mod('pins'));
  const unpin = async () => {
    const [choice] = await desk.suggest('unpin', 'pin', 'harb');
    return read(await desk.mod('unpin', { pin: String(choice?.value) }));
  };
  await read(await desk.mod('pin', { source: SOURCE }));
  const [card] = cards();
  if (!card) throw new Error('no card');
  desk.discord.setPinned(card, false);
  expect(await list()).toContain('unpinned by hand');
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toContain('Pinned.');
  expect(await unpin()).toMatch(/^Unpinned\. The card stays/);
  expect(card.pinnedAt).toBeNull();
  expect(textOf(card)).toContain('No longer kept up to date');
  expect(await list()).toContain('No source is pinned yet');

  await read(await desk.mod('pin', { source: SOURCE }));
  const second = cards().at(-1);
  if (second) await desk.discord.deleteMessage(second);
  expect(await list()).toContain('deleted by hand');
  expect(await read(await desk.mod('pin', { source: SOURCE }))).toContain('Pinned.');
  expect(cards().filter(({ pinnedAt }) => pinnedAt !== null)).toHaveLength(1);
  const third = cards().at(-1);
  if (third) await desk.discord.deleteMessage(third);
  expect(await unpin()).toMatch(/^The record is removed\. There was nothing to unpin/);
  expect(await records()).toEqual([]);
});

test('a channel that was deleted is seen, and its pin can be removed', async () => {
  const { world } = desk.discord;
  const channel = world.addChannel({ name: 'sources' });
  await read(await desk.mod('pin', { source: SOURCE, channel }));
  world.deleteChannel(channel);
  const list = await desk.mod('pins');
  expect(await read(list)).toContain('the channel is gone or closed to me');
  const [pin] = await records();
  expect(await read(await desk.mod('unpin', { pin: pin?.id ?? '' }))).toContain(
    'record is removed',
  );
});

test('a lost permission leaves the card pinned, and the moderator is told', async () => {
  const { world } = desk.discord;
  await read(await desk.mod('pin', { source: SOURCE }));
  const role = world.guild.roles.get(world.guild.botRoleId);
  if (role) world.setPermissions(role, BOT_PERMISSIONS & ~Bit.PinMessages);
  const [pin] = await records();
  expect(await read(await desk.mod('unpin', { pin: pin?.id ?? '' }))).toMatch(/still pinned/);
});

test('who does not moderate the channel that they name may not pin there', async () => {
  const { world } = desk.discord;
  const secret = world.addChannel({ name: 'staff', denyEveryone: Bit.ManageMessages });
  const role = world.guild.roles.get(world.guild.id);
  const local = world.addMember({ name: 'local-mod' });
  if (role) world.setPermissions(role, role.permissions & ~Bit.ManageMessages);
  const outcome = await desk.mod(
    'pin',
    { source: SOURCE, channel: secret },
    { user: local.user, memberPermissions: Bit.ManageMessages },
  );
  expect(await read(outcome)).toMatch(/You need the permission Manage Messages in <#\d+>/);
  expect(desk.discord.messages(secret)).toEqual([]);
});

test('when the corpus changes a source, its card is edited and marked with the date, the others are left alone', async () => {
  await read(await desk.mod('pin', { source: SOURCE }));
  await read(await desk.mod('pin', { source: 'westmark-statistics-2023' }));
  const corpus = copyFixtureCorpus();
  editFile(`${corpus}/sources/${SOURCE}.yaml`, 'more than 2 crowns', 'more than 3 crowns');
  await desk.app.restart({ CORPUS_DIR: corpus });
  await desk.discord.ready();
  const [card, other] = cards();
  await desk.discord.until(() => card?.editedAt !== null, 'the card to be edited');
  expect(textOf(card ?? null)).toMatch(
    /more than 3 crowns[\s\S]+Updated on .+: the collection changed this entry/,
  );
  expect(other?.editedAt).toBeNull();
  expect(await read(await desk.mod('pins'))).not.toContain('outdated');
});

test('on the day of the review the moderators are reminded once, and can say that it was reviewed', async () => {
  const { world } = desk.discord;
  const channel = world.addChannel({ name: 'moderators' });
  await desk.mod('settings', { channel });
  await read(await desk.mod('pin', { source: SOURCE, review_days: 1 }));
  const { store } = desk.app.services;
  await store.db.updateTable('pins').set({ review_on: '2020-01-01' }).execute();
  await desk.app.restart();
  await desk.discord.ready();
  const reminder = await desk.discord.botMessage(channel);
  expect(textOf(reminder)).toMatch(
    /^### A pinned source is due for review\n\*\*Harbour Act\*\*\nChannel: <#\d+>\nPinned by moderator\. The review was planned for January 1, 2020/,
  );
  expect(reminder.pings).toEqual([]);
  await desk.app.restart();
  await desk.discord.ready();
  const label = 'Reviewed, ask again in 1 day';
  const stranger = await desk.discord.press(reminder, { label }, { user: desk.asker });
  expect(await read(stranger)).toMatch(/^That is for moderators/);
  const pressed = await desk.discord.press(reminder, { label }, { user: desk.moderator });
  expect(await read(pressed)).toMatch(/^Reviewed\. The next review is on/);
  expect(desk.discord.messages(channel).filter(({ interaction }) => !interaction)).toHaveLength(1);
  const { entries } = await listHistory(desk.app.services.store, world.guild.id, {
    offset: 0,
    limit: 1,
  });
  expect(entries).toMatchObject([{ action: 'pin-change', actorName: 'moderator' }]);
});

test('the message menu pins a source of the message, in the channel of the message', async () => {
  const answer = await desk.ask('How much does the night ferry cost?', {}, { private: false });
  const opened = await desk.discord.menu({
    name: 'Pin a source here',
    targetMessage: answer.message ?? undefined,
    user: desk.moderator,
  } as never);
  expect(JSON.stringify(opened.modal)).toContain('"label":"Harbour Act"');
  const done = await desk.discord.submitModal(opened, {
    source: SOURCE,
    days: '14',
    reason: 'fares',
  });
  expect(await read(done)).toContain('Pinned.');
  expect(await records()).toMatchObject([
    { reviewDays: 14, reason: 'fares', ownerName: 'moderator' },
  ]);
  const wrong = await desk.discord.submitModal(opened, { source: SOURCE, days: 'xx' });
  expect(await read(wrong)).toMatch(/whole number from 1 to 365/);
  const stranger = await desk.discord.menu({
    name: 'Pin a source here',
    targetMessage: answer.message ?? undefined,
    user: desk.asker,
  } as never);
  expect(await read(stranger)).toMatch(/^That is for moderators/);
});
