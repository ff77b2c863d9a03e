/** A forum into which posts arrive quickly, a third of them questions, with a lost connection in the middle. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelType } from 'discord-api-types/v10';
import type { Channel, User } from '../helpers/discord/entities.ts';
import type { StandIn } from '../helpers/discord/stand-in.ts';

/** What people open posts with that ask nothing. */
const TALK = [
  ['Photos of the weekend', 'Here are my pictures of the harbour.'],
  ['Hello from a new member', 'I am glad to be here.'],
  ['A song that I like', 'I hear it all day long.'],
  ['Thanks to the moderators', 'You do a great job.'],
  ['My garden in spring', 'The tomatoes are coming.'],
];
/** Nobody has these answers. */
const UNKNOWN = [
  'Who painted the lighthouse of Bresk?',
  '¿Cuál es la mejor receta de pan de maíz?',
  'Which team won the hockey final yesterday?',
];
/** Every so many-th question is one that nobody can answer. */
const UNKNOWN_EVERY = 5;

export interface LoadOptions {
  discord: StandIn;
  /** The command of the moderators, for example "mpp-mod". */
  command: string;
  moderator: User;
  /** Questions that the corpus answers. */
  questions: readonly string[];
  posts: number;
  /** Time over which the posts arrive, in milliseconds. */
  overMs: number;
  /** Whether Discord sends what was missed again once the bot is back. */
  isResumable: boolean;
  /** 429s that the messages meet. */
  rateLimits: number;
  /** How long replies are waited for after the last post, in milliseconds. */
  patienceMs: number;
}

export interface LoadFigures {
  posts: number;
  questions: number;
  answered: number;
  declined: number;
  unanswered: number;
  twice: number;
  /** Posts that asked nothing and got a reply. */
  talkAnswered: number;
  reconnects: number;
  /** Milliseconds from a post to its reply, of posts that came while the bot was connected. */
  p50: number;
  p99: number;
  longest: number;
  /** The same of posts that came while it wasn't: counted from the new connection. */
  missed: number;
  longestMissed: number;
  invalidRequests: number;
  rateLimited: number;
}

/** Opens the posts, cuts the connection after half of them, and counts. */
export async function loadForum(options: LoadOptions): Promise<LoadFigures> {
  const { discord, command, moderator, questions, posts, overMs, patienceMs, isResumable } =
    options;
  const { world, gateway } = discord;
  const forum = world.addChannel({ type: ChannelType.GuildForum, name: 'load' });
  await discord.slash({
    command,
    subcommand: 'channel',
    options: { mode: 'forum', channel: forum },
    user: moderator,
  });
  const people = Array.from({ length: 40 }, (_, i) => world.addMember({ name: `p${i}` }).user);
  const fault = discord.fail({
    method: 'POST',
    path: /\/messages$/,
    status: 429,
    retryAfter: 0.3,
    times: options.rateLimits,
  });
  const opened: { thread: Channel; isQuestion: boolean; at: number }[] = [];
  const connected = gateway.identifies.length;
  const resumed = gateway.resumes;
  const refused = discord.invalidRequests;
  const began = Date.now();
  let lostAt = Number.POSITIVE_INFINITY;
  for (let i = 0; i < posts; i++) {
    const due = began + (i * overMs) / posts;
    if (due > Date.now()) await sleep(due - Date.now());
    if (i === Math.floor(posts / 2)) {
      if (isResumable) gateway.kill();
      else gateway.drop({ resumable: false });
      lostAt = Date.now();
    }
    const isQuestion = i % 3 === 0;
    const number = i / 3;
    const [talk = '', more = ''] = TALK[i % TALK.length] ?? [];
    const asked =
      number % UNKNOWN_EVERY === 0
        ? UNKNOWN[(number / UNKNOWN_EVERY) % UNKNOWN.length]
        : questions[number % questions.length];
    const title = isQuestion ? (asked ?? '').slice(0, 100) : talk;
    const content = isQuestion ? 'Thanks!' : more;
    const author = people[i % people.length] as User;
    const { thread } = await discord.openForumPost(forum, { title, content, author });
    opened.push({ thread, isQuestion, at: Date.now() });
  }
  const replies = (thread: Channel) =>
    discord.messages(thread).filter(({ author }) => author === world.bot);
  const asked = opened.filter(({ isQuestion }) => isQuestion);
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && asked.some(({ thread }) => replies(thread).length === 0))
    await sleep(100);
  // A second answer would come late.
  await sleep(Math.min(1_500, patienceMs / 2));
  const identified = gateway.identifies[connected]?.at ?? Number.POSITIVE_INFINITY;
  const isMissed = (at: number) => at >= lostAt && at < identified;
  const times = (those: typeof asked, from: (at: number) => number) =>
    those
      .flatMap(({ thread, at }) => replies(thread).map(({ createdAt }) => createdAt - from(at)))
      .sort((a, b) => a - b);
  const live = times(
    asked.filter(({ at }) => !isMissed(at)),
    (at) => at,
  );
  const late = asked.filter(({ at }) => isMissed(at));
  const text = (thread: Channel) => replies(thread).map(discord.text).join('\n');
  const isAnswered = ({ thread }: { thread: Channel }) =>
    /\*\*(?:Sources|Fuentes)\*\*/.test(text(thread));
  const rateLimited = fault.hits;
  return {
    posts,
    questions: asked.length,
    answered: asked.filter(isAnswered).length,
    declined: asked.filter((one) => replies(one.thread).length > 0 && !isAnswered(one)).length,
    unanswered: asked.filter(({ thread }) => replies(thread).length === 0).length,
    twice: opened.filter(({ thread }) => replies(thread).length > 1).length,
    talkAnswered: opened.filter((one) => !one.isQuestion && replies(one.thread).length > 0).length,
    reconnects: gateway.identifies.length - connected + gateway.resumes - resumed,
    p50: live[Math.floor(live.length / 2)] ?? 0,
    p99: live[Math.floor(live.length * 0.99)] ?? 0,
    longest: live.at(-1) ?? 0,
    missed: late.length,
    longestMissed: times(late, () => identified).at(-1) ?? 0,
    // Those that were made up for the test are none of the bot's.
    invalidRequests: discord.invalidRequests - refused - rateLimited,
    rateLimited,
  };
}
