/** Tells how long the database takes, without what was asked of it. */
import type { LogEvent } from 'kysely';

/** Kinds of statements, few enough to be labels. */
export const QUERY_KINDS = ['select', 'insert', 'update', 'delete', 'other'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export type QueryWatcher = (kind: QueryKind, seconds: number, outcome: 'ok' | 'fault') => void;

const KINDS: Readonly<Record<string, QueryKind>> = {
  SelectQueryNode: 'select',
  InsertQueryNode: 'insert',
  UpdateQueryNode: 'update',
  DeleteQueryNode: 'delete',
};

/** A listener for kysely that never sees a value: only the kind of the statement is read. */
export function watchQueries(onQuery: QueryWatcher): (event: LogEvent) => void {
  return ({ level, query, queryDurationMillis }) =>
    onQuery(
      KINDS[query.query.kind] ?? 'other',
      queryDurationMillis / 1000,
      level === 'error' ? 'fault' : 'ok',
    );
}
