import type { TicketId } from '../base/ids.ts';
import type { Whereabouts } from './store.ts';

/**
 * What a person can agree to. `referral`: that their lines go to a centre · `transfer`: that another centre gets them ·
 * `reach`: when and how staff may reach them.
 */
export type ConsentAbout = 'referral' | 'transfer' | 'reach';

/** How a consent ended. `withdraw`: the person took the referral back · `stop`: the person stopped everything. */
export type ConsentEnd = 'withdraw' | 'stop';

export interface NewConsent {
  readonly who: Whereabouts;
  readonly about: ConsentAbout;
  /** The referral that it belongs to; it goes with it. */
  readonly ticket?: TicketId | undefined;
  /** The words as they were shown when the person agreed. */
  readonly wording: string;
  readonly at: Date;
}

export interface Consent {
  readonly about: ConsentAbout;
  readonly ticket: TicketId | undefined;
  readonly wording: string;
  readonly givenAt: Date;
  /** Undefined while it holds. */
  readonly withdrawnAt: Date | undefined;
  readonly withdrawnBy: ConsentEnd | undefined;
}

/** What people agreed to, with the words that they saw, and when they took it back. */
export interface Consents {
  give(consent: NewConsent): Promise<void>;
  /**
   * Ends what was agreed to and still holds: of one referral and of those that were put into it, of one matter, or, with
   * neither, of everything.
   *
   * @returns How many ended.
   */
  withdraw(end: {
    readonly who: Whereabouts;
    readonly ticket?: TicketId | undefined;
    readonly about?: ConsentAbout | undefined;
    readonly by: ConsentEnd;
    readonly at: Date;
  }): Promise<number>;
  /** Oldest first. */
  ofPerson(who: Whereabouts): Promise<readonly Consent[]>;
  /** Of one referral, oldest first. */
  ofTicket(ticket: TicketId): Promise<readonly Consent[]>;
}
