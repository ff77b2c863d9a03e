/**
 * Pictures on request. They are drawn in a thread of their own, which starts with the first one and ends when none
 * was wanted for a while, and the latest are kept. A picture that can't be had in time is left out: never an error.
 */
import { Worker } from 'node:worker_threads';
import type { TimelinePicture } from './picture.ts';
import type { DrawRequest, DrawResult } from './worker.ts';

/** Time for a picture in milliseconds; Discord waits 3 s for the whole answer. */
const PATIENCE_MS = 2_000;
/** Time without a picture in milliseconds after which the thread ends and gives its memory back. */
const IDLE_MS = 60_000;
/** Pictures that are kept; one takes 50 to 120 kB. */
const MAX_KEPT = 64;

export interface Painter {
  /** A PNG, or undefined when it couldn't be drawn in time. The same picture is drawn once. */
  paint(picture: TimelinePicture): Promise<Uint8Array | undefined>;
  /** Ends the thread; what waits for it gets undefined. */
  stop(): Promise<void>;
}

export interface PainterOptions {
  /** Told why a picture is missing. */
  onFault(error: unknown): void;
  /** The script of the thread, and the waits in milliseconds; tests change them. */
  script?: URL;
  patienceMs?: number;
  idleMs?: number;
}

/** The thread with the drawings that it owes, by their number. */
interface Thread {
  worker: Worker;
  owed: Map<number, PromiseWithResolvers<Uint8Array>>;
}

/** A painter whose thread isn't started yet. */
export function createPainter({
  onFault,
  script = new URL('./worker.ts', import.meta.url),
  patienceMs = PATIENCE_MS,
  idleMs = IDLE_MS,
}: PainterOptions): Painter {
  const kept = new Map<string, Promise<Uint8Array>>();
  let thread: Thread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;

  function startThread(): Thread {
    const started: Thread = { worker: new Worker(script), owed: new Map() };
    const { worker, owed } = started;
    // A picture must not keep the process from ending.
    worker.unref();
    const end = (error: unknown) => {
      if (thread === started) thread = undefined;
      for (const drawing of owed.values()) drawing.reject(error);
      owed.clear();
    };
    worker.on('message', (result: DrawResult) => {
      const drawing = owed.get(result.id);
      owed.delete(result.id);
      if ('png' in result) drawing?.resolve(result.png);
      else drawing?.reject(result.error);
      if (owed.size === 0 && thread === started)
        idle = setTimeout(() => void stop(), idleMs).unref();
    });
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`the drawing thread ended with ${code}`)));
    return started;
  }

  function draw(picture: TimelinePicture): Promise<Uint8Array> {
    const drawing = Promise.withResolvers<Uint8Array>();
    const id = nextId++;
    thread ??= startThread();
    thread.owed.set(id, drawing);
    thread.worker.postMessage({ id, picture } satisfies DrawRequest);
    clearTimeout(idle);
    return drawing.promise;
  }

  function keep(key: string, picture: TimelinePicture): Promise<Uint8Array> {
    const known = kept.get(key);
    const png = known ?? draw(picture);
    // Put at the end, so that the first is the one that nobody has wanted for longest.
    kept.delete(key);
    kept.set(key, png);
    if (!known) png.catch(() => kept.get(key) === png && kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return png;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.worker.terminate();
  }

  return {
    async paint(picture) {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => late.reject(new Error(`no picture within ${patienceMs} ms`)),
        patienceMs,
      );
      try {
        return await Promise.race([keep(JSON.stringify(picture), picture), late.promise]);
      } catch (error) {
        onFault(error);
        return undefined;
      } finally {
        clearTimeout(timer);
      }
    },
    stop,
  };
}
