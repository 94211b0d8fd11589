import { type Kysely, SqliteAdapter } from 'kysely';

/** Is it SQLite, and not PostgreSQL? For the little that the two are told differently. */
export function isSqlite<Any>(db: Kysely<Any>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
