import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChildBot } from '../../emulators/child-bot.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { fillSealedColumns } from '../support/sealed-rows.ts';

const keyOf = (words: string) => Buffer.alloc(32, words).toString('base64');

let folder: string;
let path: string;
let bot: ChildBot | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-wrong-key-'));
  path = join(folder, 'hoi-quyen.db');
});
afterEach(async () => {
  await bot?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('the program does not start with a key that does not fit: it says what to do, and no message is lost', async () => {
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  await fillSealedColumns(db, await openVault(db, { DATA_KEY: keyOf('khoá năm ngoái') }), 3);
  await db.updateTable('inbox').set({ state: 'waiting' }).execute();
  await db.destroy();
  const environment = { NODE_ENV: 'development', DATABASE_URL: `file:${path}` };
  bot = new ChildBot({ ...environment, DATA_KEY: keyOf('khoá gõ nhầm') });
  bot.start();
  const told = await bot.address().then(
    () => 'it started',
    (fault: Error) => fault.message,
  );
  expect(told).toContain('DATA_KEY_OLD');
  expect(told).not.toContain(keyOf('khoá gõ nhầm'));
  const file = new Database(path, { readonly: true });
  expect(file.prepare('select distinct state from inbox').pluck().all()).toEqual(['waiting']);
  file.close();
});
