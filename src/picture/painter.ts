/**
 * Pictures on request. They are drawn in a thread of their own, which starts with the first one and ends when none
 * was wanted for a while, and the latest are kept. A picture that can't be had in time is left out: never an error.
 */
import { createThread } from '../thread/thread.ts';
import type { Picture } from './picture.ts';

/** Time for a picture in milliseconds; Discord waits 3 s for the whole answer. */
const PATIENCE_MS = 2_000;
/** Pictures that are kept; one takes 50 to 120 kB. */
const MAX_KEPT = 64;

export interface Painter {
  /** A PNG, or undefined when it couldn't be drawn in time. The same picture is drawn once. */
  paint(picture: Picture): Promise<Uint8Array | undefined>;
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

/** A painter whose thread isn't started yet. */
export function createPainter({
  onFault,
  script = new URL('./worker.ts', import.meta.url),
  patienceMs = PATIENCE_MS,
  idleMs,
}: PainterOptions): Painter {
  const kept = new Map<string, Promise<Uint8Array>>();
  const thread = createThread<Picture, Uint8Array>(script, { idleMs });

  function keep(key: string, picture: Picture): Promise<Uint8Array> {
    const known = kept.get(key);
    const png = known ?? thread.run(picture);
    // Put at the end, so that the first is the one that nobody has wanted for longest.
    kept.delete(key);
    kept.set(key, png);
    if (!known) png.catch(() => kept.get(key) === png && kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return png;
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
    stop: thread.stop,
  };
}
