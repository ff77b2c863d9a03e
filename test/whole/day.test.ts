/**
 * A day in a server: members, moderators, a forum, two languages, a lost connection. The bot has no privileged intent:
 * it reads titles of posts, and what mentions it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../helpers/channels.ts';
import type { StoredMessage } from '../helpers/discord/messages.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Presses as the one who asked; what they then read. */
async function press(message: StoredMessage | undefined, label: string, user = server.asker) {
  const outcome = await server.discord.press(message ?? null, { label }, { user });
  const read = outcome.deferred ? await outcome.final() : outcome.message;
  return { ...outcome, text: read ? server.discord.text(read) : '' };
}

test('08:00 — a moderator sets the channels up and is told what each will do', async () => {
  const { general, forum, world } = server;
  expect(await server.mod('channel')).toMatch(/None yet: I answer commands only/);
  expect(await server.setMode(general, 'mention')).toMatch(/I answer whoever mentions me/);
  const said = await server.setMode(forum, 'forum');
  expect(said).toMatch(/first reply to each new post/);
  expect(said).toMatch(/read titles of posts, but not their text/);
  expect(said).toMatch(/gets the tag “Solved”/);
  expect(await server.setMode(general, 'every')).toMatch(/MESSAGE_CONTENT=on/);
  expect(await server.setMode(general, 'forum')).toMatch(/for forum channels/);
  expect(await server.setMode(forum, 'review')).toMatch(/no channel for drafts yet/);
  expect(await server.mod('channel')).toMatch(/general|<#\d+>: when mentioned/);
  const closed = world.addChannel({ name: 'closed', deny: 1n << 11n });
  expect(await server.setMode(closed, 'mention')).toMatch(
    /I lack permissions in <#\d+>: Send Messages\. Grant/,
  );
});

test('09:00 — talk goes on as if it were not there', async () => {
  await server.say(server.general, 'Good morning! How much does the night ferry cost?');
  expect(server.posted(server.general)).toEqual([]);
});

test('09:10 — a member mentions it, and asks on; a Spanish speaker is answered in Spanish', async () => {
  const { general, me, say } = server;
  await say(general, `${me} how many people took the night ferry in 2023?`);
  await say(general, `${me} and how much does the ferry cost?`);
  const maria = server.member('maria', 'es-419');
  await say(general, `${me} ¿cuántas personas viajaron en el transbordador nocturno?`, {
    author: maria,
  });
  await say(general, `${me} oye, how much cuesta el night ferry?`, { author: maria });
  const [count, cost, spanish, mixed] = server.texts(general);
  expect(count).toMatch(/41,000 passengers/);
  expect(cost).toMatch(/2 crowns/);
  expect(spanish).toMatch(/41,000 pasajeros/);
  expect(mixed).toMatch(/2 (?:crowns|coronas)/);
  expect(server.posted(general).flatMap(({ pings }) => pings)).toEqual([]);
});

test('10:00 — a reply to its answer keeps the subject; without one it asks for a whole question', async () => {
  const { general, me, say } = server;
  const [first] = server.posted(general);
  const ben = server.member('ben');
  await say(general, `${me} why?`, { author: ben, reply: first! });
  const last = server.posted(general).at(-1);
  expect(last?.replyTo?.author).toBe(ben);
  expect(server.discord.text(last!)).not.toBe('');
});

test('11:00 — posts in the forum: one answer, one button, one silence', async () => {
  const { discord, forum } = server;
  const open = (title: string) =>
    discord.openForumPost(forum, { title, content: 'See title, thanks!' });
  const clear = await open('How much does the night ferry cost?');
  const vague = await open('Help please');
  const unknown = await open('Who painted the lighthouse of Bresk?');
  const talk = await open('Photos of the weekend');
  await server.settle();

  expect(server.texts(clear.thread)).toEqual([expect.stringContaining('2 crowns')]);
  expect(server.texts(vague.thread)).toEqual([expect.stringMatching(/read the title only/)]);
  expect(server.texts(unknown.thread)).toEqual([
    expect.stringMatching(/holds nothing that answers it/),
  ]);

  expect(server.posted(talk.thread)).toEqual([]);

  // The vague one is asked in a form, and the answer takes the place of the button.
  const [notice] = server.posted(vague.thread);
  const form = await press(notice, 'Look this up');
  expect(JSON.stringify(form.modal)).toContain('Help please');
  await discord.submitModal(form, { question: 'How many people took the night ferry?' });
  expect(server.texts(vague.thread)).toEqual([expect.stringContaining('41,000')]);

  // The clear one is solved by its poster alone, and then it stays silent there.
  const [answer] = server.posted(clear.thread);
  const stranger = server.member('stranger');
  expect((await press(answer, 'This answered it', stranger)).text).toMatch(
    /Only the one who wrote/,
  );
  expect((await press(answer, 'This answered it')).text).toMatch(/marked as solved/);
  expect(clear.thread.thread?.appliedTags).toEqual([forum.tags?.[0]?.id]);
  await server.say(clear.thread, `${server.me} is it still running?`);
  expect(server.posted(clear.thread)).toHaveLength(1);
});

test('12:00 — somebody asks in a direct message, and on', async () => {
  const { discord, world } = server;
  const dm = world.dm(server.member('shy', 'es-ES'));
  await server.say(dm, '¿Cuánto cuesta el transbordador nocturno?');
  await server.say(dm, '¿y cuántas personas viajaron?');
  await server.say(dm, 'Who painted the lighthouse of Bresk?');
  const [cost, count, unknown] = server.texts(dm);
  expect(cost).toMatch(/2 coronas/);
  expect(count).toMatch(/41,000 pasajeros/);
  expect(unknown).toMatch(/collection|know/i);
  expect(discord.widgets(server.posted(dm)[0]!).map(({ label }) => label)).not.toContain('Útil');
});

test('13:00 — the forum is reviewed from now on: a draft, other passages, posted without a name', async () => {
  const { discord, forum, moderator, world } = server;
  const desk = world.addChannel({ name: 'desk' });
  await server.mod('settings', { channel: desk });
  expect(await server.setMode(forum, 'review')).toMatch(new RegExp(`Drafts go to <#${desk.id}>`));
  const title = 'How many people took the night ferry?';
  const { thread } = await discord.openForumPost(forum, { title, content: '@everyone?' });
  await server.settle();
  expect(server.posted(thread)).toEqual([]);
  const [draft] = server.posted(desk);
  expect(discord.text(draft!)).toMatch(
    /draft for your review\n> How many people took the night ferry\?/,
  );
  expect((await press(draft, 'Post')).text).toMatch(/for moderators/);

  const form = await press(draft, 'Edit choice of passages', moderator);
  await discord.submitModal(form, { passages: ['bresk-riders-union-2024#f01'] });
  expect(discord.text(draft!)).toContain('60,000');
  await press(draft, 'Post', moderator);
  expect(discord.text(draft!)).toMatch(/does not say who reviewed it/);
  const [answer] = server.texts(thread);
  expect(answer).toContain('60,000');
  expect(answer).not.toMatch(/41,000|moderator/);

  const other = await discord.openForumPost(forum, {
    title: 'How much does the ferry cost?',
    content: '',
  });
  await server.settle();
  await press(server.posted(desk).at(-1), 'Discard', moderator);
  expect(server.posted(other.thread)).toEqual([]);
});

test('15:00 — the connection is lost for a while: what was missed is answered, nothing twice', async () => {
  const { discord, forum, general, me } = server;
  await server.setMode(forum, 'forum');
  const before = await discord.openForumPost(forum, {
    title: 'What is the night ferry?',
    content: '',
  });
  await server.settle();
  const answers = server.posted(general).length;
  const { identifies } = discord.gateway;
  const connected = identifies.length;

  // The session is gone: what comes before the next one is never sent again.
  discord.gateway.drop({ resumable: false });
  const missed = await discord.openForumPost(forum, {
    title: 'How much does the night ferry cost?',
    content: '',
  });
  const helped = await discord.openForumPost(forum, {
    title: 'How many people took the night ferry?',
    content: '',
  });
  await discord.post(helped.thread, {
    content: 'Look at the figures of 2023.',
    author: server.moderator,
  });
  await discord.post(general, {
    content: `${me} how much does the night ferry cost?`,
    author: server.member('late'),
  });
  while (identifies.length === connected) await server.settle();
  await server.settle();

  expect(server.posted(before.thread)).toHaveLength(1);
  expect(server.texts(missed.thread)).toEqual([expect.stringContaining('2 crowns')]);
  expect(server.posted(helped.thread)).toEqual([]);
  expect(server.texts(general).slice(answers)).toEqual([expect.stringContaining('2 crowns')]);
});

test('17:00 — a new version is deployed: it answers what came meanwhile, and takes its answer back with a question', async () => {
  const { app, discord, general } = server;
  const counts = () =>
    [...server.world.channels.values()].map((channel) => server.posted(channel).length);
  const before = counts();
  await app.restart();
  await server.settle();
  expect(counts()).toEqual(before);
  const answers = server.posted(general).length;
  const first = discord
    .messages(general)
    .find(({ content }) => content.includes('how many people'));
  await discord.deleteMessage(first!);
  await server.settle();
  expect(server.posted(general).some(({ replyTo }) => replyTo === first)).toBe(false);
  expect(server.posted(general)).toHaveLength(answers - 1);
});

test('22:00 — a member looks at what is kept about them, and has it forgotten', async () => {
  const { discord } = server;
  const look = () => discord.slash({ command: 'ferry', subcommand: 'privacy' });
  const shown = await look();
  expect(discord.text(shown.message!)).toMatch(/1 vote on answers/);
  expect((await press(shown.message ?? undefined, 'Forget me')).text).toMatch(/Forgotten/);
  const after = await look();
  expect(discord.text(after.message!)).toMatch(/Nothing is kept about you/);
});

test('midnight — nothing failed, nobody was pinged, Discord refused nothing', () => {
  const { discord, world } = server;
  expect(server.faults()).toEqual([]);
  expect(discord.unknownRoutes).toEqual([]);
  expect(discord.invalidRequests).toBe(0);
  const own = [...world.channels.values()].flatMap((channel) =>
    discord.messages(channel).filter(({ author }) => author === world.bot),
  );
  expect(own.flatMap(({ pings }) => pings)).toEqual([]);
  expect(JSON.stringify(server.app.log)).not.toMatch(/night ferry|transbordador|lighthouse/i);
});
