import type { AccountId } from '../base/ids.ts';
import type { Citation } from '../knowledge/citation.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';

/** Words that staff use again and again, with the law they rest on. Never sent by itself: somebody reads and sends it. */
export interface CannedReply {
  readonly id: string;
  /** Of the centre that uses it; undefined for all centres. */
  readonly province: ProvinceCode | undefined;
  readonly title: string;
  readonly body: string;
  /** At least one. */
  readonly citations: readonly Citation[];
  readonly changedBy: AccountId;
  readonly changedAt: Date;
}

export interface CannedReplies {
  /** Those for all centres, and those of one centre where it is named; by title. */
  usableIn(province: ProvinceCode | undefined): Promise<readonly CannedReply[]>;
  /** Those of every centre and for all centres, in no order. */
  all(): Promise<readonly CannedReply[]>;
  /** @returns `undefined` also for one that was removed. */
  find(id: string): Promise<CannedReply | undefined>;
  /** Adds it, or puts it in place of the one with this id. */
  save(reply: CannedReply): Promise<void>;
  remove(id: string, by: AccountId, at: Date): Promise<void>;
}
