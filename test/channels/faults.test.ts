/** What goes wrong on the way to an answer, and moderators who act at the same moment. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../helpers/channels.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
  await server.setMode(server.general, 'mention');
});
afterAll(() => server.stop());

const COST = 'How much does the night ferry cost?';
const MESSAGES = /\/messages$/;
let count = 0;

/** Somebody asks in the text channel; what the bot posts for it. */
async function ask(content = `${server.me} ${COST}`) {
  const author = server.member(`asker-${++count}`);
  const question = await server.say(server.general, content, { author });
  return server.posted(server.general).filter(({ replyTo }) => replyTo === question);
}

test.each(['close', 'reset'] as const)(
  'an answer whose connection is cut (%s) is there once',
  async (cut) => {
    server.discord.fail({ method: 'POST', path: MESSAGES, cut, afterAccept: true });
    expect(await ask()).toHaveLength(1);
    server.discord.fail({ method: 'POST', path: MESSAGES, cut });
    expect(await ask()).toHaveLength(1);
  },
);

test('where components are refused the answer comes as plain text', async () => {
  server.discord.fail({
    method: 'POST',
    path: MESSAGES,
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body' },
  });
  const [answer] = await ask();
  expect(answer?.content).toMatch(/2 crowns/);
});

test('who asked directly is told of a fault, with the reference that is in the log', async () => {
  server.discord.fail({
    method: 'POST',
    path: MESSAGES,
    status: 404,
    body: { code: 10007, message: 'Unknown' },
  });
  const [apology] = await ask();
  const reference = /Reference for whoever runs the bot: (\w{8})/.exec(
    server.discord.text(apology!),
  )?.[1];
  expect(reference).toBeDefined();
  expect(server.app.log.filter((line) => line['reference'] === reference)).toHaveLength(1);
});

test('where Discord refuses the bot it stops trying', async () => {
  const channel = server.world.addChannel({ name: 'refused' });
  await server.setMode(channel, 'mention');
  server.discord.fail({
    method: 'POST',
    path: MESSAGES,
    status: 403,
    body: { code: 50013, message: 'Missing Permissions' },
  });
  const before = server.discord.invalidRequests;
  for (let i = 0; i < 3; i++)
    await server.say(channel, `${server.me} ${COST}`, { author: server.member(`again-${i}`) });
  expect(server.posted(channel)).toEqual([]);
  expect(server.discord.invalidRequests).toBe(before + 1);
});

test('a database that does not answer keeps nobody from an answer', async () => {
  const { store } = server.app.services;
  await store.db.schema.alterTable('handled').renameTo('away').execute();
  const [answer, ...more] = await ask();
  await store.db.schema.alterTable('away').renameTo('handled').execute();
  expect(more).toEqual([]);
  expect(server.discord.text(answer!)).toMatch(/2 crowns/);
  expect(server.app.log.some(({ event }) => event === 'store-failed')).toBe(true);
});

test('a draft is posted once by whoever is first, and goes with its question', async () => {
  const { discord, forum, moderator, world } = server;
  const desk = world.addChannel({ name: 'desk' });
  await server.mod('settings', { channel: desk });
  await server.setMode(forum, 'review');
  const open = async (title: string) => {
    const opened = await discord.openForumPost(forum, { title, content: '' });
    await server.settle();
    return { ...opened, draft: server.posted(desk).at(-1)! };
  };
  const second = world.addMember({
    name: 'second',
    roles: world.member(world.guild.id, moderator.id)?.roles ?? [],
  }).user;

  const once = await open(COST);
  const presses = await Promise.all(
    [moderator, second].map((user) => discord.press(once.draft, { label: 'Post' }, { user })),
  );
  expect(server.posted(once.thread)).toHaveLength(1);
  const told = presses.map(({ message }) => (message ? discord.text(message) : ''));
  expect(told.filter((text) => /no longer there/.test(text))).toHaveLength(1);

  // An edit makes another draft; once it is posted, an edit comes too late, and a deletion takes the answer back.
  const edited = await discord.post(once.thread, { content: `${server.me} ${COST}` });
  await server.settle();
  const before = server.posted(desk).length;
  await discord.editMessage(edited, {
    content: `${server.me} How many people took the night ferry?`,
  });
  await server.settle();
  const another = server.posted(desk).at(-1)!;
  expect(server.posted(desk)).toHaveLength(before);
  expect(discord.text(another)).toContain('41,000');
  await discord.press(another, { label: 'Post' }, { user: moderator });
  await discord.editMessage(edited, { content: `${server.me} ${COST}` });
  await server.settle();
  expect(server.posted(desk)).toHaveLength(before);
  expect(server.posted(once.thread)).toHaveLength(2);
  await discord.deleteMessage(edited);
  await server.settle();
  expect(server.posted(once.thread)).toHaveLength(1);

  const gone = await open('What is the night ferry?');
  await discord.deleteMessage(gone.message);
  await server.settle();
  expect(gone.draft.deleted).toBe(true);
  const late = await discord.press(gone.draft, widgetOf(gone.draft, 'Post'), {
    user: moderator,
    forged: true,
  });
  expect(discord.text(late.message!)).toMatch(/no longer there/);
  expect(server.posted(gone.thread)).toEqual([]);
});

/** The custom id of a button by its label. */
function widgetOf(message: Parameters<Server['discord']['widgets']>[0], label: string): string {
  const found = server.discord.widgets(message).find((widget) => widget['label'] === label);
  return String(found?.['custom_id']);
}

test('only who asked can see what comes near, and the whole refusal is theirs alone', async () => {
  const [no] = await ask(`${server.me} How many lighthouse keepers work in Bresk?`);
  const asker = no!.replyTo!.author;
  const stranger = server.member('curious');
  const refused = await server.discord.press(
    no!,
    { label: 'Show what comes near' },
    { user: stranger },
  );
  expect(server.discord.text(refused.message!)).toMatch(/Only the one who wrote/);
  const shown = await server.discord.press(no!, { label: 'Show what comes near' }, { user: asker });
  expect(shown.ephemeral).toBe(true);
  expect(server.discord.text(shown.message!)).toMatch(/collection/);
});
