import type { AccountId, Id, RevisionId, TicketId } from '../base/ids.ts';
import type { Citation } from '../knowledge/citation.ts';

export type CandidateId = Id<'candidate'>;

/**
 * A closed referral as what may become an entry: its question and its answer, masked by the machine and read by a person.
 * It does not say from which referral or centre it comes.
 */
export interface EntryCandidate {
  readonly id: CandidateId;
  readonly question: string;
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly state: 'offered' | 'drafted' | 'dismissed';
  readonly madeAt: Date;
  /** What was begun from it. */
  readonly revision?: RevisionId | undefined;
}

export interface NewCandidate {
  /** Kept so that a referral is offered once; nobody reads it back. */
  readonly ticket: TicketId;
  readonly question: string;
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly by: AccountId;
  readonly at: Date;
}

/** What staff offered to the curators. */
export interface Candidates {
  /** @returns The new id; undefined when this referral was offered before: then nothing changes. */
  offer(candidate: NewCandidate): Promise<CandidateId | undefined>;
  wasOffered(ticket: TicketId): Promise<boolean>;
  find(id: CandidateId): Promise<EntryCandidate | undefined>;
  /** Those that wait for a curator, oldest first. `after`: id of the last of the page before. */
  waiting(limit: number, after?: CandidateId): Promise<readonly EntryCandidate[]>;
  countWaiting(): Promise<number>;
  /** Settles one that waits. @returns `false` when somebody was faster: then nothing changes. */
  settle(
    id: CandidateId,
    how: {
      readonly state: 'drafted' | 'dismissed';
      readonly by: AccountId;
      readonly at: Date;
      readonly revision?: RevisionId | undefined;
    },
  ): Promise<boolean>;
  /** What waits is given up when its person takes the referral back. What was begun from it is nobody's words any more. */
  dropOf(ticket: TicketId, at: Date): Promise<void>;
  /** Those from which a revision was begun. */
  takenInto(revision: RevisionId): Promise<readonly EntryCandidate[]>;
  /** What was taken into one revision belongs to another that goes on from it, or waits again. @returns how many. */
  passOn(from: RevisionId, to: RevisionId | undefined): Promise<number>;
}
