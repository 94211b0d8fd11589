import { vietnamDay } from '../base/days.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** How long a question is kept for the curators, in days. Told to people in the words about privacy. */
export const QUESTIONS_KEPT_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes what was kept for the curators longer than was promised, whether somebody has dealt with it or not. */
export async function forgetOldQuestions(needs: {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
}): Promise<void> {
  const before = vietnamDay(new Date(needs.now().getTime() - QUESTIONS_KEPT_DAYS * DAY_MS));
  const forgotten = await needs.store.transaction(({ keptQuestions }) => keptQuestions.forgetBefore(before));
  if (forgotten > 0) needs.log.info('old questions removed', { forgotten });
}
