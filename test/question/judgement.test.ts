/** Which questions ask for a judgement on the policy. */
import { expect, test } from 'vitest';
import { analyseQuestion } from '../../src/question/analyse.ts';
import { asksForJudgement } from '../../src/question/judgement.ts';
import { realIndex } from '../helpers/indexes.ts';

const { lexicon, corpus } = realIndex();
const asks = (question: string) =>
  asksForJudgement(analyseQuestion(question, lexicon), corpus.info.shortName.toLowerCase());

test.each([
  'did it work?',
  'was remain in mexico legal',
  'how effective was it',
  'why is it so controversial',
  'qué tan justo era el proceso',
  '¿es cruel?',
  'should the policy return?',
  'pros and cons of mpp',
])('%s asks for a judgement', (question) => expect(asks(question)).toBe(true));

test.each([
  'what did the judge say about whether it was legal',
  'why was it ended if it was effective',
  'how many people had legal aid',
  'when did it become legal',
  'how did people reach their hearings',
  'who was returned',
])('%s asks for facts', (question) => expect(asks(question)).toBe(false));
