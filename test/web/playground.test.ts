import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { startPlayground, type TestPlayground } from '../helpers/playground.ts';
import { startShowcase } from '../helpers/showcase.ts';

let playground: TestPlayground;
beforeAll(async () => {
  playground = await startPlayground({ CORPUS_DIR: FIXTURE_CORPUS });
});
afterAll(() => playground.close());

const command: TestPlayground['run'] = (...given) => playground.run(...given);

describe('the page', () => {
  test('lets no script or style run but its own, and nobody frame it', async () => {
    const { headers } = await fetch(playground.address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  });

  test('has no script, style or handler inside of the page', async () => {
    const html = await (await fetch(playground.address)).text();
    expect(html).not.toMatch(/<script(?![^>]*(?:src=|application\/json))/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  test('is refused under a name that is not its own (DNS rebinding)', async () => {
    const { port } = new URL(playground.address);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.end('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'),
      );
      let text = '';
      socket.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });

  test('takes nothing that another site makes a browser send', async () => {
    const { status } = await fetch(`${playground.address}/api/act`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'cross-site' },
      body: '{}',
    });
    expect(status).toBe(403);
  });

  test.each(['en-US', 'es-419'])('speaks the language of %s', async (locale) => {
    const html = await (await fetch(`${playground.address}/?locale=${locale}`)).text();
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(locale === 'en-US' ? 'Playground server' : 'Servidor de pruebas');
  });
});

describe('what somebody does reaches the same handlers as on Discord', () => {
  test('the commands are those that the bot registers, in the words of the locale', async () => {
    const { state } = await playground.look({ locale: 'es-ES' });
    expect(state.commands.map(({ path }) => path.join(' '))).toContain('ferry ask');
    expect(state.commands.find(({ path }) => path[1] === 'about')?.description).toMatch(/Qué es/);
  });

  test('a question is answered privately, and only the asker sees it', async () => {
    const question = { name: 'question', value: 'What is the Night Ferry Scheme?' };
    expect(await command('ask', [question])).toEqual({ kind: 'done' });
    const mine = (await playground.look()).messages.at(-1)?.html;
    expect(mine).toContain('Only you can see this');
    expect(mine).toContain('used /ferry ask');
    const others = (await playground.look({ role: 'moderator' })).messages;
    expect(others.map(({ html }) => html)).not.toContain(mine);
  });

  test('suggestions come while somebody types', async () => {
    const { state } = await playground.look();
    const { id, path } = state.commands.find(({ path }) => path[1] === 'ask') ?? {};
    const options = [{ name: 'question', value: 'what' }];
    const reply = await playground.act({ do: 'command', id, path, options, focused: 'question' });
    expect(reply.kind).toBe('choices');
    expect(reply.choices?.length).toBeGreaterThan(0);
  });

  test.each([
    ['not an object', 5],
    ['an unknown action', { do: 'fly' }],
    ['too much', { do: 'post', content: 'x'.repeat(5000) }],
  ])('%s is refused in words', async (_, action) => {
    expect((await playground.act(action)).kind).toBe('malformed');
  });

  test.each([
    ['a command that is not registered', { do: 'command', id: '1', path: ['x'], options: [] }],
    ['a press on nothing', { do: 'press', message: '1', customId: 'x', values: [] }],
    ['a form that nobody opened', { do: 'submit', form: '1', fields: {} }],
  ])('%s is refused in words', async (_, action) => {
    expect((await playground.act(action)).kind).toBe('gone');
  });
});

describe('health', () => {
  const read = async (path: string) => {
    const response = await fetch(`${playground.address}${path}`);
    return { status: response.status, text: await response.text() };
  };

  test('/healthz and /readyz say that it lives and is ready', async () => {
    expect(await read('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await read('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  });

  test('/metrics counts interactions and declines, and holds nothing that was typed', async () => {
    await command('ask', [{ name: 'question', value: 'zebra crossing regulations in Mars' }]);
    const { text } = await read('/metrics');
    expect(text).toMatch(/mpp_interactions_total\{command="ferry ask",outcome="ok"\} [1-9]/);
    expect(text).toMatch(/mpp_interaction_seconds_bucket\{le="0\.05",command="ferry ask"\}/);
    expect(text).toMatch(/mpp_declines_total\{reason="[a-z-]+"\} 1/);
    expect(text).toMatch(/mpp_gateway_ready 1/);
    expect(text).toMatch(/mpp_corpus_info\{version="[\d-]+",hash="\w+"\} 1/);
    expect(text).not.toMatch(/zebra/i);
  });
});

describe('every kind of answer', () => {
  let shown: TestPlayground;
  beforeAll(async () => {
    shown = await startShowcase();
  });
  afterAll(() => shown.close());
  const run: TestPlayground['run'] = (...given) => shown.run(...given);
  const last = async () => (await shown.look()).messages.at(-1)?.html ?? '';

  test('every component is shown', async () => {
    await run('everything', [{ name: 'words', value: '<img src=x onerror=alert(1)>' }]);
    const html = await last();
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img src=x');
    expect(html).toMatch(/<img class="media" src="\/attachments\/\d+\/pixel\.png" alt="/);
    expect(html).toContain('download="notes.txt"');
    expect(html.match(/role="listbox"/g)).toHaveLength(5);
    expect(html).toContain('fill="#ff8800"');
    expect(html).not.toContain('class="unknown"');
  });

  test('files of messages are served, and only pictures are shown', async () => {
    const html = await last();
    const [picture, notes] = [...html.matchAll(/\/attachments\/[^"]+/g)].map(([path]) => path);
    const head = async (path: string | undefined) => (await fetch(shown.address + path)).headers;
    expect((await head(picture)).get('content-type')).toBe('image/png');
    const paths = [...html.matchAll(/\/attachments\/[^"]+notes[^"]+/g)].map(([path]) => path);
    expect((await head(paths[0] ?? notes)).get('content-disposition')).toBe('attachment');
  });

  test('an answer that was deferred is edited, and more follows', async () => {
    await run('later');
    await expect.poll(async () => (await shown.look()).messages.length).toBeGreaterThan(2);
    const all = (await shown.look()).messages.map(({ html }) => html).join('');
    expect(all).toContain('Edited.');
    expect(all).toContain('And more.');
    expect(all).not.toContain('Thinking');
  });

  test('a subcommand in a group is found and answered', async () => {
    await run('down');
    expect(await last()).toContain('in group deep');
  });

  test('commands for moderators are offered to moderators alone', async () => {
    const names = async (role: string) =>
      (await shown.look({ role })).state.commands.map(({ path }) => path[0]);
    expect(await names('moderator')).toContain('moderate');
    expect(await names('member')).not.toContain('moderate');
    expect((await run('moderate')).kind).toBe('malformed');
  });

  test('a command that is not answered is said to be so after three seconds', async () => {
    expect((await run('silence')).kind).toBe('not-answered');
  });
});

test('a forum that a moderator switches on is answered in, as on Discord', async () => {
  const { state } = await playground.look();
  const forum = state.channels.find(({ type }) => type === 15);
  expect(forum).toBeDefined();
  const options = [
    { name: 'mode', value: 'forum' },
    { name: 'channel', value: forum?.id },
  ];
  await playground.run('channel', options, { role: 'moderator' });
  const title = 'How many people took the night ferry?';
  const opening = { do: 'openPost', title, content: 'Please.' };
  const opened = await playground.act(opening, { channel: String(forum?.id) });
  const channel = String((opened as unknown as { channel: string }).channel);
  await expect
    .poll(
      async () => (await playground.look({ channel })).messages.map(({ html }) => html).join(),
      {
        timeout: 5_000,
        interval: 200,
      },
    )
    .toContain('41,000');
});
