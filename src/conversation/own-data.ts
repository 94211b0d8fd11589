import type { ReferralCode } from '../base/ids.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { TicketState } from '../referral/ticket.ts';
import type { Conversation, Rating } from './conversation.ts';

/** Everything that is kept about one person, as they may see it. */
export interface KeptOfPerson {
  /** What they wrote, oldest first; `undefined` where a button was pressed or something came that is no text. */
  readonly heard: readonly { readonly at: Date; readonly words: string | undefined }[];
  /** How many messages of ours to them are kept. */
  readonly sent: number;
  readonly conversation: Conversation;
  /** Oldest first. */
  readonly referrals: readonly KeptReferral[];
  /** Oldest first. */
  readonly consents: readonly KeptConsent[];
}

export interface KeptReferral {
  readonly code: ReferralCode;
  readonly state: TicketState;
  /** Whose centre has it. */
  readonly province: ProvinceCode;
  readonly openedAt: Date;
  readonly lines: readonly string[];
  readonly contact: string | undefined;
  /** When and how they may be reached, in their words. */
  readonly reach: string | undefined;
  readonly words: readonly { readonly by: 'person' | 'staff'; readonly words: string; readonly at: Date }[];
  readonly rating: Rating | undefined;
  /** Where staff want to pass it on to, and why, while the person has not answered. */
  readonly transfer: { readonly to: ProvinceCode; readonly reason: string } | undefined;
  /** Notes that staff wrote for themselves. */
  readonly notes: number;
  /** Staff made a draft for the curators out of it, without what points to the person. */
  readonly drafted: boolean;
}

/**
 * What a person can agree to. `referral`: that their lines go to a centre · `transfer`: that another centre gets them ·
 * `reach`: when and how staff may reach them.
 */
export type ConsentAbout = 'referral' | 'transfer' | 'reach';

export interface KeptConsent {
  readonly about: ConsentAbout;
  readonly code: ReferralCode | undefined;
  readonly wording: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | undefined;
}
