import type { AccountId, ReviewTaskId } from '../../base/ids.ts';
import type { Store } from '../../ports/store.ts';

/** Who has read something again. */
export interface ReviewReader {
  readonly id: AccountId;
  readonly role: string;
}

/**
 * Notes that somebody has read something again after the law changed.
 *
 * @returns `false` when there is no such task, or somebody noted it before: then nothing changes.
 */
export function clearReview(
  id: ReviewTaskId,
  note: string,
  by: ReviewReader,
  { store, now }: { readonly store: Store; readonly now: () => Date },
): Promise<boolean> {
  return store.transaction(async ({ reviewTasks, audit }) => {
    const task = await reviewTasks.find(id);
    if (!task || !(await reviewTasks.clear(id, by.id, note, now()))) return false;
    const { object, citation, why, day } = task;
    await audit.add({
      at: now(),
      by: by.id,
      role: by.role,
      action: 'law-review-cleared',
      object,
      detail: { citation, why, day },
    });
    return true;
  });
}
