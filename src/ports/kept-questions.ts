import type { Day } from '../base/days.ts';
import type { AccountId, EntryId, Id, RevisionId } from '../base/ids.ts';

export type KeptQuestionId = Id<'kept-question'>;

/**
 * Why a question is kept: nothing was known, choices were offered, an answer was given with little confidence, or the
 * person said that the answer did not help.
 */
export const REASONS_TO_KEEP = ['unresolved', 'choices', 'unsure', 'unhelpful'] as const;
export type ReasonToKeep = (typeof REASONS_TO_KEEP)[number];

/** A question that got no good answer, for the curators. Personal data are masked before it is stored. */
export interface KeptQuestion {
  readonly id: KeptQuestionId;
  readonly words: string;
  readonly why: ReasonToKeep;
  /** What the search thought of, best first, with its confidence (0 to 1, two decimals). */
  readonly candidates: readonly { readonly entry: EntryId; readonly confidence: number }[];
  /** No finer time is kept. */
  readonly day: Day;
}

/** What became of a question: it was taken into a revision of an entry, or put aside. */
export interface Settlement {
  readonly by: AccountId;
  readonly at: Date;
  readonly as: { readonly revision: RevisionId } | { readonly dismissed: string };
}

/**
 * Questions for the curators. Nothing in a row leads to the person: no address, no message, no time but the day, and an
 * id that is drawn at random, so that it does not even tell the order in which questions came.
 */
export interface KeptQuestions {
  keep(question: Omit<KeptQuestion, 'id'>): Promise<void>;
  /** Ids of the newest that nobody settled, by day, at most `limit`. */
  openIds(limit: number): Promise<readonly KeptQuestionId[]>;
  /** Those that are there and can be read, settled or not, in no order. */
  some(ids: readonly KeptQuestionId[]): Promise<readonly KeptQuestion[]>;
  countOpen(): Promise<number>;
  /** @returns How many of them were still open. */
  settle(ids: readonly KeptQuestionId[], settlement: Settlement): Promise<number>;
  /** Those that were taken into a revision and can be read. */
  takenInto(revision: RevisionId): Promise<readonly KeptQuestion[]>;
  /** What was taken into one revision belongs to another that goes on from it, or is open again. @returns how many. */
  passOn(from: RevisionId, to: RevisionId | undefined): Promise<number>;
  /** Removes all of days before `day`, settled or not. @returns how many. */
  forgetBefore(day: Day): Promise<number>;
}
