import { existsSync, statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { AppError } from '../../src/base/errors.ts';
import type { Settings } from '../../src/settings.ts';
import { migrationState } from '../../src/store/migrate.ts';
import { openForReading, PROGRAM } from '../../src/store/open.ts';
import type { Tables } from '../../src/store/tables.ts';
import { sqliteFile } from './check-files.ts';
import { checkKey } from './check-key.ts';
import { checkService } from './check-service.ts';
import { type Finding, good, look, mend, notTried } from './finding.ts';
import { bytesInWords } from './sizes.ts';

/** So much is written beside the file before it is taken in only while somebody reads for very long. */
const LARGE_WAL_BYTES = 256e6;

/** The database, and what it tells of the service: looks only, changes nothing. */
export async function checkDatabase(settings: Settings, now: Date): Promise<readonly Finding[]> {
  const db = await opened(settings.DATABASE_URL);
  if ('verdict' in db) return [db];
  try {
    const whole = await checkWhole(db, settings.DATABASE_URL);
    if (whole.verdict === 'mend') return [whole];
    const tables = await checkTables(db);
    const log = checkWal(settings.DATABASE_URL);
    // Rows can be judged only where their tables are the ones that we know.
    if (tables.verdict !== 'good') return [whole, tables, ...log, notTried('service', 'the tables are not ours')];
    const processes = await checkProcesses(db, settings.DATABASE_URL);
    return [
      whole,
      tables,
      ...log,
      ...processes,
      await checkKey(db, settings),
      ...(await checkService(db, settings, now)),
    ];
  } finally {
    await db.destroy();
  }
}

async function opened(url: string): Promise<Kysely<Tables> | Finding> {
  try {
    return openForReading(url);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return fault.kind === 'not-found'
      ? look('database', fault.message, 'npm start makes it; where it was there before, restore a backup instead')
      : mend('database', fault.message, 'look at the owner of the file; run the doctor as the user of the program');
  }
}

/** Can every page be read? On PostgreSQL: does the server answer? */
async function checkWhole(db: Kysely<Tables>, url: string): Promise<Finding> {
  try {
    if (sqliteFile(url) === undefined) {
      await sql`select 1`.execute(db);
      return good('database', 'the server answers');
    }
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(5)`.execute(db);
    const told = rows.map(({ quick_check }) => quick_check).join('; ');
    return told === 'ok' ? good('database', 'opens, and every page is sound') : damaged(told.slice(0, 200));
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no code';
    return sqliteFile(url) === undefined
      ? mend('database', `the server does not answer (${code})`, 'see DATABASE_URL and the server')
      : damaged(code);
  }
}

function damaged(saw: string): Finding {
  return mend('database', `the file is damaged: ${saw}`, 'stop the program, keep the file, restore the newest backup');
}

async function checkTables(db: Kysely<Tables>): Promise<Finding> {
  const { pending, unknown } = await migrationState(db);
  if (unknown.length > 0) {
    return mend(
      'tables',
      `made by a newer version (${unknown.join(', ')})`,
      'start that version, or restore a backup from before it (docs/operations.md, “Rollback”)',
    );
  }
  return pending.length > 0
    ? look('tables', `older than this version: ${pending.join(', ')} to come`, 'make a backup, then start this version')
    : good('tables', 'of this version');
}

/** One answers and sends; one that waits for it has no such session. Only a server can tell. */
async function checkProcesses(db: Kysely<Tables>, url: string): Promise<readonly Finding[]> {
  if (sqliteFile(url) !== undefined) return [];
  const { rows } = await sql<{ n: number | string }>`
    select count(distinct application_name) as n from pg_stat_activity
    where datname = current_database() and starts_with(application_name, ${PROGRAM.prefix})`.execute(db);
  const count = Number(rows[0]?.n ?? 0);
  const saw = count === 0 ? 'none works on it now' : `${count} work${count === 1 ? 's' : ''} on it`;
  return [
    count > 1
      ? mend('processes', saw, 'stop all but one (docs/operations.md, “Several processes”)')
      : good('processes', saw),
  ];
}

function checkWal(url: string): readonly Finding[] {
  const file = sqliteFile(url);
  if (file === undefined) return [];
  const bytes = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  return [
    bytes > LARGE_WAL_BYTES
      ? look(
          'write-ahead log',
          bytesInWords(bytes),
          'see whether a program reads the database for very long; restart ours',
        )
      : good('write-ahead log', bytesInWords(bytes)),
  ];
}
