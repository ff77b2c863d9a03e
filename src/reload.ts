/** Takes over a changed corpus while the bot answers: all of it or nothing. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { createCorpusThreads } from './corpus-threads.ts';
import { suggestionsInSteps } from './discord/suggest.ts';
import { formatFault } from './errors.ts';
import { inSlices } from './ops/slices.ts';
import { toIndex } from './search/build.ts';
import { unpackIndex } from './search/pack.ts';
import type { Services } from './services.ts';

/** Most faults that one line of the log names. */
const MOST_FAULTS = 20;
/** Quiet time in milliseconds after which a change counts as finished: editors and git write several files. */
const SETTLE_MS = 300;

export type ReloadOutcome = 'swapped' | 'unchanged' | 'refused';

export interface Reloader {
  /**
   * Reads the corpus anew; asked for while it does, it does so once more after that. Resolves when all that has to has
   * followed, which no later reload waits for. Never rejects.
   */
  reload(): Promise<ReloadOutcome>;
  stop(): Promise<void>;
}

/**
 * Reads, checks and indexes in a thread of its own. The new corpus and its index take the place of the old ones in one
 * assignment; a faulty corpus is refused with its faults in the log.
 * @param onSwapped what has to follow the corpus, after it was taken over
 */
export function createReloader(
  dir: string,
  { knowledge, log, metrics }: Pick<Services, 'knowledge' | 'log' | 'metrics'>,
  onSwapped: () => Promise<void>,
): Reloader {
  const threads = createCorpusThreads();
  let isStopped = false;
  let running: Promise<ReloadOutcome> | undefined;
  let next: Promise<ReloadOutcome> | undefined;
  let following = Promise.resolve();

  async function run(): Promise<ReloadOutcome> {
    const started = performance.now();
    try {
      const before = knowledge.index.corpus;
      const read = await threads.read(dir, before);
      if (read.kind === 'faulty') {
        const named = read.faults.slice(0, MOST_FAULTS).map(formatFault);
        log.error({ event: 'corpus-refused', faults: read.faults.length, first: named });
        return 'refused';
      }
      if (read.kind === 'unchanged') {
        log.info({ event: 'corpus-unchanged', hash: before.hash });
        return 'unchanged';
      }
      const { corpus } = read;
      const [packed] = await Promise.all([threads.index(), inSlices(suggestionsInSteps(corpus))]);
      await others();
      const parts = unpackIndex(corpus, packed);
      await others();
      const index = toIndex(corpus, parts);
      await others();
      // Any unknown word: what repairs spelling is made with the first one.
      index.lexicon.repair('qzxqzx');
      if (isStopped) return 'refused';
      knowledge.index = index;
      log.info({
        event: 'corpus-reloaded',
        version: corpus.info.version,
        hash: corpus.hash,
        before: before.hash,
        sources: corpus.sources.size,
        passages: corpus.passages.size,
        ms: Math.round(performance.now() - started),
      });
    } catch (err) {
      if (!isStopped) log.error({ event: 'corpus-refused', err });
      return 'refused';
    }
    // One after the other, so that what follows an older corpus doesn't end last.
    following = following
      .then(onSwapped)
      .catch((err) => log.error({ event: 'corpus-follow-failed', err }));
    return 'swapped';
  }

  function start(): Promise<ReloadOutcome> {
    running = run().finally(() => {
      running = undefined;
    });
    return running.then(async (outcome) => {
      metrics.reloaded(outcome);
      await following;
      return outcome;
    });
  }

  return {
    reload() {
      if (!running) return start();
      // What changed meanwhile may have been read already, or not.
      next ??= running.then(() => {
        next = undefined;
        return start();
      });
      return next;
    },
    async stop() {
      isStopped = true;
      await threads.stop();
    },
  };
}

/**
 * Reloads on SIGHUP, and while the files change where `isWatching`.
 * A terminal that closes sends the same signal, which there has to end the process: it isn't heeded in one.
 * @param stdin of the process
 * @returns ends it
 */
export function reloadOnDemand(
  dir: string,
  reload: () => void,
  { isWatching, stdin = process.stdin }: { isWatching: boolean; stdin?: { isTTY?: boolean } },
): () => void {
  if (!stdin.isTTY) process.on('SIGHUP', reload);
  const stopWatching = isWatching ? watchCorpus(dir, reload) : () => {};
  return () => {
    process.off('SIGHUP', reload);
    stopWatching();
  };
}

/** Calls back some time after the files of a corpus stop changing. @returns ends it */
function watchCorpus(dir: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  // A folder that goes away is a fault that the next reload tells of.
  const watchers = [dir, join(dir, 'sources')].map((folder) =>
    watch(folder, later).on('error', later),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
