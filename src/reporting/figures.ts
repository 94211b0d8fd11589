import type { Danger } from '../base/danger.ts';
import type { Day } from '../base/days.ts';

/** The days that figures speak of; both ends belong to them. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Channels in the order of reports. The terminal is for trials and is not counted. */
export const COUNTED_CHANNELS = ['zalo', 'telegram', 'web'] as const;
export type CountedChannel = (typeof COUNTED_CHANNELS)[number];

/** What became of a question (contracts §3), in the order of reports. Greetings and calls for help are no questions. */
export const COUNTED_OUTCOMES = ['answer', 'unresolved', 'choices', 'out-of-scope'] as const;
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

/** Why a message was not sent: `Delivery.because` and what `flow/deliver.ts` writes; everything else is `other`. */
export const GIVEN_UP_REASONS = ['person-left', 'rejected', 'too old', 'may have arrived', 'other'] as const;
export type GivenUpReason = (typeof GIVEN_UP_REASONS)[number];

/** What people said of the help of a centre when their referral was closed, in the order of reports. */
export const COUNTED_RATINGS = ['helpful', 'partly', 'not-helpful'] as const;
export type CountedRating = (typeof COUNTED_RATINGS)[number];

/** Counts by key. A key that is not there counts 0. */
export type CountsBy<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** A count with the name that people read: a topic, a province, an article as it is cited. */
export interface Named {
  readonly name: string;
  readonly count: number;
}

/** Referrals of one province in the period. What was closed may have been opened before it. */
export interface ProvinceReferrals {
  readonly province: string;
  readonly opened: number;
  readonly closed: number;
  readonly withdrawn: number;
}

/**
 * What was counted in a period: whole numbers, never a person, and never shown as they are (`shownFigures` hides the
 * small ones). A part that is undefined was not measured in the period.
 */
export interface PeriodFigures {
  readonly period: Period;
  /** Questions by day; a day of the period that is missing counts 0. */
  readonly questionsByDay: CountsBy<Day> | undefined;
  readonly questionsByChannel: CountsBy<CountedChannel> | undefined;
  readonly questionsByOutcome: CountsBy<CountedOutcome> | undefined;
  /** By the topics of the answer that was given or offered first. A question may have several. */
  readonly questionsByTopic: readonly Named[] | undefined;
  /** Topics that are groups of people: children, people with disabilities. A question may have several. */
  readonly questionsByGroup: readonly Named[] | undefined;
  /**
   * By article of a convention, the Universal Declaration or the Constitution that the answer cites, `Điều 19 Công ước về
   * quyền trẻ em`. A question may have several.
   */
  readonly questionsByArticle: readonly Named[] | undefined;
  /** Questions that were answered with hotlines first. */
  readonly urgentByDanger: CountsBy<Danger> | undefined;
  /** Unresolved questions by the topic that came nearest. A question may have several. */
  readonly unmetByTopic: readonly Named[] | undefined;
  /** Questions that the same person put again within 24 hours; each of them is one of the questions counted by day. */
  readonly askedAgain: number | undefined;
  readonly answerRatings: AnswerRatings | undefined;
  readonly referrals: readonly ProvinceReferrals[] | undefined;
  readonly firstAnswer: FirstAnswer | undefined;
  readonly referralRatings: CountsBy<CountedRating> | undefined;
  readonly delivery: DeliveryCounts | undefined;
}

/** Answers of the bot that people rated. */
export interface AnswerRatings {
  readonly helpful: number;
  readonly unhelpful: number;
  /** Why an answer did not help. A rating has at most one reason. */
  readonly reasons: readonly Named[];
}

/** How soon centres gave the first answer to a referral. */
export interface FirstAnswer {
  /** First answers within the target time of their centre. */
  readonly inTime: number;
  readonly late: number;
  /** Working hours; undefined where there was no first answer. */
  readonly medianHours: number | undefined;
  /** Referrals past the target time that still waited for a first answer at the end of the period. */
  readonly overdue: number;
}

/** What became of the messages that were owed to people in the period. */
export interface DeliveryCounts {
  readonly sent: number;
  readonly waiting: number;
  readonly givenUp: CountsBy<GivenUpReason>;
}
