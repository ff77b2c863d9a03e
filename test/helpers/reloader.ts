/** What takes over a changed corpus, without a bot around it. */
import { loadCorpus } from '../../src/corpus/load.ts';
import { createLog } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { createReloader, type Reloader } from '../../src/reload.ts';
import { buildIndex, type SearchIndex } from '../../src/search/build.ts';

/** A reloader of the corpus in `dir`, and the index that it swaps: one as a start finds it kept. */
export function reloaderOf(dir: string): { reloader: Reloader; knowledge: { index: SearchIndex } } {
  const before = loadCorpus(dir);
  const knowledge = { index: buildIndex(before) };
  const log = createLog({ LOG_LEVEL: 'silent', DISCORD_TOKEN: undefined });
  const metrics = createMetrics({
    gateway: () => ({ isReady: true, shards: { ready: 1, other: 0 }, silentFor: 0 }),
    waiting: () => 0,
    corpus: () => ({ version: '', hash: '', sources: 0, passages: 0 }),
  });
  return { reloader: createReloader(dir, { knowledge, log, metrics }, async () => {}), knowledge };
}
