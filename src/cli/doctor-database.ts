/** The database as the doctor sees it: there, of a version that this bot knows. Only read. */
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { ConfigError, EXIT } from '../errors.ts';
import type { Finding } from './doctor.ts';

/** Opens the database and reads the version of its tables. */
export async function checkDatabase({ DATABASE_URL }: Config): Promise<Finding> {
  const what = 'database';
  const file = DATABASE_URL.startsWith('sqlite:') ? DATABASE_URL.slice('sqlite:'.length) : null;
  if (file !== null && !existsSync(file))
    return {
      level: 'note',
      what,
      found: `${file} is not there yet`,
      mend: 'the first start makes it',
    };
  const { createStore } = await import('../store/store.ts');
  const { readVersion, refuseNewer, SCHEMA_VERSION } = await import('../store/migrate.ts');
  const store = createStore(DATABASE_URL, { readOnly: true, patienceMs: 0 });
  try {
    await store.start();
    const version = await readVersion(store.db);
    refuseNewer(version);
    const where = file ?? 'PostgreSQL';
    return version === SCHEMA_VERSION
      ? { level: 'ok', what, found: `${where}, version ${version} of the tables` }
      : {
          level: 'note',
          what,
          found: `${where}, version ${version} of the tables`,
          mend: `the next start brings it to ${SCHEMA_VERSION}; save it first (npm run backup)`,
        };
  } catch (error) {
    const isConfig = error instanceof ConfigError;
    const [found = ''] = isConfig ? error.problems : [(error as Error).message];
    return {
      level: 'fault',
      what,
      found,
      mend: 'see DATABASE_URL in docs/CONFIG.md',
      ...(isConfig && { exitCode: EXIT.config }),
    };
  } finally {
    await store.stop();
  }
}
