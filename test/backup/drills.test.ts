import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { columnsOf, contentOf, makeOldDatabase } from '../../scripts/restore/old-database.ts';
import { tryMigration } from '../../scripts/restore/try-migration.ts';
import { tryRestore } from '../../scripts/restore/try-restore.ts';
import { openDatabase } from '../../src/store/open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-drills-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a database of the version before, and its backup, become the new one with every row as it was', async () => {
  const tried = await tryMigration(folder, { messages: 1200, tickets: 60, revisions: 30 });
  expect(tried).toMatchObject([
    { name: 'a copy of the old database is migrated', rows: 2850, faults: [] },
    { name: 'a backup of the old version is restored and migrated', rows: 2850, faults: [] },
  ]);
});

it('sees one changed value, and one row that is gone', async () => {
  const db = openDatabase(`file:${join(folder, 'old.db')}`);
  await makeOldDatabase(db, Buffer.alloc(32, 'khoá cũ'), { messages: 10, tickets: 4, revisions: 2 });
  const columns = await columnsOf(db);
  const before = await contentOf(db, columns);
  expect(await contentOf(db, columns)).toEqual(before);
  await db.updateTable('tickets').set({ province: '99' }).where('id', '=', '000000000001').execute();
  expect((await contentOf(db, columns)).sha256.tickets).not.toBe(before.sha256.tickets);
  await db.deleteFrom('revisions').where('id', '=', '000000000001').execute();
  expect((await contentOf(db, columns)).rows.revisions).toBe(1);
  await db.destroy();
});

it('a backup made while people write is restored elsewhere, and the program there answers as before', async () => {
  const tried = await tryRestore(folder, { messages: 120, tickets: 12, revisions: 2 });
  expect(tried.faults).toEqual([]);
  // Messages both ways, talks of four each; referrals with words and consent.
  expect(tried.rows).toBeGreaterThan(120 * 2 + 120 / 4 + 12 * 3);
}, 180_000);
