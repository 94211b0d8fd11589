import type { AccountId } from '../base/ids.ts';

/**
 * What somebody who signs in may do: `staff` work on the tickets of one centre; `curator` writes entries; `reviewer`
 * also publishes what another wrote; `admin` runs accounts, settings and reports and reads no ticket.
 */
export const ROLES = ['staff', 'curator', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Somebody who may sign in. */
export interface Account {
  readonly id: AccountId;
  /** E-mail address, lower case. */
  readonly login: string;
  /** As colleagues know them. Never shown to citizens. */
  readonly name: string;
  readonly role: Role;
  /** Two-digit code of the province whose centre a member of staff works for; undefined for all other roles. */
  readonly province: string | undefined;
  readonly language: Language;
  readonly state: 'active' | 'disabled';
}
