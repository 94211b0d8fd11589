import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DataKeys } from '../open-vault.ts';
import { newestBackup } from './backup-folder.ts';
import type { BackupNeeds } from './make-backup.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Two o'clock in Vietnam, as hours after midnight in UTC. */
const NIGHT_UTC_HOURS = 19;

/** What the thread is told. */
export type ThreadNeeds = Omit<BackupNeeds, 'now'> & { readonly at: Date };

/**
 * Is the backup of the last night missing? It is made at two o'clock in Vietnam, or as soon as the program runs again.
 *
 * @param newest When the newest one was made; `undefined`: there is none.
 */
export function isBackupDue(newest: Date | undefined, now: Date): boolean {
  if (newest === undefined) return true;
  const sinceNight = (((now.getTime() - NIGHT_UTC_HOURS * HOUR_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  return newest.getTime() < now.getTime() - sinceNight;
}

export interface NightlyNeeds {
  readonly settings: DataKeys & { readonly DATABASE_URL: string; readonly BACKUP_KEEP_DAYS: number };
  readonly folder: string;
  readonly now: () => Date;
}

/**
 * Makes the backup of the last night where it is missing, in a thread of its own: nobody who writes meanwhile waits for it.
 *
 * @returns whether one was made.
 * @throws when it could not be made, or the signal came meanwhile.
 */
export async function backUpAtNight({ settings, folder, now }: NightlyNeeds, signal: AbortSignal): Promise<boolean> {
  const newest = await newestBackup(folder, now());
  if (!isBackupDue(newest?.madeAt, now())) return false;
  signal.throwIfAborted();
  const { DATABASE_URL, DATA_KEY, DATA_KEY_OLD, BACKUP_KEEP_DAYS } = settings;
  const backup: ThreadNeeds = {
    settings: { DATABASE_URL, DATA_KEY, DATA_KEY_OLD },
    folder,
    keepDays: BACKUP_KEEP_DAYS,
    at: now(),
  };
  const worker = new Worker(new URL('../../typescript-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: { file: new URL('./backup-thread.ts', import.meta.url).href, backup },
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(worker, 'exit'); // also rejects with the fault of the thread
    signal.throwIfAborted();
    return true;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
