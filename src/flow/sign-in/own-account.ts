import type { Account, Language } from '../../accounts/account.ts';
import { type PasswordFault, passwordFault } from '../../accounts/password-rules.ts';
import { IDLE_MS } from '../../accounts/session-lifetime.ts';
import type { SessionId } from '../../base/ids.ts';
import type { KeptSession } from '../../ports/sessions.ts';
import type { LockOut, Passwords, SecondFactor } from '../../ports/sign-in.ts';
import type { Records, Store } from '../../ports/store.ts';
import { giveRecoveryCodes } from './accept-invitation.ts';
import type { From } from './check-password.ts';
import type { SignedInAs } from './who-is.ts';

export interface OwnAccountNeeds {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
  readonly lockOut: LockOut;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
}

/** What keeps somebody from changing how they sign in: they show anew that they know the password. */
export type Refused = { readonly kind: 'locked'; readonly minutes: number } | { readonly kind: 'wrong-password' };

export type ChangedPassword =
  | Refused
  | { readonly kind: 'fault'; readonly fault: PasswordFault }
  | { readonly kind: 'done' };

/** A new password. Whoever knew the old one is signed out everywhere else. */
export async function changePassword(
  me: SignedInAs,
  { current, next }: { readonly current: string; readonly next: string },
  from: From,
  needs: OwnAccountNeeds,
): Promise<ChangedPassword> {
  const refused = await refusal(me.account, current, from, needs);
  if (refused) return refused;
  const fault = passwordFault(next, me.account.login);
  if (fault) return { kind: 'fault', fault };
  const hash = await needs.passwords.hash(next);
  await changing(me, 'password-changed', needs, ({ accounts }) => accounts.setPassword(me.account.id, hash));
  return { kind: 'done' };
}

export type ChangedFactor = Refused | { readonly kind: 'wrong-code' } | { readonly kind: 'done' };

/** Another app or phone for the codes. Signed out everywhere else; recovery codes stay. */
export async function changeSecondFactor(
  me: SignedInAs,
  { current, seed, code }: { readonly current: string; readonly seed: string; readonly code: string },
  from: From,
  needs: OwnAccountNeeds,
): Promise<ChangedFactor> {
  const refused = await refusal(me.account, current, from, needs);
  if (refused) return refused;
  const secret = needs.secondFactor.secretOf(seed);
  const step = needs.secondFactor.stepOf(secret, code, needs.now());
  if (step === undefined) return { kind: 'wrong-code' };
  await changing(me, 'second-factor-changed', needs, ({ accounts }) =>
    accounts.setSecondFactor(me.account.id, { totpSecret: secret, totpLastStep: step }),
  );
  return { kind: 'done' };
}

export type RenewedCodes = Refused | { readonly kind: 'done'; readonly recoveryCodes: readonly string[] };

/** Ten new recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  me: SignedInAs,
  current: string,
  from: From,
  needs: OwnAccountNeeds,
): Promise<RenewedCodes> {
  const refused = await refusal(me.account, current, from, needs);
  if (refused) return refused;
  const recoveryCodes = await changing(me, 'recovery-codes-renewed', needs, (records) =>
    giveRecoveryCodes(me.account.id, needs.randomBytes, records),
  );
  return { kind: 'done', recoveryCodes };
}

/** What the page of one's own account shows. */
export interface OwnAccount {
  readonly sessions: readonly KeptSession[];
  readonly codesLeft: number;
}

export function ownAccount({ account }: SignedInAs, { store, now }: OwnAccountNeeds): Promise<OwnAccount> {
  return store.transaction(async ({ sessions, accounts }) => {
    const at = now();
    return {
      sessions: await sessions.of(account.id, at, new Date(at.getTime() - IDLE_MS)),
      codesLeft: await accounts.countRecoveryCodes(account.id),
    };
  });
}

/** Ends one other session of one's own, or all of them but this one. */
export function endOwnSessions(
  { account, session: mine }: SignedInAs,
  which: SessionId | 'all-others',
  { store, now }: OwnAccountNeeds,
): Promise<void> {
  return store.transaction(async ({ sessions, audit }) => {
    const at = now();
    const ended =
      which === 'all-others'
        ? await sessions.endAll(account.id, at, mine)
        : Number(await sessions.end(account.id, which, at));
    if (ended === 0) return;
    const { id: by, role } = account;
    await audit.add({ at, by, role, action: 'session-ended', object: `account/${by}`, detail: { sessions: ended } });
  });
}

/** Remembers the language of the pages with the account. */
export function keepLanguage({ id }: Account, language: Language, { store }: { readonly store: Store }): Promise<void> {
  return store.transaction(({ accounts }) => accounts.setLanguage(id, language));
}

/** Counted like any other attempt: a browser that was left open is no place to guess the password. */
async function refusal(
  { id, login }: Account,
  password: string,
  { address, knownDevice }: From,
  { store, passwords, lockOut }: OwnAccountNeeds,
): Promise<Refused | undefined> {
  const attempt = { what: 'password', login, address, device: knownDevice(id) } as const;
  const minutes = await lockOut.begin(attempt);
  if (minutes !== undefined) return { kind: 'locked', minutes };
  const known = await store.transaction(({ accounts }) => accounts.credentials(id));
  if (!(await passwords.matches(password, known?.passwordHash))) return { kind: 'wrong-password' };
  await lockOut.succeeded(attempt);
  return undefined;
}

/** Changes, ends all other sessions and writes it down, in one transaction. */
function changing<T>(
  { account, session }: SignedInAs,
  action: string,
  { store, now }: OwnAccountNeeds,
  change: (records: Records) => Promise<T>,
): Promise<T> {
  return store.transaction(async (records) => {
    const at = now();
    const changed = await change(records);
    const sessions = await records.sessions.endAll(account.id, at, session);
    const { id: by, role } = account;
    await records.audit.add({ at, by, role, action, object: `account/${by}`, detail: { sessions } });
    return changed;
  });
}
