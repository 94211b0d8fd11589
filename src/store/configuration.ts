import type { Kysely } from 'kysely';
import type { AccountId } from '../base/ids.ts';
import type { Configuration } from '../ports/configuration.ts';
import type { Tables } from './tables.ts';

/** What admins set. Every change is kept; the newest of a name holds. `db` is a transaction. */
export function configurationIn(db: Kysely<Tables>, newId: () => string): Configuration {
  return {
    async all() {
      const rows = await db.selectFrom('configuration').select(['name', 'value']).orderBy('id').execute();
      return new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
    },

    async set({ name, value, reason, by, at }) {
      await db
        .insertInto('configuration')
        .values({
          id: newId(),
          name,
          value: JSON.stringify(value),
          reason,
          changed_by: by,
          changed_at: at.toISOString(),
        })
        .execute();
    },

    async history(name) {
      const rows = await db
        .selectFrom('configuration')
        .selectAll()
        .where('name', '=', name)
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({
        name: row.name,
        value: JSON.parse(row.value) as unknown,
        reason: row.reason,
        by: row.changed_by as AccountId,
        at: new Date(row.changed_at),
      }));
    },
  };
}
