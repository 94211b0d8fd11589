import type { AccountId, InvitationId } from '../base/ids.ts';
import type { Role } from './account.ts';

const HOUR_MS = 60 * 60_000;

/** How long a link may wait. The shorter ones open more: an admin account, or an account that exists already. */
export const LINK_MS = {
  invitation: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
  firstAdmin: 24 * HOUR_MS,
} as const;

/** A link that makes an account, or gives one a new password and second factor. It opens once. */
export interface Invitation {
  readonly id: InvitationId;
  readonly role: Role;
  /** Two-digit code of the province; for staff alone. */
  readonly province: string | undefined;
  /** For whom, in the words of the admin. */
  readonly note: string;
  /** The account that gets a new password and second factor; undefined where one is made. */
  readonly account: AccountId | undefined;
  /** Undefined: the program itself, on its first start or by the command of an operator. */
  readonly by: AccountId | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Staff work for one centre, all others for none. */
export function isRightPlace(role: Role, province: string | undefined): boolean {
  return (role === 'staff') === (province !== undefined);
}
