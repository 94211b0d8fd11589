import type { Kysely, Selectable } from 'kysely';
import type { AccountId } from '../base/ids.ts';
import type { CannedReplies, CannedReply } from '../ports/canned-replies.ts';
import type { Tables } from './tables.ts';

/** Canned replies in SQL. `db` is a transaction. */
export function cannedRepliesIn(db: Kysely<Tables>): CannedReplies {
  const kept = () => db.selectFrom('canned_replies').selectAll().where('removed_at', 'is', null);

  return {
    async usableIn(province) {
      const rows = await kept()
        .where((eb) =>
          province === undefined
            ? eb('province', 'is', null)
            : eb.or([eb('province', 'is', null), eb('province', '=', province)]),
        )
        .execute();
      return rows.map(whole).sort((a, b) => a.title.localeCompare(b.title, 'vi'));
    },

    async all() {
      return (await kept().execute()).map(whole);
    },

    async find(id) {
      const row = await kept().where('id', '=', id).executeTakeFirst();
      return row && whole(row);
    },

    async save({ id, province, title, body, citations, changedBy, changedAt }) {
      const values = {
        province: province ?? null,
        title,
        body,
        citations: JSON.stringify(citations),
        changed_by: changedBy,
        changed_at: changedAt.toISOString(),
      };
      await db
        .insertInto('canned_replies')
        .values({ id, ...values, removed_at: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, removed_at: null }))
        .execute();
    },

    async remove(id, by, at) {
      const time = at.toISOString();
      await db
        .updateTable('canned_replies')
        .set({ removed_at: time, changed_by: by, changed_at: time })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .execute();
    },
  };
}

function whole(row: Selectable<Tables['canned_replies']>): CannedReply {
  return {
    id: row.id,
    province: row.province ?? undefined,
    title: row.title,
    body: row.body,
    citations: JSON.parse(row.citations) as CannedReply['citations'],
    changedBy: row.changed_by as AccountId,
    changedAt: new Date(row.changed_at),
  };
}
