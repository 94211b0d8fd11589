import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** A time server that corrects by less sets back nothing that anybody notices. */
const NOTICED_MS = 1_000;

/** A clock that remembers the latest time which anybody was told, and so knows when it was set back. */
export class WatchedClock {
  readonly #clock: () => Date;
  #latestMs = Number.NEGATIVE_INFINITY;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The time. */
  readonly now = (): Date => {
    const time = this.#clock();
    this.#latestMs = Math.max(this.#latestMs, time.getTime());
    return time;
  };

  /** By how much it was set back since the last call, in milliseconds. */
  takeSetBack(): number {
    const timeMs = this.#clock().getTime();
    const backMs = Math.max(0, this.#latestMs - timeMs);
    this.#latestMs = timeMs;
    return backMs;
  }
}

export interface FollowClockNeeds {
  readonly store: Store;
  /** The one that everybody is told the time by. */
  readonly clock: WatchedClock;
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
export function followClock({ store, clock, log, onDue }: FollowClockNeeds): () => Promise<void> {
  let backMs = 0;
  return async () => {
    backMs = Math.max(backMs, clock.takeSetBack());
    if (backMs < NOTICED_MS) return;
    const due = await makeAllDue(store, clock.now());
    log.warn('the clock was set back', { seconds: Math.round(backMs / 1000), due });
    backMs = 0;
    onDue();
  };
}

/** Everything that waits for a moment to come is due now. @returns How much waited. */
export function makeAllDue(store: Store, now: Date): Promise<number> {
  return store.transaction(async ({ inbox, outbox }) => (await inbox.makeAllDue(now)) + (await outbox.makeAllDue(now)));
}
