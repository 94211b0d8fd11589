import type { Day } from '../base/days.ts';
import type { AccountId, ReviewTaskId } from '../base/ids.ts';
import type { TaskReason } from '../law/law-changes.ts';

export interface NewReviewTask {
  /** `entry/<id>` or `canned/<id>`. */
  readonly object: string;
  /** The citation in it that is concerned. */
  readonly citation: string;
  readonly why: TaskReason;
  /** From when the law is another. */
  readonly day: Day;
}

export interface ReviewTask extends NewReviewTask {
  readonly id: ReviewTaskId;
  readonly openedAt: Date;
}

/** What has to be read again because the law under it changed. Open until somebody clears it with a note. */
export interface ReviewTasks {
  /** @returns `false` when the same task was opened before, cleared or not: then nothing changes. */
  open(task: NewReviewTask, at: Date): Promise<boolean>;
  /** @returns `false` when it was cleared before. */
  clear(id: ReviewTaskId, by: AccountId, note: string, at: Date): Promise<boolean>;
  find(id: ReviewTaskId): Promise<ReviewTask | undefined>;
  /** Open ones, by day and object. */
  list(): Promise<readonly ReviewTask[]>;
  countOpen(): Promise<number>;
  /** Changes whenever a task is opened or cleared. One small look at the database. */
  version(): Promise<string>;
}
