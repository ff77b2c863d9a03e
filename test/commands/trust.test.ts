import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { flattenComponents } from '../helpers/discord/validate.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({}, {}, () => new Date('2026-11-25T12:00:00Z'));
});
afterAll(() => app.stop());

type Outcome = Awaited<ReturnType<RunningApp['discord']['slash']>>;
const read = ({ message }: Outcome) =>
  message?.content || textsOf({ components: (message?.components ?? []) as never }).join('\n');
const controls = ({ message }: Outcome) => controlsOf({ components: message?.components ?? [] });
/** Custom id of the menu on a message. */
const selectOf = ({ message }: Outcome) =>
  String(
    flattenComponents(message?.components ?? []).find(({ component }) => component['type'] === 3)
      ?.component['custom_id'],
  );
const slash = (subcommand: string, options: Record<string, unknown>, locale = 'en-US') =>
  app.discord.slash({ command: 'mpp', subcommand, options: options as never, locale });

describe('as_of', () => {
  test('restricts the answer and says so', async () => {
    const question = 'Is Remain in Mexico still in force?';
    const answer = await slash('ask', { question, as_of: '15 July 2021' });
    expect(read(answer)).toContain('Restricted to what was known by July 15, 2021.');
    expect(read(answer)).toMatch(/ending MPP|ended MPP/);
    expect(read(answer)).not.toMatch(/as of .*202[2-6]/);
    const spanish = await slash(
      'ask',
      { question: '¿Sigue vigente Quédate en México?', as_of: '2021-07' },
      'es-419',
    );
    expect(read(spanish)).toContain('Solo con lo que se sabía al 31 de julio de 2021.');
  });

  test.each(['2021-02-30', '03/04/2021', 'once upon a time'])('%s is explained', async (as_of) => {
    const answer = await slash('ask', { question: 'What is MPP?', as_of });
    expect(answer.ephemeral).toBe(true);
    expect(read(answer)).toMatch(/date|day|month/i);
    expect(read(answer)).not.toContain(as_of);
  });
});

test('an answer about the present says that it is old, and its shared copy does too', async () => {
  const answer = await slash('ask', { question: 'Is Remain in Mexico still in force?' });
  const notice =
    /The newest of these sources speaks for .*; the situation may have changed since\./;
  expect(read(answer)).toMatch(notice);
  const shared = await app.discord.press(answer.message, { label: 'Share' });
  expect(read(shared)).toMatch(notice);
  expect(read(shared)).toMatch(/Shared by a member · Receipt `[\w.#-]+`/);
});

describe('compare', () => {
  test('a disagreement from the list, from a question, from a word', async () => {
    for (const topic of ['d-deterrence', 'Did MPP reduce border crossings?', 'vaccination']) {
      const answer = await slash('compare', { topic });
      expect(answer).toMatchObject({ ephemeral: true, refused: [] });
      expect(read(answer)).toMatch(/\*\*Why they differ\*\*/);
      expect(read(answer)).toMatch(/\*\*1\. .*\*\* · /);
      expect(read(answer)).toMatch(/\*\*2\. .*\*\* · /);
    }
  });

  test('what is on no list is explained', async () => {
    expect(read(await slash('compare', { topic: 'xyzzy plugh' }))).toMatch(/no disagreement/);
  });

  test('a button below an answer opens it, and its pages turn', async () => {
    const answer = await slash('ask', { question: 'Is MPP legal?' });
    const compared = await app.discord.press(answer.message, { label: 'Compare' });
    expect(compared).toMatchObject({ ephemeral: true, refused: [] });
    expect(read(compared)).toContain('Is MPP lawful?');
    const before = read(compared);
    await app.discord.press(compared.message, { label: 'More' });
    expect(read(compared)).not.toBe(before);
    expect(read(compared)).toContain('Page 2 of');
  });
});

