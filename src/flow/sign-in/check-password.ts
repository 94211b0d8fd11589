import { loginOf } from '../../accounts/login.ts';
import { HALFWAY_MS } from '../../accounts/session-lifetime.ts';
import type { AccountId } from '../../base/ids.ts';
import type { LockOut, Passwords } from '../../ports/sign-in.ts';
import type { Store } from '../../ports/store.ts';

/** Where somebody tries to sign in from. */
export interface From {
  /** IP address; `undefined` where it is not known. */
  readonly address: string | undefined;
  /** As its owner would recognise it: `Chrome, Windows`. */
  readonly device: string;
  /** The id of this device where the account has signed in on it before. */
  readonly knownDevice: (account: AccountId) => string | undefined;
}

export interface CheckPasswordNeeds {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly lockOut: LockOut;
  /** 32 random bytes, as base64url. */
  readonly newToken: () => string;
  readonly now: () => Date;
}

export type PasswordResult =
  | { readonly kind: 'locked'; readonly minutes: number }
  /** Wrong password, unknown login or disabled account: nobody is told which. */
  | { readonly kind: 'refused' }
  /** The token of a session that opens nothing but the question for the second factor. */
  | { readonly kind: 'halfway'; readonly token: string };

/**
 * The first half of signing in. For a login that nobody has, the same is done as for a wrong password, to the line in the
 * audit log, so that neither the answer nor its time tells which logins exist.
 */
export async function checkPassword(
  typed: { readonly login: string; readonly password: string },
  from: From,
  { store, passwords, lockOut, newToken, now }: CheckPasswordNeeds,
): Promise<PasswordResult> {
  const login = loginOf(typed.login);
  const found = await store.transaction(({ accounts }) => accounts.credentialsByLogin(login));
  const device = found && from.knownDevice(found.account.id);
  const attempt = { what: 'password', login, address: from.address, device } as const;
  const minutes = await lockOut.begin(attempt);
  if (minutes !== undefined) return { kind: 'locked', minutes };

  // Outside a transaction: it takes long on purpose, and nobody else should wait for it.
  const isRight = await passwords.matches(typed.password, found?.passwordHash);
  const at = now();
  const token = newToken();
  const isTaken = await store.transaction(async ({ accounts, sessions, audit }) => {
    const account = found && isRight ? found.account.id : undefined;
    // Read once more: meanwhile the password may have been changed, or the account disabled.
    const still = account && (await accounts.credentials(account));
    if (account && still?.account.state === 'active' && still.passwordHash === found?.passwordHash) {
      const expiresAt = new Date(at.getTime() + HALFWAY_MS);
      await sessions.add({ token, account, stage: 'halfway', device: from.device, at, expiresAt });
      return true;
    }
    await audit.add({
      at,
      by: undefined,
      role: undefined,
      action: 'sign-in-refused',
      object: `account/${found?.account.id ?? 'unknown'}`,
      detail: { because: 'password' },
    });
    return false;
  });
  if (!isTaken) return { kind: 'refused' };
  await lockOut.succeeded(attempt);
  return { kind: 'halfway', token };
}
