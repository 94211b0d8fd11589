import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';
import { sqlitePath } from './open.ts';

/**
 * Does anybody else, such as the running program, have the database open? Asked before it is replaced, or sealed with a key
 * that the program may not know.
 *
 * @param url `file:…` or `postgres://…`. A SQLite file that is not there is not in use.
 */
export async function isInUse(url: string): Promise<boolean> {
  const path = sqlitePath(url);
  return path === undefined ? isServerInUse(url) : isFileInUse(path);
}

function isFileInUse(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new Database(path, { timeout: 0 });
  try {
    // Leaving WAL mode needs the file for oneself: each open connection, also one that rests, prevents it. It also
    // writes everything into the one file, so that it can be renamed. The program turns WAL on again when it starts.
    database.pragma('journal_mode = DELETE');
    return false;
  } catch (fault) {
    const { code = '' } = fault as { code?: string };
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return true;
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return false; // whoever restores has just this before them
    throw fault;
  } finally {
    database.close();
  }
}

async function isServerInUse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1',
    );
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
