/** A question that is offered below a refusal: pressing it answers it, privately. */
import { answerWithOverview, answerWithPassages } from '../../src/answer/decide.ts';
import { findQuestion, type WrittenQuestion } from '../../src/answer/suggestions.ts';
import { ask } from '../../src/ask.ts';
import { answerMessage, SUGGESTED } from '../../src/discord/answer-message.ts';
import type { ComponentHandler } from '../../src/discord/command.ts';
import { reply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { currentMoment, type Services } from '../../src/services.ts';

export const suggestedButton: ComponentHandler = {
  action: SUGGESTED,
  async run(interaction, [key = ''], services) {
    const { corpus } = services.knowledge.index;
    const written = findQuestion(corpus, key);
    if (!written) throw new UserError('staleButton');
    const message = answerMessage(corpus, answerWritten(written, services), { isPrivate: true });
    await reply(interaction, message, { private: true, log: services.log });
  },
};

/** The answer as if it had been typed; should that decline, what the question was written for. */
function answerWritten({ question, language, owner }: WrittenQuestion, services: Services) {
  const { index } = services.knowledge;
  const answer = ask(index, question, { language, moment: currentMoment(services) });
  if (answer.kind !== 'declined') return answer;
  return owner.kind === 'overview'
    ? answerWithOverview(index.corpus, { language }, owner.overview)
    : answerWithPassages(index.corpus, { language }, [{ passage: owner.passage, score: 0 }]);
}
