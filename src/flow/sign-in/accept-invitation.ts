import type { Account, Language } from '../../accounts/account.ts';
import type { Invitation } from '../../accounts/invitation.ts';
import { loginOf } from '../../accounts/login.ts';
import { type PasswordFault, passwordFault } from '../../accounts/password-rules.ts';
import { RECOVERY_CODES, recoveryCode } from '../../accounts/recovery-code.ts';
import { AppError } from '../../base/errors.ts';
import type { AccountId } from '../../base/ids.ts';
import type { NewCredentials } from '../../ports/accounts.ts';
import type { Passwords, SecondFactor } from '../../ports/sign-in.ts';
import type { Records, Store } from '../../ports/store.ts';
import { beginSession } from './begin-session.ts';

/** An invitation that can be accepted, and the account that it renews. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  /** Undefined where an account is made. */
  readonly account: Account | undefined;
}

/** @returns What a token opens; undefined when it was used or withdrawn, is too old, or its account is disabled. */
export async function openInvitation(token: string, at: Date, records: Records): Promise<OpenInvitation | undefined> {
  const invitation = await records.invitations.findOpen(token, at);
  if (!invitation) return undefined;
  if (invitation.account === undefined) return { invitation, account: undefined };
  const account = await records.accounts.find(invitation.account);
  return account?.state === 'active' ? { invitation, account } : undefined;
}

/** What somebody fills in. Name and login only where an account is made. */
export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  /** From which the secret of the second factor is made. */
  readonly seed: string;
  /** Of the app, to show that it has the secret. */
  readonly code: string;
  readonly language: Language;
  /** As its owner would recognise it. */
  readonly device: string;
}

export interface AcceptNeeds {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly secondFactor: SecondFactor;
  readonly newToken: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
}

export interface AcceptFaults {
  readonly password?: PasswordFault | undefined;
  readonly code?: 'wrong' | undefined;
  readonly login?: 'taken' | undefined;
}

export type AcceptResult =
  | { readonly kind: 'gone' }
  | { readonly kind: 'faults'; readonly faults: AcceptFaults }
  /** Signed in at once. The codes are shown this once. */
  | {
      readonly kind: 'accepted';
      readonly account: AccountId;
      readonly token: string;
      readonly recoveryCodes: readonly string[];
    };

/** Makes the account of an invitation, or renews one, in one transaction: the link opens once, or nothing has happened. */
export async function acceptInvitation(
  given: Acceptance,
  { store, passwords, secondFactor, newToken, randomBytes, now }: AcceptNeeds,
): Promise<AcceptResult> {
  const at = now();
  const opened = await store.transaction((records) => openInvitation(given.token, at, records));
  if (!opened) return { kind: 'gone' };
  const login = opened.account?.login ?? loginOf(given.login);
  const secret = secondFactor.secretOf(given.seed);
  const step = secondFactor.stepOf(secret, given.code, at);
  const taken = await store.transaction(async ({ accounts }) => (await accounts.findByLogin(login)) !== undefined);
  const faults: AcceptFaults = {
    password: passwordFault(given.password, login),
    code: step === undefined ? 'wrong' : undefined,
    login: opened.account === undefined && taken ? 'taken' : undefined,
  };
  if (step === undefined || faults.password || faults.login) return { kind: 'faults', faults };

  const passwordHash = await passwords.hash(given.password);
  const credentials: NewCredentials = { passwordHash, totpSecret: secret, totpLastStep: step };
  return store.transaction(async (records): Promise<AcceptResult> => {
    const still = await openInvitation(given.token, at, records);
    if (!still || !(await records.invitations.use(still.invitation.id, at))) return { kind: 'gone' };
    const { role, province } = still.account ?? still.invitation;
    const account = still.account
      ? await renew(still.account.id, credentials, at, records)
      : await make(still.invitation, { ...given, login }, credentials, at, records);
    const recoveryCodes = await giveRecoveryCodes(account, randomBytes, records);
    await records.audit.add({
      at,
      by: account,
      role,
      action: still.account ? 'account-renewed' : 'account-made',
      object: `account/${account}`,
      province,
      detail: { role, invitation: still.invitation.id },
    });
    const token = newToken();
    await beginSession({ account, token, device: given.device, at }, records);
    return { kind: 'accepted', account, token, recoveryCodes };
  });
}

/** Ten new codes in place of all that there were. They are stored as hashes: this is the only time to show them. */
export async function giveRecoveryCodes(
  account: AccountId,
  randomBytes: (count: number) => Uint8Array,
  { accounts }: Records,
): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes));
  await accounts.setRecoveryCodes(account, codes);
  return codes;
}

async function make(
  { role, province, by }: Invitation,
  { login, name, language }: Acceptance,
  credentials: NewCredentials,
  at: Date,
  { accounts }: Records,
): Promise<AccountId> {
  const account = await accounts.add({ ...credentials, login, name, role, province, language, by, at });
  // Somebody else took the login in this very moment: throwing leaves the invitation open.
  if (account === undefined) throw new AppError('conflict', 'The login was taken meanwhile');
  return account;
}

async function renew(
  account: AccountId,
  { passwordHash, ...factor }: NewCredentials,
  at: Date,
  { accounts, invitations, sessions }: Records,
): Promise<AccountId> {
  await accounts.setPassword(account, passwordHash);
  await accounts.setSecondFactor(account, factor);
  await invitations.withdrawResets(account, at);
  await sessions.endAll(account, at);
  return account;
}
