/**
 * 500 posts in a minute against the real bot: prints what became of them, and fails when one was lost or answered twice.
 * usage: npm run test:forum [-- POSTS SECONDS]
 */
import { loadCorpus } from '../../src/corpus/load.ts';
import { startBotProcess } from '../helpers/bot-process.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { loadForum } from './forum-load.ts';

const posts = Number(process.argv[2] ?? 500);
const seconds = Number(process.argv[3] ?? 60);
/** Longest time to a reply that is allowed, in milliseconds. */
const LONGEST_MS = 5_000;
const MOST_INVALID = 10;

const discord = await startStandIn({ intentsAllowed: 2 ** 26 - 1 });
const corpus = loadCorpus('corpus');
const questions = [...corpus.passages.values()]
  .flatMap(({ questions: { en, es } }) => [en[0] ?? '', es[0] ?? ''])
  .filter((question) => question.length <= 100 && /\?$/.test(question));
const moderator = [...discord.world.users.values()].find(({ name }) => name === 'moderator');
if (!moderator) throw new Error('the stand-in has no moderator');
let isFine = true;
for (const content of ['on', 'off']) {
  const bot = startBotProcess(discord, { MESSAGE_CONTENT: content });
  await bot.ready();
  const figures = await loadForum({
    discord,
    command: 'mpp-mod',
    moderator,
    questions,
    posts,
    overMs: seconds * 1_000,
    isResumable: false,
    rateLimits: 20,
    patienceMs: 20_000,
  });
  await bot.stop();
  process.stdout.write(`${JSON.stringify({ messageContent: content, ...figures }, null, 1)}\n`);
  const { unanswered, twice, longest, longestMissed, invalidRequests } = figures;
  isFine &&=
    unanswered + twice === 0 &&
    Math.max(longest, longestMissed) <= LONGEST_MS &&
    invalidRequests < MOST_INVALID;
}
await discord.close();
process.exitCode = isFine ? 0 : 1;
