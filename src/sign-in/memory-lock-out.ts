import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Attempted, LIMITS, type Limit, type Limits } from '../accounts/lock-out.ts';
import { networkOf } from '../base/network.ts';
import type { Attempt, LockOut } from '../ports/sign-in.ts';

const MINUTE_MS = 60_000;
/** Accounts, addresses and devices that one count remembers. Whoever tries more of them makes it forget the oldest. */
const MOST_KEYS = 20_000;

type Counters = Readonly<Record<keyof Limits, Counter>>;

/** Counts failures in memory. */
export class MemoryLockOut implements LockOut {
  readonly #counters: Readonly<Record<Attempted, Counters>> = {
    password: countersOf(LIMITS.password),
    code: countersOf(LIMITS.code),
  };

  async begin(attempt: Attempt): Promise<number | undefined> {
    const counted: (readonly [Counter, string])[] = [];
    for (const [counter, key] of this.#of(attempt)) {
      try {
        await counter.consume(key);
        counted.push([counter, key]);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        // What one count refuses is no failure for the others.
        for (const [other, otherKey] of counted) await other.reward(otherKey);
        return Math.max(1, Math.ceil(refusal.msBeforeNext / MINUTE_MS));
      }
    }
    return undefined;
  }

  async succeeded(attempt: Attempt): Promise<void> {
    for (const [counter, key] of this.#of(attempt)) await counter.reward(key);
  }

  /** The counts that an attempt belongs to, the narrowest first. */
  #of({ what, login, address, device }: Attempt): readonly (readonly [Counter, string])[] {
    const counters = this.#counters[what];
    if (device !== undefined) return [[counters.knownDevice, `${login} ${device}`]];
    // Those of whom nobody knows where they are must not share one count.
    if (address === undefined) return [[counters.account, login]];
    const place = networkOf(address);
    return [
      [counters.accountAndAddress, `${login} ${place}`],
      [counters.address, place],
      [counters.account, login],
    ];
  }
}

function countersOf(limits: Limits): Counters {
  const counter = (limit: Limit) => new Counter(limit);
  return {
    knownDevice: counter(limits.knownDevice),
    accountAndAddress: counter(limits.accountAndAddress),
    address: counter(limits.address),
    account: counter(limits.account),
  };
}

/** Failures by key, for no more than `MOST_KEYS` keys. */
class Counter {
  readonly #limiter: RateLimiterMemory;
  /** Those used last stand last. */
  readonly #keys = new Set<string>();

  constructor({ failures, minutes }: Limit) {
    this.#limiter = new RateLimiterMemory({ points: failures, duration: minutes * 60 });
  }

  async consume(key: string): Promise<void> {
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > MOST_KEYS && oldest !== undefined) {
      this.#keys.delete(oldest);
      await this.#limiter.delete(oldest);
    }
    await this.#limiter.consume(key);
  }

  async reward(key: string): Promise<void> {
    await this.#limiter.reward(key);
  }
}
