import type { Account } from '../../accounts/account.ts';
import type { Store } from '../../ports/store.ts';

/** How much waits for somebody, by the path of the page where it waits: the numbers in the navigation. */
export async function waitingFor({ role }: Account, store: Store): Promise<ReadonlyMap<string, number>> {
  if (role !== 'admin') return new Map();
  return store.transaction(
    async ({ ticketClock }) => new Map([['/console/clock', await ticketClock.countEscalated()]]),
  );
}
