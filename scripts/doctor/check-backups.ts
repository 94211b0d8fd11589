import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { newestBackup } from '../../src/store/backup/backup-folder.ts';
import { checkFolder, checkPrivate } from './check-files.ts';
import { type Finding, good, look, mend } from './finding.ts';
import { bytesInWords, timeInWords } from './sizes.ts';

/** A backup is made each night; two hours are for one that takes long. */
const TOO_OLD_SECONDS = 26 * 60 * 60;

export interface BackupsChecked {
  readonly findings: readonly Finding[];
  /** Of the newest one; 0 where there is none. */
  readonly newestBytes: number;
}

/** Is there a backup, is it young, and is its folder closed to others? */
export async function checkBackups(folder: string | undefined, now: Date): Promise<BackupsChecked> {
  if (folder === undefined) {
    const none = look(
      'backups',
      'BACKUP_DIR is not set: none are made',
      'set it to a folder on another disk (docs/backup.md)',
    );
    return { findings: [none], newestBytes: 0 };
  }
  const newest = await newestBackup(folder, now);
  const age =
    newest === undefined
      ? mend('backups', `none in ${folder}`, 'npm run backup, and see its answer')
      : newest.ageSeconds > TOO_OLD_SECONDS
        ? mend(
            'backups',
            `the newest is ${timeInWords(newest.ageSeconds * 1000)} old`,
            'npm run backup, and see the log',
          )
        : good('backups', `the newest is ${timeInWords(newest.ageSeconds * 1000)} old, ${bytesInWords(newest.bytes)}`);
  const places = existsSync(folder)
    ? [checkFolder('backup folder', folder), checkPrivate('backup folder', folder)]
    : [];
  return { findings: [age, ...places], newestBytes: newest?.bytes ?? 0 };
}

/** Do backups survive the disk of the database? @param databaseFile Undefined on PostgreSQL. */
export function checkBackupDisk(folder: string | undefined, databaseFile: string | undefined): readonly Finding[] {
  if (folder === undefined || databaseFile === undefined) return [];
  const [there, here] = [folder, dirname(databaseFile)].map((path) =>
    existsSync(path) ? statSync(path).dev : undefined,
  );
  if (there === undefined || here === undefined) return [];
  return [judgeBackupDisk(there, here)];
}

/** Takes the numbers of two devices. */
export function judgeBackupDisk(ofBackups: number, ofDatabase: number): Finding {
  return ofBackups === ofDatabase
    ? look(
        'backup disk',
        'backups lie on the disk of the database, and die with it',
        'mount another disk at BACKUP_DIR, or copy the files elsewhere each day (they are encrypted)',
      )
    : good('backup disk', 'another than that of the database');
}
