import type { Account } from '../../accounts/account.ts';
import type { Store } from '../../ports/store.ts';

/** How much waits for somebody, by the path of the page where it waits: the numbers in the navigation. */
export async function waitingFor(
  { id, role, province }: Account,
  store: Store,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  return store.transaction(async ({ ticketClock, desk, revisions, candidates, keptQuestions, reviewTasks }) => {
    if (role === 'admin') return new Map([['/console/clock', await ticketClock.countEscalated()]]);
    if (role === 'curator' || role === 'reviewer') {
      return new Map([
        ['/console/questions', await keptQuestions.countOpen()],
        ['/console/reviews', await revisions.count({ state: 'in-review' })],
        ['/console/candidates', await candidates.countWaiting()],
        ['/console/law', await reviewTasks.countOpen()],
      ]);
    }
    if (role !== 'staff' || province === undefined) return new Map();
    return new Map([['/console/inbox', (await desk.counts({ id, province }, now)).new]]);
  });
}
