/** The list of curated answers and one of them, with their buttons for moderators. */
import type { CommunityAnswer } from '../answer/answer.ts';
import { communityAnswerAlone, restsOn } from '../answer/community.ts';
import type { Moment } from '../answer/freshness.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { catalogs } from '../messages/catalog.ts';
import { renderAnswer } from '../render/answer.ts';
import { CAPS } from '../render/limits.ts';
import { plain } from '../render/markdown.ts';
import type { RenderedMessage } from '../render/message.ts';
import { pageOf, renderRecord, renderRecordList } from '../render/record-list.ts';
import type { CuratedAnswer } from '../store/answers.ts';
import type { Language } from '../text/language.ts';
import { encodeCustomId } from './custom-id.ts';

/** Actions; their handlers are in commands/components/answers.ts. */
export const TURN_ANSWERS = 'answers';
export const OPEN_ANSWER = 'answer-open';
export const EDIT_ANSWER = 'answer-edit';
export const REMOVE_ANSWER = 'answer-remove';

/** A page of the list. */
export function answerListMessage(
  corpus: Corpus,
  all: readonly CuratedAnswer[],
  language: Language,
  wanted: number,
): RenderedMessage {
  const { answers: texts } = catalogs[language].moderation;
  const { shown, page, pages } = pageOf(all, wanted);
  return renderRecordList({
    language,
    heading: all.length > 0 ? texts.title(all.length) : texts.none,
    items: shown.map((answer) => ({
      lines: [
        `**${plain(answer.wordings[0] ?? '', CAPS.question)}**`,
        `-# ${plain(factsOf(answer, language).join(' · '), CAPS.attribution)}`,
        restsOn(corpus, answer).length > 0 ? '' : `-# ${texts.noBase}`,
      ].filter((line) => line !== ''),
      option: {
        label: answer.wordings[0] ?? answer.id,
        value: answer.id,
        description: texts.edited(answer.editorName, answer.changedAt),
      },
    })),
    page,
    pages,
    turn: (to) => encodeCustomId(TURN_ANSWERS, language, String(to)),
    menu: { customId: encodeCustomId(OPEN_ANSWER, language), placeholder: texts.open },
  });
}

function factsOf(answer: CommunityAnswer, language: Language): string[] {
  const { moderation, languages } = catalogs[language];
  return [
    moderation.answers.edited(answer.editorName, answer.changedAt),
    moderation.answers.wordings(answer.wordings.length),
    answer.languages.map((one) => languages[one]).join(', '),
  ];
}

/**
 * An answer as members see it, with buttons to edit and remove it.
 * @param note said before it, for example that it was saved
 */
export function answerRecordMessage(
  corpus: Corpus,
  answer: CuratedAnswer,
  { language, moment, note }: { language: Language; moment: Moment; note?: string },
): RenderedMessage {
  const { answers: texts, buttons } = catalogs[language].moderation;
  const manage = [
    { label: buttons.edit, customId: encodeCustomId(EDIT_ANSWER, answer.id) },
    {
      label: buttons.remove,
      customId: encodeCustomId(REMOVE_ANSWER, answer.id, String(answer.revision)),
    },
  ];
  const wordings = answer.wordings.map((wording) => `- ${plain(wording, CAPS.question)}`);
  const before = [note ?? '', wordings.join('\n')].filter((part) => part !== '');
  const shown = communityAnswerAlone(corpus, { language }, answer, moment);
  if (!shown) {
    const words = answer.text
      .split('\n')
      .map((line) => plain(line))
      .join('\n');
    return renderRecord(plain(answer.wordings[0] ?? ''), [...before, texts.noBase, words], manage);
  }
  return renderAnswer(shown, { before, actions: { manage } });
}
