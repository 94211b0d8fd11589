import type { Account, Role } from '../../accounts/account.ts';
import { type Invitation, isRightPlace, LINK_MS } from '../../accounts/invitation.ts';
import { AppError } from '../../base/errors.ts';
import type { InvitationId } from '../../base/ids.ts';
import type { Records, Store } from '../../ports/store.ts';

export interface InviteNeeds {
  readonly store: Store;
  /** 32 random bytes, as base64url. */
  readonly newToken: () => string;
  readonly now: () => Date;
}

export interface NewPlace {
  readonly role: Role;
  readonly province: string | undefined;
  /** For whom, in the words of the admin. */
  readonly note: string;
}

/**
 * Makes a link by which somebody makes an account of their own.
 *
 * @returns The token of the link. It is stored as a hash: this is the only time to show it.
 * @throws AppError `invalid-input` for staff without a province, or somebody else with one.
 */
export async function invite(
  admin: Account,
  { role, province, note }: NewPlace,
  { store, newToken, now }: InviteNeeds,
): Promise<string> {
  if (!isRightPlace(role, province)) throw new AppError('invalid-input', 'Staff have a province, and only staff');
  const token = newToken();
  await store.transaction(async ({ invitations, audit }) => {
    const at = now();
    const expiresAt = new Date(at.getTime() + LINK_MS.invitation);
    const link = { role, province, note, account: undefined, by: admin.id, createdAt: at, expiresAt };
    const id = await invitations.add({ ...link, token });
    await audit.add({
      at,
      by: admin.id,
      role: admin.role,
      action: 'invitation-made',
      object: `invitation/${id}`,
      province,
      detail: { role },
    });
  });
  return token;
}

/** @returns `false` when it was used or withdrawn before. */
export function withdrawInvitation(
  admin: Account,
  id: InvitationId,
  { store, now }: Pick<InviteNeeds, 'store' | 'now'>,
): Promise<boolean> {
  return store.transaction(async ({ invitations, audit }) => {
    const at = now();
    if (!(await invitations.withdraw(id, at))) return false;
    const { id: by, role } = admin;
    await audit.add({ at, by, role, action: 'invitation-withdrawn', object: `invitation/${id}` });
    return true;
  });
}

/** An open link, with the name of who made it. */
export interface ShownInvitation extends Invitation {
  /** Undefined: the program itself. */
  readonly byName: string | undefined;
}

export async function openInvitations(
  at: Date,
  { invitations, accounts }: Records,
): Promise<readonly ShownInvitation[]> {
  const open = await invitations.open(at);
  const names = await accounts.names(open.flatMap(({ by }) => by ?? []));
  return open.map((invitation) => ({ ...invitation, byName: invitation.by && names.get(invitation.by) }));
}
