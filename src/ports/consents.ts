import type { TicketId } from '../base/ids.ts';
import type { ConsentAbout } from '../conversation/own-data.ts';
import type { Whereabouts } from './store.ts';

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
    readonly at: Date;
  }): Promise<number>;
  /** Oldest first. */
  ofPerson(who: Whereabouts): Promise<readonly Consent[]>;
}
