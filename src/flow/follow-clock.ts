import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** A time server that corrects by less sets back nothing that anybody notices. */
const NOTICED_MS = 1_000;

export interface ClockNeeds {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
  /** Told when something became due. */
  readonly onDue: () => void;
}

/**
 * Notices that the clock was set back. Whatever waits until a moment would wait until the clock comes there once more, by
 * hours too late; so all of it is due at once. Too early does no harm: who was not to be asked yet says so again.
 *
 * @returns What looks at the clock once; to be called every few seconds.
 */
export function followClock({ store, now, log, onDue }: ClockNeeds): () => Promise<void> {
  let latest = now();
  return async () => {
    const time = now();
    const backMs = latest.getTime() - time.getTime();
    if (backMs >= NOTICED_MS) {
      const due = await makeAllDue(store, time);
      log.warn('the clock was set back', { seconds: Math.round(backMs / 1000), due });
      onDue();
    }
    latest = time;
  };
}

/** Everything that waits for a moment to come is due now. @returns How much waited. */
export function makeAllDue(store: Store, now: Date): Promise<number> {
  return store.transaction(async ({ inbox, outbox }) => (await inbox.releaseAll(now)) + (await outbox.makeAllDue(now)));
}