describe('check', () => {
  test('a claim is set against passages, privately', async () => {
    const answer = await slash('check', {
      claim: '100,000 people were returned to Mexico in 2018',
    });
    expect(answer).toMatchObject({ ephemeral: true, refused: [] });
    expect(read(answer)).toContain('claim: 100,000, 2018 · this passage: ');
    expect(read(answer)).toContain('This is no verdict.');
  });

  test('in Spanish', async () => {
    const answer = await slash('check', { claim: 'Quédate en México funcionó' }, 'es-ES');
    expect(read(answer)).toContain('Pasajes que la apoyan');
    expect(read(answer)).toContain('Pasajes que la contradicen o la matizan');
  });

  test('the menu of a message does the same with what the message says', async () => {
    const channel = app.discord.world.channel;
    const check = async (content: string) => {
      const targetMessage = await app.discord.post(channel, { content });
      return app.discord.menu({ name: 'Check this claim', targetMessage });
    };
    const answer = await check('I heard MPP began in 2017');
    expect(answer).toMatchObject({ ephemeral: true, refused: [] });
    expect(read(answer)).toContain('claim: 2017 · this passage: ');
    expect(read(await check('\u200B'))).toMatch(/no text to check/);
    expect(read(await check('Bananas are rich in potassium'))).toMatch(/outside of what I know/);
    expect(answer.message?.pings).toEqual([]);
  });

  test('personal data in it is not echoed', async () => {
    const answer = await slash('check', { claim: 'my A-number is A203998417 and MPP is illegal' });
    expect(read(answer)).not.toContain('203998417');
    expect(JSON.stringify(app.log)).not.toContain('203998417');
  });
});

describe('citations', () => {
  test('the button gives APA, the menu every other style', async () => {
    const answer = await slash('ask', {
      question: 'How many attacks on people in MPP were documented?',
    });
    const cited = await app.discord.press(answer.message, { label: 'Cite' });
    await cited.final();
    expect(cited).toMatchObject({ ephemeral: true, refused: [] });
    expect(read(cited)).toContain('### Citations · APA');
    expect(read(cited)).toMatch(/-# cited here: .*, (?:as of|undated)/);
    for (const [style, mark] of [
      ['mla', /### Citations · MLA/],
      ['chicago', /### Citations · Chicago/],
      ['bluebook', /Bluebook applies to law/],
      ['bibtex', /@\w+\{/],
    ] as const) {
      const chosen = await app.discord.press(cited.message, selectOf(cited), { values: [style] });
      await chosen.final();
      expect(read(cited)).toMatch(mark);
    }
  });
});

describe('refusals', () => {
  test.each([
    [
      'How tall is the Eiffel Tower?',
      'en-US',
      /outside of what I know/,
      /Ask about the policy itself/,
    ],
    [
      '¿Qué altura tiene la torre Eiffel?',
      'es-419',
      /fuera de lo que sé/,
      /Pregunta sobre la política/,
    ],
    ['the', 'en-US', /did not understand/, /Say who, what or when/],
    ['de los', 'es-419', /No entendí/, /Di a quién, qué o cuándo/],
    ['should I sign my deportation order?', 'en-US', /can't advise/, /Ask how the policy works/],
    [
      '¿debo firmar mi orden de deportación?',
      'es-419',
      /No puedo aconsejar/,
      /Pregunta cómo funciona/,
    ],
    [
      'they are holding my little brother for ransom',
      'en-US',
      /If you are in danger/,
      /When you are safe/,
    ],
    ['tienen secuestrado a mi hermanito', 'es-419', /Si estás en peligro/, /Cuando estés a salvo/],
  ])('%s', async (question, locale, title, next) => {
    const answer = await slash('ask', { question, private: false }, locale);
    expect(answer).toMatchObject({ ephemeral: true, refused: [] });
    expect(read(answer)).toMatch(title);
    expect(read(answer)).toMatch(next);
  });

  test('it says how much there is to search, and pressing a question answers it', async () => {
    const answer = await slash('ask', { question: 'How tall is the Eiffel Tower?' });
    expect(read(answer)).toMatch(/There are \d+ sources to search; the newest speaks for /);
    const questions = controls(answer).filter((label) => label.endsWith('?'));
    expect(questions).toHaveLength(3);
    for (const label of questions) {
      const pressed = await app.discord.press(answer.message, { label });
      expect(pressed).toMatchObject({ ephemeral: true, refused: [] });
      expect(read(pressed)).toContain('**Sources**');
    }
  });
});
