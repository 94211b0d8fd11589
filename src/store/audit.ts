import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { nextDay } from '../base/days.ts';
import type { AccountId } from '../base/ids.ts';
import type { Audit, AuditLine, ChainPoint, KeptAuditLine } from '../ports/audit.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

const VIETNAM = '+07:00';

/** The audit log in SQL. `db` is a transaction: a line stands or falls with what it tells of. */
export function auditIn(db: Kysely<Tables>, vault: Vault, newId: () => string): Audit {
  const chainOf = (before: string, row: Omit<Tables['audit'], 'chain'>): string =>
    vault.hash('audit', before, ...Object.values(row).map((value) => value ?? ''));

  return {
    async add({ at, by, role, action, object, province, detail = {} }: AuditLine) {
      await oneWriter(db);
      const last = await db
        .selectFrom('audit')
        .select(['id', 'chain'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      const id = newId();
      const row = {
        // The clock of another process may be ahead of ours; the line still comes after the last one.
        id: last === undefined || id > last.id ? id : `${last.id}0`,
        at: at.toISOString(),
        account_id: by ?? null,
        role: role ?? null,
        action,
        object,
        province: province ?? null,
        detail: JSON.stringify(detail),
      };
      await db
        .insertInto('audit')
        .values({ ...row, chain: chainOf(last?.chain ?? '', row) })
        .execute();
    },

    async find({ by, action, object, province, from, to }, limit, before) {
      let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (by !== undefined) query = query.where('account_id', '=', by);
      if (action !== undefined) query = query.where('action', '>=', action).where('action', '<', `${action}\uffff`);
      if (object !== undefined) query = query.where('object', '>=', object).where('object', '<', `${object}\uffff`);
      if (province !== undefined) query = query.where('province', '=', province);
      if (from !== undefined) query = query.where('at', '>=', startOf(from));
      if (to !== undefined) query = query.where('at', '<', startOf(nextDay(to)));
      if (before !== undefined) query = query.where('id', '<', before);
      return (await query.execute()).map(
        (row): KeptAuditLine => ({
          id: row.id,
          at: new Date(row.at),
          by: (row.account_id ?? undefined) as AccountId | undefined,
          role: row.role ?? undefined,
          action: row.action,
          object: row.object,
          province: row.province ?? undefined,
          detail: JSON.parse(row.detail) as NonNullable<AuditLine['detail']>,
        }),
      );
    },

    async count() {
      const { n } = await db
        .selectFrom('audit')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },

    async checkChain(limit, after) {
      let query = db
        .selectFrom('audit')
        .select(['id', 'at', 'account_id', 'role', 'action', 'object', 'province', 'detail', 'chain'])
        .orderBy('id')
        .limit(limit);
      if (after !== undefined) query = query.where('id', '>', after.id);
      const rows = await query.execute();
      let last: ChainPoint | undefined = after;
      for (const { chain, ...row } of rows) {
        // What was deleted after its time took the beginning of the chain with it.
        if (last !== undefined && chainOf(last.chain, row) !== chain) return { kind: 'broken', at: row.id };
        last = { id: row.id, chain };
      }
      return { kind: 'whole', lines: rows.length, goOnAt: rows.length === limit ? last : undefined };
    },
  };
}

/** Two lines at the same moment would both be chained to the same one. SQLite has one writer at a time anyway. */
async function oneWriter(db: Kysely<Tables>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`select pg_advisory_xact_lock(hashtext('hoi-quyen/audit'))`.execute(db);
  }
}

/** The moment at which a day begins in Vietnam. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00${VIETNAM}`).toISOString();
}
