import { ENDED_KEPT_MS, SESSION_MS } from '../../accounts/session-lifetime.ts';
import type { AccountId, SessionId } from '../../base/ids.ts';
import type { Records } from '../../ports/store.ts';

/** Begins a session under a new token: whatever the browser held before opens nothing. */
export async function beginSession(
  { account, token, device, at }: { account: AccountId; token: string; device: string; at: Date },
  { accounts, sessions }: Pick<Records, 'accounts' | 'sessions'>,
): Promise<SessionId> {
  await sessions.forget(new Date(at.getTime() - ENDED_KEPT_MS));
  await accounts.markSignedIn(account, at);
  const expiresAt = new Date(at.getTime() + SESSION_MS);
  return sessions.add({ token, account, stage: 'signed-in', device, at, expiresAt });
}
