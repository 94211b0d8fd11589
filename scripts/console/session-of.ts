import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { SESSION_MS } from '../../src/accounts/session-lifetime.ts';
import type { AccountId } from '../../src/base/ids.ts';
import type { Store } from '../../src/ports/store.ts';
import { sessionCookie } from '../../src/web/console/sign-in/session-cookie.ts';

export interface SessionOfNeeds {
  readonly store: Store;
  /** `SESSION_SECRET` of the program that is asked. */
  readonly secret: string;
  readonly now: () => Date;
  /** As it is where the service is reached by https. */
  readonly secure?: boolean;
}

/**
 * Opens a session without asking for a password, for programs and tests that own the database.
 *
 * @returns The cookie as a browser sends it: `hq_console=…`.
 */
export async function sessionOf(
  account: AccountId,
  { store, secret, now, secure = false }: SessionOfNeeds,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  const expiresAt = new Date(at.getTime() + SESSION_MS);
  await store.transaction(({ sessions }) =>
    sessions.add({ token, account, stage: 'signed-in', device: 'Chromium, Linux', at, expiresAt }),
  );
  const cookie = sessionCookie({ secret, secure });
  const app = new Hono().get('/', async (c) => {
    await cookie.write(c, token);
    return c.body(null);
  });
  const response = await app.request('https://localhost/');
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
