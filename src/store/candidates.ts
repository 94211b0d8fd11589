import type { Kysely, Selectable } from 'kysely';
import type { RevisionId } from '../base/ids.ts';
import type { Citation } from '../knowledge/citation.ts';
import type { CandidateId, Candidates, EntryCandidate } from '../ports/candidates.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What staff offered to the curators. `db` is a transaction. */
export function candidatesIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Candidates {
  const whole = (row: Selectable<Tables['candidates']>): EntryCandidate => ({
    id: row.id as CandidateId,
    question: vault.open(row.question_sealed),
    answer: vault.open(row.answer_sealed),
    citations: JSON.parse(row.citations) as Citation[],
    state: row.state,
    madeAt: new Date(row.made_at),
    revision: (row.revision_id ?? undefined) as RevisionId | undefined,
  });

  return {
    async offer({ ticket, question, answer, citations, by, at }) {
      const id = newId();
      const inserted = await db
        .insertInto('candidates')
        .values({
          id,
          ticket_id: ticket,
          question_sealed: vault.seal(question),
          answer_sealed: vault.seal(answer),
          citations: JSON.stringify(citations),
          state: 'offered',
          made_by: by,
          made_at: at.toISOString(),
          settled_by: null,
          settled_at: null,
          revision_id: null,
        })
        .onConflict((conflict) => conflict.column('ticket_id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted && (id as CandidateId);
    },

    async wasOffered(ticket) {
      const row = await db.selectFrom('candidates').select('id').where('ticket_id', '=', ticket).executeTakeFirst();
      return row !== undefined;
    },

    async find(id) {
      const row = await db.selectFrom('candidates').selectAll().where('id', '=', id).executeTakeFirst();
      return row && whole(row);
    },

    async waiting(limit, after) {
      let query = db.selectFrom('candidates').selectAll().where('state', '=', 'offered').orderBy('id').limit(limit);
      if (after !== undefined) query = query.where('id', '>', after);
      return (await query.execute()).map(whole);
    },

    async countWaiting() {
      const row = await db
        .selectFrom('candidates')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('state', '=', 'offered')
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },

    async settle(id, { state, by, at, revision }) {
      const { numUpdatedRows } = await db
        .updateTable('candidates')
        .set({ state, settled_by: by, settled_at: at.toISOString(), revision_id: revision ?? null })
        .where('id', '=', id)
        .where('state', '=', 'offered')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async dropOf(ticket, at) {
      await db
        .updateTable('candidates')
        .set({ state: 'dismissed', settled_at: at.toISOString() })
        .where('ticket_id', '=', ticket)
        .where('state', '=', 'offered')
        .execute();
    },

    async takenInto(revision) {
      const rows = await db.selectFrom('candidates').selectAll().where('revision_id', '=', revision).execute();
      return rows.map(whole);
    },

    async passOn(from, to) {
      const { numUpdatedRows } = await db
        .updateTable('candidates')
        .set(
          to === undefined
            ? { state: 'offered', settled_by: null, settled_at: null, revision_id: null }
            : { revision_id: to },
        )
        .where('revision_id', '=', from)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
