import { expect, test } from 'vitest';
import type { DeclinedAnswer } from '../../src/answer/answer.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { Disagreement, Overview } from '../../src/corpus/schema.ts';
import { renderAnswer } from '../../src/render/answer.ts';
import {
  makeDeclinedAnswer,
  makeOverviewAnswer,
  makePassage,
  makePassagesAnswer,
  makeSource,
} from '../helpers/answers.ts';
import { FIXTURE_CORPUS } from '../helpers/corpus.ts';
import { controlsOf, textsOf } from '../helpers/sendable.ts';

const union = makeSource({
  id: 'riders-union-2021',
  title: 'No boats, no work (2021)',
  publisher: 'Riders Union',
  published: '2021-05',
  kind: 'advocacy',
  position: 'critical',
  url: null,
  via: 'Bay Times (extract)',
});
const harbour = makePassage();
const riders = makePassage({
  source: union,
  text: { en: 'The union counted 240 ships.', es: 'El sindicato contó 240 barcos.' },
  attributedTo: 'Activists, via Bay Times',
  asOf: '2021-05',
  locator: 'Delays everywhere, bullet 2',
});
const differs = {
  question: { en: 'How many ships came?', es: '¿Cuántos barcos llegaron?' },
  positions: [
    { claim: { en: 'The office says 300.', es: 'La oficina dice 300.' }, passages: [harbour.id] },
    { claim: { en: 'The union says 240.', es: 'El sindicato dice 240.' }, passages: [riders.id] },
  ],
} as unknown as Disagreement;
const overview = { id: 'harbour', title: { en: 'The harbour', es: 'El puerto' } } as Overview;
const actions = {
  share: (page: number) => `share:${page}`,
  turn: (page: number) => `more:${page}`,
  story: 'story',
  openSource: (id: string) => `source:${id}`,
};

const narrow = (language: 'en' | 'es') =>
  renderAnswer(
    makePassagesAnswer([harbour, riders], {
      language,
      overview,
      disagreements: [differs],
      stale: true,
      newest: '2021-05',
    }),
    { actions },
  );

test('only an answer that is stale says that things may have changed since', () => {
  const fresh = makePassagesAnswer([harbour], { newest: '2021-05', stale: false });
  expect(textsOf(narrow('en')).join('\n')).toContain('may have changed since');
  expect(textsOf(renderAnswer(fresh, { actions })).join('\n')).not.toContain('may have changed');
});

test('a narrow answer in English', () => {
  expect(`\n${textsOf(narrow('en')).join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    The harbour took 300 ships. [1]
    -# Harbour Office · as of February 28, 2020 · para 4

    The union counted 240 ships. [2]
    -# Activists, via Bay Times · as of May 2021 · Delays everywhere, bullet 2

    **Sources differ:** How many ships came?
    - The office says 300.
    - The union says 240.

    **Sources** · newest shown: May 2021
    The newest of these sources speaks for May 2021; the situation may have changed since.

    -# 1. [Report on the harbour](<https://harbour.example/report>) (harbour.example)
    -# Harbour Office · March 1, 2020 · government

    -# 2. "No boats, no work (2021)"
    -# Riders Union · May 2021 · advocacy · argues against the policy · read in a reproduction by Bay Times (extract)
    "
  `);
  expect(controlsOf(narrow('en'))).toMatchInlineSnapshot(`
    [
      "About source 1",
      "About source 2",
      "Share",
      "The wider story: The harbour",
    ]
  `);
});

test('a narrow answer in Spanish', () => {
  expect(`\n${textsOf(narrow('es')).join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    El puerto recibió 300 barcos. [1]
    -# Harbour Office · al 28 de febrero de 2020 · párr. 4

    El sindicato contó 240 barcos. [2]
    -# Activistas, según Bay Times · en mayo de 2021 · "Delays everywhere", viñeta 2

    **Las fuentes difieren:** ¿Cuántos barcos llegaron?
    - La oficina dice 300.
    - El sindicato dice 240.

    **Fuentes** · la más reciente que se muestra: mayo de 2021
    La más reciente de estas fuentes es de mayo de 2021; la situación puede haber cambiado desde entonces.

    -# 1. [Report on the harbour](<https://harbour.example/report>) (harbour.example)
    -# Harbour Office · 1 de marzo de 2020 · gobierno

    -# 2. "No boats, no work (2021)"
    -# Riders Union · mayo de 2021 · organización activista · argumenta en contra de la política · leído en una reproducción de Bay Times (extracto)
    "
  `);
  expect(controlsOf(narrow('es'))).toMatchInlineSnapshot(`
    [
      "Sobre la fuente 1",
      "Sobre la fuente 2",
      "Compartir",
      "El panorama completo: El puerto",
    ]
  `);
});

