import type { Kysely } from 'kysely';
import type { TakeBacks } from '../ports/take-backs.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What is to be taken off screens, in SQL. `db` is a transaction. */
export function takeBacksIn(db: Kysely<Tables>, vault: Vault): TakeBacks {
  return {
    async due(channel, now, limit) {
      const rows = await db
        .selectFrom('take_backs')
        .select(['id', 'external_sealed'])
        .where('channel', '=', channel)
        .where('due_at', '<=', now.toISOString())
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.flatMap(({ id, external_sealed }) =>
        openedOr(() => ({ id, externalId: vault.open(external_sealed) })),
      );
    },

    async done(ids) {
      if (ids.length > 0) await db.deleteFrom('take_backs').where('id', 'in', ids).execute();
    },

    async tryAgain(ids, dueAt) {
      if (ids.length === 0) return;
      await db.updateTable('take_backs').set({ due_at: dueAt.toISOString() }).where('id', 'in', ids).execute();
    },

    async countDue(now) {
      const row = await db
        .selectFrom('take_backs')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('due_at', '<=', now.toISOString())
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },
  };
}
