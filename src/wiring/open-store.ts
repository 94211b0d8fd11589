import { AppError } from '../base/errors.ts';
import { StoreFault } from '../base/store-fault.ts';
import { WatchedStore } from '../flow/degraded/watched-store.ts';
import { makeAllDue } from '../flow/follow-clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Settings } from '../settings.ts';
import { migrate } from '../store/migrate.ts';
import { type IdMaker, timeOfId } from '../store/new-id.ts';
import { isOneProcess, openDatabase } from '../store/open.ts';
import { openVault } from '../store/open-vault.ts';
import { SqlStore } from '../store/sql-store.ts';
import { troubleIn, withStoreFaults } from '../store/store-faults.ts';

/** How long the program waits for another process that holds the database; people are answered from memory meanwhile. */
const LOCK_PATIENCE_MS = 2_000;
/** A send that began so long ago and was not recorded belongs to a process that died. */
export const DEAD_SEND_MS = 2 * 60_000;
/** Whatever the clock said when they began: all sends of a process that is no more. */
const LAST_MOMENT = new Date('9999-12-31T00:00:00.000Z');

export interface StoreNeeds {
  readonly settings: Settings;
  /** In place of the one that the settings name. */
  readonly database?: ReturnType<typeof openDatabase> | undefined;
  readonly newId: IdMaker;
  readonly now: () => Date;
  readonly log: Log;
  /** Told when a trouble of the database is over. */
  readonly onMended: () => void;
}

/**
 * Opens the store, or leaves it to be opened as soon as the database can be used.
 *
 * @throws AppError when the settings do not fit the database.
 */
export async function openStore(needs: StoreNeeds): Promise<WatchedStore> {
  const { settings, now, log, newId, onMended } = needs;
  const db = needs.database ?? openDatabase(settings.DATABASE_URL, LOCK_PATIENCE_MS);
  let alone = isOneProcess(settings.DATABASE_URL);
  const store = new WatchedStore({
    open: () =>
      withStoreFaults(async () => {
        await migrate(db).catch((cause: unknown) => {
          const known = cause instanceof AppError || troubleIn(cause) !== undefined;
          throw known ? cause : new StoreFault('not-migrated', { cause });
        });
        return new SqlStore(db, await openVault(db, settings, { takesOver: true }), newId, (what, id) =>
          log.warn('a stored message cannot be opened; was DATA_KEY changed?', { what, id }),
        );
      }),
    look: () => withStoreFaults(() => db.connection().execute(async () => {})),
    async onOpened(opened) {
      const begunBefore = alone ? LAST_MOMENT : new Date(now().getTime() - DEAD_SEND_MS);
      await takeOver(opened, { alone, begunBefore, now, log });
      await goOnBehind(opened, needs);
      alone = false;
    },
    close: () => db.destroy(),
    onMended,
    log,
  });
  await store.mend();
  if (store.trouble === 'refused') {
    await store.close();
    throw new StoreFault('refused');
  }
  return store;
}

/**
 * What a process that died had in hand is free again; a send of its may have arrived.
 *
 * @param alone Nobody else uses the database: what was being answered is free too.
 * @param begunBefore Sends that began before are of a process that died.
 */
export async function takeOver(
  store: Store,
  {
    alone,
    begunBefore,
    now,
    log,
  }: { readonly alone: boolean; readonly begunBefore: Date; readonly now: () => Date; readonly log: Log },
): Promise<void> {
  const time = now();
  const { released, uncertain } = await store.transaction(async ({ inbox, outbox }) => ({
    released: alone ? await inbox.makeAllDue(time) : 0,
    uncertain: await outbox.recover(time, begunBefore),
  }));
  if (released + uncertain > 0) log.warn('took over from a process that ended', { released, uncertain });
}

/** A clock that was set back while nothing ran must neither turn the order round nor make anybody wait. */
async function goOnBehind(opened: Store, { newId, now }: StoreNeeds): Promise<void> {
  const ids = await opened.transaction(async ({ inbox, outbox }) => [await inbox.latestId(), await outbox.latestId()]);
  const known = ids.filter((id) => id !== undefined);
  known.forEach(newId.after);
  if (known.some((id) => timeOfId(id) > now().getTime())) await makeAllDue(opened, now());
}
