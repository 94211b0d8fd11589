import { dirname } from 'node:path';
import { countForgotten } from '../../src/flow/count-forgotten.ts';
import { LiveSettings } from '../../src/flow/service/live-settings.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Settings } from '../../src/settings.ts';
import { type LaterErasures, laterErasures } from '../../src/store/backup/later-erasures.ts';
import { keepWishes, laterWishes } from '../../src/store/backup/later-wishes.ts';
import { type Beside, type Restored, restoreBackup } from '../../src/store/backup/restore-backup.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { SqlStore } from '../../src/store/sql-store.ts';

export interface PutBackNeeds {
  readonly file: string;
  readonly settings: Settings;
  /** The database that it takes the place of. */
  readonly target: string;
  readonly log: Log;
  readonly now: () => Date;
}

export interface PutBack extends Restored {
  readonly later: LaterErasures;
  /** How people who wrote since then want to be written to is known, and kept. */
  readonly knowsWishes: boolean;
}

/**
 * Restores a backup, erases in it again everybody who erased everything after it was made, and keeps how people want to be
 * written to since then.
 */
export async function putBack({ file, settings, target, log, now }: PutBackNeeds): Promise<PutBack> {
  let later: LaterErasures = { erasures: [], knownUntil: undefined, from: undefined };
  let knowsWishes = false;
  const restored = await restoreBackup({
    file,
    keys: settings,
    target,
    now,
    finish: async (copy) => {
      const [current, folder] = [settings.DATABASE_URL, settings.BACKUP_DIR ?? dirname(file)];
      later = await laterErasures(copy.madeAt, { file, keys: settings, current, folder, now });
      await eraseAgain(copy, later, { log, now });
      const wishes = await laterWishes(copy.madeAt, { current, keys: settings });
      knowsWishes = wishes !== undefined;
      await keepWishes(copy, wishes ?? [], now);
    },
  });
  return { ...restored, later, knowsWishes };
}

async function eraseAgain(
  { db, vault }: Beside,
  { erasures }: LaterErasures,
  { log, now }: { log: Log; now: () => Date },
): Promise<void> {
  const store = new SqlStore(db, vault, idMaker(now));
  const live = new LiveSettings({ store, log });
  await live.refresh();
  for (const erasure of erasures) {
    await store.transaction(async ({ forgetting, counts }) => {
      const forgotten = await forgetting.eraseAgain(erasure);
      await countForgotten(forgotten, { counts, workingTime: live.current.workingTime });
    });
  }
}
