/** Whether the database is sound, and holds what people were told it holds. */
import { DatabaseSync } from 'node:sqlite';

/**
 * What is wrong with it, in words; nothing when all is well.
 * @param changes changes of settings that people were told of, and those that were tried
 */
export function checkStore(file: string, changes: { told: number; tried: number }): string[] {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const check = database.prepare('pragma integrity_check').get() as { integrity_check: string };
    const { n } = database.prepare('select count(*) as n from history').get() as { n: number };
    return [
      ...(check.integrity_check === 'ok' ? [] : [`integrity: ${check.integrity_check}`]),
      ...(n < changes.told
        ? [`${changes.told - n} changes that people were told of are lost`]
        : []),
      ...(n > changes.tried ? [`${n - changes.tried} changes that nobody made`] : []),
    ];
  } finally {
    database.close();
  }
}
