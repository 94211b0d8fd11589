import type { Account, Role } from '../../accounts/account.ts';
import { isRightPlace, LINK_MS } from '../../accounts/invitation.ts';
import { IDLE_MS } from '../../accounts/session-lifetime.ts';
import { AppError } from '../../base/errors.ts';
import type { AccountId, SessionId } from '../../base/ids.ts';
import type { KeptAccount } from '../../ports/accounts.ts';
import type { AuditLine } from '../../ports/audit.ts';
import type { KeptSession } from '../../ports/sessions.ts';
import type { Records, Store } from '../../ports/store.ts';

export interface ChangeAccountNeeds {
  readonly store: Store;
  readonly newToken: () => string;
  readonly now: () => Date;
}

export type AccountChange =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  /** Without this account nobody could run the service. */
  | { readonly kind: 'last-admin' };

/** Lets somebody sign in, or no longer: at once, also where they are signed in now. */
export function changeState(
  admin: Account,
  id: AccountId,
  state: Account['state'],
  needs: ChangeAccountNeeds,
): Promise<AccountChange> {
  return changing(id, needs, async (account, records, at) => {
    if (account.state === state) return { kind: 'done' };
    if (state === 'disabled') {
      if (await isLastAdmin(account, records)) return { kind: 'last-admin' };
      await takeAwayPowers(id, admin, at, records);
    }
    await records.accounts.setState(id, state);
    const action = state === 'active' ? 'account-enabled' : 'account-disabled';
    await records.audit.add(line(admin, account, action, at));
    return { kind: 'done' };
  });
}

/**
 * Gives another role or centre. Whoever gets one signs in anew.
 *
 * @throws AppError `invalid-input` for staff without a province, or somebody else with one.
 */
export function changeRole(
  admin: Account,
  id: AccountId,
  { role, province }: { readonly role: Role; readonly province: string | undefined },
  needs: ChangeAccountNeeds,
): Promise<AccountChange> {
  if (!isRightPlace(role, province)) throw new AppError('invalid-input', 'Staff have a province, and only staff');
  return changing(id, needs, async (account, records, at) => {
    if (account.role === role && account.province === province) return { kind: 'done' };
    if (role !== 'admin' && (await isLastAdmin(account, records))) return { kind: 'last-admin' };
    await takeAwayPowers(id, admin, at, records);
    await records.accounts.setRole(id, role, province);
    await records.audit.add({
      ...line(admin, account, 'account-role-changed', at),
      detail: { from: account.role, to: role, ...(province !== undefined && { province }) },
    });
    return { kind: 'done' };
  });
}

export type Reset = { readonly kind: 'made'; readonly token: string } | { readonly kind: 'unknown' };

/**
 * Makes a link that gives an account a new password and second factor, for who forgot one or lost the other. Until it is
 * used the old ones count: whoever must be kept out at once is disabled.
 *
 * @returns The token of the link, this once; `unknown` also for an account that is disabled.
 */
export function resetAccount(
  admin: Account,
  id: AccountId,
  { store, newToken, now }: ChangeAccountNeeds,
): Promise<Reset> {
  return store.transaction(async (records): Promise<Reset> => {
    const account = await records.accounts.find(id);
    if (account?.state !== 'active') return { kind: 'unknown' };
    const at = now();
    const token = newToken();
    await records.invitations.withdrawResets(id, at);
    await records.invitations.add({
      token,
      role: account.role,
      province: account.province,
      note: '',
      account: id,
      by: admin.id,
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_MS.reset),
    });
    await records.audit.add(line(admin, account, 'account-reset', at));
    return { kind: 'made', token };
  });
}

/** Ends one session of somebody, or all of them. */
export function endSessions(
  admin: Account,
  id: AccountId,
  which: SessionId | 'all',
  needs: ChangeAccountNeeds,
): Promise<AccountChange> {
  return changing(id, needs, async (account, { sessions, audit }, at) => {
    const ended = which === 'all' ? await sessions.endAll(id, at) : Number(await sessions.end(id, which, at));
    if (ended > 0) await audit.add({ ...line(admin, account, 'session-ended', at), detail: { sessions: ended } });
    return { kind: 'done' };
  });
}

/** An account with its sessions, for an admin. */
export interface AccountView {
  readonly account: KeptAccount;
  readonly sessions: readonly KeptSession[];
}

export function viewAccount(id: AccountId, { store, now }: ChangeAccountNeeds): Promise<AccountView | undefined> {
  return store.transaction(async ({ accounts, sessions }) => {
    const account = await accounts.find(id);
    if (!account) return undefined;
    const at = now();
    return { account, sessions: await sessions.of(id, at, new Date(at.getTime() - IDLE_MS)) };
  });
}

function changing(
  id: AccountId,
  { store, now }: ChangeAccountNeeds,
  change: (account: KeptAccount, records: Records, at: Date) => Promise<AccountChange>,
): Promise<AccountChange> {
  return store.transaction(async (records) => {
    const account = await records.accounts.find(id);
    return account ? change(account, records, now()) : { kind: 'unknown' };
  });
}

/**
 * What somebody could still do with what they were is over: sessions, and links that they made or hold. The referrals that
 * they had stand under New again, for a person waits for each.
 */
async function takeAwayPowers(
  id: AccountId,
  { id: by }: Account,
  at: Date,
  { sessions, invitations, desk }: Records,
): Promise<void> {
  await sessions.endAll(id, at);
  await invitations.withdrawBy(id, at);
  await invitations.withdrawResets(id, at);
  for (const ticket of await desk.releaseAllOf(id, at)) {
    await desk.addEvent(ticket, { kind: 'released', by, at, detail: {} });
  }
}

async function isLastAdmin({ role, state }: KeptAccount, { accounts }: Records): Promise<boolean> {
  return role === 'admin' && state === 'active' && (await accounts.countAdmins()) <= 1;
}

function line(admin: Account, { id, province }: KeptAccount, action: string, at: Date): AuditLine {
  return { at, by: admin.id, role: admin.role, action, object: `account/${id}`, province };
}
