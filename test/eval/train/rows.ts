/** Which questions each model learns from: nothing but dev halves and the shared development set. */
import { ownSet, type Row, sharedDev } from '../sets.ts';

/** For the ranking: questions of strangers that have an answer. */
export function rankingRows(): Row[] {
  return [...ownSet('narrow', 'dev'), ...ownSet('broad', 'dev')];
}

/** For the breadth: those and the shared ones that have an answer. */
export function breadthRows(): Row[] {
  return [...rankingRows(), ...(sharedDev() ?? []).filter(({ answerable }) => answerable)];
}

/** For the decision: those that have an answer and those that have none. */
export function decisionRows(): Row[] {
  return [...rankingRows(), ...ownSet('decline', 'dev'), ...(sharedDev() ?? [])];
}
