/** The form of a curated answer, sent: what was typed is kept first, then checked, then saved. */
import type { ModalSubmitInteraction } from 'discord.js';
import type { PassageId } from '../../src/corpus/schema.ts';
import {
  ANSWER_AGAIN,
  ANSWER_FIELDS,
  ANSWER_FORM,
  type Draft,
  findDraft,
  keepTyped,
  MOST_PASSAGES,
  MOST_WORDING,
  MOST_WORDINGS,
  readAnswerText,
  readWordings,
} from '../../src/discord/answer-form.ts';
import { answerRecordMessage } from '../../src/discord/answer-list.ts';
import type { FormHandler } from '../../src/discord/command.ts';
import { encodeCustomId } from '../../src/discord/custom-id.ts';
import { actorOf } from '../../src/discord/guild.ts';
import { languageOf } from '../../src/discord/language.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { catalogs } from '../../src/messages/catalog.ts';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { plain } from '../../src/render/markdown.ts';
import { renderRecord } from '../../src/render/record-list.ts';
import type { SearchIndex } from '../../src/search/build.ts';
import { currentMoment, type Services } from '../../src/services.ts';
import {
  type AnswerContent,
  addAnswer,
  type CuratedAnswer,
  editAnswer,
  MAX_ANSWERS,
} from '../../src/store/answers.ts';
import { dropDraft } from '../../src/store/drafts.ts';
import { setGapState } from '../../src/store/gaps.ts';
import { LANGUAGES, type Language } from '../../src/text/language.ts';

export const answerFormHandler: FormHandler = {
  action: ANSWER_FORM,
  audience: 'moderators',
  async run(interaction, [id = ''], services) {
    if (!interaction.inCachedGuild()) throw new UserError('onlyInServers');
    const { store, knowledge, log, config } = services;
    const { guildId } = interaction;
    const kept = await findDraft(store, guildId, id);
    if (!kept) throw new UserError('gone');
    const draft = readFields(interaction, kept);
    await keepTyped(store, guildId, id, draft);

    const language = languageOf(interaction, config);
    const content = contentOf(draft);
    const problems = problemsIn(content, knowledge.index, language);
    const result =
      problems.length > 0 ? { problems } : await save(interaction, draft, content, services);
    if ('problems' in result) {
      if (result.draft) await keepTyped(store, guildId, id, result.draft);
      await reply(interaction, problemMessage(id, result.problems, language), {
        private: true,
        log,
      });
      return;
    }
    await dropDraft(store, guildId, id);
    if (draft.gapIds)
      await setGapState(store, guildId, draft.gapIds, 'answered', actorOf(interaction));
    const note = noteOn(result.saved, knowledge.index, language);
    const shown = { language, note, moment: currentMoment(services) };
    const message = answerRecordMessage(knowledge.index.corpus, result.saved, shown);
    await reply(interaction, message, { private: true, log });
  },
};

/** What was typed, as it was typed. A field that isn't in the form keeps what the draft has. */
function readFields({ fields }: ModalSubmitInteraction, draft: Draft): Draft {
  const languages = fields.getCheckboxGroup(ANSWER_FIELDS.languages);
  return {
    ...draft,
    questions: fields.getTextInputValue(ANSWER_FIELDS.questions),
    text: fields.getTextInputValue(ANSWER_FIELDS.text),
    languages: LANGUAGES.filter((language) => languages.includes(language)),
    ...(draft.offered && {
      passages: fields.getStringSelectValues(ANSWER_FIELDS.passages) as PassageId[],
    }),
  };
}

function contentOf({ questions, text, passages, languages }: Draft): AnswerContent {
  return {
    wordings: readWordings(questions),
    text: readAnswerText(text),
    passages: passages.slice(0, MOST_PASSAGES),
    languages: languages.length > 0 ? languages : [...LANGUAGES],
  };
}

/** Why the answer can't be saved as it is, in words; none when it can. */
function problemsIn(content: AnswerContent, index: SearchIndex, language: Language): string[] {
  const { problems } = catalogs[language].moderation.answers;
  const { wordings, text, passages } = content;
  const verdicts = wordings.map((wording) => index.guard(wording).kind);
  const isFindable = (wording: string) => analyseQuestion(wording, index.lexicon).terms.length > 0;
  const found: [boolean, string][] = [
    [wordings.length === 0, problems.noQuestion],
    [wordings.length > MOST_WORDINGS, problems.tooMany(MOST_WORDINGS)],
    [wordings.some(({ length }) => length > MOST_WORDING), problems.tooLong(MOST_WORDING)],
    [verdicts.includes('personal-data'), problems.personalData],
    [verdicts.includes('danger'), problems.danger],
    [!wordings.every(isFindable), problems.unfindable],
    [text === '', problems.noText],
    [!passages.some((id) => index.corpus.passages.has(id)), problems.noPassage],
  ];
  return found.filter(([isThere]) => isThere).map(([, words]) => words);
}

/** Saves it, or says why not; then `draft` is what the next try is to begin with. */
async function save(
  interaction: ModalSubmitInteraction<'cached'>,
  draft: Draft,
  content: AnswerContent,
  { store, config }: Services,
): Promise<{ saved: CuratedAnswer } | { problems: string[]; draft?: Draft }> {
  const { guildId } = interaction;
  const { problems } = catalogs[languageOf(interaction, config)].moderation.answers;
  const actor = actorOf(interaction);
  const { answerId, revision, ...rest } = draft;
  if (answerId === undefined || revision === undefined) {
    const saved = await addAnswer(store, guildId, content, actor);
    return saved ? { saved } : { problems: [problems.full(MAX_ANSWERS)] };
  }
  const result = await editAnswer(store, guildId, answerId, { content, revision }, actor);
  switch (result.kind) {
    case 'edited':
      return { saved: result.answer };
    case 'gone':
      return { problems: [problems.gone], draft: rest };
    case 'conflict': {
      const { editorName, text, revision: newest } = result.answer;
      return {
        problems: [problems.conflict(editorName), text],
        draft: { ...draft, revision: newest },
      };
    }
  }
}

function problemMessage(id: string, problems: readonly string[], language: Language) {
  const { answers, buttons } = catalogs[language].moderation;
  const again = { label: buttons.again, customId: encodeCustomId(ANSWER_AGAIN, id) };
  const lines = problems.map((problem) =>
    problem
      .split('\n')
      .map((line) => plain(line))
      .join('\n'),
  );
  return renderRecord(answers.problem, lines, [again]);
}

/** That it was saved, and what its editors should know of it. */
function noteOn({ wordings }: CuratedAnswer, index: SearchIndex, language: Language): string {
  const { answers } = catalogs[language].moderation;
  const isAdvice = wordings.some((wording) => index.guard(wording).kind === 'advice');
  return isAdvice ? `${answers.adviceWarning}\n${answers.saved}` : answers.saved;
}
