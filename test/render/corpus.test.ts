import { expect, test } from 'vitest';
import { answerWithOverview, answerWithPassages } from '../../src/answer/decide.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { answerMessage } from '../../src/discord/answer-message.ts';
import { cardMessage, listMessage } from '../../src/discord/source-message.ts';
import { renderAbout } from '../../src/render/about.ts';
import type { RenderedMessage } from '../../src/render/message.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { controlsOf, expectSendable, textsOf } from '../helpers/sendable.ts';

const corpus = loadCorpus('corpus');

/** Every page of a message, by following what Next or More says. */
function* pagesOf(render: (page: number) => RenderedMessage): Generator<RenderedMessage> {
  for (let page = 0; ; page += 1) {
    const message = render(page);
    yield message;
    if (!controlsOf(message).some((label) => /^(?:Next|More|Siguiente|Más)$/.test(label))) return;
  }
}

const count = (texts: string[], part: string) => texts.join('\n').split(part).length - 1;

test.each(LANGUAGES)('every passage is sent whole, in %s', (language) => {
  for (const passage of corpus.passages.values()) {
    const answer = answerWithPassages(corpus, { language }, [{ passage, score: 1 }]);
    const message = answerMessage(corpus, answer, { isPrivate: true });
    expectSendable(message);
    expect(textsOf(message)[0]).not.toContain('…');
  }
});

test.each(LANGUAGES)(
  'every page of every source card is sent, each passage once, in %s',
  (language) => {
    for (const source of corpus.sources.values()) {
      const texts: string[] = [];
      for (const message of pagesOf((page) => cardMessage(corpus, source, { language, page }))) {
        expectSendable(message);
        texts.push(...textsOf(message).slice(2));
      }
      expect(count(texts, '\n-# ')).toBe(source.passages.length);
    }
  },
);

test.each(LANGUAGES)(
  'every page of every overview is sent, at most six passages at once, in %s',
  (language) => {
    for (const overview of corpus.overviews) {
      const answer = answerWithOverview(corpus, { language }, overview);
      const total = answer.sections.flatMap(({ passages }) => passages).length;
      let shown = 0;
      for (const message of pagesOf((page) =>
        answerMessage(corpus, answer, { isPrivate: true, page }),
      )) {
        expectSendable(message);
        const here = count(textsOf(message), ']\n-# ');
        expect(here).toBeLessThanOrEqual(6);
        shown += here;
      }
      expect(shown).toBe(total);
    }
  },
);

test.each(LANGUAGES)('every page of the list of sources is sent, in %s', (language) => {
  let shown = 0;
  for (const message of pagesOf((page) => listMessage(corpus, {}, { language, page }))) {
    expectSendable(message);
    shown += textsOf(message).length - 1;
  }
  expect(shown).toBe(corpus.sources.size);
});

test.each(LANGUAGES)('what the bot is about is sent, in %s', (language) => {
  expectSendable(renderAbout(corpus, language));
});

test('no field of the corpus is cut', () => {
  for (const source of corpus.sources.values()) {
    for (const language of LANGUAGES) {
      const [head = ''] = textsOf(cardMessage(corpus, source, { language }));
      expect(head).not.toMatch(/…$/m);
    }
  }
});
