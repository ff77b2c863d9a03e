/** The shards of this process among several processes on one PostgreSQL: takes them, gives them back, does what only one is to do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { homeShards, type ShardSetting } from '../../ops/shard-setting.ts';
import type { Services } from '../../services.ts';
import type { Locks } from '../../store/locks.ts';
import type { DiscordConnection, ShardPart } from '../client.ts';
import { refusalForError } from '../refusal.ts';
import { createIdentifyGate } from './identify-gate.ts';
import { planShards, type Scene } from './plan.ts';

/** How often each process looks at what the others hold, in milliseconds. */
const LOOK_MS = 1_000;
/** Time for PostgreSQL to hear that this process ends, in milliseconds. */
const CLOSE_MS = 1_000;
/** Wait before the next try while another process joins, in milliseconds. */
const JOIN_MS = 200;

export interface FleetOptions {
  setting: ShardSetting;
  /** Number of all shards, or `auto` for that of the others, else what Discord recommends. */
  count: number | 'auto';
  openLocks(): Promise<Locks>;
  /** What Discord recommends. */
  recommended(): Promise<number>;
  /** A connection for one shard, which registers nothing by itself. */
  openShard(part: ShardPart): DiscordConnection;
  /** Called when this process becomes the one that does what is done once for all. */
  onLead(): void;
  onFatal(error: Error): void;
}

interface Runner {
  connection: DiscordConnection;
  isReady: boolean;
  isLeaving: boolean;
}

export interface Fleet extends DiscordConnection {
  /** True in the one process that registers commands and deletes what is due. */
  isLeader(): boolean;
}

