import { createEncryptionKey, type EncryptionKey, jweDecrypt, jweEncrypt } from '@hono/session/cookies';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { SESSION_MS } from '../../../accounts/session-lifetime.ts';
import { type SignedInAs, whoIs } from '../../../flow/sign-in/who-is.ts';
import type { Store } from '../../../ports/store.ts';

export interface SessionCookieNeeds {
  /** `SESSION_SECRET`; the key is derived from it. */
  readonly secret: string;
  /** Only over https. */
  readonly secure: boolean;
}

/** The cookie that carries the token of a session, and nothing else: what it opens stands in the database. */
export interface SessionCookie {
  read(c: Context): Promise<string | undefined>;
  write(c: Context, token: string): Promise<void>;
  remove(c: Context): void;
}

const COOKIE = 'hq_console';
const Payload = z.object({ token: z.string().min(1) });
/** What an encrypted cookie of ours looks like. The library writes a line about each one that it cannot read. */
const ENCRYPTED = /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * An encrypted cookie (JWE, `@hono/session`), out of reach of scripts, not sent with posts of other sites, gone with the
 * browser session; over https bound to this host alone (`__Host-`).
 */
export function sessionCookie({ secret, secure }: SessionCookieNeeds): SessionCookie {
  const prefix = secure ? ('host' as const) : undefined;
  const form = { httpOnly: true, sameSite: 'Lax', path: '/', secure, ...(prefix && { prefix }) } as const;
  let key: Promise<EncryptionKey> | undefined;
  const encryptionKey = () => {
    key ??= createEncryptionKey(secret);
    return key;
  };

  return {
    async read(c) {
      const cookie = getCookie(c, COOKIE, prefix);
      if (cookie === undefined || !ENCRYPTED.test(cookie)) return undefined;
      const { payload } = await jweDecrypt(cookie, await encryptionKey());
      return Payload.safeParse(payload).data?.token;
    },
    async write(c, token) {
      const { jwe } = await jweEncrypt({ token }, await encryptionKey(), { absolute: SESSION_MS / 1000 });
      setCookie(c, COOKIE, jwe, form);
    },
    remove(c) {
      deleteCookie(c, COOKIE, form);
    },
  };
}

export interface SignedInNeeds {
  readonly store: Store;
  readonly now: () => Date;
  readonly cookie: SessionCookie;
}

/** Who makes a call, from its cookie; undefined where nobody is signed in with both factors. */
export function signedIn({ cookie, ...needs }: SignedInNeeds): (c: Context) => Promise<SignedInAs | undefined> {
  return async (c) => {
    const token = await cookie.read(c);
    return token === undefined ? undefined : whoIs(token, needs);
  };
}
