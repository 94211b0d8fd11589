import type { TicketId } from '../../base/ids.ts';
import type { Store } from '../../ports/store.ts';
import { ticketTerms } from './ticket-terms.ts';

const AT_ONCE = 50;

/**
 * Makes tickets findable that were opened before their words were kept. Done a few at a time, so that nothing waits for
 * it; stopped in between, it goes on at the next start.
 *
 */
export async function keepTerms({ store }: { readonly store: Store }, signal: AbortSignal): Promise<void> {
  let after: TicketId | undefined;
  while (!signal.aborted) {
    const found = await store.transaction(async ({ ticketTerms: kept }) => {
      const tickets = await kept.without(after, AT_ONCE);
      for (const { id, texts } of tickets) await kept.add(id, ticketTerms(texts));
      return tickets;
    });
    after = found.at(-1)?.id;
    if (after === undefined) return;
  }
}
