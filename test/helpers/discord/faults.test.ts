import { type Client, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot } from './bot-for-tests.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let discord: StandIn;
let bot: Client<true>;

beforeEach(async () => {
  discord = await startStandIn();
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const send = (content = 'a') =>
  bot.rest.post(Routes.channelMessages(discord.world.channel.id), { body: { content } });
const stored = () => discord.messages(discord.world.channel).map((message) => message.content);
const path = /\/messages$/;

test('an error answer hits as many requests as it says, and discord.js tries again after a 5xx', async () => {
  const fault = discord.fail({ method: 'POST', path, status: 503, times: 2 });
  await send();
  expect(fault.hits).toBe(2);
  expect(discord.requests.slice(-3).map((request) => request.status)).toEqual([503, 503, 200]);
  expect(discord.requests.slice(-3).map((request) => request.faulty)).toEqual([true, true, false]);
  expect(stored()).toEqual(['a']);
});

test('an error after acceptance means that the retry takes effect twice', async () => {
  discord.fail({ path, status: 500, afterAccept: true });
  await send();
  expect(stored()).toEqual(['a', 'a']);
});

test('a rate limit carries its waiting time and counts as an invalid request', async () => {
  discord.fail({ path, status: 429, retryAfter: 0.2 });
  const before = performance.now();
  await send();
  expect(performance.now() - before).toBeGreaterThanOrEqual(200);
  expect(discord.invalidRequests).toBe(1);
  expect(stored()).toEqual(['a']);
});

test('a reset connection is tried again, a closed one is not', async () => {
  discord.fail({ path, cut: 'reset' });
  await send('reset');
  discord.fail({ path, cut: 'close' });
  await expect(send('closed')).rejects.toThrow('other side closed');
  discord.fail({ path, cut: true, afterAccept: true });
  await expect(send('accepted')).rejects.toThrow('other side closed');
  expect(stored()).toEqual(['reset', 'accepted']);
  expect(discord.requests.at(-1)).toMatchObject({
    status: 0,
    faulty: true,
    body: { content: 'accepted' },
  });
});

test('a slow answer is only late', async () => {
  discord.fail({ path, hangMs: 100 });
  const before = performance.now();
  await send();
  expect(performance.now() - before).toBeGreaterThanOrEqual(99);
  expect(stored()).toEqual(['a']);
});

test('a given body and code reach the bot; a fault can be taken back', async () => {
  const body = { message: 'Maximum number of edits', code: 30046 };
  const fault = discord.fail({ path, status: 400, body, times: 5 });
  await expect(send()).rejects.toMatchObject({ status: 400, code: 30046 });
  fault.remove();
  await send();
  expect(stored()).toEqual(['a']);
});

test('the log holds method, path, body, status and code of each request', async () => {
  await send().catch(() => {});
  await bot.rest.post(Routes.channelMessages('1'), { body: { content: 'b' } }).catch(() => {});
  const [good, bad] = discord.requests.slice(-2);
  const id = discord.world.channel.id;
  expect(good).toMatchObject({
    method: 'POST',
    path: `/channels/${id}/messages`,
    status: 200,
    code: null,
  });
  expect(bad).toMatchObject({
    path: '/channels/1/messages',
    status: 404,
    code: 10003,
    body: { content: 'b' },
  });
});

test('malformed JSON is refused with 50109', async () => {
  const answer = await fetch(`${discord.url}/v10/channels/${discord.world.channel.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: '{"content":',
  });
  expect(await answer.json()).toMatchObject({ code: 50109 });
});
