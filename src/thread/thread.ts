/** A script in a thread of its own, so that nobody's answer waits for its work. */
import { getCompileCacheDir } from 'node:module';
import { parentPort, Worker } from 'node:worker_threads';

/** Time without work in milliseconds after which the thread ends and gives its memory back. */
const IDLE_MS = 60_000;

export interface Thread<Work, Result> {
  /** Starts the thread if it isn't running, for work that is to come soon. */
  prepare(): void;
  /** Starts the thread if it isn't running; rejects when the work throws or the thread ends. */
  run(work: Work): Promise<Result>;
  /** Ends the thread; what waits for it rejects. */
  stop(): Promise<void>;
}

interface Request<Work> {
  id: number;
  work: Work;
}
type Reply<Result> = { id: number; result: Result } | { id: number; error: unknown };

/** The worker with the results that it owes, by their number. */
interface Running<Result> {
  worker: Worker;
  owed: Map<number, PromiseWithResolvers<Result>>;
}

/** A thread that isn't started yet. @param script calls `serve` */
export function createThread<Work, Result>(
  script: URL,
  { idleMs = IDLE_MS }: { idleMs?: number | undefined } = {},
): Thread<Work, Result> {
  let running: Running<Result> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;

  function start(): Running<Result> {
    const started: Running<Result> = {
      worker: new Worker(script, { env: environment() }),
      owed: new Map(),
    };
    const { worker, owed } = started;
    // Work that nobody waits for must not keep the process from ending.
    worker.unref();
    const end = (error: unknown) => {
      if (running === started) running = undefined;
      for (const waiting of owed.values()) waiting.reject(error);
      owed.clear();
    };
    worker.on('message', (reply: Reply<Result>) => {
      const waiting = owed.get(reply.id);
      owed.delete(reply.id);
      if ('result' in reply) waiting?.resolve(reply.result);
      else waiting?.reject(reply.error);
      if (owed.size === 0 && running === started)
        idle = setTimeout(() => void stop(), idleMs).unref();
    });
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`the thread ended with ${code}`)));
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    await ending?.worker.terminate();
  }

  function prepare(): Running<Result> {
    clearTimeout(idle);
    running ??= start();
    if (running.owed.size === 0) idle = setTimeout(() => void stop(), idleMs).unref();
    return running;
  }

  return {
    prepare: () => void prepare(),
    run(work) {
      const waiting = Promise.withResolvers<Result>();
      const id = nextId++;
      const running = prepare();
      running.owed.set(id, waiting);
      running.worker.postMessage({ id, work } satisfies Request<Work>);
      clearTimeout(idle);
      return waiting.promise;
    },
    stop,
  };
}

/** Does one piece of work in a thread of its own, which ends with it. @param script calls `serve` */
export async function runInThread<Work, Result>(script: URL, work: Work): Promise<Result> {
  const thread = createThread<Work, Result>(script);
  try {
    return await thread.run(work);
  } finally {
    void thread.stop();
  }
}

/** That of the process, and where compiled code is kept: a thread doesn't take that over by itself. */
function environment(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  return compiled ? { ...process.env, NODE_COMPILE_CACHE: compiled } : process.env;
}

/**
 * In the script of a thread: answers each piece of work with what `perform` returns, or the error that it throws.
 * @param handsOver memory of a result that is given away rather than copied; the thread can't use it any longer
 */
export function serve<Work, Result>(
  perform: (work: Work) => Result,
  handsOver: (result: Result) => ArrayBuffer[] = () => [],
): void {
  parentPort?.on('message', ({ id, work }: Request<Work>) => {
    try {
      const result = perform(work);
      parentPort?.postMessage({ id, result } satisfies Reply<Result>, handsOver(result));
    } catch (error) {
      parentPort?.postMessage({ id, error } satisfies Reply<Result>);
    }
  });
}

/** The memory of all columns of numbers in an object and the objects in it, to be handed over; lists have none. */
export function buffersIn(part: object): ArrayBuffer[] {
  if (ArrayBuffer.isView(part)) return [part.buffer as ArrayBuffer];
  if (Array.isArray(part)) return [];
  const inside = Object.values(part).filter((value) => value instanceof Object);
  return [...new Set(inside.flatMap(buffersIn))];
}
