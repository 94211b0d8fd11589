import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { LAN, later, MINUTE, NINE } from '../support/desk-values.ts';
import { countingIds } from './counting-ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-through-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.useRealTimers();
});

it('empties the log of SQLite, at once or when whoever reads an older state is done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const path = join(folder, 'test.db');
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  const store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  const logBytes = () => statSync(`${path}-wal`).size;
  const save = () => store.transaction(({ conversations }) => conversations.save(LAN, NEW_CONVERSATION, NINE));
  await save();
  const { state_sealed } = await db.selectFrom('conversations').select('state_sealed').executeTakeFirstOrThrow();
  expect(logBytes()).toBeGreaterThan(0);
  await store.writeThrough();
  expect(logBytes()).toBe(0);
  expect(readFileSync(path).includes(state_sealed)).toBe(true);

  // Somebody reads, as a backup does; meanwhile the person erases everything.
  const reader = new Database(path, { readonly: true });
  reader.exec('begin');
  reader.prepare('select * from conversations').all();
  await store.transaction(({ forgetting }) => forgetting.erase(LAN, later(MINUTE)));
  await store.writeThrough();
  expect(logBytes()).toBeGreaterThan(0);
  reader.exec('commit');
  reader.close();
  await vi.advanceTimersByTimeAsync(5_000);
  await db.selectFrom('erasures').select('at').execute(); // after the one that was started by the clock
  expect(logBytes()).toBe(0);
  expect(readFileSync(path).includes(state_sealed)).toBe(false);
  await store.close();
});
