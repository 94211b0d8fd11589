import type { Account } from '../../accounts/account.ts';
import { recoveryCodeIn } from '../../accounts/recovery-code.ts';
import type { Credentials } from '../../ports/accounts.ts';
import type { LockOut, SecondFactor } from '../../ports/sign-in.ts';
import type { Records, Store } from '../../ports/store.ts';
import { beginSession } from './begin-session.ts';
import type { From } from './check-password.ts';

/** What is offered as the second factor. */
export type Proof =
  | { readonly kind: 'app'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string };

export interface CheckSecondFactorNeeds {
  readonly store: Store;
  readonly secondFactor: SecondFactor;
  readonly lockOut: LockOut;
  readonly newToken: () => string;
  readonly now: () => Date;
}

export type SecondFactorResult =
  | { readonly kind: 'locked'; readonly minutes: number }
  | { readonly kind: 'refused' }
  /** The password was given too long ago, or the session halfway was ended: begin anew. */
  | { readonly kind: 'expired' }
  /** `codesLeft` where a recovery code was used up. */
  | {
      readonly kind: 'signed-in';
      readonly token: string;
      readonly account: Account;
      readonly codesLeft: number | undefined;
    };

/** The second half of signing in: a code of the app, or one of the recovery codes, each of which counts once. */
export async function checkSecondFactor(
  halfwayToken: string,
  proof: Proof,
  from: From,
  { store, secondFactor, lockOut, newToken, now }: CheckSecondFactorNeeds,
): Promise<SecondFactorResult> {
  const at = now();
  const halfway = (records: Records) => records.sessions.find(halfwayToken, 'halfway', at, new Date(0));
  const account = await store.transaction(async (records) => {
    const session = await halfway(records);
    return session && records.accounts.find(session.account);
  });
  if (!account) return { kind: 'expired' };
  const { login, id } = account;
  const attempt = { what: 'code', login, address: from.address, device: from.knownDevice(id) } as const;
  const minutes = await lockOut.begin(attempt);
  if (minutes !== undefined) return { kind: 'locked', minutes };

  const result = await store.transaction(async (records): Promise<SecondFactorResult> => {
    const session = await halfway(records);
    const known = session && (await records.accounts.credentials(session.account));
    if (!session || known?.account.state !== 'active') return { kind: 'expired' };
    const { audit, accounts, sessions } = records;
    const { role } = known.account;
    if (!(await counts(proof, known, records))) {
      const line = { at, by: undefined, role: undefined, object: `account/${id}` };
      await audit.add({ ...line, action: 'sign-in-refused', detail: { because: proof.kind } });
      return { kind: 'refused' };
    }
    await sessions.end(id, session.id, at);
    const token = newToken();
    const begun = await beginSession({ account: id, token, device: from.device, at }, records);
    await audit.add({
      at,
      by: id,
      role,
      action: 'session-began',
      object: `account/${id}`,
      detail: { session: begun, factor: proof.kind },
    });
    const codesLeft = proof.kind === 'recovery' ? await accounts.countRecoveryCodes(id) : undefined;
    return { kind: 'signed-in', token, account: known.account, codesLeft };
  });
  if (result.kind !== 'refused') await lockOut.succeeded(attempt);
  return result;

  async function counts(offered: Proof, known: Credentials, { accounts }: Records): Promise<boolean> {
    if (offered.kind === 'app') {
      const step = secondFactor.stepOf(known.totpSecret, offered.code, at);
      return step !== undefined && (await accounts.useStep(id, step));
    }
    const code = recoveryCodeIn(offered.code);
    return code !== undefined && (await accounts.useRecoveryCode(id, code, at));
  }
}
