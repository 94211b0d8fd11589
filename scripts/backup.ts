/** `npm run backup`: an encrypted copy of the database, while the program runs. */
import { config } from 'dotenv';
import { AppError } from '../src/base/errors.ts';
import { settingsFrom } from '../src/settings.ts';
import { makeBackup } from '../src/store/backup/make-backup.ts';
import { commandLine } from './command-line.ts';

const USAGE = `npm run backup [-- --to DIR] [--json]

Makes an encrypted copy of the database in BACKUP_DIR while the program runs, reads it back, and removes those that are
older than BACKUP_KEEP_DAYS, never the newest. Uses the settings of npm start. It is opened by DATA_KEY alone: keep that
key somewhere else than the backups. npm run restore puts a copy back.

  --to DIR   another folder than BACKUP_DIR
  --json     one JSON value: path, bytes, seconds, rows of each table
  --help     this text
`;

async function main(): Promise<void> {
  const { values } = commandLine(USAGE, {
    options: { to: { type: 'string' }, json: { type: 'boolean' } },
  });
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const folder = values.to ?? settings.BACKUP_DIR;
  if (folder === undefined) {
    throw new AppError('invalid-input', `Where to? Set BACKUP_DIR or give --to DIR.\n\n${USAGE}`);
  }
  const began = performance.now();
  const { path, bytes, rows, removed } = await makeBackup({
    settings,
    folder,
    keepDays: settings.BACKUP_KEEP_DAYS,
    now: () => new Date(),
  });
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ path, bytes, seconds, rows, removed })}\n`);
    return;
  }
  const all = Object.values(rows).reduce((sum, n) => sum + n, 0);
  process.stdout.write(`${path}\n${bytes} bytes, ${all} rows, read back and whole, ${seconds} s\n`);
  if (removed.length > 0) process.stdout.write(`Too old and removed: ${removed.length}\n`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
