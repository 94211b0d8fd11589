import { type Kysely, sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { AccountId } from '../../src/base/ids.ts';
import type { AuditFilter, AuditLine, ChainCheck, ChainPoint } from '../../src/ports/audit.ts';
import { isSqlite } from '../../src/store/is-sqlite.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { onBothDatabases } from '../support/both-databases.ts';

const HOA = 'a1' as AccountId;
const BINH = 'a2' as AccountId;

function viewed(code: string, more: Partial<AuditLine> = {}): AuditLine {
  const at = new Date();
  return { at, by: HOA, role: 'staff', action: 'ticket-viewed', object: `ticket/${code}`, province: '33', ...more };
}

onBothDatabases('the audit log', (empty) => {
  let db: Kysely<Tables>;
  let store: SqlStore;
  beforeEach(() => {
    ({ db, store } = empty());
  });
  const add = (...lines: readonly AuditLine[]) =>
    store.transaction(async ({ audit }) => {
      for (const line of lines) await audit.add(line);
    });

  it('finds lines by who, what, thing, centre and day, newest first', async () => {
    const at = (time: string) => new Date(time);
    await add(
      viewed('HQ-7K3M', { at: at('2026-11-20T16:59:00Z') }),
      viewed('HQ-9P2X', { at: at('2026-11-20T17:01:00Z'), by: BINH, province: '01' }),
      viewed('HQ-7K3M', { at: at('2026-11-21T03:00:00Z'), action: 'ticket-claimed' }),
      {
        ...viewed(''),
        at: at('2026-11-22T03:00:00Z'),
        by: undefined,
        action: 'entry-published',
        object: 'entry/qa/a',
      },
    );
    const found = (filter: AuditFilter) =>
      store.transaction(async ({ audit }) => (await audit.find(filter, 10)).map(({ object }) => object));
    expect(await found({})).toEqual(['entry/qa/a', 'ticket/HQ-7K3M', 'ticket/HQ-9P2X', 'ticket/HQ-7K3M']);
    expect(await found({ by: BINH })).toEqual(['ticket/HQ-9P2X']);
    expect(await found({ action: 'ticket-claimed' })).toEqual(['ticket/HQ-7K3M']);
    expect(await found({ object: 'ticket/HQ-7' })).toHaveLength(2);
    expect(await found({ province: '01' })).toEqual(['ticket/HQ-9P2X']);
    // 17:01 UTC is after midnight in Vietnam
    expect(await found({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['ticket/HQ-7K3M', 'ticket/HQ-9P2X']);
  });

  it('gives page after page', async () => {
    await add(viewed('HQ-2222'), viewed('HQ-3333'), viewed('HQ-4444'));
    const [newest] = await store.transaction(({ audit }) => audit.find({}, 1));
    const rest = await store.transaction(({ audit }) => audit.find({}, 5, newest?.id));
    expect(rest.map(({ object }) => object)).toEqual(['ticket/HQ-3333', 'ticket/HQ-2222']);
  });

  it('refuses to change a line, and to delete one before its time', async () => {
    await add(viewed('HQ-7K3M'), viewed('HQ-9P2X', { at: new Date('2020-01-01T00:00:00Z') }));
    await expect(sql`update audit set account_id = 'a2'`.execute(db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from audit where object = 'ticket/HQ-7K3M'`.execute(db)).rejects.toThrow(/24 months/);
    await sql`delete from audit where object = 'ticket/HQ-9P2X'`.execute(db);
    expect(await store.transaction(({ audit }) => audit.find({}, 9))).toHaveLength(1);
  });

  /** The whole chain, in pieces of two lines. */
  async function check(after?: ChainPoint): Promise<ChainCheck> {
    const piece = await store.transaction(({ audit }) => audit.checkChain(2, after));
    return piece.kind === 'whole' && piece.goOnAt ? check(piece.goOnAt) : piece;
  }

  it('shows where somebody changed the file past the guard', async () => {
    await add(...['HQ-2222', 'HQ-3333', 'HQ-4444', 'HQ-5555', 'HQ-6666'].map((code) => viewed(code)));
    expect(await check()).toEqual({ kind: 'whole', lines: 1, goOnAt: undefined });
    await (isSqlite(db) ? sql`drop trigger audit_unchanged` : sql`drop trigger audit_guarded on audit`).execute(db);
    await sql`update audit set account_id = 'a2' where object = 'ticket/HQ-5555'`.execute(db);
    const found = await check();
    const { object } = await db
      .selectFrom('audit')
      .select('object')
      .where('id', '=', found.kind === 'broken' ? found.at : '')
      .executeTakeFirstOrThrow();
    expect(object).toBe('ticket/HQ-5555');
  });

  it('stays whole when many write at once, and when the clock of another process is ahead', async () => {
    const ahead = new SqlStore(db, empty().vault, () => '9');
    await ahead.transaction(({ audit }) => audit.add(viewed('HQ-2222')));
    await Promise.all(['HQ-3333', 'HQ-4444', 'HQ-5555'].map((code) => add(viewed(code))));
    expect(await check()).toMatchObject({ kind: 'whole' });
    const newest = await store.transaction(({ audit }) => audit.find({}, 9));
    expect(newest.map(({ object }) => object).at(-1)).toBe('ticket/HQ-2222');
    expect(newest).toHaveLength(4);
  });
});
