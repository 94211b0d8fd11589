import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { StoreFault } from '../base/store-fault.ts';
import { CONNECT_MS, PROGRAM, sqlitePath } from './open.ts';

/**
 * The right to be the one process that answers and sends on a database. Two of them would each keep the limits of the
 * platforms for itself and so send twice too fast, and messages of one talk would be ordered by the clocks of two machines.
 */
export interface Claim {
  /**
   * Takes it, where it is not held already.
   *
   * @throws StoreFault `taken` when another process has it.
   */
  take(): Promise<void>;
  /** @throws StoreFault `unreachable` when it was lost. */
  check(): Promise<void>;
  /** Lets the next process begin at once. */
  release(): Promise<void>;
}

/**
 * @param onLost Told, where that can happen, that another process may take it from now on.
 */
export function claimOn(url: string, onLost: () => void): Claim {
  const path = sqlitePath(url);
  return path === undefined ? new PostgresClaim(url, onLost) : new FileClaim(path);
}

/** Name of the lock, of which every database of a server has its own. */
export const CLAIM_KEY = 'hoi-quyen/program';
/** What answers nothing for so long is gone, in milliseconds. */
const SILENCE_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
/** Else the server would keep the claim of a machine that lost its power for two hours. */
const NOTICE_DEATH = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';
/** What the process before had under way must not be written after we looked what is to be done. */
const LEFT_OVER = `
  from pg_stat_activity
  where datname = current_database() and usename = current_user
    and application_name like '${PROGRAM.prefix}%' and application_name <> '${PROGRAM.name}'`;
const ENDING_MS = 2_000;
const LOOK_EVERY_MS = 20;

/** A lock of the session: the server gives it back when the process ends, however it ends. */
class PostgresClaim implements Claim {
  readonly #url: string;
  readonly #onLost: () => void;
  #session: pg.Client | undefined;

  constructor(url: string, onLost: () => void) {
    this.#url = url;
    this.#onLost = onLost;
  }

  async take(): Promise<void> {
    if (this.#session) return;
    const session = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    session.on('error', () => this.#lose(session));
    session.on('end', () => this.#lose(session));
    try {
      await session.connect();
      await session.query(NOTICE_DEATH);
      const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
        CLAIM_KEY,
      ]);
      if (rows[0]?.held !== true) throw new StoreFault('taken');
      await endLeftOver(session);
      this.#session = session;
    } catch (fault) {
      session.end().catch(() => {});
      throw fault;
    }
  }

  async check(): Promise<void> {
    const session = this.#session;
    try {
      await session?.query('select 1');
    } catch (cause) {
      if (session) this.#lose(session);
      throw new StoreFault('unreachable', { cause });
    }
    if (!this.#session) throw new StoreFault('unreachable');
  }

  async release(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.end();
  }

  #lose(session: pg.Client): void {
    if (this.#session !== session) return;
    this.#session = undefined;
    session.end().catch(() => {});
    this.#onLost();
  }
}

async function endLeftOver(session: pg.Client): Promise<void> {
  await session.query(`select pg_terminate_backend(pid) ${LEFT_OVER}`);
  const until = performance.now() + ENDING_MS;
  while (((await session.query(`select 1 ${LEFT_OVER}`)).rowCount ?? 0) > 0 && performance.now() < until) {
    await sleep(LOOK_EVERY_MS);
  }
}

/** A lock on a file of its own beside the database: the system gives it back when the process ends, however it ends. */
class FileClaim implements Claim {
  readonly #path: string;
  #held: Database.Database | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async take(): Promise<void> {
    if (this.#held || this.#path === ':memory:') return;
    const file = `${this.#path}-claim`;
    let database: Database.Database | undefined;
    try {
      mkdirSync(dirname(file), { recursive: true });
      closeSync(openSync(file, 'a', 0o600));
      database = new Database(file, { timeout: 0 });
      database.exec('begin exclusive');
      this.#held = database;
    } catch (fault) {
      database?.close();
      if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) throw new StoreFault('taken');
      // Where not even this can be written, the database itself tells what is wrong.
    }
  }

  async check(): Promise<void> {}

  async release(): Promise<void> {
    this.#held?.close();
    this.#held = undefined;
  }
}
