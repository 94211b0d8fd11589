import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../base/errors.ts';
import type { Tables } from './tables.ts';

/** How long a statement waits for another process that holds the SQLite file, in milliseconds. */
const BUSY_MS = 5000;

/**
 * Opens the database that a URL names: `file:./data/x.db` or `file::memory:` (SQLite), `postgres://…`.
 *
 * SQLite runs in WAL mode with `synchronous=FULL`: what was acknowledged to a messenger is on the disk, also when the
 * power fails in the next moment.
 *
 * @throws AppError `invalid-input` for any other URL, `unavailable` when the file cannot be opened.
 */
export function openDatabase(url: string): Kysely<Tables> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const pool = new pg.Pool({ connectionString: url });
    // When the server restarts, the query under way is told so and the pool opens new connections. The same news also
    // comes as an event, which would end the program if nobody listened.
    pool.on('connect', (client) => client.on('error', () => {}));
    pool.on('error', () => {});
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  }
  const path = /^file:(.+)$/.exec(url)?.[1];
  if (path === undefined) {
    throw new AppError('invalid-input', 'DATABASE_URL must begin with file: (SQLite) or postgres:// (PostgreSQL)');
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(path) }) });
}

/** Does one process have the database to itself? Then what a dead process had taken is free at once. */
export function isOneProcess(url: string): boolean {
  return url.startsWith('file:');
}

function openSqlite(path: string): Database.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new Database(path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`busy_timeout = ${BUSY_MS}`);
    return database;
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `The database file ${path} cannot be opened. Check that its folder may be written.`,
      { cause },
    );
  }
}
