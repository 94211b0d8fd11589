import { z } from 'zod';
import { type Day, isDay } from '../base/days.ts';
import type { CheckedContact } from '../referral/legal-aid-centre.ts';

/** How a centre is reached, as an admin wrote it down. */
export interface CentreContact {
  readonly address: string;
  /** As they are dialled: `0221 3863 xxx`. */
  readonly phones: readonly string[];
  readonly email: string;
  /** When somebody is there, in words. */
  readonly hours: string;
  /** For colleagues alone. */
  readonly note: string;
  /** Where it was found: a page, a letter, a call. Empty only where nothing is known. */
  readonly source: string;
  /** The last day on which somebody made sure that it is right. */
  readonly verifiedOn?: Day | undefined;
  /** Who made sure. */
  readonly verifiedBy: string;
}

export const UNKNOWN_CONTACT: CentreContact = {
  address: '',
  phones: [],
  email: '',
  hours: '',
  note: '',
  source: '',
  verifiedBy: '',
};

export const StoredContact = z.object({
  address: z.string(),
  phones: z.array(z.string()),
  email: z.string(),
  hours: z.string(),
  note: z.string(),
  source: z.string(),
  verifiedOn: z.string().refine(isDay).optional(),
  verifiedBy: z.string(),
});

/** A contact counts as sure for so long after it was checked: numbers and addresses change with every merger. */
const SURE_MONTHS = 6;

/**
 * How far a contact can be trusted: `none` where nothing is known, `unverified` where nobody checked it, `old` where that
 * was more than six months ago. Only a `sure` one is shown to people.
 */
export type ContactState = 'none' | 'unverified' | 'old' | 'sure';

export function contactState(contact: CentreContact | undefined, today: Day): ContactState {
  if (!contact || (contact.address === '' && contact.phones.length === 0)) return 'none';
  const { verifiedOn, source } = contact;
  if (verifiedOn === undefined || verifiedOn > today || source === '') return 'unverified';
  return today <= monthsLater(verifiedOn, SURE_MONTHS) ? 'sure' : 'old';
}

/** What people may be told of a contact; `undefined` while it is not sure. */
export function checkedContact(contact: CentreContact | undefined, today: Day): CheckedContact | undefined {
  if (contact?.verifiedOn === undefined || contactState(contact, today) !== 'sure') return undefined;
  const { address, phones, email, hours, verifiedOn } = contact;
  return { address, phones, email, hours, checkedOn: verifiedOn };
}

/** The same day of the month so many months later; the last of that month where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
