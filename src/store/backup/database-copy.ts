import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { AppError } from '../../base/errors.ts';
import { sqlitePath } from '../open.ts';

/** What stands in a copy of a database: its migrations and how many rows each table has. */
export interface CopyFacts {
  readonly kind: 'sqlite' | 'postgres';
  readonly migrations: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
}

/** One moment of a database, while others go on writing. */
export interface DatabaseCopy extends CopyFacts {
  /** The SQLite file, or SQL for `psql`. May be read once. */
  readonly content: AsyncIterable<Buffer>;
}

/** All pages in one step: a copy in many would begin anew with every write of another process. */
const ALL_PAGES = 0x7fff_ffff;
const MIGRATIONS = 'kysely_migration';

/**
 * Copies a database and lets some work be done with the copy. On SQLite the copy lies beside the file while the work lasts,
 * as open and as sealed as that file itself. Nobody who writes waits; this thread is busy meanwhile.
 *
 * @param url `file:…` or `postgres://…` (with the program `pg_dump` of the server's version, or a newer one).
 * @throws AppError `not-found`, `unavailable` when there is no such database, it is damaged, or it cannot be copied.
 */
export function withDatabaseCopy<T>(url: string, work: (copy: DatabaseCopy) => Promise<T>): Promise<T> {
  const path = sqlitePath(url);
  return path === undefined ? withServerCopy(url, work) : withFileCopy(path, work);
}

async function withFileCopy<T>(path: string, work: (copy: DatabaseCopy) => Promise<T>): Promise<T> {
  if (!existsSync(path)) throw new AppError('not-found', `There is no database file ${path}`);
  await removeLeftCopies(path);
  const copy = `${path}.copy-${process.pid}`;
  try {
    const source = new Database(path, { readonly: true });
    try {
      await source.backup(copy, { progress: () => ALL_PAGES });
    } finally {
      source.close();
    }
    return await work({ ...checkedFile(copy), content: createReadStream(copy) as AsyncIterable<Buffer> });
  } finally {
    await removeDatabaseFile(copy);
  }
}

/**
 * What stands in a SQLite file.
 *
 * @throws AppError `unavailable` when the file is damaged.
 */
export function checkedFile(path: string): CopyFacts {
  const database = new Database(path, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE'); // so that it is one file, without others beside it
    const found = (database.pragma('integrity_check(1)') as { integrity_check: string }[])[0]?.integrity_check;
    if (found !== 'ok') throw new AppError('unavailable', `The database is damaged: ${found}`);
    const names = database
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name`)
      .pluck()
      .all() as string[];
    const count = (table: string) => database.prepare(`select count(*) from "${table}"`).pluck().get() as number;
    return {
      kind: 'sqlite',
      migrations: names.includes(MIGRATIONS)
        ? (database.prepare(`select name from ${MIGRATIONS} order by name`).pluck().all() as string[])
        : [],
      rows: Object.fromEntries(names.map((table) => [table, count(table)])),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('unavailable', 'The database is damaged, or no database of Hỏi Quyền', { cause });
  } finally {
    database.close();
  }
}

/** A new database file, for nobody but the account of the program; on the disk when this ends. */
export async function writeDatabaseFile(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await once(file, 'open');
  await pipeline(Readable.from(content), file);
}

/** Removes a database file and what SQLite puts beside it. */
export async function removeDatabaseFile(path: string): Promise<void> {
  for (const beside of ['', '-wal', '-shm', '-journal']) await rm(path + beside, { force: true });
}

/** Copies of processes that were killed: nobody else would remove them, and what is erased would live on in them. */
async function removeLeftCopies(path: string): Promise<void> {
  const begin = `${basename(path)}.copy-`;
  for (const name of await readdir(dirname(path))) {
    const owner = name.startsWith(begin) ? Number.parseInt(name.slice(begin.length), 10) : Number.NaN;
    if (owner > 0 && (owner === process.pid || !isRunning(owner))) await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function withServerCopy<T>(url: string, work: (copy: DatabaseCopy) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let dump: ServerProgram | undefined;
  try {
    // What is counted and what is dumped is the same moment.
    await client.query('begin isolation level repeatable read read only');
    const facts = await countedOnServer(client);
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    dump = runOnServer(url, 'pg_dump', ['--no-owner', '--no-privileges', `--snapshot=${rows[0]?.snapshot}`]);
    const [done] = await Promise.all([work({ ...facts, content: dump.output }), dump.ended]);
    return done;
  } finally {
    dump?.stop();
    await client.end();
  }
}

/** What stands in the database that a client is connected to. */
export async function countedOnServer(client: pg.Client): Promise<CopyFacts> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${client.escapeIdentifier(name)}`);
    counts[name] = Number(rows[0]?.n);
  }
  const { rows: migrations } =
    MIGRATIONS in counts
      ? await client.query<{ name: string }>(`select name from ${MIGRATIONS} order by name`)
      : { rows: [] };
  return { kind: 'postgres', migrations: migrations.map(({ name }) => name), rows: counts };
}

/** A program of PostgreSQL under way. */
export interface ServerProgram {
  readonly input: NodeJS.WritableStream;
  readonly output: AsyncIterable<Buffer>;
  /** @throws AppError `unavailable` with what the program said when it failed. */
  readonly ended: Promise<void>;
  /** Ends it where nobody takes any more what it says. */
  readonly stop: () => void;
}

/** Runs `pg_dump` or `psql` on a database. The password is handed over where no list of processes shows it. */
export function runOnServer(url: string, program: 'pg_dump' | 'psql', options: readonly string[]): ServerProgram {
  const at = new URL(url);
  const password = decodeURIComponent(at.password);
  at.password = '';
  const child = spawn(program, [...options, `--dbname=${at}`], {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // it ended before it had read everything; `ended` says why
  if (program === 'pg_dump') child.stdin.end();
  else child.stdout.resume();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-2000);
  });
  const ended = (async () => {
    const missing = once(child, 'error').then(([fault]) => {
      throw new AppError('unavailable', `${program} cannot be run; install the PostgreSQL client programs`, {
        cause: fault,
      });
    });
    const [code] = await Promise.race([once(child, 'close') as Promise<[number | null]>, missing]);
    if (code !== 0) throw new AppError('unavailable', `${program} failed: ${said.trim()}`);
  })();
  ended.catch(() => {}); // it may fail before anybody waits for it
  const stop = () => void child.kill();
  return { input: child.stdin, output: child.stdout as AsyncIterable<Buffer>, ended, stop };
}
