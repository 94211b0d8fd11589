import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { RevisionId } from '../base/ids.ts';
import type { KeptQuestion, KeptQuestionId, KeptQuestions } from '../ports/kept-questions.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** So many ids in one statement; a database takes only so many parameters. */
const AT_ONCE = 500;

/** Questions for the curators. `db` is a transaction. */
export function keptQuestionsIn(db: Kysely<Tables>, vault: Vault): KeptQuestions {
  const readable = (row: Selectable<Tables['kept_questions']>): readonly KeptQuestion[] =>
    openedOr(() => ({
      id: row.id as KeptQuestionId,
      words: vault.open(row.words_sealed),
      why: row.why,
      candidates: JSON.parse(row.candidates) as KeptQuestion['candidates'],
      day: row.day,
    }));

  return {
    async keep({ words, why, candidates, day }) {
      await db
        .insertInto('kept_questions')
        .values({
          // Our other ids hold the time to the millisecond, and by it would lead to the message.
          id: randomBytes(12).toString('base64url'),
          words_sealed: vault.seal(words),
          why,
          candidates: JSON.stringify(candidates),
          day,
          settled_at: null,
          settled_by: null,
          settled_as: null,
        })
        .execute();
    },

    async openIds(limit) {
      const rows = await db
        .selectFrom('kept_questions')
        .select('id')
        .where('settled_at', 'is', null)
        .orderBy('day', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id as KeptQuestionId);
    },

    async some(ids) {
      const questions: KeptQuestion[] = [];
      for (const some of inParts(ids)) {
        const rows = await db.selectFrom('kept_questions').selectAll().where('id', 'in', some).execute();
        questions.push(...rows.flatMap(readable));
      }
      return questions;
    },

    async countOpen() {
      const row = await db
        .selectFrom('kept_questions')
        .select((eb) => eb.fn.countAll<number | string>().as('n'))
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      return Number(row?.n ?? 0);
    },

    async settle(ids, { by, at, as }) {
      let settled = 0;
      for (const some of inParts(ids)) {
        const { numUpdatedRows } = await db
          .updateTable('kept_questions')
          .set({
            settled_at: at.toISOString(),
            settled_by: by,
            settled_as: 'revision' in as ? takenInto(as.revision) : `dismissed: ${as.dismissed}`,
          })
          .where('id', 'in', some)
          .where('settled_at', 'is', null)
          .executeTakeFirst();
        settled += Number(numUpdatedRows);
      }
      return settled;
    },

    async takenInto(revision) {
      const rows = await db
        .selectFrom('kept_questions')
        .selectAll()
        .where('settled_as', '=', takenInto(revision))
        .execute();
      return rows.flatMap(readable);
    },

    async passOn(from, to) {
      const { numUpdatedRows } = await db
        .updateTable('kept_questions')
        .set(
          to === undefined ? { settled_at: null, settled_by: null, settled_as: null } : { settled_as: takenInto(to) },
        )
        .where('settled_as', '=', takenInto(from))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async forgetBefore(day) {
      const { numDeletedRows } = await db.deleteFrom('kept_questions').where('day', '<', day).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function takenInto(revision: RevisionId): string {
  return `revision/${revision}`;
}

function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, nth) =>
    all.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
  );
}
