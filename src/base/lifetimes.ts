/**
 * How long things are kept. Told to people, so what is promised and what is done come from the same numbers.
 * The settings say how long in one deployment; what no setting changes stands here alone.
 */
export interface Lifetimes {
  /** From the last word of a talk to its end, in days. */
  readonly conversationsDays: number;
  /** From the end of a referral, in months. */
  readonly referralsMonths: number;
  /** Of the audit log, in months. */
  readonly auditMonths: number;
  /** Of a backup, in days: so long after it was erased, something may still be in one. */
  readonly backupsDays: number;
  /** Of a masked question that is kept for the curators, in days. */
  readonly questionsDays: number;
}

/** Where no setting says otherwise. */
export const LIFETIMES: Lifetimes = {
  conversationsDays: 30,
  referralsMonths: 12,
  auditMonths: 24,
  backupsDays: 14,
  questionsDays: 180,
};

/** Telegram lets a bot take a message back for so long, in hours. */
export const TAKE_BACK_HOURS = 48;

/** A platform may send a message again for so long, in days: then it must be known although it was erased. */
export const HEARD_BEFORE_DAYS = 3;

/** For so many days, and as long as a backup is kept, it is known by a keyed hash that somebody had everything erased. */
export const ERASURES_DAYS = 90;
