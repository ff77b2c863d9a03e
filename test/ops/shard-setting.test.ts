import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { homeShards, parseShards } from '../../src/ops/shard-setting.ts';

const POSTGRES = 'postgres://bot@db/mpp';

test.each([
  ['auto', 4, []],
  ['2', 4, [2]],
  ['0,2-3', 4, [0, 2, 3]],
  ['3,3,1', 4, [1, 3]],
  ['0/2', 4, [0, 2]],
  ['1/2', 5, [1, 3]],
  ['2/3', 2, []],
])('SHARDS=%s of %i', (text, total, ids) => {
  expect(homeShards(parseShards(text), total)).toEqual(ids);
});

test('the parts of numbered processes are all shards, each once', () => {
  const parts = [0, 1, 2].flatMap((index) => homeShards({ kind: 'part', index, of: 3 }, 10));
  expect(parts.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test.each([
  [{ SHARDS: 'all' }, /SHARDS must be auto, numbers such as 0,2,5-7, or a part such as 0\/2/],
  [{ SHARD_COUNT: '0' }, /SHARD_COUNT must be auto or a number of shards/],
  [{ SHARDS: '0-1' }, /SHARDS names shards, so SHARD_COUNT must say how many/],
  [
    { SHARDS: '0,4,9', SHARD_COUNT: '4' },
    /SHARDS names shard 4, 9, but SHARD_COUNT=4 has 0 to 3 only/,
  ],
  [{ SHARDS: '2/2', DATABASE_URL: POSTGRES }, /the last of 2 is 1\/2/],
  [{ SHARDS: '3-1', SHARD_COUNT: '4' }, /ends before it begins/],
  [{ SHARDS: '0-1', SHARD_COUNT: '4' }, /several processes need PostgreSQL: set DATABASE_URL/],
  [{ SHARDS: '0/2' }, /several processes need PostgreSQL/],
])('%j is refused with what to do', (env, words) => {
  expect(() => loadConfig(env as NodeJS.ProcessEnv)).toThrow(words);
});

test.each([
  {},
  { SHARD_COUNT: '4' },
  { SHARDS: '0-3', SHARD_COUNT: '4' },
  { SHARDS: '0/1' },
  { SHARDS: '0-1', SHARD_COUNT: '4', DATABASE_URL: POSTGRES },
  { SHARDS: '1/2', DATABASE_URL: POSTGRES },
])('%j is accepted', (env) => {
  expect(loadConfig(env as NodeJS.ProcessEnv)).toBeDefined();
});
