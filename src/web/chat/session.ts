import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export interface SessionNeeds {
  /** 24 random bytes or more, as base64url. */
  readonly newSession: () => string;
  /** Cookies only over https. */
  readonly secure: boolean;
}

const COOKIE = 'hq_chat';

/**
 * The cookie that holds a talk together: out of reach of scripts, not sent with posts from other sites, gone with the
 * browser session. Only values of the form that we give out count; anything else starts a new talk.
 */
export function sessions({ newSession, secure }: SessionNeeds) {
  const prefix = secure ? ('host' as const) : undefined;
  return {
    of(c: Context): string | undefined {
      const cookie = getCookie(c, COOKIE, prefix);
      return cookie !== undefined && /^[A-Za-z0-9_-]{32,64}$/.test(cookie) ? cookie : undefined;
    },
    begin(c: Context): string {
      const session = newSession();
      setCookie(c, COOKIE, session, { httpOnly: true, sameSite: 'Lax', path: '/', secure, ...(prefix && { prefix }) });
      return session;
    },
    end(c: Context): void {
      deleteCookie(c, COOKIE, { httpOnly: true, sameSite: 'Lax', path: '/', secure, ...(prefix && { prefix }) });
    },
  };
}
