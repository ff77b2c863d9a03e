/** Which questions each model learns from: nothing but dev halves and the shared development set. */
import { ownSet, type Row, sharedDev } from '../sets.ts';

/** For the ranking and the breadth: questions of strangers that have an answer. */
export function answerableRows(): Row[] {
  return [
    ...ownSet('narrow', 'dev'),
    ...ownSet('broad', 'dev'),
    ...(sharedDev() ?? []).filter(({ answerable }) => answerable),
  ];
}

/** For the decision: those and the ones that have no answer. */
export function decisionRows(): Row[] {
  const without = [...ownSet('decline', 'dev'), ...(sharedDev() ?? [])];
  return [...answerableRows(), ...without.filter(({ answerable }) => !answerable)];
}
