import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DrillDatabase } from './database.ts';
import { Gate } from './gate.ts';

const PORT = 5432;
/** Not allowed to, of https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const NOT_ALLOWED = '42501';
/** What somebody may hold: everything that a message passes, or only what its answer needs and its receipt does not. */
const HELD = { all: 'inbox, outbox, conversations', talks: 'conversations' } as const;

/**
 * A database and an account of its own on a PostgreSQL server, with everything that can be done to them. The account may
 * do no more than that of a careful operator, and other databases of the server notice nothing.
 */
export class DrillPostgres implements DrillDatabase {
  readonly url: string;
  readonly #name: string;
  /** The account that was given, in the database that was given. */
  readonly #outside: pg.Pool;
  /** The same account, in the database of the drill. */
  readonly #inside: pg.Pool;
  readonly #gate: Gate;
  /** As the program would connect, past the gate. */
  readonly #own: string;

  private constructor(server: URL, name: string, password: string, outside: pg.Pool, gate: Gate) {
    this.#name = name;
    this.#outside = outside;
    this.#gate = gate;
    this.#inside = poolOf(changed(server, { pathname: `/${name}` }));
    const own = { username: name, password, pathname: `/${name}` };
    this.#own = changed(server, own);
    this.url = changed(server, { ...own, hostname: '127.0.0.1', port: String(gate.port) });
  }

  /**
   * @param url Of a server, with an account that may make databases and accounts there.
   * @throws when it may not, or cannot be reached.
   */
  static async make(url: string): Promise<DrillPostgres> {
    const server = new URL(url);
    const [name, password] = [`hoi_quyen_drill_${randomBytes(6).toString('hex')}`, randomBytes(16).toString('hex')];
    const outside = poolOf(url);
    try {
      await outside.query(`create role ${name} login password '${password}'`);
      await outside.query(`grant ${name} to current_user`);
      await outside.query(`create database ${name} owner ${name}`);
    } catch (fault) {
      await outside.query(`drop role if exists ${name}`).catch(() => {});
      await outside.end();
      if ((fault as { code?: string }).code !== NOT_ALLOWED) throw fault;
      throw new Error(
        'The account of --database may not make databases and accounts, and each drill needs its own: ALTER ROLE … CREATEDB CREATEROLE',
      );
    }
    const gate = await Gate.before(server.hostname, Number(server.port || PORT));
    return new DrillPostgres(server, name, password, outside, gate);
  }

  async rows<Row extends object>(sql: string): Promise<readonly Row[]> {
    return (await this.#inside.query<Row>(sql)).rows;
  }

  async remove(): Promise<void> {
    await this.#gate.shut();
    await this.#inside.end();
    await this.#outside.query(`drop database if exists ${this.#name} with (force)`);
    await this.#outside.query(`drop role if exists ${this.#name}`);
    await this.#outside.end();
  }

  /** The server is away for the program: what is open is cut, new connections are refused, until `comeBack`. */
  goAway(): Promise<void> {
    return this.#gate.shut();
  }

  comeBack(): Promise<void> {
    return this.#gate.open();
  }

  /** Ends every session of the program, whatever it is in the middle of. @returns How many, and of these in a transaction. */
  async endSessions(): Promise<{ readonly ended: number; readonly inTransaction: number }> {
    const { rows } = await this.#outside.query<{ busy: boolean }>(
      'select xact_start is not null as busy, pg_terminate_backend(pid) from pg_stat_activity where usename = $1',
      [this.#name],
    );
    return { ended: rows.length, inTransaction: rows.filter(({ busy }) => busy).length };
  }

  /** Somebody else, such as a careless maintenance, holds the tables for themselves. @returns What lets them go. */
  async lockTables(which: keyof typeof HELD): Promise<() => Promise<void>> {
    const other = await this.#inside.connect();
    await other.query('begin');
    await other.query(`lock table ${HELD[which]} in access exclusive mode`);
    return async () => {
      await other.query('commit');
      other.release();
    };
  }

  /**
   * Others use up the connections of the account, and the program loses its own.
   *
   * @param left How many the program may still open. @returns What ends that.
   */
  async useUpConnections(left: number): Promise<() => Promise<void>> {
    const others = await Promise.all(Array.from({ length: 2 }, () => connected(this.#own)));
    const limit = (most: number) => this.#outside.query(`alter role ${this.#name} connection limit ${most}`);
    await limit(others.length + left);
    const ours = others.map((other) => (other as pg.Client & { processID: number }).processID);
    await this.#outside.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and not pid = any ($2)',
      [this.#name, ours],
    );
    return async () => {
      await limit(-1);
      await Promise.all(others.map((other) => other.end()));
    };
  }
}

/** What kind of server it is, for the report: `PostgreSQL 17.2`. @throws when it cannot be reached. */
export async function versionOf(url: string): Promise<string> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return `PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? ''}`;
  } finally {
    await client.end();
  }
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', () => {});
  return pool;
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  return client;
}

function changed(url: URL, parts: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'hostname' | 'port'>>) {
  return Object.assign(new URL(url), parts).href;
}
