import { vietnamDay } from '../../base/days.ts';
import { reviewsOwed } from '../../law/impact.ts';
import type { LawEvent } from '../../law/law-changes.ts';
import type { Records } from '../../ports/store.ts';
import type { CitingOf } from './citing.ts';

export interface ReviewNeeds {
  readonly citing: CitingOf;
  readonly now: () => Date;
}

/**
 * Opens a review task for everything that rests on law which becomes another. What was opened before, cleared or not, stays
 * as it is.
 *
 * @returns How many were opened.
 */
export async function openReviewTasks(
  happened: readonly { readonly code: string; readonly events: readonly LawEvent[] }[],
  records: Records,
  { citing, now }: ReviewNeeds,
): Promise<number> {
  if (happened.every(({ events }) => events.length === 0)) return 0;
  const all = await citing(records);
  const today = vietnamDay(now());
  let opened = 0;
  for (const { code, events } of happened) {
    for (const owed of reviewsOwed(code, events, all, today)) {
      if (await records.reviewTasks.open(owed, now())) opened += 1;
    }
  }
  return opened;
}
