/** Where the bot answers and in which language: threads, servers without it, Spanish servers; and what it leaves behind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogs } from '../../src/messages/catalog.ts';
import { listChannels } from '../../src/store/channels.ts';
import { type Server, startServer } from '../helpers/channels.ts';
import { controlsOf } from '../helpers/sendable.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({
    standIn: { guilds: [{ name: 'Harbour' }, { name: 'Elsewhere', installed: false }] },
  });
});
afterAll(() => server.stop());

const COST = 'How much does the night ferry cost?';

test('threads have the mode of their channel, unless they have one of their own', async () => {
  const { discord, general, me } = server;
  await server.setMode(general, 'mention');
  const loud = await discord.openThread(general, { name: 'loud' });
  const quiet = await discord.openThread(general, { name: 'quiet' });
  await server.setMode(quiet, 'off');
  await discord.post(loud, { content: `${me} ${COST}` });
  await discord.post(quiet, { content: `${me} ${COST}` });
  await server.settle();
  expect(server.texts(loud)).toEqual([expect.stringContaining('2 crowns')]);
  expect(server.posted(quiet)).toEqual([]);
});

test('nothing that was written before a channel was switched on is answered', async () => {
  const { app, discord, me, world } = server;
  const late = world.addChannel({ name: 'late' });
  await discord.post(late, { content: `${me} ${COST}` });
  await server.settle();
  await server.setMode(late, 'mention');
  await app.restart();
  await server.settle();
  expect(server.posted(late)).toEqual([]);
});

test('a channel can have a language; else it is that of the question, in every word', async () => {
  const { discord, me, world } = server;
  const fixed = world.addChannel({ name: 'fixed' });
  const spanish = world.addChannel({ name: 'libre' });
  expect(await server.setMode(fixed, 'mention', { language: 'es' })).toMatch(/always in Spanish/);
  await server.setMode(spanish, 'mention');
  const author = server.member('lola', 'es-MX');
  await server.say(fixed, `${me} ${COST}`, { author });
  await server.say(spanish, `${me} ¿Cuántas personas viajaron en el transbordador nocturno?`, {
    author,
  });
  await server.say(spanish, `${me} ¿Quién pintó el faro de Bresk?`, { author });
  await server.say(spanish, `${me} ¿y quién lo construyó?`, { author });
  const messages = [...server.posted(fixed), ...server.posted(spanish)];
  expect(messages).toHaveLength(4);
  const words = messages.flatMap((message) => [
    ...discord
      .text(message)
      .replaceAll('Parliament of Westmark', '')
      .split('\n')
      .filter((line) => !/^(?:-# )?\d+\. |evening|Post/i.test(line)),
    ...controlsOf(message),
  ]);
  const english =
    /\b(?:the|of|and|with|from|you|your|this|that|what|sources?|newest|about|helpful|more|show|answer)\b/i;
  expect(words.filter((word) => english.test(word))).toEqual([]);
});

test('a mode that was set by mistake is taken back from the history, at once', async () => {
  const { discord, me, moderator, world } = server;
  const channel = world.addChannel({ name: 'mistaken' });
  await server.setMode(channel, 'mention');
  await server.setMode(channel, 'off');
  const shown = await discord.slash({
    command: 'ferry-mod',
    subcommand: 'history',
    user: moderator,
  });
  const menu = discord.widgets(shown.message!).find(({ type }) => type === 3);
  const [last] = (menu?.['options'] ?? []) as { value: string }[];
  const pressing = { user: moderator, values: [last?.value ?? ''] };
  await discord.press(shown.message, String(menu?.['custom_id']), pressing);
  await server.say(channel, `${me} ${COST}`, { author: server.member('quickly') });
  expect(server.texts(channel)).toEqual([expect.stringContaining('2 crowns')]);
});

test('the menu of a message answers privately, also where the bot is only installed by the member', async () => {
  const { asker, discord, general, world } = server;
  const said = await discord.post(general, {
    content: '¿Cuánto cuesta el transbordador nocturno?',
  });
  const here = await discord.menu({
    name: 'Answer with sources',
    targetMessage: said,
    user: asker,
  });
  expect(here).toMatchObject({ ephemeral: true, refused: [] });
  expect(discord.text(here.message!)).toMatch(/2 coronas/);
  expect(controlsOf(here.message as never)).toContain(catalogs.es.buttons.helpful);

  const [, elsewhere] = [...world.guilds.values()];
  const away = world.addChannel({ guildId: elsewhere!.id, name: 'away' });
  const asked = await discord.post(away, { content: COST, author: asker });
  const menu = {
    name: 'Answer with sources',
    targetMessage: asked,
    user: asker,
    userInstalled: true,
  };
  const there = await discord.menu(menu);
  expect(there).toMatchObject({ ephemeral: true, refused: [] });
  expect(discord.text(there.message!)).toMatch(/2 crowns/);
  // Nobody there reads the votes.
  expect(controlsOf(there.message as never)).not.toContain(catalogs.en.buttons.helpful);
  const more = await discord.press(there.message, { label: 'About source 1' }, { user: asker });
  expect(discord.text(more.message!)).toMatch(/Harbour Act/);
  const empty = await discord.post(general, { content: '\u200B' });
  const nothing = await discord.menu({
    name: 'Answer with sources',
    targetMessage: empty,
    user: asker,
  });
  expect(discord.text(nothing.message!)).toMatch(/no text in that message/);
});

test('what somebody asked is in memory for ten minutes, and can be forgotten at once, in direct messages too', async () => {
  const { discord, world } = server;
  const user = server.member('careful');
  const dm = world.dm(user);
  await server.say(dm, COST);
  const shown = await discord.slash({ command: 'ferry', subcommand: 'privacy', user, context: 1 });
  expect(discord.text(shown.message!)).toMatch(/last ten minutes is in memory now/);
  const pressed = await discord.press(shown.message, { label: 'Forget me' }, { user });
  expect(discord.text(pressed.message!)).toMatch(/Forgotten/);
  const after = await discord.slash({ command: 'ferry', subcommand: 'privacy', user, context: 1 });
  expect(discord.text(after.message!)).not.toMatch(/in memory now/);
});

test('an outage deletes nothing; a removal is announced with its day, and coming back cancels it', async () => {
  const { app, general, world } = server;
  const { guild } = world;
  const leavings = () =>
    app.log.filter(({ event }) => event.startsWith('guild-data')).map(({ event }) => event);
  const leftAt = async () => {
    const [row] = await app.services.store.db
      .selectFrom('settings')
      .select('left_at')
      .where('guild_id', '=', guild.id)
      .execute();
    return row?.left_at ?? null;
  };
  world.removeGuild(guild, { outage: true });
  world.returnGuild(guild);
  await server.settle();
  expect(await leftAt()).toBeNull();
  expect(leavings()).toEqual([]);

  world.removeGuild(guild);
  await server.settle();
  expect(await leftAt()).not.toBeNull();
  const deletedOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  expect(app.log.find(({ event }) => event === 'guild-data-deletion')).toMatchObject({ deletedOn });
  // Also when the bot is off meanwhile.
  await app.restart();
  expect(await leftAt()).not.toBeNull();
  world.returnGuild(guild);
  await server.settle();
  expect(await leftAt()).toBeNull();
  expect(leavings()).toEqual(['guild-data-deletion', 'guild-data-kept']);
  expect(
    (await listChannels(app.services.store, guild.id)).map(({ channelId }) => channelId),
  ).toContain(general.id);
  expect(server.faults()).toEqual([]);
});
