import type { Danger } from '../base/danger.ts';
import type { ReferralCode, TicketId } from '../base/ids.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Whereabouts } from './store.ts';

/** A ticket whose person still waits for the first answer of the centre. */
export interface UnansweredTicket {
  readonly id: TicketId;
  readonly code: ReferralCode;
  readonly province: ProvinceCode;
  readonly who: Whereabouts;
  readonly dueAt: Date;
  /** Somebody of the centre has it. */
  readonly claimed: boolean;
}

/**
 * What is done once for each time that an answer is due: `reminded` staff were told that it is due soon · `alarmed` that it
 * is late · `told` the person was told so · `escalated` the admin was.
 */
export type ClockMark = 'reminded' | 'alarmed' | 'told' | 'escalated';

/** A late ticket as an admin sees it, who reads no ticket: nothing of what it says. */
export interface LateTicket {
  readonly code: ReferralCode;
  readonly province: ProvinceCode;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly urgent: Danger | undefined;
  readonly claimed: boolean;
  readonly escalated: boolean;
}

/** The late tickets of a centre. */
export interface LateCount {
  readonly province: ProvinceCode;
  readonly late: number;
  readonly escalated: number;
  readonly oldestDueAt: Date;
}

/** What the clock knows of tickets that wait for the first answer. */
export interface TicketClock {
  /** Due after `now` and until `until`, and nobody was reminded yet; what is due first comes first. */
  toRemind(now: Date, until: Date, limit: number): Promise<readonly UnansweredTicket[]>;
  /** Late, and staff were not told so. */
  toAlarm(now: Date, limit: number): Promise<readonly UnansweredTicket[]>;
  /** Late, and the person was neither told so nor has left. */
  toTell(now: Date, limit: number): Promise<readonly UnansweredTicket[]>;
  /** Late, and the admin was not told; the ones that are late for longest come first. */
  toEscalate(now: Date, limit: number): Promise<readonly UnansweredTicket[]>;
  /**
   * Notes what is being done, before anything is sent. @returns `false` when it was done before, or there is an answer by
   * now: then nothing is sent.
   */
  mark(id: TicketId, mark: ClockMark, at: Date): Promise<boolean>;

  /** By centre; none where nothing is late. */
  lateCounts(now: Date): Promise<readonly LateCount[]>;
  /** What is late for longest comes first. */
  late(now: Date, page: { readonly limit: number; readonly offset: number }): Promise<readonly LateTicket[]>;
  /** Late tickets of which the admin was told and that still have no answer. */
  countEscalated(): Promise<number>;
}
