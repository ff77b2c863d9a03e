/**
 * Locks that several bot processes on one PostgreSQL share: advisory locks of one session, which PostgreSQL takes back by
 * itself when the process is gone.
 */
import type { Client } from 'pg';

/** What a lock is for; with a number (a shard, a bucket, a size) it is one lock. */
export const LOCKS = {
  /** Held for a moment by whoever joins, so that two don't choose different numbers of shards. */
  join: 0,
  /** Shared by all processes that divide this many shards among them. */
  member: 1,
  /** Shared: this shard is one that the process was told to run. */
  home: 2,
  /** The one process that runs this shard. */
  shard: 3,
  /** The one process that identifies in this bucket. */
  identify: 4,
  /** The one process that does what is done once for all. */
  leader: 5,
} as const;

export type LockKind = keyof typeof LOCKS;

/** "mpp" in ASCII, and room for the kind. */
const FIRST_CLASS = 0x6d7070 << 8;
/** Time for a connection in milliseconds. */
const CONNECT_MS = 5_000;
/** The server is lost when it doesn't answer for so long, in milliseconds. A process under load may look at its clock first. */
const PATIENCE_MS = 15_000;
/**
 * A machine that is gone without a word has lost its locks after 10 + 3 × 3 seconds; without these settings of the
 * session it would be two hours.
 */
const NOTICE_DEATH = `set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 3`;

/** A lock and the session that holds it. */
export interface HeldLock {
  owner: number;
  kind: LockKind;
  key: number;
}

/** One session with its locks. Every call rejects once the session is lost. */
export interface Locks {
  /** Names this session among all. */
  id: number;
  /** False once the connection is gone, and with it every lock. */
  isOpen(): boolean;
  /** True when it was free, or (in a session that has it already) again. */
  tryLock(kind: LockKind, key: number): Promise<boolean>;
  /** Takes a lock that others may share; waits while somebody holds it alone. */
  share(kind: LockKind, key: number): Promise<void>;
  /** Gives back what was taken once. */
  unlock(kind: LockKind, key: number): Promise<void>;
  unshare(kind: LockKind, key: number): Promise<void>;
  /** All locks of these kinds that anybody holds. */
  list(): Promise<HeldLock[]>;
  close(): Promise<void>;
}

/**
 * Opens a session of its own beside the store's pool.
 * @param url `postgres://…`; not through a pooler that hands the session on after each transaction
 */
export async function openLocks(url: string): Promise<Locks> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    application_name: 'mpp-bot shards',
  });
  let isOpen = true;
  const lose = () => {
    isOpen = false;
  };
  client.on('error', lose);
  client.on('end', lose);
  await client.connect();
  const ask = queryOf(client, lose);
  await ask(NOTICE_DEATH);
  const [me] = await ask('select pg_backend_pid() as id');
  const kinds = Object.keys(LOCKS) as LockKind[];

  return {
    id: Number(me?.['id']),
    isOpen: () => isOpen,
    async tryLock(kind, key) {
      const [row] = await ask('select pg_try_advisory_lock($1, $2) as got', [classOf(kind), key]);
      return row?.['got'] === true;
    },
    async share(kind, key) {
      await ask('select pg_advisory_lock_shared($1, $2)', [classOf(kind), key]);
    },
    async unlock(kind, key) {
      await ask('select pg_advisory_unlock($1, $2)', [classOf(kind), key]);
    },
    async unshare(kind, key) {
      await ask('select pg_advisory_unlock_shared($1, $2)', [classOf(kind), key]);
    },
    async list() {
      const rows = await ask(
        `select pid, classid::bigint as class, objid::bigint as key from pg_locks
          where locktype = 'advisory' and granted and objsubid = 2
            and database = (select oid from pg_database where datname = current_database())
            and classid::bigint between $1 and $2`,
        [FIRST_CLASS, FIRST_CLASS + kinds.length - 1],
      );
      return rows.flatMap((row) => {
        const kind = kinds.find((name) => classOf(name) === Number(row['class']));
        return kind ? [{ owner: Number(row['pid']), kind, key: Number(row['key']) }] : [];
      });
    },
    async close() {
      isOpen = false;
      await client.end().catch(() => {});
    },
  };
}

function classOf(kind: LockKind): number {
  return FIRST_CLASS + LOCKS[kind];
}

/** Asks one question after the other. One that isn't answered in time may have been understood, so the session is given up. */
function queryOf(client: Client, lose: () => void) {
  return async (text: string, values?: unknown[]): Promise<Record<string, unknown>[]> => {
    try {
      const { rows } = await client.query(text, values);
      return rows ?? [];
    } catch (error) {
      lose();
      void client.end().catch(() => {});
      throw error;
    }
  };
}
