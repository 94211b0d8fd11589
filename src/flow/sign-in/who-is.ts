import type { Account } from '../../accounts/account.ts';
import { IDLE_MS, SEEN_EVERY_MS } from '../../accounts/session-lifetime.ts';
import type { SessionId } from '../../base/ids.ts';
import type { Store } from '../../ports/store.ts';

/** Somebody who is signed in with both factors. */
export interface SignedInAs {
  readonly account: Account;
  readonly session: SessionId;
}

/** Who a token belongs to, as the account is now: what an admin changed counts from the next call on. */
export function whoIs(
  token: string,
  { store, now }: { readonly store: Store; readonly now: () => Date },
): Promise<SignedInAs | undefined> {
  return store.transaction(async ({ sessions, accounts }) => {
    const at = now();
    const session = await sessions.find(token, 'signed-in', at, new Date(at.getTime() - IDLE_MS));
    const account = session && (await accounts.find(session.account));
    if (!session || account?.state !== 'active') return undefined;
    if (at.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) await sessions.seen(session.id, at);
    return { account, session: session.id };
  });
}

/** Ends the session that somebody signs out of. */
export function signOut(
  { account, session }: SignedInAs,
  { store, now }: { readonly store: Store; readonly now: () => Date },
): Promise<void> {
  return store.transaction(async ({ sessions, audit }) => {
    const at = now();
    if (!(await sessions.end(account.id, session, at))) return;
    const { id: by, role } = account;
    await audit.add({ at, by, role, action: 'session-ended', object: `account/${by}`, detail: { session } });
  });
}
