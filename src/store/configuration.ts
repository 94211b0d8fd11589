import type { Kysely } from 'kysely';
import type { AccountId } from '../base/ids.ts';
import type { Configuration } from '../ports/configuration.ts';
import type { Tables } from './tables.ts';

/** What admins set. Every change is kept; the newest of a name holds. `db` is a transaction. */
export function configurationIn(db: Kysely<Tables>, newId: () => string): Configuration {
  return {
    async all() {
      const rows = await db.selectFrom('configuration').select(['name', 'value']).orderBy('id').execute();
      return new Map(rows.map(({ name, value }) => [name, parsed(value)]));
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

    async history(name, limit) {
      let query = db.selectFrom('configuration').selectAll().where('name', '=', name).orderBy('id', 'desc');
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map((row) => ({
        id: row.id,
        name: row.name,
        value: parsed(row.value),
        reason: row.reason,
        by: row.changed_by as AccountId,
        at: new Date(row.changed_at),
      }));
    },

    async latest(name) {
      let query = db.selectFrom('configuration').select((eb) => eb.fn.max('id').as('id'));
      if (name !== undefined) query = query.where('name', '=', name);
      return (await query.executeTakeFirst())?.id ?? undefined;
    },
  };
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored) as unknown;
  } catch {
    return stored;
  }
}
