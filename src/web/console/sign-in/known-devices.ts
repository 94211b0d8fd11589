import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { AccountId } from '../../../base/ids.ts';
import type { SessionCookieNeeds } from './session-cookie.ts';

/** The devices on which somebody has signed in before: guesses made elsewhere do not shut them out there. */
export interface KnownDevices {
  /** The id of this device for an account that has signed in on it; undefined for any other account. */
  of(c: Context): Promise<(account: AccountId) => string | undefined>;
  /** After signing in with both factors. */
  remember(c: Context, account: AccountId): Promise<void>;
}

const COOKIE = 'hq_device';
const KEPT_S = 180 * 24 * 60 * 60;
/** Accounts that may share a device; more than any office has on one computer. */
const MOST = 8;

/**
 * A signed cookie with an id of the device and the accounts that have signed in on it. It opens nothing: whoever steals it
 * gets a count of failures of its own.
 */
export function knownDevices({
  secret,
  secure,
  newToken,
}: SessionCookieNeeds & { readonly newToken: () => string }): KnownDevices {
  const prefix = secure ? ('host' as const) : undefined;
  // Not the bare secret: what is signed here must not serve where something else is signed with it.
  const key = `device ${secret}`;

  async function read(c: Context): Promise<readonly [string | undefined, readonly string[]]> {
    const value = await getSignedCookie(c, key, COOKIE, prefix);
    const [device, ...accounts] = value ? value.split(' ') : [];
    return [device, accounts];
  }

  return {
    async of(c) {
      const [device, accounts] = await read(c);
      return (account) => (accounts.includes(account) ? device : undefined);
    },
    async remember(c, account) {
      const [device = newToken(), accounts] = await read(c);
      const value = [device, account, ...accounts.filter((one) => one !== account)].slice(0, MOST + 1).join(' ');
      await setSignedCookie(c, COOKIE, value, key, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: KEPT_S,
        secure,
        ...(prefix && { prefix }),
      });
    },
  };
}
