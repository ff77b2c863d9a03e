import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const ask = (question: string, given: Record<string, unknown> = {}) => {
  const { options = {}, ...circumstances } = given as { options?: Record<string, unknown> };
  return app.discord.slash({
    command: 'mpp',
    subcommand: 'ask',
    options: { question, ...options } as never,
    ...circumstances,
  });
};
const read = (outcome: Awaited<ReturnType<typeof ask>>) =>
  textsOf({ components: (outcome.message?.components ?? []) as never }).join('\n');
const buttons = (outcome: Awaited<ReturnType<typeof ask>>) =>
  controlsOf({ components: outcome.message?.components ?? [] });

const BROAD = 'What is the Migrant Protection Protocols policy?';

test('an answer is private, at once, cites its sources and pings nobody', async () => {
  const answer = await ask(BROAD);
  expect(answer).toMatchObject({ type: 4, ephemeral: true, deferred: false });
  expect(read(answer)).toMatch(/\[1\]\n-# .+ · as of .+ · .+/);
  expect(read(answer)).toMatch(/\*\*Sources\*\* · newest shown: .+\d{4}/);
  expect(buttons(answer)).toContain('Share');
  expect(answer.message?.pings).toEqual([]);
  expect(answer.message?.allowedMentions).toEqual([{ parse: [] }]);
});

test('a public answer has nothing to share', async () => {
  const answer = await ask(BROAD, { options: { private: false } });
  expect(answer.ephemeral).toBe(false);
  expect(buttons(answer)).not.toContain('Share');
});

test('what is not answered concerns the asker alone, also where the answer would have been public', async () => {
  const answer = await ask('x'.repeat(40), { options: { private: false } });
  expect(answer.ephemeral).toBe(true);
  expect(buttons(answer)).not.toContain('Share');
});

test('the language is that of the question, unless one was chosen', async () => {
  expect(read(await ask('¿Qué es Quédate en México?', { locale: 'en-US' }))).toMatch(/fuentes/i);
  expect(read(await ask(BROAD, { options: { language: 'es' } }))).toContain('**Fuentes**');
});

test.each(['es-ES', 'es-419'])('where the question does not tell, %s decides', async (locale) => {
  expect(read(await ask('MPP 2022', { locale }))).toMatch(/[Ff]uentes/);
});

test('it works in direct messages, and in a server where only the member installed the bot', async () => {
  expect(read(await ask(BROAD, { context: 1 }))).toContain('**Sources**');
  const elsewhere = app.discord.world.addGuild({ name: 'Elsewhere', installed: false });
  const channel = app.discord.world.addChannel({ guildId: elsewhere.id });
  expect(read(await ask(BROAD, { channel, userInstalled: true }))).toContain('**Sources**');
});

test.each([
  ['nothing but spaces', '   '],
  ['invisible characters', '\u200B\u202E\u2066'],
  ['control characters', 'a\u0000b\u0007c'],
  ['a lone surrogate', 'mpp \uD800 court'],
  [
    'markdown and mentions',
    '**mpp** <@123456789012345678> @everyone ```court``` [x](https://evil.example)',
  ],
  ['500 characters', 'court '.repeat(84).slice(0, 500)],
  ['one long word', 'x'.repeat(500)],
])('%s gets a clear private answer and pings nobody', async (_, question) => {
  const answer = await ask(question);
  expect(answer.ephemeral || buttons(answer).length > 0).toBe(true);
  expect(answer.refused).toEqual([]);
  expect(answer.message?.pings).toEqual([]);
  const shown = answer.message?.content || read(answer);
  expect(shown).not.toBe('');
  expect(shown).not.toMatch(/evil\.example|@everyone/);
  expect(app.log.filter(({ outcome }) => outcome === 'fault')).toEqual([]);
});

test('More turns the page of a private overview, and Previous goes back', async () => {
  const answer = await ask('How does Remain in Mexico work in practice?');
  const first = read(answer);
  const turned = await app.discord.press(answer.message, { label: 'More' });
  expect(turned.type).toBe(7);
  expect(read(answer)).toMatch(/^### .+\n-# Page 2 of 2/);
  await app.discord.press(answer.message, { label: 'Previous' });
  expect(read(answer)).toBe(first);
});

test('More below a public answer shows the page to the one who pressed, and leaves the answer alone', async () => {
  const answer = await ask('How does Remain in Mexico work in practice?', {
    options: { private: false },
  });
  const before = read(answer);
  const other = app.discord.world.addMember({ name: 'passer-by' }).user;
  const turned = await app.discord.press(answer.message, { label: 'More' }, { user: other });
  expect(turned).toMatchObject({ type: 4, ephemeral: true });
  expect(read(turned)).toContain('Page 2 of 2');
  expect(read(answer)).toBe(before);
});

test('Share posts the page that is shown for everyone and does not name the asker', async () => {
  const asker = app.discord.world.addMember({ name: 'shy-member' }).user;
  const answer = await ask('How does Remain in Mexico work in practice?', { user: asker });
  await app.discord.press(answer.message, { label: 'More' });
  const shared = await app.discord.press(answer.message, { label: 'Share' });
  expect(shared).toMatchObject({ type: 4, ephemeral: false });
  expect(read(shared)).toContain('Page 2 of 2');
  expect(read(shared)).toContain('Shared by a member');
  expect(buttons(shared)).not.toContain('Share');
  expect(JSON.stringify(shared.response)).not.toContain(asker.name);
  expect(JSON.stringify(shared.response)).not.toContain(asker.id);
  // A second press posts it once more: there is no state that could forbid it.
  expect((await app.discord.press(answer.message, { label: 'Share' })).ephemeral).toBe(false);
});

test('"About source 1" opens the card of that source privately', async () => {
  const answer = await ask(BROAD, { options: { private: false } });
  const card = await app.discord.press(answer.message, { label: 'About source 1' });
  expect(card).toMatchObject({ type: 4, ephemeral: true });
  expect(read(card)).toContain('**What it says');
});

test('what is typed gets suggestions in its language', async () => {
  const suggest = (question: string, locale = 'en-US') =>
    app.discord.autocomplete({
      command: 'mpp',
      subcommand: 'ask',
      options: { question },
      focused: 'question',
      locale,
    });
  expect((await suggest('')).length).toBe(25);
  expect((await suggest('', 'es-419'))[0]?.name).toMatch(/^¿/);
  expect((await suggest('how many people'))[0]?.name).toMatch(/^How many people/);
  expect((await suggest('¿cuántas personas'))[0]?.name).toMatch(/^¿Cuántas personas/);
  const [first] = await suggest('how many people');
  expect(read(await ask(String(first?.value)))).toContain('**Sources**');
});
