import type { Account, Role } from '../../../src/accounts/account.ts';
import type { AccountId, SessionId } from '../../../src/base/ids.ts';
import { consoleApp } from '../../../src/web/console/console-app.tsx';
import type { ConsoleRoute } from '../../../src/web/console/kit/route.ts';

/** Somebody who is signed in; say only what the test is about. */
export function anAccount(role: Role, more: Partial<Account> = {}): Account {
  return {
    id: `tk-${role}` as AccountId,
    login: `${role}@trogiup.example`,
    name: 'Hoa',
    role,
    province: role === 'staff' ? '33' : undefined,
    language: 'vi',
    state: 'active',
    ...more,
  };
}

/** The console as one account sees it, or as nobody signed in does: real routes and guard, without the sign-in pages. */
export function consoleAs(account: Account | undefined, routes: readonly ConsoleRoute[]) {
  const faults: unknown[] = [];
  const app = consoleApp({
    routes,
    signedIn: async () => account && { account, session: 'phien-1' as SessionId },
    publicUrl: undefined,
    centreName: (province) => `Trung tâm tỉnh ${province}`,
    waiting: async () => new Map(),
    banners: () => [],
    keepLanguage: async () => {},
    report: (fault) => {
      faults.push(fault);
      return 'ma-loi';
    },
  });
  return {
    /** What went wrong inside; empty where every page worked. */
    faults,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) =>
      app.request(`http://localhost/console${path}`, { headers }),
    raw: (path: string, init: RequestInit) => app.request(`http://localhost/console${path}`, init),
    /** A form of our own page. */
    post: (path: string, form: Readonly<Record<string, string | readonly string[]>>) =>
      app.request(`http://localhost/console${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
        body: new URLSearchParams(
          Object.entries(form).flatMap(([name, value]) =>
            (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
          ),
        ).toString(),
      }),
  };
}
