/** Everything that the bot shows, as a screen reader meets it: order, labels, pictures, links. In both languages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../helpers/channels.ts';
import type { StoredMessage } from '../helpers/discord/messages.ts';
import type { OptionValues } from '../helpers/discord/options.ts';
import { flattenComponents } from '../helpers/discord/validate.ts';

let server: Server;
const shown: { name: string; message: StoredMessage }[] = [];
const forms: { name: string; form: Record<string, unknown> }[] = [];

/** One of everything that members and moderators can open. */
const COMMANDS: [command: string, path: string, options?: OptionValues][] = [
  ['ferry', 'ask', { question: 'How many people took the night ferry?' }],
  ['ferry', 'ask', { question: '¿Qué es el Programa del Transbordador Nocturno?' }],
  ['ferry', 'ask', { question: 'Who painted the lighthouse of Bresk?' }],
  ['ferry', 'ask', { question: 'i am drowning' }],
  ['ferry', 'check', { claim: 'The night ferry took 60,000 people in 2023.' }],
  ['ferry', 'source', { id: 'harbour-act-2020' }],
  ['ferry', 'sources'],
  ['ferry', 'timeline'],
  ['ferry', 'status'],
  ['ferry', 'about'],
  ['ferry', 'privacy'],
  ['ferry-mod', 'channel'],
  ['ferry-mod', 'settings'],
  ['ferry-mod', 'pins'],
  ['ferry-mod', 'gaps'],
  ['ferry-mod', 'stats'],
  ['ferry-mod', 'history'],
];

beforeAll(async () => {
  server = await startServer();
  const { discord, forum, general, me, moderator, world } = server;
  const desk = world.addChannel({ name: 'desk' });
  await server.mod('settings', { channel: desk });
  for (const locale of ['en-US', 'es-ES']) {
    for (const [command, subcommand, options = {}] of COMMANDS) {
      const outcome = await discord.slash({
        command,
        subcommand,
        options,
        locale,
        user: moderator,
      });
      const message = outcome.deferred ? await outcome.final() : outcome.message;
      if (message) shown.push({ name: `/${command} ${subcommand} ${locale}`, message });
    }
    for (const channel of [general, forum]) {
      const user = moderator;
      const options = { mode: channel === forum ? 'forum' : 'mention', channel };
      const outcome = await discord.slash({
        command: 'ferry-mod',
        subcommand: 'channel',
        options,
        locale,
        user,
      });
      if (outcome.message) shown.push({ name: `channel ${locale}`, message: outcome.message });
    }
  }
  for (const content of ['how many people took the night ferry?', '¿quién pintó el faro de Bresk?'])
    await server.say(general, `${me} ${content}`);
  const clear = await discord.openForumPost(forum, {
    title: '¿Cuánto cuesta el transbordador?',
    content: '',
  });
  const vague = await discord.openForumPost(forum, { title: 'Ayuda por favor', content: '' });
  await server.settle();
  await server.setMode(forum, 'review');
  await discord.openForumPost(forum, { title: 'What is the night ferry?', content: '' });
  await server.settle();
  for (const channel of [general, clear.thread, vague.thread, desk])
    for (const message of server.posted(channel))
      shown.push({ name: `post in ${channel.name}`, message });
  const opened = [
    await discord.press(
      server.posted(vague.thread)[0]!,
      { label: 'Buscar esto' },
      { locale: 'es-ES' },
    ),
    await discord.press(
      server.posted(desk)[0]!,
      { label: 'Edit choice of passages' },
      { user: moderator },
    ),
  ];
  for (const { modal } of opened)
    if (modal) forms.push({ name: String(modal['title']), form: modal });
});
afterAll(() => server.stop());

const EMOJI = /\p{Extended_Pictographic}/u;
const partsOf = ({ components }: StoredMessage) =>
  flattenComponents(components).map(({ component }) => component);

test('there is something to look at', () => {
  expect(shown.length).toBeGreaterThan(40);
  expect(forms).toHaveLength(2);
});

test('a message begins with words that can be read alone, before anything that can be pressed', () => {
  for (const { name, message } of shown) {
    if (message.content !== '') continue;
    const parts = partsOf(message).filter(({ type }) => [2, 3, 10, 12].includes(Number(type)));
    expect(parts[0]?.['type'], name).toBe(10);
    const [first = ''] = String(parts[0]?.['content']).split('\n');
    expect(first.replace(/[^\p{L}]/gu, '').length, `${name}: ${first}`).toBeGreaterThan(4);
  }
});

test('every control has a name in words, and no two of a message that do different things have the same', () => {
  for (const { name, message } of shown) {
    const controls = partsOf(message).filter(({ type }) => type === 2 || type === 3);
    const labels = controls.map(({ label, placeholder }) => String(label ?? placeholder ?? ''));
    for (const label of labels) {
      expect(label, name).toMatch(/\p{L}{3}/u);
      expect(label, name).not.toMatch(EMOJI);
    }
    expect(new Set(labels).size, `${name}: ${labels.join(' | ')}`).toBe(labels.length);
  }
});

test('nothing is told by a colour or an emoji alone', () => {
  for (const { name, message } of shown) {
    const parts = partsOf(message);
    expect(
      parts.filter((part) => part['accent_color'] !== undefined),
      name,
    ).toEqual([]);
    for (const { content } of parts) expect(String(content ?? ''), name).not.toMatch(EMOJI);
    // The style of a button says nothing either: all are alike, but for links.
    const styles = parts.filter(({ type }) => type === 2).map(({ style }) => style);
    expect(
      styles.filter((style) => style !== 2 && style !== 5),
      name,
    ).toEqual([]);
  }
});

test('every picture has a text that tells what it shows', () => {
  const pictures = shown.flatMap(({ name, message }) =>
    partsOf(message)
      .filter(({ type }) => type === 12)
      .flatMap((gallery) =>
        (gallery['items'] as { description?: string }[]).map((item) => ({ name, item })),
      ),
  );
  expect(pictures.length).toBeGreaterThan(0);
  for (const { name, item } of pictures)
    expect(item.description?.length ?? 0, name).toBeGreaterThan(40);
});

test('a link is called by what it leads to, and its host stands behind it', () => {
  let links = 0;
  for (const { name, message } of shown) {
    for (const { content } of partsOf(message)) {
      const text = String(content ?? '');
      for (const [, label = '', url = '', host] of text.matchAll(
        /\[([^\]]+)\]\(<([^>]+)>\)(?: \(([^)]+)\))?/g,
      )) {
        links += 1;
        expect(label, name).toMatch(/\p{L}{3}.*\p{L}{2}/u);
        expect(label.trim(), name).not.toMatch(/^(?:here|aquí|link|enlace|https?:.*)$/i);
        // Links within Discord open in place.
        const isOwn = url.startsWith('https://discord.com/channels/');
        if (!isOwn) expect(host, name).toBe(new URL(url).host.replace(/^www\./, ''));
      }
    }
  }
  expect(links).toBeGreaterThan(10);
});

test('every field of a form has a label and says what belongs into it', () => {
  for (const { name, form } of forms)
    for (const field of form['components'] as Record<string, unknown>[]) {
      expect(String(field['label']), name).toMatch(/\p{L}{3}/u);
      expect(String(field['description']), name).toMatch(/\p{L}{3}/u);
    }
});
