/** `npm run rotate-key`: seals everything that people wrote with a new DATA_KEY. */
import { config } from 'dotenv';
import { sql } from 'kysely';
import { AppError } from '../src/base/errors.ts';
import { settingsFrom } from '../src/settings.ts';
import { isInUse } from '../src/store/in-use.ts';
import { migrate } from '../src/store/migrate.ts';
import { openDatabase, sqlitePath } from '../src/store/open.ts';
import { isTakenOver, openVault } from '../src/store/open-vault.ts';
import { rotateKey, type TableProgress } from '../src/store/rotate-key.ts';
import { commandLine } from './command-line.ts';

const USAGE = `npm run rotate-key [-- --dry-run]

Seals everything that people wrote, who they are and how they are reached with a new key. Uses the settings of npm start:

  1  DATA_KEY_OLD = the key so far, DATA_KEY = a new one (openssl rand -base64 32)
  2  start the program again: it opens both and seals with the new one
  3  npm run rotate-key, while the program runs; it may be stopped and begun again
  4  when it says so, remove DATA_KEY_OLD and start the program again

Backups that were made before are still opened with the key so far, and only with it: keep it for as long as you keep them.

  --dry-run   counts what is to be done and changes nothing
  --help      this text
`;
const TELL_EVERY_MS = 1000;

async function main(): Promise<void> {
  const { values } = commandLine(USAGE, { options: { 'dry-run': { type: 'boolean' } } });
  const dryRun = values['dry-run'] === true;
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  if (settings.DATA_KEY_OLD === undefined) {
    throw new AppError('invalid-input', `DATA_KEY_OLD is not set: there is nothing to change from.\n\n${USAGE}`);
  }
  if (settings.DATA_KEY_OLD === settings.DATA_KEY) {
    throw new AppError('invalid-input', 'DATA_KEY_OLD and DATA_KEY are the same: make a new DATA_KEY first.');
  }
  const inUse = await isInUse(settings.DATABASE_URL);
  const db = openDatabase(settings.DATABASE_URL);
  try {
    await migrate(db);
    if (inUse && !dryRun && !(await isTakenOver(db, settings))) {
      throw new AppError(
        'conflict',
        'A program has this database open that was not started with the new key: it could not read what is sealed anew.\nStart it again with DATA_KEY (new) and DATA_KEY_OLD (the key so far), or stop it; then run this again.',
      );
    }
    const vault = await openVault(db, settings, { takesOver: !dryRun });
    const { tables, done } = await rotateKey({ db, vault, dryRun, onProgress: progressEverySecond() });
    if (sqlitePath(settings.DATABASE_URL) !== undefined) await sql`pragma wal_checkpoint(truncate)`.execute(db);
    for (const table of tables) process.stdout.write(`${lineOf(table, dryRun)}\n`);
    process.stdout.write(`\n${conclusion(tables, done, dryRun)}\n`);
    if (!done && !dryRun) process.exitCode = 1;
  } finally {
    await db.destroy();
  }
}

function progressEverySecond(): (progress: TableProgress) => void {
  let toldAt = 0;
  return ({ table, rows, resealed }) => {
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    process.stderr.write(`  ${table}: ${rows} rows looked at, ${resealed} texts sealed anew\n`);
  };
}

function lineOf({ table, columns, rows, resealed, unreadable }: TableProgress, dryRun: boolean): string {
  const damaged = unreadable > 0 ? `, ${unreadable} that neither key opens` : '';
  const what = dryRun ? 'still sealed with the old key' : 'sealed anew';
  return `${table} (${columns.join(', ')}): ${rows} rows, ${resealed} texts ${what}${damaged}`;
}

function conclusion(tables: readonly TableProgress[], done: boolean, dryRun: boolean): string {
  if (done) {
    const unreadable = tables.reduce((sum, table) => sum + table.unreadable, 0);
    const left =
      unreadable > 0 ? ` ${unreadable} damaged texts were left as they are; the old key does not open them.` : '';
    return `Nothing is sealed with the old key any more.${left} DATA_KEY_OLD can go from the settings; start the program again without it. Keep the old key for the backups that were made before.`;
  }
  return dryRun
    ? 'Nothing was changed. Run it without --dry-run; DATA_KEY_OLD is still needed.'
    : 'Something is still being sealed with the old key, by a program that was not started again. DATA_KEY_OLD is still needed: start every program again with both keys, then run this again.';
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
