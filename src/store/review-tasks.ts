import type { Kysely, Selectable } from 'kysely';
import type { ReviewTaskId } from '../base/ids.ts';
import type { ReviewTask, ReviewTasks } from '../ports/review-tasks.ts';
import type { Tables } from './tables.ts';

/** What must be read again. `db` is a transaction. */
export function reviewTasksIn(db: Kysely<Tables>, newId: () => string): ReviewTasks {
  return {
    async open({ object, citation, why, day }, at) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('review_tasks')
        .values({
          id: newId(),
          object,
          citation,
          why,
          day,
          opened_at: at.toISOString(),
          cleared_by: null,
          cleared_at: null,
          note: null,
        })
        .onConflict((conflict) => conflict.columns(['object', 'citation', 'why', 'day']).doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async clear(id, by, note, at) {
      const { numUpdatedRows } = await db
        .updateTable('review_tasks')
        .set({ cleared_by: by, cleared_at: at.toISOString(), note })
        .where('id', '=', id)
        .where('cleared_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async find(id) {
      const row = await db.selectFrom('review_tasks').selectAll().where('id', '=', id).executeTakeFirst();
      return row && taskFrom(row);
    },

    async list() {
      const rows = await db
        .selectFrom('review_tasks')
        .selectAll()
        .where('cleared_at', 'is', null)
        .orderBy('day')
        .orderBy('object')
        .orderBy('citation')
        .execute();
      return rows.map(taskFrom);
    },

    async countOpen() {
      const row = await db
        .selectFrom('review_tasks')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('cleared_at', 'is', null)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },

    async version() {
      const row = await db
        .selectFrom('review_tasks')
        .select((eb) => [
          eb.fn.countAll<number | string>().as('n'),
          eb.fn.max('id').as('newest'),
          eb.fn.count<number | string>('cleared_at').as('cleared'),
        ])
        .executeTakeFirst();
      return `${row?.n ?? 0}/${row?.newest ?? ''}/${row?.cleared ?? 0}`;
    },
  };
}

function taskFrom(row: Selectable<Tables['review_tasks']>): ReviewTask {
  return {
    id: row.id as ReviewTaskId,
    object: row.object,
    citation: row.citation,
    why: row.why,
    day: row.day,
    openedAt: new Date(row.opened_at),
  };
}
