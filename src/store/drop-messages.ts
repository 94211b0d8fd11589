import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { vietnamDay } from '../base/days.ts';
import { countsIn } from './counts.ts';
import type { Tables } from './tables.ts';

/** Which rows of the outbox. */
export type WhichMessages = (row: ExpressionBuilder<Tables, 'outbox'>) => Expression<SqlBool>;

/**
 * Deletes messages of the outbox. What the dashboard tells of those to people is counted first, as sums of the day, so that
 * figures of past periods stay what they were. What still waited was never sent and is in no sum.
 *
 * @returns How many.
 */
export async function dropMessages(db: Kysely<Tables>, which: WhichMessages): Promise<number> {
  const gone = await db
    .deleteFrom('outbox')
    .where(which)
    .returning(['added_at', 'state', 'note', 'for_staff'])
    .execute();
  const sums = new Map<string, number>();
  for (const { added_at, state, note, for_staff } of gone) {
    if (for_staff > 0 || (state !== 'sent' && state !== 'given-up')) continue;
    const key = `${vietnamDay(new Date(added_at))} ${state === 'sent' ? 'sent' : `given-up/${note ?? 'other'}`}`;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  // Always in the same order: two processes that count at the same moment wait for each other and not in a circle.
  for (const [key, n] of [...sums].sort()) {
    await countsIn(db).add(key.slice(0, 10), 'message', key.slice(11), n);
  }
  return gone.length;
}
