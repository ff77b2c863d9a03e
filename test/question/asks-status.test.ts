/** The commonest question of all, in the words in which it is asked, and those that only look like it. */
import { describe, expect, test } from 'vitest';
import { shownPassages } from '../../src/answer/answer.ts';
import { ask } from '../../src/ask.ts';
import { fixtureIndex, realIndex } from '../helpers/indexes.ts';

const overviewOf = (question: string, asOf?: string) => {
  const answer = ask(realIndex(), question, { asOf });
  return answer.kind === 'overview' ? answer.overview.id : answer.kind;
};

describe('how things stand is answered by the overview of the corpus that says so', () => {
  test.each([
    'is the program still running',
    'MPP status',
    'is remain in mexico over?',
    'so is it dead or still going',
    'is mpp in place right now',
    'hey guys, is the policy still a thing?',
    '¿sigue en marcha el programa?',
    'mi vecina dice que ya no existe, es cierto?',
    'quedate en mexico hoy',
    'is the thing running today or blocked by a judge',
    'el programa sigue en pie o esta detenido por un juez',
    'is the government using mpp right now',
    '¿el gobierno sigue aplicando quédate en méxico?',
    'is the stay in mexico thing still going',
    'hola, ¿alguien sabe si todavía sigue lo de esperar en México?',
  ])('%s', (question) => {
    expect(overviewOf(question)).toBe(realIndex().corpus.info.statusOverview);
  });
});

describe('not when more is asked', () => {
  test.each([
    'is the Texas case still going',
    'was it blocked by a court',
    'when did it end',
    'why is it still running',
    'was MPP in effect in 2021',
    'how many people are in it now',
    'who is running it now',
    'are you alive',
    'is trump gone',
    'did dhs end mpp',
    'is cbp using cbp one under mpp',
    'will it still exist next year',
    '¿quién lo suspendió?',
  ])('%s', (question) => {
    expect(overviewOf(question)).not.toBe(realIndex().corpus.info.statusOverview);
  });
});

test('what is shown for a day of the past was known by then', () => {
  const answer = ask(realIndex(), 'is it still running', { asOf: '2021-03-01' });
  for (const { passage } of shownPassages(answer))
    expect((passage.asOf ?? passage.source.published ?? '') <= '2021-03-01').toBe(true);
});

test('a corpus that names no such overview answers as it would anything else', () => {
  expect(ask(fixtureIndex(), 'is it still running').kind).toBeDefined();
});
