import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../base/errors.ts';
import { StoreFault } from '../base/store-fault.ts';
import { WatchedStore } from '../flow/degraded/watched-store.ts';
import { makeAllDue } from '../flow/follow-clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Settings } from '../settings.ts';
import { type Claim, claimOn } from '../store/claim.ts';
import { migrate } from '../store/migrate.ts';
import { type IdMaker, timeOfId } from '../store/new-id.ts';
import { openDatabase, PROGRAM } from '../store/open.ts';
import { openVault } from '../store/open-vault.ts';
import { SqlStore } from '../store/sql-store.ts';
import { troubleIn, withStoreFaults } from '../store/store-faults.ts';

/** How long the program waits for another process that holds the database; people are answered from memory meanwhile. */
const LOCK_PATIENCE_MS = 2_000;
/** How long a process waits for the one before to end: that takes up to ten seconds, and a server that restarts some more. */
const HAND_OVER_MS = 60_000;
const LOOK_EVERY_MS = 200;
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
  /** How long another process that answers and sends on the database is waited for, in milliseconds. */
  readonly handOverMs?: number | undefined;
}

/**
 * Opens the store, or leaves it to be opened as soon as the database can be used. While another process answers and sends
 * on it, that one is waited for.
 *
 * @throws AppError when the settings do not fit the database, `conflict` when the other process does not end.
 */
export async function openStore(needs: StoreNeeds): Promise<WatchedStore> {
  const { settings, now, log, newId, onMended } = needs;
  const db = needs.database ?? openDatabase(settings.DATABASE_URL, LOCK_PATIENCE_MS, PROGRAM.name);
  const claim = needs.database
    ? undefined
    : claimOn(settings.DATABASE_URL, () => store.notice(new StoreFault('unreachable')));
  const takeClaim = patiently(claim, needs.handOverMs ?? HAND_OVER_MS);
  // Until now nobody else answered or sent: what a dead process had in hand is free at once.
  let alone = true;
  const store = new WatchedStore({
    open: () =>
      withStoreFaults(async () => {
        await takeClaim();
        await migrate(db).catch((cause: unknown) => {
          const known = cause instanceof AppError || troubleIn(cause) !== undefined;
          throw known ? cause : new StoreFault('not-migrated', { cause });
        });
        return new SqlStore(db, await openVault(db, settings, { takesOver: true }), newId, (what, id) =>
          log.warn('a stored message cannot be opened; was DATA_KEY changed?', { what, id }),
        );
      }),
    look: () =>
      withStoreFaults(async () => {
        await claim?.check();
        await db.connection().execute(async () => {});
      }),
    async onOpened(opened) {
      const begunBefore = alone ? LAST_MOMENT : new Date(now().getTime() - DEAD_SEND_MS);
      await takeOver(opened, { alone, begunBefore, now, log });
      await goOnBehind(opened, needs);
      alone = false;
    },
    async close() {
      await db.destroy();
      await claim?.release();
    },
    onMended,
    log,
  });
  try {
    await untilFree(takeClaim, log);
    await store.mend();
  } catch (fault) {
    await store.close();
    throw fault;
  }
  if (store.trouble === 'refused') {
    await store.close();
    throw new StoreFault('refused');
  }
  return store;
}

/** Takes the claim; a process that has it is waited for at most so long, over all attempts. */
function patiently(claim: Claim | undefined, mostMs: number): () => Promise<void> {
  let since: number | undefined;
  return async () => {
    try {
      await withStoreFaults(async () => claim?.take());
      since = undefined;
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
      since ??= performance.now();
      if (performance.now() - since < mostMs) throw fault;
      throw new AppError('conflict', `${fault.message}. ${WHAT_TO_DO}`);
    }
  };
}

const WHAT_TO_DO =
  'Only one may: two would send faster than the platforms allow and turn the order of messages round. Stop the other one first (docs/operations.md, "Several processes").';

function isTaken(fault: unknown): fault is StoreFault {
  return fault instanceof StoreFault && fault.trouble === 'taken';
}

/** At the start nobody is served before the one that ends has ended. Any other trouble is told of when the store is opened. */
async function untilFree(takeClaim: () => Promise<void>, log: Log): Promise<void> {
  for (let look = 1; ; look += 1) {
    try {
      return await takeClaim();
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      if (!isTaken(fault)) return;
      if (look === 1) log.warn('another process answers and sends on this database; waiting for it to end');
      await sleep(LOOK_EVERY_MS);
    }
  }
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
