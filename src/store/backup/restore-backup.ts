import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { AppError } from '../../base/errors.ts';
import type { Erasure } from '../../ports/forgetting.ts';
import { isInUse } from '../in-use.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { type DataKeys, openVault } from '../open-vault.ts';
import type { Tables } from '../tables.ts';
import type { Vault } from '../vault.ts';
import { backupsIn } from './backup-folder.ts';
import { type CopyFacts, checkedFile, countedOnServer, removeDatabaseFile, runOnServer } from './database-copy.ts';
import { type BackupFacts, openBackup, writeThroughFolder } from './make-backup.ts';

/** A backup that lies beside the database: whole, with the newest tables, and not in its place yet. */
export interface Beside extends BackupFacts {
  readonly url: string;
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  /** Messages that were owed when the backup was made; most of them were sent since. */
  readonly owed: number;
  /** Messages that waited for an answer when the backup was made. */
  readonly unanswered: number;
}

export interface RestoreNeeds {
  /** The backup. */
  readonly file: string;
  readonly keys: DataKeys;
  /** The database that the backup takes the place of; it may be missing or damaged. */
  readonly target: string;
  readonly now: () => Date;
  /** Done with the copy, before it gets its place: erasing again. */
  readonly finish: (copy: Beside) => Promise<void>;
}

export interface Restored extends Omit<Beside, 'db' | 'vault' | 'url'> {
  /** The database that stood there; it is kept. `undefined`: there was none. */
  readonly former: string | undefined;
}

/**
 * Puts a backup in the place of a database: opens all of it beside the database, compares it with what it says of itself,
 * brings its tables up to date, lets `finish` do its work, and only then renames. Whatever goes wrong before, nothing of the
 * database was touched.
 *
 * @throws AppError `conflict` while a program has the database open; `invalid-input` when the backup is not whole, is of
 *   another kind of database, or no key fits.
 */
export async function restoreBackup(needs: RestoreNeeds): Promise<Restored> {
  const { file, keys, target, now } = needs;
  const place = target.startsWith('file:')
    ? fileOf(target.slice('file:'.length), now())
    : serverOf(new URL(target), now());
  await refuseWhileInUse(target, place);
  const { content, ...facts } = await openBackup(file, keys);
  if (facts.kind !== place.kind) {
    throw new AppError(
      'invalid-input',
      `${file} is a backup of ${NAMES[facts.kind]}; it cannot be put into ${NAMES[place.kind]} (--to names another database)`,
    );
  }
  await place.clear();
  try {
    const found = await place.fill(content);
    compare(file, facts, found);
    const db = openDatabase(place.besideUrl);
    let owed = 0;
    let unanswered = 0;
    try {
      await migrate(db);
      const vault = await openVault(db, keys);
      ({ owed, unanswered } = await markOwed(db));
      await needs.finish({ ...facts, url: place.besideUrl, db, vault, owed, unanswered });
    } finally {
      await db.destroy();
    }
    await refuseWhileInUse(target, place);
    return { ...facts, owed, unanswered, former: await place.swap() };
  } catch (fault) {
    await place.clear();
    throw fault;
  }
}

/** Where erasures are known from that came after a backup. */
export interface LaterErasures {
  readonly erasures: readonly Erasure[];
  /** Up to when all of them are known; `undefined`: none is known that came after the backup. */
  readonly knownUntil: Date | undefined;
  /** `the database` or the file of a backup. */
  readonly from: string | undefined;
}

export interface LaterErasuresNeeds {
  /** The backup that is restored. */
  readonly file: string;
  readonly keys: DataKeys;
  /** The database as it is now. */
  readonly current: string;
  /** Where other backups lie. */
  readonly folder: string;
  readonly now: () => Date;
}

/**
 * Who erased everything after a backup was made: from the database as it is now, else from the newest backup that can be
 * read. What was erased after that is known to nobody.
 */
export async function laterErasures(
  since: Date,
  { file, keys, current, folder, now }: LaterErasuresNeeds,
): Promise<LaterErasures> {
  const known = (all: readonly Erasure[]) => all.filter(({ at }) => at.getTime() >= since.getTime());
  const inDatabase = await erasuresIn(current).catch(() => undefined);
  if (inDatabase) return { erasures: known(inDatabase), knownUntil: now(), from: 'the database' };
  for (const { path, madeAt } of await backupsIn(folder)) {
    if (madeAt.getTime() < since.getTime()) break;
    if (resolve(path) === resolve(file)) continue;
    const erasures = await erasuresInBackup(path, keys, current).catch(() => undefined);
    if (erasures) return { erasures: known(erasures), knownUntil: madeAt, from: path };
  }
  return { erasures: [], knownUntil: undefined, from: undefined };
}

