import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect as KyselysDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '../base/errors.ts';
import { SqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** How long a look from outside waits for another process that holds the SQLite file, in milliseconds. */
const BUSY_MS = 5000;
/** Commands may wait for the program, which holds the file for milliseconds, or for seconds while it reads all laws. */
const PATIENCE_MS = 10_000;
/** How long a PostgreSQL server is waited for that does not take a connection: less than a person waits for an answer. */
const CONNECT_MS = 1_500;

/**
 * The database that a URL names: `file:./data/x.db` or `file::memory:` (SQLite), `postgres://…`. It is opened with the
 * first use, which fails with a `StoreFault` where it cannot be; the next use tries again.
 *
 * SQLite runs in WAL mode with `synchronous=FULL`: what was acknowledged to a messenger is on the disk, also when the
 * power fails in the next moment.
 *
 * @param patienceMs How long a transaction waits for another process that holds the SQLite file. Nobody else waits for it.
 * @throws AppError `invalid-input` for any other URL.
 */
export function openDatabase(url: string, patienceMs = PATIENCE_MS): Kysely<Tables> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    // When the server restarts, the query under way is told so and the pool opens new connections. The same news also
    // comes as an event, which would end the program if nobody listened.
    pool.on('connect', (client) => client.on('error', () => {}));
    pool.on('error', () => {});
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  }
  const path = sqlitePath(url);
  if (path === undefined) {
    throw new AppError('invalid-input', 'DATABASE_URL must begin with file: (SQLite) or postgres:// (PostgreSQL)');
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect(path, patienceMs) });
}

/**
 * The same database for looking only: no file is made, no row can be changed, and a program that uses it is not disturbed.
 *
 * @throws AppError `not-found` when there is no such file, `unavailable` when it cannot be opened.
 */
export function openForReading(url: string): Kysely<Tables> {
  const path = sqlitePath(url);
  if (path === undefined) return openDatabase(url);
  if (!existsSync(path)) throw new AppError('not-found', `There is no database file ${path}`);
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
    return new Kysely<Tables>({ dialect: new KyselysDialect({ database }) });
  } catch (cause) {
    throw new AppError('unavailable', `The database file ${path} cannot be opened for reading`, { cause });
  }
}

/** `file:./data/x.db` → `./data/x.db`; `undefined` where the URL names no SQLite file. */
export function sqlitePath(url: string): string | undefined {
  return /^file:(.+)$/.exec(url)?.[1];
}

/** Does one process have the database to itself? Then what a dead process had taken is free at once. */
export function isOneProcess(url: string): boolean {
  return sqlitePath(url) !== undefined;
}
