import { expect, test } from 'vitest';
import { listChannels, setChannel } from '../../src/store/channels.ts';
import {
  claimMessage,
  dropHandled,
  findHandled,
  isSolvedThread,
  settleMessage,
} from '../../src/store/handled.ts';
import { listHistory } from '../../src/store/history.ts';
import { deleteDue } from '../../src/store/retention.ts';
import { revertChange } from '../../src/store/revert.ts';
import { ANA, GUILD, type OpenStore, OTHER_GUILD } from '../helpers/stores.ts';

const CHANNEL = '300000000000000001';
const message = { messageId: '400000000000000001', channelId: CHANNEL };

export function channelCases(open: OpenStore): void {
  test('a channel gets a mode, keeps what is not changed, and the change can be taken back', async () => {
    const store = await open();
    await setChannel(store, GUILD, CHANNEL, { mode: 'mention', language: 'es' }, ANA);
    const [{ since = '' } = {}] = await listChannels(store, GUILD);
    await setChannel(store, GUILD, CHANNEL, { notices: false }, ANA);
    expect(await listChannels(store, GUILD)).toEqual([
      { channelId: CHANNEL, mode: 'mention', language: 'es', notices: false, since },
    ]);
    await setChannel(store, GUILD, CHANNEL, { mode: 'review' }, ANA);
    expect((await listChannels(store, GUILD))[0]?.since).not.toBe(since);
    const { entries } = await listHistory(store, GUILD, { offset: 0, limit: 9 });
    expect(entries[0]).toMatchObject({
      action: 'channel',
      subject: CHANNEL,
      before: { mode: 'mention' },
      after: { mode: 'review' },
    });
    expect(await revertChange(store, GUILD, entries[0]?.id ?? '', ANA)).toBe('done');
    expect(await listChannels(store, GUILD)).toMatchObject([{ mode: 'mention', language: 'es' }]);
    expect(await listChannels(store, OTHER_GUILD)).toEqual([]);
  });

  test('of many who take a message at once one gets it', async () => {
    const store = await open();
    const other = await open.again(store);
    const takes = Array.from({ length: 20 }, (_, i) =>
      claimMessage(i % 2 ? store : other, GUILD, message),
    );
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
    expect(await claimMessage(store, OTHER_GUILD, message)).toBe(true);
  });

  test('what became of a message is known for a day', async () => {
    const store = await open();
    await claimMessage(store, GUILD, message);
    await settleMessage(store, GUILD, { ...message, replyId: '5', outcome: 'answered' });
    expect(await findHandled(store, GUILD, message.messageId)).toEqual({
      ...message,
      replyId: '5',
      outcome: 'answered',
    });
    expect(await isSolvedThread(store, GUILD, CHANNEL)).toBe(false);
    await settleMessage(store, GUILD, { ...message, replyId: '5', outcome: 'solved' });
    expect(await isSolvedThread(store, GUILD, CHANNEL)).toBe(true);
    store.pass(2);
    expect(await deleteDue(store)).toEqual({ handled: 1 });
    await claimMessage(store, GUILD, message);
    await dropHandled(store, GUILD, message.messageId);
    expect(await findHandled(store, GUILD, message.messageId)).toBeUndefined();
  });
}