async function erasuresIn(url: string): Promise<readonly Erasure[]> {
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length);
    if (!existsSync(path)) throw new AppError('not-found', 'no database');
    checkedFile(path); // a damaged one may have lost some
  }
  const db = openDatabase(url);
  try {
    const rows = await db.selectFrom('erasures').selectAll().execute();
    return rows.map(({ chat_hash, at }) => ({ chatHash: chat_hash, at: new Date(at) }));
  } finally {
    await db.destroy();
  }
}

async function erasuresInBackup(path: string, keys: DataKeys, current: string): Promise<readonly Erasure[]> {
  const { content, kind } = await openBackup(path, keys);
  if (kind === 'postgres') return erasuresInSql(content);
  const copy = `${current.slice('file:'.length)}.erasures-${process.pid}`;
  try {
    await writeFile(copy, content);
    return await erasuresIn(`file:${copy}`);
  } finally {
    await removeDatabaseFile(copy);
  }
}

/** The rows of `erasures` as `pg_dump` writes them. */
async function erasuresInSql(content: AsyncIterable<Buffer>): Promise<readonly Erasure[]> {
  const found: Erasure[] = [];
  let rest = '';
  let inside = false;
  for await (const chunk of content) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (/^COPY (\w+\.)?erasures \(chat_hash, at\) FROM stdin;$/.test(line)) inside = true;
      else if (line === '\\.') inside = false;
      else if (inside) {
        const [chatHash = '', at = ''] = line.split('\t');
        found.push({ chatHash, at: new Date(at) });
      }
    }
  }
  return found;
}

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/** A database as something that can be put in its place. */
interface Place {
  readonly kind: CopyFacts['kind'];
  readonly besideUrl: string;
  exists(): Promise<boolean>;
  /** Removes what lies beside. */
  clear(): Promise<void>;
  /** @returns What stands there now. */
  fill(content: AsyncIterable<Buffer>): Promise<CopyFacts>;
  /** @returns The former database under its new name. */
  swap(): Promise<string | undefined>;
}

function fileOf(path: string, at: Date): Place {
  const beside = `${path}.restoring`;
  const former = `${path}.before-restore-${timeOf(at)}`;
  return {
    kind: 'sqlite',
    besideUrl: `file:${beside}`,
    exists: async () => existsSync(path),
    clear: () => removeDatabaseFile(beside),
    async fill(content) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside, content);
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

function serverOf(url: URL, at: Date): Place {
  const name = decodeURIComponent(url.pathname.slice(1));
  const end = timeOf(at).toLowerCase().replaceAll('-', '');
  const [beside, former] = [`${name}_restoring`, `${name}_before_restore_${end}`];
  const at_ = (database: string) => Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` });
  /** Works in the database that every server has, since nobody can rename the one they are in. */
  const manage = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: at_('postgres').href });
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
    besideUrl: at_(beside).href,
    exists,
    clear: () =>
      manage(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(beside)}`);
      }),
    async fill(content) {
      await manage((client) => client.query(`create database ${client.escapeIdentifier(beside)} template template0`));
      const psql = runOnServer(at_(beside).href, 'psql', [
        '--no-psqlrc',
        '--quiet',
        '--set=ON_ERROR_STOP=1',
        '--single-transaction',
      ]);
      await Promise.all([pipeline(Readable.from(content), psql.input), psql.ended]).catch(async (fault: unknown) => {
        await psql.ended.catch(() => {});
        throw fault;
      });
      const client = new pg.Client({ connectionString: at_(beside).href });
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

async function refuseWhileInUse(target: string, place: Place): Promise<void> {
  if ((await place.exists()) && (await isInUse(target))) {
    throw new AppError('conflict', 'A program has this database open. Stop it, then restore; nothing was changed.');
  }
}

/** @throws AppError `invalid-input` when the copy is not what the backup says of itself. */
function compare(file: string, said: CopyFacts, found: CopyFacts): void {
  const wrong = [...new Set([...Object.keys(said.rows), ...Object.keys(found.rows)])].filter(
    (table) => said.rows[table] !== found.rows[table],
  );
  if (wrong.length > 0 || said.migrations.join() !== found.migrations.join()) {
    throw new AppError(
      'invalid-input',
      `${file} does not hold what it says of itself (${wrong.join(', ') || 'migrations'}): take another backup`,
    );
  }
}

/** What was owed then may have been sent since: it is sent once more, and counted as what may have arrived twice. */
async function markOwed(db: Kysely<Tables>): Promise<{ owed: number; unanswered: number }> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((eb) => ({ uncertain: eb('uncertain', '+', 1), note: 'restored from a backup' }))
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirst();
  const { n } = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number | string>().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return { owed: Number(numUpdatedRows), unanswered: Number(n) };
}

async function writeFile(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await once(file, 'open');
  await pipeline(Readable.from(content), file);
}

/** `2026-11-29T19-30-00Z`, good in names. */
function timeOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
