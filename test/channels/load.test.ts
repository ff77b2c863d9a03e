/** A small version of `npm run test:forum`: many posts at once, rate limits, a lost connection. */
import { expect, test } from 'vitest';
import { startServer } from '../helpers/channels.ts';
import { loadForum } from '../numbers/forum-load.ts';

test('of many posts each question gets one reply, whatever happens to the connection', async () => {
  const server = await startServer({ readsContent: true });
  const figures = await loadForum({
    discord: server.discord,
    command: 'ferry-mod',
    moderator: server.moderator,
    questions: ['How much does the night ferry cost?', '¿Qué es el transbordador nocturno?'],
    posts: 60,
    overMs: 600,
    isResumable: true,
    rateLimits: 3,
    patienceMs: 9_000,
  });
  const faults = server.faults();
  await server.stop();
  expect(faults).toEqual([]);
  expect(figures).toMatchObject({
    questions: 20,
    answered: 16,
    declined: 4,
    unanswered: 0,
    twice: 0,
    talkAnswered: 0,
    reconnects: 1,
    invalidRequests: 0,
    rateLimited: 3,
  });
});
