import type { AccountId, ReviewTaskId } from '../../base/ids.ts';
import { articleOf, type Citation } from '../../knowledge/citation.ts';
import type { ReviewTask } from '../../ports/review-tasks.ts';
import type { Store } from '../../ports/store.ts';

/** Who has read something again. */
export interface ReviewReader {
  readonly id: AccountId;
  readonly role: string;
}

/** What somebody notes after reading. */
export interface ReadAgain {
  readonly note: string;
  /** Everything else that waits because of the same change of the same article was read too. */
  readonly others: boolean;
}

/**
 * Notes that somebody has read something again after the law changed.
 *
 * @returns How many tasks are cleared by it; none where there is no such task, or somebody cleared it before.
 */
export function clearReview(
  id: ReviewTaskId,
  { note, others }: ReadAgain,
  by: ReviewReader,
  { store, now }: { readonly store: Store; readonly now: () => Date },
): Promise<number> {
  return store.transaction(async ({ reviewTasks, audit }) => {
    const task = await reviewTasks.find(id);
    if (!task) return 0;
    const all = others ? [task, ...(await reviewTasks.list()).filter((one) => isSameChange(one, task))] : [task];
    let cleared = 0;
    for (const { id: one, object, citation, why, day } of all) {
      if (!(await reviewTasks.clear(one, by.id, note, now()))) continue;
      cleared += 1;
      const detail = { citation, why, day };
      await audit.add({ at: now(), by: by.id, role: by.role, action: 'law-review-cleared', object, detail });
    }
    return cleared;
  });
}

/** Do both wait because of the same change of the same article? */
export function isSameChange(a: ReviewTask, b: ReviewTask): boolean {
  const [first, second] = [a, b].map(({ citation }) => articleOf(citation as Citation));
  return first === second && a.day === b.day && a.why === b.why;
}
