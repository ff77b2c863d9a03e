import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

type Outcome = Awaited<ReturnType<RunningApp['discord']['slash']>>;
const read = ({ message }: Outcome) =>
  message?.content || textsOf({ components: (message?.components ?? []) as never }).join('\n');

const answer = () =>
  app.discord.slash({
    command: 'mpp',
    subcommand: 'ask',
    options: { question: 'How does Remain in Mexico work in practice?', private: false },
  });

/** Presses a button with this custom id, as somebody with a modified client may. */
async function forge(customId: string, locale = 'en-US'): Promise<Outcome> {
  const { message } = await answer();
  const row = { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: customId }] };
  message?.components.push(row);
  return app.discord.press(message, customId, { locale });
}

test('all buttons work after a restart', async () => {
  const shown = await answer();
  const card = await app.discord.slash({
    command: 'mpp',
    subcommand: 'source',
    options: { id: 'hrf-unlawful-ineffective-factsheet' },
  });
  await app.restart();
  await app.discord.ready();
  for (const label of controlsOf({ components: shown.message?.components ?? [] })) {
    const pressed = await app.discord.press(shown.message, { label });
    expect(pressed.refused, label).toEqual([]);
    expect(read(pressed), label).not.toMatch(/older version/);
  }
  await app.discord.press(card.message, { label: 'Next' });
  expect(read(card)).toContain('6 to 10 of 27');
});

test.each([
  'share',
  'share:en',
  'share:xx:abc:0',
  'share:en:000000.p.AAAAAA:0',
  'more:en:000000.o.no-such-overview:0',
  'more:en:000000.o.o-how-it-works:-1',
  'more:en:000000.o.o-how-it-works:99999999999999999999',
  'story:en:no-such-overview',
  'source:en:no-such-source',
  'source:en:__proto__',
  'card:en:hrf-unlawful-ineffective-factsheet:NaN',
  'list:en:nonsense:::0',
  'list:en',
  'open:en',
  'unknown:thing',
  ':::',
  '💥 {"a":1}',
])(
  'a forged or stale button (%s) gets a polite private refusal in the language of the presser',
  async (id) => {
    const refusal = await forge(id, 'es-419');
    expect(refusal).toMatchObject({ type: 4, ephemeral: true });
    expect(read(refusal)).toBe(
      'Ese botón es de una versión anterior de la colección. Por favor, pregunta de nuevo.',
    );
  },
);

test('another version of the corpus is no matter as long as the passages exist', async () => {
  const turned = await forge('more:en:ffffff.o.o-how-it-works:1');
  expect(read(turned)).toContain('Page 2 of 2');
});

test('when the passages are gone, the button says so', async () => {
  const shown = await answer();
  await app.restart({ CORPUS_DIR: FIXTURE_CORPUS });
  await app.discord.ready();
  expect(read(await app.discord.press(shown.message, { label: 'More' }))).toMatch(/older version/);
  await app.restart();
});

test('nothing of this is a fault', () => {
  expect(app.log.filter(({ outcome }) => outcome === 'fault')).toEqual([]);
});
