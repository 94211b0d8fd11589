import { isIPv4, isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Attempted, LIMITS, type Limit, type Limits } from '../accounts/lock-out.ts';
import type { Attempt, LockOut } from '../ports/sign-in.ts';

const MINUTE_MS = 60_000;

type Counters = Readonly<Record<keyof Limits, RateLimiterMemory>>;

/** Counts failures in memory. */
export class MemoryLockOut implements LockOut {
  readonly #counters: Readonly<Record<Attempted, Counters>> = {
    password: countersOf(LIMITS.password),
    code: countersOf(LIMITS.code),
  };

  async begin(attempt: Attempt): Promise<number | undefined> {
    const counted: (readonly [RateLimiterMemory, string])[] = [];
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
  #of({ what, login, address, device }: Attempt): readonly (readonly [RateLimiterMemory, string])[] {
    const counters = this.#counters[what];
    if (device !== undefined) return [[counters.knownDevice, `${login} ${device}`]];
    const place = networkOf(address);
    return [
      [counters.accountAndAddress, `${login} ${place}`],
      [counters.address, place],
      [counters.account, login],
    ];
  }
}

function countersOf(limits: Limits): Counters {
  const counter = ({ failures, minutes }: Limit) => new RateLimiterMemory({ points: failures, duration: minutes * 60 });
  return {
    knownDevice: counter(limits.knownDevice),
    accountAndAddress: counter(limits.accountAndAddress),
    address: counter(limits.address),
    account: counter(limits.account),
  };
}

/**
 * The address as far as one connection has it: all of an IPv4 address, the first half of an IPv6 address, because whoever
 * has one of its addresses has all 2⁶⁴ of them.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const plain = address.split('%')[0] ?? address;
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])];
  const half = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${half.join(':')}::/64`;
}
