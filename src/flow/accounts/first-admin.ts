import { LINK_MS } from '../../accounts/invitation.ts';
import { loginOf } from '../../accounts/login.ts';
import type { InviteNeeds } from './invite.ts';

/**
 * While nobody has an account, the program offers one: a link that makes the first admin, a new one at each start, so that
 * a link that was lost or seen by others opens nothing.
 *
 * @returns The token of the link; undefined once there is an account.
 */
export function inviteFirstAdmin({ store, newToken, now }: InviteNeeds): Promise<string | undefined> {
  return store.transaction(async ({ accounts, invitations, audit }) => {
    if ((await accounts.count()) > 0) return undefined;
    const at = now();
    const token = newToken();
    await invitations.withdrawFirst(at);
    const id = await invitations.add({
      token,
      role: 'admin',
      province: undefined,
      note: '',
      account: undefined,
      by: undefined,
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_MS.firstAdmin),
    });
    const action = 'invitation-made';
    await audit.add({
      at,
      by: undefined,
      role: undefined,
      action,
      object: `invitation/${id}`,
      detail: { role: 'admin' },
    });
    return token;
  });
}

export type AdminReset =
  | { readonly kind: 'made'; readonly token: string }
  /** No active admin has this login; these have. */
  | { readonly kind: 'no-such-admin'; readonly logins: readonly string[] };

/** For an operator whose admins lost everything: a link that gives one of them a new password and second factor. */
export function resetAdmin(login: string, { store, newToken, now }: InviteNeeds): Promise<AdminReset> {
  return store.transaction(async ({ accounts, invitations, audit }) => {
    const admins = await accounts.list({ role: 'admin', state: 'active' }, MANY);
    const admin = admins.find((one) => one.login === loginOf(login));
    if (!admin) return { kind: 'no-such-admin', logins: admins.map((one) => one.login) };
    const at = now();
    const token = newToken();
    await invitations.withdrawResets(admin.id, at);
    await invitations.add({
      token,
      role: admin.role,
      province: undefined,
      note: '',
      account: admin.id,
      by: undefined,
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_MS.reset),
    });
    await audit.add({ at, by: undefined, role: undefined, action: 'account-reset', object: `account/${admin.id}` });
    return { kind: 'made', token };
  });
}

/** More admins than any service has. */
const MANY = 1000;
