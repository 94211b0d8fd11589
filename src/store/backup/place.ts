import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { AppError } from '../../base/errors.ts';
import { sqlitePath } from '../open.ts';
import { timeInName } from './backup-folder.ts';
import {
  type CopyFacts,
  checkedFile,
  countedOnServer,
  removeDatabaseFile,
  runOnServer,
  writeDatabaseFile,
} from './database-copy.ts';
import { fileTrouble } from './file-trouble.ts';
import { writeThroughFolder } from './make-backup.ts';

/** A database as something that can be put in its place. */
export interface Place {
  readonly kind: CopyFacts['kind'];
  readonly besideUrl: string;
  exists(): Promise<boolean>;
  /**
   * Keeps it for one restore: two at once would write into the same place beside it.
   *
   * @returns Gives it back. A process that ends, however it ends, has given it back.
   * @throws AppError `conflict` while another restore has it.
   */
  reserve(): Promise<() => Promise<void>>;
  /** Removes what lies beside. */
  clear(): Promise<void>;
  /** @returns What stands there now. */
  fill(content: AsyncIterable<Buffer>): Promise<CopyFacts>;
  /** @returns The former database under its new name. */
  swap(): Promise<string | undefined>;
}

/** @param at When something is put there, for the name of the former one. */
export function placeOf(url: string, at: Date): Place {
  const path = sqlitePath(url);
  return path === undefined ? serverOf(new URL(url), at) : fileOf(path, at);
}

function fileOf(path: string, at: Date): Place {
  const beside = `${path}.restoring`;
  const former = `${path}.before-restore-${timeInName(at)}`;
  const told = (fault: unknown) => {
    throw fileTrouble(fault, path);
  };
  const folder = dirname(path);
  const makeFolder = () =>
    mkdir(folder, { recursive: true }).catch((fault: unknown) => {
      throw fileTrouble(fault, folder);
    });
  return {
    kind: 'sqlite',
    besideUrl: `file:${beside}`,
    exists: async () => existsSync(path),
    async reserve() {
      await makeFolder();
      return reservedFile(`${beside}-lock`);
    },
    clear: () => removeDatabaseFile(beside).catch(told),
    async fill(content) {
      await makeFolder();
      await writeDatabaseFile(beside, content).catch(told);
      return checkedFile(beside);
    },
    async swap() {
      checkedFile(beside); // what was erased again and migrated is whole, and in one file
      const existed = existsSync(path);
      for (const end of ['-wal', '-shm', '-journal', '']) {
        if (existsSync(path + end)) await rename(path + end, former + end);
      }
      await rename(beside, path);
      await writeThroughFolder(dirname(path));
      return existed ? former : undefined;
    },
  };
}

/** A lock of the system, on a file of its own. Where not even that can be written, what comes next tells what is wrong. */
function reservedFile(file: string): () => Promise<void> {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: 0 });
    lock.exec('begin exclusive');
  } catch (fault) {
    lock?.close();
    if (fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')) throw underWay();
    return async () => {};
  }
  return async () => {
    await rm(file, { force: true });
    lock.close();
  };
}

function underWay(): AppError {
  return new AppError('conflict', 'Another restore of this database is under way. Let it end; nothing was changed.');
}

function serverOf(url: URL, at: Date): Place {
  const name = decodeURIComponent(url.pathname.slice(1));
  const end = timeInName(at).toLowerCase().replaceAll('-', '');
  const [beside, former] = [`${name}_restoring`, `${name}_before_restore_${end}`];
  const urlOf = (database: string) => Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` });
  /** Works in the database that every server has, since nobody can rename the one they are in. */
  const manage = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: urlOf('postgres').href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const exists = () =>
    manage(
      async (client) => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1,
    );
  return {
    kind: 'postgres',
    besideUrl: urlOf(beside).href,
    exists,
    async reserve() {
      const session = new pg.Client({ connectionString: urlOf('postgres').href });
      session.on('error', () => {}); // without the session there is no lock to give back
      await session.connect();
      const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [
        `hoi-quyen/restore/${name}`,
      ]);
      if (rows[0]?.held !== true) {
        await session.end();
        throw underWay();
      }
      return () => session.end();
    },
    clear: () =>
      manage(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(beside)}`);
      }),
    async fill(content) {
      await manage((client) => client.query(`create database ${client.escapeIdentifier(beside)} template template0`));
      const psql = runOnServer(urlOf(beside).href, 'psql', [
        '--no-psqlrc',
        '--quiet',
        '--set=ON_ERROR_STOP=1',
        '--single-transaction',
      ]);
      await Promise.all([pipeline(Readable.from(content), psql.input), psql.ended]).catch(async (fault: unknown) => {
        await psql.ended.catch(() => {});
        throw fault;
      });
      const client = new pg.Client({ connectionString: urlOf(beside).href });
      await client.connect();
      try {
        return await countedOnServer(client);
      } finally {
        await client.end();
      }
    },
    async swap() {
      const existed = await exists();
      await manage(async (client) => {
        const call = (database: string) => client.escapeIdentifier(database);
        if (existed) await client.query(`alter database ${call(name)} rename to ${call(former)}`);
        await client.query(`alter database ${call(beside)} rename to ${call(name)}`);
      });
      return existed ? former : undefined;
    },
  };
}
