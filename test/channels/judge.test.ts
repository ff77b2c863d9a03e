import { expect, test } from 'vitest';
import { type Facts, judge, OLDEST_MS } from '../../src/discord/qa-channels/judge.ts';

const FACTS: Facts = {
  place: 'channel',
  mode: 'every',
  isStarter: false,
  isMachine: false,
  text: 'How much does the night ferry cost?',
  isAddressed: false,
  isToOthers: false,
  isClosed: false,
  isAnswered: false,
  isConversation: false,
  isUrgent: false,
  title: '',
  isContinuation: false,
  readsContent: true,
  ageMs: 0,
};
const POST = { place: 'post', isStarter: true, mode: 'forum' } as const;
const MENTION = { mode: 'mention', isAddressed: true, readsContent: false } as const;

test.each<[string, Partial<Facts>, string]>([
  ['a question where each is answered', {}, 'question'],
  ['the same where only mentions are', { mode: 'mention' }, 'not-addressed'],
  ['the same where drafts are reviewed', { mode: 'review' }, 'question'],
  ['the same where the bot is off', { mode: 'off' }, 'off'],
  ['the same where the bot may not read it', { readsContent: false, text: '' }, 'not-addressed'],
  ['a mention', MENTION, 'mention'],
  ['a mention of two letters', { ...MENTION, text: 'ok' }, 'short'],
  ['a mention of a word', { ...MENTION, text: 'MPP?' }, 'mention'],
  ['a mention without a question', { ...MENTION, text: 'hola amigo' }, 'mention'],
  ['a mention of the bot and of others', { ...MENTION, isToOthers: true }, 'mention'],
  ['a mention in a locked thread', { ...MENTION, place: 'thread', isClosed: true }, 'closed'],
  ['a mention in a post', { ...MENTION, place: 'post', mode: 'forum' }, 'mention'],
  ['a mention by a bot', { ...MENTION, isMachine: true }, 'machine'],
  ['a mention after an hour', { ...MENTION, ageMs: OLDEST_MS + 1 }, 'old'],
  ['a mention that a moderator has answered', { ...MENTION, isAnswered: true }, 'answered'],
  ['a mention in the middle of a conversation', { ...MENTION, isConversation: true }, 'mention'],
  ['a new post', POST, 'post'],
  ['a new post whose text is not there', { ...POST, text: '', readsContent: false }, 'post'],
  ['a new post that asks nothing', { ...POST, text: 'My photos.', title: 'Photos' }, 'no-question'],
  ['a new post whose title asks', { ...POST, text: 'Thanks.', title: 'What is it?' }, 'post'],
  ['a new post with a phone number', { ...POST, text: 'Call me.', isUrgent: true }, 'post'],
  ['a new post for review', { ...POST, mode: 'review' }, 'post'],
  ['a new post where only mentions are answered', { ...POST, mode: 'mention' }, 'not-addressed'],
  ['a post that a moderator has answered', { ...POST, isAnswered: true }, 'answered'],
  ['a solved post', { ...POST, isClosed: true }, 'closed'],
  ['another message in a post', { ...POST, isStarter: false }, 'not-addressed'],
  [
    'another message in a post for review',
    { ...POST, isStarter: false, mode: 'review' },
    'not-addressed',
  ],
  ['more by the poster at once', { ...POST, isStarter: false, isContinuation: true }, 'question'],
  ['a statement', { text: 'The night ferry is nice.' }, 'no-question'],
  [
    'a statement that belongs to a question',
    { text: 'I am old.', isContinuation: true },
    'question',
  ],
  ['two words', { text: 'Really now?' }, 'short'],
  ['a question to somebody else', { isToOthers: true }, 'to-others'],
  ['a question among others', { isConversation: true }, 'conversation'],
  [
    'a call for help among others',
    { isConversation: true, isUrgent: true, text: 'help' },
    'question',
  ],
  ['a call for help where the bot is off', { mode: 'off', isUrgent: true }, 'off'],
  ['a question from a webhook', { isMachine: true }, 'machine'],
  ['anything in a direct message', { place: 'dm', mode: 'mention', text: 'hola' }, 'dm'],
  ['nothing in a direct message', { place: 'dm', text: '' }, 'short'],
  ['another bot in a direct message', { place: 'dm', isMachine: true }, 'machine'],
])('%s', (_name, given, expected) => {
  const verdict = judge({ ...FACTS, ...given });
  expect(verdict.kind === 'ask' ? verdict.via : verdict.why).toBe(expected);
});