/** The shards of this process. Nothing connects before `start`. */
export function createFleet(
  { log, config }: Pick<Services, 'log' | 'config'>,
  options: FleetOptions,
): Fleet {
  const stopping = new AbortController();
  const runners = new Map<number, Runner>();
  const throttle = createIdentifyGate(() => (locks?.isOpen() ? locks : undefined));
  /** Ids of sessions that were ours and that PostgreSQL may not have noticed to be gone. */
  const former = new Set<number>();
  let locks: Locks | undefined;
  let total: number | undefined;
  let homes: number[] = [];
  /** Shards that the present session has locked. */
  let locked = new Set<number>();
  let free: Scene['free'] = new Map();
  let hasJoined = false;
  /** True while others divide the shards into another number. */
  let isWaiting = false;
  let isLeader = false;
  let registering: Promise<void> | undefined;
  let trouble: string | undefined;
  let looking: Promise<void> = Promise.resolve();

  /** A session, if need be a new one, which then has no lock yet. */
  async function session(): Promise<Locks> {
    if (locks?.isOpen()) return locks;
    if (locks) former.add(locks.id);
    hasJoined = false;
    isLeader = false;
    locked = new Set();
    free = new Map();
    locks = await options.openLocks();
    return locks;
  }

  /** Becomes one of those that share the shards; false while others divide them into another number. */
  async function join(held: Locks): Promise<boolean> {
    if (hasJoined) return true;
    while (!(await held.tryLock('join', 0)))
      await sleep(JOIN_MS, undefined, { signal: stopping.signal });
    try {
      const others = (await held.list()).filter(
        ({ kind, owner }) => kind === 'member' && owner !== held.id && !former.has(owner),
      );
      const theirs = others[0]?.key;
      const wanted = options.count === 'auto' ? theirs : options.count;
      const size = wanted ?? total ?? (await options.recommended());
      isWaiting = theirs !== undefined && theirs !== size;
      if (isWaiting) {
        say(
          `other processes run ${theirs} shards and this one is told of ${size}: it waits until they have ended`,
        );
        await Promise.all([...runners.keys()].map(leave));
        return false;
      }
      if (total !== undefined && total !== size) await Promise.all([...runners.keys()].map(leave));
      total = size;
      homes = homeShards(options.setting, size);
      await held.share('member', size);
      for (const shard of homes) await held.share('home', shard);
      hasJoined = true;
      return true;
    } finally {
      await held.unlock('join', 0);
    }
  }

  /** Looks once and does what is due. */
  async function look(): Promise<void> {
    const held = await session();
    if (!(await join(held)) || total === undefined) return;
    const scene = sceneFor(await held.list(), held, total);
    for (const [shard, { isLeaving }] of runners) {
      // After a lost session: taken again, unless another process has been faster.
      if (locked.has(shard) || isLeaving) continue;
      if (await held.tryLock('shard', shard)) locked.add(shard);
      else if (!former.has(scene.holders.get(shard) ?? 0)) void leave(shard);
    }
    const plan = planShards(scene);
    for (const shard of plan.release) void leave(shard);
    for (const shard of plan.take) {
      if (runners.has(shard) || stopping.signal.aborted) continue;
      if (!(await held.tryLock('shard', shard))) continue;
      if (stopping.signal.aborted) return;
      locked.add(shard);
      run(shard, total);
    }
    await lead(held, scene);
    trouble = undefined;
  }

  function sceneFor(all: Awaited<ReturnType<Locks['list']>>, held: Locks, size: number): Scene {
    const now = performance.now();
    const ours = all.filter(({ owner }) => !former.has(owner));
    const ofKind = (kind: string) => ours.filter((lock) => lock.kind === kind);
    const holders = new Map(
      all.filter(({ kind }) => kind === 'shard').map(({ key, owner }) => [key, owner]),
    );
    const homesOf = new Map<number, number[]>();
    for (const { key, owner } of ofKind('home'))
      homesOf.set(key, [...(homesOf.get(key) ?? []), owner]);
    const since = new Map<number, { since: number; wasHeld: boolean }>();
    for (let id = 0; id < size; id++) {
      if (holders.has(id)) continue;
      const before = free.get(id);
      since.set(id, before ?? { since: now, wasHeld: seenHeld.has(id) });
    }
    for (const id of holders.keys()) seenHeld.add(id);
    free = since;
    const members = ofKind('member').map(({ owner }) => owner);
    return { total: size, me: held.id, members, homes: homesOf, holders, free, now };
  }
  const seenHeld = new Set<number>();

  function run(shard: number, count: number): void {
    log.info({ event: 'shard-taken', shard, of: count });
    const connection = options.openShard({ ids: [shard], count, throttle });
    const runner: Runner = { connection, isReady: false, isLeaving: false };
    runners.set(shard, runner);
    const started = connection.start().then(
      () => {
        runner.isReady = true;
        log.info({ event: 'shard-ready', shard });
      },
      (error) => {
        // One that was given back or stopped while it started has ended in good order.
        if (runner.isLeaving || stopping.signal.aborted) return;
        options.onFatal(error);
        throw error;
      },
    );
    starting.push(started);
    started.catch(() => {});
  }
  const starting: Promise<void>[] = [];

  /** Closes a shard's connection, after its answers in flight, and then lets others have it. */
  async function leave(shard: number): Promise<void> {
    const runner = runners.get(shard);
    if (!runner || runner.isLeaving) return;
    runner.isLeaving = true;
    await runner.connection.stop().catch((err) => log.warn({ event: 'shard-stop-failed', err }));
    runners.delete(shard);
    log.info({ event: 'shard-released', shard });
    if (locked.delete(shard)) await locks?.unlock('shard', shard).catch(() => {});
  }

  /** Becomes the one process that registers and deletes, when there is none and this one is connected. */
  async function lead(held: Locks, { holders: _, ...scene }: Scene): Promise<void> {
    const ready = [...runners.values()].find(({ isReady, isLeaving }) => isReady && !isLeaving);
    if (!ready && isLeader && runners.size === 0) {
      isLeader = false;
      await held.unlock('leader', 0);
    }
    if (!ready || isLeader || !(await held.tryLock('leader', 0))) return;
    isLeader = true;
    log.info({ event: 'leader', processes: scene.members.length });
    options.onLead();
    register(ready);
  }

  function register(runner: Runner): void {
    if (!config.REGISTER_COMMANDS) return;
    registering = runner.connection.register();
    // Ends only with its shard; whoever has the shard then, or leads, compares again.
    registering.catch((err) => log.debug({ event: 'registration-left', err }));
  }

  function say(words: string): void {
    if (trouble !== words) log.warn({ event: 'shards-waiting', reason: words });
    trouble = words;
  }

  /** One look after the other, whoever asks for it. */
  function lookNext(): Promise<void> {
    const next = looking.then(look);
    looking = next.catch((error) => {
      if (stopping.signal.aborted) return;
      const refusal = refusalForError(error, []);
      if (refusal) options.onFatal(refusal);
      else say(`what other processes hold can't be seen (${(error as Error).message})`);
    });
    return next;
  }

  async function keepLooking(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await lookNext().catch(() => {});
    }
  }

  return {
    isLeader: () => isLeader,

    state() {
      const states = [...runners.values()].map(({ connection }) => connection.state());
      const silences = states.flatMap(({ silentFor }) => silentFor ?? []);
      const hasHomes = homes.every((shard) => runners.has(shard));
      return {
        // Who has no shard stands by, ready to take over; so does who waits for the others to end, which they may do one
        // after the other as each new process is ready.
        isReady:
          isWaiting || (total !== undefined && hasHomes && states.every(({ isReady }) => isReady)),
        shards: {
          ready: states.reduce((sum, { shards }) => sum + shards.ready, 0),
          other: states.reduce((sum, { shards }) => sum + shards.other, 0),
        },
        of: total,
        silentFor: silences.length > 0 ? Math.max(...silences) : null,
      };
    },

    async start() {
      while (!stopping.signal.aborted) {
        const hasLooked = await lookNext().then(
          () => true,
          () => false,
        );
        if (hasLooked) break;
        await sleep(LOOK_MS, undefined, { signal: stopping.signal });
      }
      void keepLooking();
      await Promise.all(starting);
      await lookNext().catch(() => {});
      await registering?.catch(() => {});
      stopping.signal.throwIfAborted();
    },

    async register() {
      const ready = [...runners.values()].find(({ isReady, isLeaving }) => isReady && !isLeaving);
      await ready?.connection.register();
    },

    async followCorpus() {
      await Promise.all([...runners.values()].map(({ connection }) => connection.followCorpus()));
      if (isLeader && config.REGISTER_COMMANDS) await this.register();
    },

    async stop() {
      stopping.abort();
      await Promise.all([...runners.values()].map(({ connection }) => connection.stop()));
      // A database that hangs is not waited for: it sees the process end.
      const closed = looking.then(() => locks?.close());
      await Promise.race([closed, sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}
