import type { Kysely } from 'kysely';
import type { AccountId, EntryId } from '../base/ids.ts';
import type { Regression, RegressionId, Regressions } from '../ports/revisions.ts';
import { openedOr, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** Questions kept with entries. `db` is a transaction. */
export function regressionsIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Regressions {
  const of = async (entry: EntryId): Promise<readonly Regression[]> => {
    const rows = await db.selectFrom('regressions').selectAll().where('entry_id', '=', entry).orderBy('id').execute();
    return rows.flatMap((row) =>
      openedOr(() => ({
        id: row.id as RegressionId,
        entry,
        question: vault.open(row.question_sealed),
        expects: row.expects,
        origin: row.origin,
        by: row.added_by as AccountId,
        at: new Date(row.added_at),
      })),
    );
  };

  return {
    of,

    async add({ entry, question, expects, origin, by, at }) {
      const known = (await of(entry)).find((one) => one.question === question && one.expects === expects);
      if (known) return known.id;
      const id = newId() as RegressionId;
      await db
        .insertInto('regressions')
        .values({
          id,
          entry_id: entry,
          question_sealed: vault.seal(question),
          expects,
          origin,
          added_by: by,
          added_at: at.toISOString(),
        })
        .execute();
      return id;
    },

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('regressions').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
