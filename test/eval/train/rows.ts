/** Which questions each model learns from: nothing but dev halves and the shared development set. */
import { fileURLToPath } from 'node:url';
import { ownSet, type Row, readRows, sharedDev } from '../sets.ts';

/** For the ranking and the breadth: questions of strangers that have an answer. */
export function answerableRows(): Row[] {
  return [
    ...ownSet('narrow', 'dev'),
    ...ownSet('broad', 'dev'),
    ...ownSet('strangers', 'dev').filter(({ answerable }) => answerable),
    ...ownSet('chat', 'dev').filter(({ answerable }) => answerable),
    ...(sharedDev() ?? []).filter(({ answerable }) => answerable),
  ];
}

/**
 * For the decision alone: questions without an answer, written for training and never measured on. The weights need
 * more of them than the development sets have.
 */
export function unanswerableRows(): Row[] {
  return readRows(fileURLToPath(new URL('./unanswerable.jsonl', import.meta.url)));
}

/** For the decision: those and the ones that have no answer. */
export function decisionRows(): Row[] {
  const without = [
    ...ownSet('decline', 'dev'),
    ...ownSet('strangers', 'dev'),
    ...(sharedDev() ?? []),
  ];
  return [...answerableRows(), ...without.filter(({ answerable }) => !answerable)];
}
