import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What waits for a later moment in one of the two boxes is due now. @returns How many. */
export async function makeAllDueIn(db: Kysely<Tables>, box: 'inbox' | 'outbox', now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable(box)
    .set({ due_at: now.toISOString() })
    .where('state', '=', 'waiting')
    .where('due_at', '>', now.toISOString())
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
