import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sqlitePath } from '../../src/store/open.ts';
import { type Finding, good, look, mend, notTried } from './finding.ts';
import { bytesInWords } from './sizes.ts';

const OTHERS_MAY = 0o007;
const OTHERS_MAY_WRITE = 0o002;

/** `file:./data/x.db` → `./data/x.db`; undefined for PostgreSQL and for memory. */
export function sqliteFile(url: string): string | undefined {
  const path = sqlitePath(url);
  return path === ':memory:' ? undefined : path;
}

/** May everybody on this machine read it? */
export function checkPrivate(what: string, path: string): Finding {
  if (!existsSync(path)) return good(what, `${path} is not there`);
  const mode = statSync(path).mode & 0o777;
  const shown = mode.toString(8);
  return (mode & OTHERS_MAY) === 0
    ? good(what, `${path} is closed to others (${shown})`)
    : mend(what, `everybody on this machine may open ${path} (${shown})`, `chmod o-rwx ${path}`);
}

/** May the one who runs this write there, and nobody whom we do not know? */
export function checkFolder(what: string, path: string): Finding {
  if (!existsSync(path)) return look(what, `${path} is not there yet`, 'it is made at the first start');
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch {
    return mend(what, `${path} cannot be written`, `give it to the one who runs the program: chown USER ${path}`);
  }
  return (statSync(path).mode & OTHERS_MAY_WRITE) === 0
    ? good(what, `${path} can be written`)
    : mend(what, `everybody on this machine may write to ${path}`, `chmod o-w ${path}`);
}

export interface DiskSeen {
  readonly freeBytes: number;
  readonly wholeBytes: number;
  readonly databaseBytes: number;
  /** 0 where there is none. */
  readonly backupBytes: number;
}

const FULL_SHARE = 0.05;
const NARROW_SHARE = 0.15;

/**
 * Is there room to go on? A backup and a change of the tables each need about the size of the database once more while
 * they are made.
 */
export function judgeDisk({ freeBytes, wholeBytes, databaseBytes, backupBytes }: DiskSeen): Finding {
  const share = freeBytes / wholeBytes;
  const needed = 2 * databaseBytes + backupBytes;
  const saw = `${bytesInWords(freeBytes)} free (${Math.floor(share * 100)} %); database ${bytesInWords(databaseBytes)}${backupBytes > 0 ? `, newest backup ${bytesInWords(backupBytes)}` : ''}`;
  if (share < FULL_SHARE || freeBytes < needed) {
    return mend('disk', saw, 'make room now: with a full disk nothing that people write can be kept');
  }
  if (share < NARROW_SHARE || freeBytes < 2 * needed) {
    return look('disk', saw, 'make room soon, or keep backups for fewer days (BACKUP_KEEP_DAYS)');
  }
  return good('disk', saw);
}

/** The disk on which a file lies, or will lie. @param backupBytes Of the newest backup; 0 where there is none. */
export function checkDisk(databaseFile: string, backupBytes: number): Finding {
  const folder = [dirname(databaseFile), '.'].find((path) => existsSync(path)) ?? '.';
  const { bavail, blocks, bsize } = statfsSync(folder);
  if (blocks === 0) return notTried('disk', `the disk of ${folder} does not tell its size`);
  const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);
  return judgeDisk({
    freeBytes: bavail * bsize,
    wholeBytes: blocks * bsize,
    databaseBytes: sizeOf(databaseFile) + sizeOf(`${databaseFile}-wal`),
    backupBytes,
  });
}