test('the plain text says the same without buttons', () => {
  const { plainText } = narrow('en');
  for (const text of textsOf(narrow('en'))) expect(plainText).toContain(text);
});

test('a source that argues nothing carries no position', () => {
  expect(textsOf(renderAnswer(makePassagesAnswer([harbour]))).at(-1)).not.toMatch(/argues/);
});

test('an overview shows six passages, then the rest, each page with its own sources', () => {
  const section = [1, 2, 3, 4].map((number) =>
    makePassage({ id: `harbour-report-2020#f0${number}`, source: harbour.source }),
  );
  const answer = makeOverviewAnswer([section, [...section.slice(1), riders]]);
  const first = renderAnswer(answer, { actions });
  const second = renderAnswer(answer, { actions, page: 1 });
  expect(textsOf(first)[0]).toBe('### The harbour');
  expect(textsOf(first).join('\n').match(/\[1\]/g)).toHaveLength(6);
  expect(textsOf(first).join('\n')).not.toContain('Riders Union');
  expect(controlsOf(first)).toEqual(['About source 1', 'More', 'Share']);
  expect(textsOf(second).slice(0, 2)).toEqual([
    '### The harbour\n-# Page 2 of 2',
    '**Section 2**\nThe harbour took 300 ships. [1]\n-# Harbour Office · as of February 28, 2020 · para 4',
  ]);
  expect(textsOf(second).join('\n')).toContain('Riders Union');
  expect(controlsOf(second)).toEqual(['About source 1', 'About source 2', 'Previous', 'Share']);
});

test('a page that does not exist becomes the last one', () => {
  const answer = makeOverviewAnswer([[harbour]]);
  expect(renderAnswer(answer, { page: 99 })).toEqual(renderAnswer(answer, { page: 0 }));
});

const declined = (given: Partial<DeclinedAnswer>) =>
  makeDeclinedAnswer({
    related: [{ passage: harbour, citation: 1, score: 1 }],
    citations: [{ number: 1, source: harbour.source }],
    suggestions: ['How many ships came in 2020?'],
    searched: { sources: 174, newest: '2026-06-25' },
    ...given,
  });

test('a declined answer says why, what was searched, what to ask, and labels what is only related', () => {
  expect(`\n${textsOf(renderAnswer(declined({}))).join('\n\n')}\n`).toMatchInlineSnapshot(`
    "
    **The collection does not answer that**
    None of the sources that I hold answers this question.
    There are 174 sources to search; the newest speaks for June 25, 2026.
    Try other words or a narrower question, or look through /mpp sources for a topic.

    **Questions that the collection does answer**
    - How many ships came in 2020?

    **Related, but does not answer the question**

    The harbour took 300 ships. [1]
    -# Harbour Office · as of February 28, 2020 · para 4

    -# 1. [Report on the harbour](<https://harbour.example/report>) (harbour.example)
    -# Harbour Office · March 1, 2020 · government
    "
  `);
});

test('personal data is named by kind, and no source stands where nothing was looked up', () => {
  const answer = declined({
    reason: 'personal-data',
    seen: [{ en: 'a phone number', es: 'un teléfono' }],
    related: [],
    citations: [],
    suggestions: [],
  });
  expect(textsOf(renderAnswer(answer))).toEqual([
    '**Please leave out personal details**\nI did not use your message. Ask again without names, numbers or addresses: general questions work just as well.\nSeen in your message: a phone number.\nWrite the question anew in general words; leave the details out.',
  ]);
});

test('where the corpus has a card for people at risk, that is what is shown', () => {
  const { safety, info } = loadCorpus(FIXTURE_CORPUS);
  const render = (reason: DeclinedAnswer['reason'], seen: DeclinedAnswer['seen'] = []) =>
    textsOf(
      renderAnswer(declined({ reason, seen, related: [], citations: [], suggestions: [] }), {
        corpus: { safety, info },
      }),
    ).join('\n');
  expect(render('unsafe')).toContain(safety.cards.danger.en.title);
  expect(render('advice')).toContain(safety.cards.advice.en.title);
  const kind = { en: 'a phone number', es: 'un teléfono' };
  expect(render('personal-data', [kind])).not.toContain('{kinds}');
  expect(render('off-topic')).toContain('Night Ferry Scheme');
});
