import type { AccountId, EntryId, RevisionId } from '../base/ids.ts';

/** `draft` → `in-review` → `published` or `rejected`; a draft may be `discarded`. */
export const REVISION_STATES = ['draft', 'in-review', 'published', 'rejected', 'discarded'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

/**
 * Where a revision comes from: edited by hand, begun from what people asked or from a closed referral, read from files, an
 * old text brought back, or written because a release changed the shipped file.
 */
const ORIGINS = ['edit', 'question', 'referral', 'import', 'rollback', 'release'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A text of an entry that was written after the release, without the text: for lists. */
export interface RevisionHead {
  readonly id: RevisionId;
  readonly entry: EntryId;
  /** Counts up for each entry, from 1. */
  readonly number: number;
  readonly state: RevisionState;
  readonly origin: Origin;
  /** What was changed and why, in the words of the author. */
  readonly note: string;
  readonly author: AccountId;
  readonly createdAt: Date;
  readonly submittedAt: Date | undefined;
  readonly decidedBy: AccountId | undefined;
  readonly decidedAt: Date | undefined;
  /** What the second person said. Never empty where it was rejected. */
  readonly decision: string | undefined;
  /** Set where it was live and the shipped file came back in its place. */
  readonly takenBack: TakenBack | undefined;
}

export interface TakenBack {
  readonly by: AccountId;
  readonly at: Date;
  readonly why: string;
}

export interface Revision extends RevisionHead {
  /** The whole file, byte for byte. */
  readonly text: string;
  /** The shipped file as it was when the revision was begun; undefined where there was none. */
  readonly baseText: string | undefined;
  /** The revision that was live when this one was begun; undefined where the shipped file (or nothing) was. */
  readonly standsOn: RevisionId | undefined;
}

/** A revision that is begun. */
export interface NewDraft extends Pick<Revision, 'entry' | 'text' | 'baseText' | 'standsOn' | 'origin' | 'note'> {
  readonly author: AccountId;
  readonly at: Date;
}
