import type { Kysely } from 'kysely';
import type { Measures, MessageCount } from '../ports/measures.ts';
import type { Tables } from './tables.ts';

/** Times and sums over tickets and messages. Both indexes that it reads hold all it looks at. `db` is a transaction. */
export function measuresIn(db: Kysely<Tables>): Measures {
  return {
    async firstAnswers(from, to, province) {
      let query = db
        .selectFrom('tickets')
        .select(['opened_at', 'answered_at', 'due_at'])
        .where('answered_at', '>=', from.toISOString())
        .where('answered_at', '<', to.toISOString())
        .where('due_at', 'is not', null);
      if (province !== undefined) query = query.where('province', '=', province);
      return (await query.execute()).map(({ opened_at, answered_at, due_at }) => ({
        openedAt: new Date(opened_at),
        answeredAt: new Date(answered_at ?? opened_at),
        dueAt: new Date(due_at ?? opened_at),
      }));
    },

    async countOverdue(at, province) {
      const moment = at.toISOString();
      let query = db
        .selectFrom('tickets')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where((eb) => eb.or([eb('answered_at', 'is', null), eb('answered_at', '>', moment)]))
        .where('due_at', '<=', moment)
        .where((eb) => eb.or([eb('state', 'in', ['waiting', 'answered']), eb('changed_at', '>', moment)]));
      if (province !== undefined) query = query.where('province', '=', province);
      return Number((await query.executeTakeFirst())?.n ?? 0);
    },

    async messages(from, to) {
      const rows = await db
        .selectFrom('outbox as o')
        .select((eb) => ['o.state', 'o.note', eb.fn.countAll<number | string>().as('n')])
        .where('o.added_at', '>=', from.toISOString())
        .where('o.added_at', '<', to.toISOString())
        .where('o.for_staff', '=', 0)
        .groupBy(['o.state', 'o.note'])
        .execute();
      return rows.map(
        ({ state, note, n }): MessageCount => ({
          state: state === 'sending' || state === 'held' ? 'waiting' : state,
          reason: state === 'given-up' ? (note ?? undefined) : undefined,
          n: Number(n),
        }),
      );
    },
  };
}
