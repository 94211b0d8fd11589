import { randomBytes } from 'node:crypto';
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
export const CONNECT_MS = 1_500;
/** When the machine of the server died without a word, that is noticed after about so long, in milliseconds. */
const KEEP_ALIVE_MS = 10_000;
const prefix = 'hoi-quyen program ';
/** What the sessions of the program are called on a PostgreSQL server, each process by another name. */
export const PROGRAM = { prefix, name: prefix + randomBytes(4).toString('hex') } as const;
const COMMAND = 'hoi-quyen command';

/**
 * The time is for reaching the server. Where all connections are in use, one that is free is waited for: a burst of messages
 * does not mean that the server is away.
 */
class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(typeof config === 'string' ? config : { ...config, connectionTimeoutMillis: CONNECT_MS });
  }
}

/**
 * The database that a URL names: `file:./data/x.db` or `file::memory:` (SQLite), `postgres://…`. It is opened with the
 * first use, which fails with a `StoreFault` where it cannot be; the next use tries again.
 *
 * SQLite runs in WAL mode with `synchronous=FULL`: what was acknowledged to a messenger is on the disk, also when the
 * power fails in the next moment.
 *
 * @param patienceMs How long is waited for others: for a process that holds the SQLite file, for a lock of PostgreSQL.
 *   Nobody else waits for it.
 * @param name What its sessions are called on a PostgreSQL server, for operators.
 * @throws AppError `invalid-input` for any other URL.
 */
export function openDatabase(url: string, patienceMs = PATIENCE_MS, name: string = COMMAND): Kysely<Tables> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const pool = new pg.Pool({
      connectionString: url,
      Client: ImpatientClient,
      lock_timeout: patienceMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      application_name: name,
    });
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
