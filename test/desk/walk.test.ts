/** A walk through every command of moderators, in both languages, as a moderator would go. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { type Desk, type Outcome, read, startDesk, textOf } from '../helpers/desk.ts';

const SOURCE = 'harbour-act-2020';
const PASSAGE = 'harbour-act-2020#f02';

/** What isn't translated: names, titles of sources and passages are what they are. */
const WALK = {
  en: {
    locale: 'en-US',
    question: 'Where do I buy a ticket for the ferry?',
    unanswered: 'Which ferry captain of Bresk sings?',
  },
  es: {
    locale: 'es-419',
    question: '¿Dónde se compra el boleto del transbordador?',
    unanswered: '¿Qué capitán del transbordador de Bresk canta?',
  },
} as const;

describe.each(['en', 'es'] as const)('in %s', (language) => {
  const { locale, question, unanswered } = WALK[language];
  const texts = catalogs[language].moderation;
  const used = new Set<string>();
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const mod = (path: string, options = {}): Promise<Outcome> => {
    used.add(path);
    return desk.mod(path, options, { locale, guildLocale: locale });
  };
  const press = (outcome: Outcome, label: string) =>
    desk.discord.press(outcome.message, { label }, { locale });
  const choose = (outcome: Outcome, action: string, value: string) => {
    const id = desk.idsOn(outcome.message).find((one) => one.split(':')[0] === action) ?? '';
    return desk.discord.press(outcome.message, id, { values: [value], locale });
  };
  /** The value of the first choice of a menu. */
  const first = (outcome: Outcome) =>
    /"value":"([^"]+)"/.exec(JSON.stringify(outcome.message?.components))?.[1] ?? '';

  test('settings: shown, changed, set back', async () => {
    expect(await read(await mod('settings'))).toContain(texts.settings.memberLanguage);
    const changed = await mod('settings', {
      language,
      reminders: false,
      cooldown: 0,
      retention: 30,
      channel: desk.discord.world.channel,
    });
    expect(await read(changed)).toContain(texts.settings.language[language]);
    expect(await read(changed)).toContain(texts.settings.days(30));
    expect(await read(await mod('settings', { reset: 'retentionDays' }))).toContain(
      texts.settings.days(90),
    );
    expect(await read(await mod('settings', { retention: 300 }))).toMatch(/90/);
  });

  test('pin, pins, unpin', async () => {
    expect(await read(await mod('pin', { source: SOURCE, review_days: 7 }))).toContain(
      texts.pins.outcome.pinned,
    );
    const list = await mod('pins');
    expect(await read(list)).toContain(texts.pins.title(1));
    const one = await choose(list, 'pin', first(list));
    expect(await read(one)).toContain(texts.pins.state.pinned);
    const reviewed = await desk.discord.press(
      await one.final(),
      { label: texts.buttons.reviewed(7) },
      { locale },
    );
    expect(await read(reviewed)).toBe(texts.pins.reviewed(nextWeek()));
    const unpinned = await mod('unpin', { pin: first(list) });
    expect(await read(unpinned)).toBe(texts.pins.removed);
    expect(await read(await mod('pins'))).toContain(texts.pins.none);
  });

  test('answer add, list, edit, remove', async () => {
    const opened = await mod('answer add', { passage: PASSAGE, question });
    expect(JSON.stringify(opened.modal)).toContain(texts.answers.formQuestions);
    const saved = await desk.discord.submitModal(opened, { text: 'Kiosk.' }, { locale });
    expect(await read(saved)).toContain(texts.answers.saved);
    expect(await read(await desk.ask(question, { locale }))).toContain(texts.community.title);
    const list = await mod('answer list');
    expect(await read(list)).toContain(texts.answers.title(1));
    const id = first(list);
    const one = await choose(list, 'answer-open', id);
    expect(await read(one)).toContain('Kiosk.');
    const edit = await mod('answer edit', { answer: id, passage: 'harbour-act-2020#f01' });
    await desk.discord.submitModal(edit, { text: 'Pier.' }, { locale });
    // The one on the screen is no longer what stands there.
    expect(await read(await press(one, texts.buttons.remove))).toBe(catalogs[language].errors.gone);
    const again = await press(one, texts.buttons.edit);
    expect(JSON.stringify(again.modal)).toContain('Pier.');
    expect(await read(await mod('answer remove', { answer: id }))).toBe(texts.answers.removed);
    expect(await read(await mod('answer list'))).toContain(texts.answers.none);
  });

  test('history: who changed what, and a removed answer comes back', async () => {
    const list = await mod('history');
    expect(await read(list)).toContain(`moderator ${texts.history.actions['answer-remove']}`);
    expect(await read(await choose(list, 'revert', first(list)))).toBe(texts.history.done);
    expect(await read(await mod('answer list'))).toContain(texts.answers.title(1));
    const longer = await mod('history');
    expect(await read(longer)).toContain(texts.history.reverted);
    const turned = await press(longer, catalogs[language].buttons.next);
    expect(textOf(turned.message)).toContain(texts.history.actions.settings);
  });

  test('gaps: an answer is written from one, another is dismissed', async () => {
    await desk.ask(unanswered, { locale });
    await desk.ask('Does the crossing to Aldport have music?', { locale });
    await expect.poll(async () => read(await mod('gaps'))).toContain(texts.gaps.title(2));
    const list = await mod('gaps');
    const gap = await choose(list, 'gap', first(list));
    expect(await read(gap)).toContain(texts.gaps.count(1));
    const form = await press(gap, texts.buttons.write);
    const fields = { questions: unanswered, text: 'Nobody knows.', passages: [PASSAGE] };
    const saved = await desk.discord.submitModal(form, fields, { locale });
    expect(await read(saved)).toContain(texts.answers.saved);
    const left = await mod('gaps');
    expect(await read(left)).toContain(texts.gaps.title(1));
    const other = await choose(left, 'gap', first(left));
    const dismissed = await press(other, texts.buttons.dismiss);
    expect(await read(dismissed)).toBe(texts.gaps.closed(texts.gaps.states.dismissed));
    expect(await read(await mod('gaps'))).toContain(texts.gaps.none);
  });

  test('stats: questions, votes and what they were about', async () => {
    const shown = await desk.ask(question, { locale });
    const form = await press(shown, catalogs[language].buttons.notHelpful);
    await desk.discord.submitModal(form, { reasons: ['unfair'] }, { locale });
    const outcome = await mod('stats', { days: 7 });
    const [chart] = outcome.message?.attachments ?? [];
    expect(chart).toMatchObject({ filename: 'questions.png', contentType: 'image/png' });
    expect(chart?.description).toContain(texts.stats.alt([]).split('.')[0]);
    const stats = await read(outcome);
    expect(stats).toContain(texts.stats.title(7));
    expect(stats).toContain(texts.stats.votes(0, 1));
    expect(stats).toContain(texts.stats.tally(0, 1, [`${texts.feedback.reasons.unfair} 1`]));
    expect(stats).toContain(texts.stats.kept(0, 2, 0));
  });

  test.each(['settings', 'pins', 'answers', 'gaps', 'feedback', 'history'])(
    'export %s, as JSON and CSV, without user ids',
    async (what) => {
      for (const format of ['json', 'csv']) {
        const { message } = await mod('export', { what, format });
        const [file] = message?.attachments ?? [];
        expect(file?.filename).toMatch(new RegExp(`^${what}-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
        const text = Buffer.from(file?.bytes ?? []).toString('utf8');
        expect(text).not.toContain(desk.moderator.id);
        expect(text).not.toContain('hash":');
        if (format === 'json') expect(Array.isArray(JSON.parse(text))).toBe(true);
      }
    },
  );

  test('channel: where the bot answers by itself', async () => {
    const channel = desk.discord.world.addChannel({ name: 'asked' });
    const { channels: words } = catalogs[language];
    expect(await read(await mod('channel', { channel, mode: 'mention' }))).toContain(
      words.modes.mention,
    );
    expect(await read(await mod('channel'))).toContain(words.modeNames.mention);
    expect(await read(await mod('channel', { channel, mode: 'off' }))).toContain(words.modes.off);
  });

  test('that was every command of moderators, and nothing failed on the way', () => {
    const all = commands.groups
      .filter(({ audience }) => audience === 'moderators')
      .flatMap(({ subcommands }) =>
        subcommands.map(({ group, name }) => (group ? `${group} ${name}` : name)),
      );
    expect([...used].sort()).toEqual(all.sort());
    expect(desk.faults()).toEqual([]);
    expect(desk.discord.unknownRoutes).toEqual([]);
  });
});

function nextWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
}
