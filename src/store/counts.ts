import type { Kysely } from 'kysely';
import type { Counts } from '../ports/counts.ts';
import type { Tables } from './tables.ts';

/** Sums by day, metric and label. `db` is a transaction. */
export function countsIn(db: Kysely<Tables>): Counts {
  return {
    async add(day, metric, label, n = 1) {
      await db
        .insertInto('counts')
        .values({ day, metric, label, n })
        .onConflict((conflict) =>
          conflict.columns(['metric', 'label', 'day']).doUpdateSet((eb) => ({ n: eb('counts.n', '+', n) })),
        )
        .execute();
    },

    async of(metric, from, to) {
      return db
        .selectFrom('counts')
        .select(['day', 'label', 'n'])
        .where('metric', '=', metric)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('label')
        .execute();
    },

    async sums(metric, from, to) {
      const rows = await db
        .selectFrom('counts')
        .select((eb) => ['label', eb.fn.sum<number | string>('n').as('n')])
        .where('metric', '=', metric)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('label')
        .orderBy('n', 'desc')
        .orderBy('label')
        .execute();
      return rows.map(({ label, n }) => ({ label, n: Number(n) }));
    },
  };
}
