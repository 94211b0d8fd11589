import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect as KyselysDialect,
  type QueryResult,
  SelectQueryNode,
  type TransactionSettings,
} from 'kysely';
import { StoreFault } from '../base/store-fault.ts';
import { SqliteFile } from './sqlite-file.ts';

/** Once somebody waited in vain, the next ones are told soon, until one gets through: else readers would queue behind each. */
const PATIENCE_WHILE_LOCKED_MS = 50;
/** Often: who writes much lets go of the file for a fraction of a millisecond only. A look costs some microseconds. */
const LOOK_EVERY_MS = 1;
/** Statements that are kept ready; the program has some hundred. */
const MOST_PREPARED = 500;
/** When one of these gets through, no other process holds the file. */
const NEEDS_TO_BE_LET_IN = /^(?:begin immediate|insert|update|delete)\b/i;
/** Not `SQLITE_BUSY_SNAPSHOT`: there, what was read is out of date, and waiting changes nothing. */
const HELD_BY_OTHERS = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_BUSY_TIMEOUT']);

/**
 * Kysely's SQLite with a driver that never blocks the process while another one holds the file, that opens the file at
 * the first use and again after it was replaced, and that commits only into the file that is there.
 */
export class SqliteDialect extends KyselysDialect {
  readonly #path: string;
  readonly #patienceMs: number;

  /** @param patienceMs How long a transaction waits for another process that holds the file; others are served meanwhile. */
  constructor(path: string, patienceMs: number) {
    super({ database: () => Promise.reject(new Error('opened by SqliteDriver')) });
    this.#path = path;
    this.#patienceMs = patienceMs;
  }

  override createDriver(): Driver {
    return new SqliteDriver(new SqliteFile(this.#path), this.#patienceMs);
  }
}

class SqliteDriver implements Driver {
  readonly #file: SqliteFile;
  readonly #connection: SqliteConnection;
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => {};

  constructor(file: SqliteFile, patienceMs: number) {
    this.#file = file;
    this.#connection = new SqliteConnection(file, patienceMs);
  }

  async init(): Promise<void> {}

  /** The one connection, to one after the other. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let free: () => void = () => {};
    this.#last = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    this.#free = free;
    try {
      await this.#connection.patiently(() => this.#file.database());
    } catch (fault) {
      free();
      throw fault;
    }
    return this.#connection;
  }

  /**
   * Waits for the right to write before anything is read, so that nothing that was read is out of date when it is written.
   * While another process holds the file for long, what is read can be shown at least.
   */
  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    const begin = (how: string) => this.#connection.executeQuery(CompiledQuery.raw(how));
    if (accessMode === 'read only') await begin('begin');
    else {
      await begin('begin immediate').catch(async (fault: unknown) => {
        if (!isHeldByOthers(fault)) throw fault;
        await begin('begin');
      });
    }
  }

  async commitTransaction(): Promise<void> {
    this.#file.checkThere();
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** SQLite ends a transaction by itself when the disk is full or broken. */
  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback();
  }

  async releaseConnection(): Promise<void> {
    this.#free();
  }

  async destroy(): Promise<void> {
    this.#file.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #file: SqliteFile;
  readonly #usualPatienceMs: number;
  #patienceMs: number;
  /** Those used last stand last. */
  readonly #prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>();

  constructor(file: SqliteFile, patienceMs: number) {
    this.#file = file;
    this.#usualPatienceMs = patienceMs;
    this.#patienceMs = patienceMs;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      // Only this statement is done again, and it has done nothing yet.
      return await this.patiently(() => this.#execute<R>(sql, parameters));
    } catch (fault) {
      this.#file.notice(fault);
      throw fault;
    }
  }

  /** Does something as soon as no other process holds the file. */
  async patiently<T>(act: () => T): Promise<T> {
    const until = performance.now() + this.#patienceMs;
    for (;;) {
      try {
        return act();
      } catch (fault) {
        if (!isHeldByOthers(fault)) throw fault;
        if (performance.now() >= until) {
          this.#patienceMs = Math.min(this.#usualPatienceMs, PATIENCE_WHILE_LOCKED_MS);
          throw fault;
        }
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  async *streamQuery<R>({ sql, parameters, query }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    if (!SelectQueryNode.is(query)) throw new Error('Only what is selected can be read row by row');
    // Not one that is kept: it is in use until the last row was read.
    for (const row of this.#database()
      .prepare<unknown[], R>(sql)
      .iterate(...parameters))
      yield { rows: [row] };
  }

  rollback(): void {
    const database = this.#file.openDatabase;
    if (database?.inTransaction) database.exec('rollback');
  }

  #execute<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = this.#prepare<R>(sql);
    if (statement.reader) return { rows: statement.all(...parameters) };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    if (NEEDS_TO_BE_LET_IN.test(sql)) this.#patienceMs = this.#usualPatienceMs;
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare<R>(sql: string): Database.Statement<unknown[], R> {
    const database = this.#database();
    const prepared = this.#prepared.get(database) ?? new Map<string, Database.Statement<unknown[], unknown>>();
    this.#prepared.set(database, prepared);
    const statement = prepared.get(sql) ?? database.prepare<unknown[], unknown>(sql);
    prepared.delete(sql);
    prepared.set(sql, statement);
    const [oldest] = prepared.keys();
    if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
    return statement as Database.Statement<unknown[], R>;
  }

  #database(): Database.Database {
    const database = this.#file.openDatabase;
    if (!database) throw new Error('The database was closed while it was used');
    return database;
  }
}

function isHeldByOthers(fault: unknown): boolean {
  if (fault instanceof StoreFault) return fault.trouble === 'locked';
  return fault instanceof Error && 'code' in fault && HELD_BY_OTHERS.has(String(fault.code));
}
