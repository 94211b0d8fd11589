/** How much each key may have in a window of time, and how many keys are remembered. */
export interface AllowanceLimits {
  readonly most: number;
  readonly windowMs: number;
  /** Beyond it the key is forgotten whose window began first; what is remembered never grows with those who come. */
  readonly keys: number;
}

interface Window {
  readonly from: number;
  count: number;
}

/**
 * Counts by key in windows that begin with the first use of a key. Kept small on purpose: one map of bounded size, no timer for
 * each key, and it is told the time.
 */
export class Allowance {
  readonly #limits: AllowanceLimits;
  /** In the order in which the windows began. */
  readonly #windows = new Map<string, Window>();

  constructor(limits: AllowanceLimits) {
    this.#limits = limits;
  }

  /** Keys that are remembered now. */
  get size(): number {
    return this.#windows.size;
  }

  /**
   * Takes one.
   *
   * @param key Never empty: whoever cannot be told apart from others must not be counted with them. `undefined`: not counted.
   * @returns `undefined` where it was there to take, else in how many milliseconds there is one again.
   */
  take(key: string | undefined, now: Date): number | undefined {
    if (key === undefined || key === '') return undefined;
    const { most, windowMs, keys } = this.#limits;
    const time = now.getTime();
    const known = this.#windows.get(key);
    // A clock that was set back begins anew.
    if (known && time >= known.from && time < known.from + windowMs) {
      if (known.count >= most) return known.from + windowMs - time;
      known.count += 1;
      return undefined;
    }
    this.#windows.delete(key);
    this.#windows.set(key, { from: time, count: 1 });
    for (const [oldest, { from }] of this.#windows) {
      if (this.#windows.size <= keys && time < from + windowMs) break;
      this.#windows.delete(oldest);
    }
    return undefined;
  }
}
