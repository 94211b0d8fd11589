import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTrouble } from './file-trouble.ts';

const NAME = /^hoi-quyen-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;
const UNFINISHED = '.unfinished';
const DAY_MS = 24 * 60 * 60_000;

/** One finished backup in its folder. */
export interface KeptBackup {
  readonly path: string;
  /** When the copy was begun, to the second: what was stored before stands in it. From the name of the file. */
  readonly madeAt: Date;
  readonly bytes: number;
}

/** `hoi-quyen-2026-11-29T19-30-00Z.backup`: names sort by time, and can be used on every file system. */
export function backupName(madeAt: Date): string {
  return `hoi-quyen-${timeInName(madeAt)}.backup`;
}

/** `2026-11-29T19-30-00Z`, to the second. */
export function timeInName(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** Where a backup is written until it is whole. */
export function unfinishedName(madeAt: Date): string {
  return `${backupName(madeAt)}${UNFINISHED}`;
}

/** Finished backups, the newest first; none where the folder is not there (yet). Other files are left out. */
export async function backupsIn(folder: string): Promise<readonly KeptBackup[]> {
  const found = await Promise.all(
    (await namesIn(folder)).map(async (name): Promise<readonly KeptBackup[]> => {
      const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
      if (day === undefined) return [];
      const path = join(folder, name);
      const file = await stat(path).catch(() => undefined); // removed in this moment
      if (!file?.isFile()) return [];
      return [{ path, madeAt: new Date(`${day}T${hours}:${minutes}:${seconds}Z`), bytes: file.size }];
    }),
  );
  return found.flat().sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** The newest finished backup and its age, for metrics and `npm run doctor`; `undefined` where there is none. */
export async function newestBackup(
  folder: string,
  now: Date,
): Promise<(KeptBackup & { readonly ageSeconds: number }) | undefined> {
  const [newest] = await backupsIn(folder);
  return newest && { ...newest, ageSeconds: Math.max(0, (now.getTime() - newest.madeAt.getTime()) / 1000) };
}

/**
 * Makes the folder where it is not there, for nobody but the account of the program.
 *
 * @throws AppError as `fileTrouble` tells it where that cannot be.
 */
export async function makeBackupFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (fault) {
    throw fileTrouble(fault, folder);
  }
}

/**
 * Removes backups that are older than `keepDays`, and what a run left unfinished that was killed a day ago or more; never
 * the newest, however old. Called only after a new one was read back.
 *
 * @returns What was removed.
 */
export async function expireBackups(folder: string, keepDays: number, now: Date): Promise<readonly string[]> {
  const [, ...others] = await backupsIn(folder);
  const old = others.filter(({ madeAt }) => now.getTime() - madeAt.getTime() > keepDays * DAY_MS);
  const yesterday = unfinishedName(new Date(now.getTime() - DAY_MS));
  const unfinished = (await namesIn(folder))
    .filter((name) => NAME.test(name.slice(0, -UNFINISHED.length)) && name.endsWith(UNFINISHED) && name < yesterday)
    .map((name) => join(folder, name));
  const removed = [...old.map(({ path }) => path), ...unfinished];
  for (const path of removed) await rm(path, { force: true });
  return removed;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}
