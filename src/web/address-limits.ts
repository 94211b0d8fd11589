import type { Context } from 'hono';
import { Allowance } from '../base/allowance.ts';
import { networkOf } from '../base/network.ts';
import { clientAddress } from './client-address.ts';

const MINUTE_MS = 60_000;
/** Networks that are remembered at the same time, for each limit. */
const MOST_NETWORKS = 50_000;

/** What is counted by network address. Whole communes reach us from one address, so the limits are wide. */
export type Counted =
  /** A message of the web chat. */
  | 'chat'
  /** The same, with words of danger. */
  | 'urgent'
  /** The first message of a talk: with it, a new cookie gets nobody past the limits. */
  | 'new talk'
  /** A look at the page of the talk; an open page looks every five seconds. */
  | 'look'
  /** A call of a webhook without our secret. */
  | 'webhook';

export interface AddressLimitsNeeds {
  /** How many of our proxies stand in front (`TRUST_PROXY`). */
  readonly proxies: number;
  /** Messages of the web chat from one network in a minute. */
  readonly perMinute: number;
  readonly now: () => Date;
  /** Told of what was refused, for counting. */
  readonly onLimited: (what: Counted) => void;
}

/**
 * Counts a request.
 *
 * @returns `undefined` where it is let in, else after how many seconds the next one is. A request of which nobody can say where
 *   it comes from is let in: it must not share a count with others like it.
 */
export type AddressLimits = (what: Counted, c: Context) => number | undefined;

/** The limits of one process, in memory of bounded size; a restart forgets them. */
export function addressLimits({ proxies, perMinute, now, onLimited }: AddressLimitsNeeds): AddressLimits {
  const upTo = (most: number) => new Allowance({ most, windowMs: MINUTE_MS, keys: MOST_NETWORKS });
  const allowances: Readonly<Record<Counted, Allowance>> = {
    chat: upTo(perMinute),
    urgent: upTo(perMinute * 10),
    'new talk': upTo(Math.max(1, Math.floor(perMinute / 4))),
    look: upTo(perMinute * 20),
    webhook: upTo(Math.max(1, Math.floor(perMinute / 4))),
  };
  return (what, c) => {
    const address = clientAddress(c, proxies);
    const waitMs = allowances[what].take(address === undefined ? undefined : networkOf(address), now());
    if (waitMs === undefined) return undefined;
    onLimited(what);
    return Math.max(1, Math.ceil(waitMs / 1000));
  };
}
