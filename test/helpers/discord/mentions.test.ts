import { expect, test } from 'vitest';
import { pingsOf } from './mentions.ts';

const text = '<@1> <@!2> <@&3> @everyone';

test.each([
  [
    'an ordinary message pings everything',
    false,
    undefined,
    ['<@1>', '<@2>', '<@&3>', '@everyone'],
  ],
  ['an interaction reply pings users', true, undefined, ['<@1>', '<@2>']],
  ['null counts as absent', true, null, ['<@1>', '<@2>']],
  ['an empty setting pings nobody', true, {}, []],
  ['a list pings those in it', false, { parse: [], users: ['2'], roles: ['3'] }, ['<@2>', '<@&3>']],
])('%s', (_name, isInteraction, allowedMentions, pings) => {
  expect(pingsOf({ text, isInteraction, allowedMentions })).toEqual(pings);
});

test('a reply pings its author when the setting is absent or says so', () => {
  const reply = (allowedMentions: unknown) =>
    pingsOf({ text: 'a', isInteraction: false, allowedMentions, repliesTo: '9' });
  expect(reply(undefined)).toEqual(['<@9>']);
  expect(reply({ parse: [] })).toEqual([]);
  expect(reply({ parse: [], replied_user: true })).toEqual(['<@9>']);
});
