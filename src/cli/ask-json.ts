/** The JSON form of an answer, on which tools rely (one object a line; see docs/ARCHITECTURE.md). */
import { type Answer, type ShownPassage, shownPassages } from '../answer/answer.ts';

/** One line of `ask --json`. `id` is the row's in a batch, else null. */
export function answerToJson(id: unknown, question: string, answer: Answer): object {
  const toJson = ({ passage, score }: ShownPassage) => ({
    source: passage.source.id,
    passage: passage.id,
    text: passage.text[answer.language],
    textEn: passage.text.en,
    score: Math.round(score * 1000) / 1000,
  });
  const shown = shownPassages(answer);
  return {
    id,
    question,
    lang: answer.language,
    answered: answer.kind !== 'declined',
    reason: answer.kind === 'declined' ? answer.reason : null,
    ...(answer.kind === 'overview' ? { overview: answer.overview.id } : {}),
    ...(answer.kind !== 'declined' ? { newest: answer.newest, stale: answer.stale } : {}),
    passages: shown.map(toJson),
    sources: [...new Set(shown.map(({ passage }) => passage.source.id))],
    ...(answer.kind === 'declined' ? { related: answer.related.map(toJson) } : {}),
  };
}
