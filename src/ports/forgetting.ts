import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { FirstAnswerTime } from './measures.ts';
import type { Whereabouts } from './store.ts';

/**
 * What the dashboard measured in rows that went. Their sums go into the counts, in the same transaction, so that figures of
 * past periods stay what they were.
 */
export interface Forgotten {
  /** Talks, referrals or messages, whatever was asked for. */
  readonly rows: number;
  readonly firstAnswers: readonly (FirstAnswerTime & { readonly province: ProvinceCode })[];
  /** Referrals that were late at some time: since when, and until when. */
  readonly late: readonly { readonly province: ProvinceCode; readonly from: Date; readonly to: Date }[];
}

/** That somebody had everything erased. The hash is keyed: nobody can be found by it without the key. */
export interface Erasure {
  readonly chatHash: string;
  readonly at: Date;
}

/** How old the smaller things may be. */
export interface OldestKept {
  /** Messages that were received and erased: only that they were. */
  readonly heardBefore: Date;
  readonly erasures: Date;
  /** Ids by which messages can be taken off screens, and messages that still should be. */
  readonly takeBacks: Date;
  /** Who was at a ticket. */
  readonly presence: Date;
  /** Codes and links that are good for nothing any more. */
  readonly codes: Date;
}

/** Deleting what is no longer needed, or no longer wanted. Each call is a small piece of work, so that nobody waits for it. */
export interface Forgetting {
  /**
   * Erases everything of a person: messages, talk, referrals with all that belongs to them, candidates, consents, posts to
   * staff groups that carry their lines. What they wrote since and what waits for its answer stays. Messages that the
   * platform may take off screens are noted in `takeBacks`.
   */
  erase(who: Whereabouts, at: Date): Promise<Forgotten>;
  /** Every erasure that is still known, for a backup that is restored. */
  erasures(): Promise<readonly Erasure[]>;
  /** In a backup that was restored: erases anew what is older than the erasure, and keeps that it was. */
  eraseAgain(erasure: Erasure): Promise<Forgotten>;

  /** Talks without an open referral in which nothing was said since, at most `limit`: messages both ways and their state. */
  talks(before: Date, limit: number): Promise<Forgotten>;
  /** Messages outside of talks, such as posts to groups, that are about no open referral. */
  messages(before: Date, limit: number): Promise<Forgotten>;
  /** Referrals that ended before, with everything that belongs to them. Open ones are never among them. */
  referrals(before: Date, limit: number): Promise<Forgotten>;
  /** The oldest lines of the audit log, never any that is younger than its guard allows. @returns how many. */
  audit(before: Date, limit: number): Promise<number>;
  /** @returns how many rows. */
  small(oldest: OldestKept): Promise<number>;
}
