import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { everyText, fillSealedColumns, openedBy } from '../support/sealed-rows.ts';
import { countingIds } from './counting-ids.ts';

const [OLD_KEY, NEW_KEY] = [Buffer.alloc(32, 'khoá năm ngoái'), Buffer.alloc(32, 'khoá năm nay')];
const OLD = { DATA_KEY: OLD_KEY.toString('base64') };
const NEW = { DATA_KEY: NEW_KEY.toString('base64') };
const BOTH = { ...NEW, DATA_KEY_OLD: OLD.DATA_KEY };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-rotate-'));
  path = join(folder, 'hoi-quyen.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database as the program leaves it, `rows` in each table with something sealed. */
async function written(rows: number, keys = OLD): Promise<void> {
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  await fillSealedColumns(db, await openVault(db, keys, { takesOver: true }), rows);
  await db.destroy();
}

function start(keys: Readonly<Record<string, string>>, ...options: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/rotate-key.ts', ...options], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'development', DATABASE_URL: `file:${path}`, ...keys },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(keys: Readonly<Record<string, string>>, ...options: string[]) {
  const child = start(keys, ...options);
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (told += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number, told };
}

async function texts() {
  const db = openDatabase(`file:${path}`);
  const all = await everyText(db);
  await db.destroy();
  return all;
}

const textsOpenedBy = async (key: Buffer) => openedBy(new Vault(key), await texts()).length;

it('is killed in the middle, begun again, and says that the old key can go', async () => {
  await written(210);
  const all = await textsOpenedBy(OLD_KEY);
  const child = start(BOTH);
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  await once(lines, 'line');
  child.kill('SIGKILL');
  await once(child, 'close');
  const [old, fresh] = [await textsOpenedBy(OLD_KEY), await textsOpenedBy(NEW_KEY)];
  expect(old).toBeGreaterThan(0); // else it was not the middle
  expect(fresh).toBeGreaterThan(0);
  expect(old + fresh).toBe(all);
  const { code, told } = await run(BOTH);
  expect(told).toContain('DATA_KEY_OLD can go');
  expect(code).toBe(0);
  expect([await textsOpenedBy(OLD_KEY), await textsOpenedBy(NEW_KEY)]).toEqual([0, all]);
});

it('leaves nothing in the files that the old key opens, also not in their unused parts', async () => {
  await written(40);
  const sealed = openedBy(new Vault(OLD_KEY), await texts());
  const stillThere = () => {
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    return sealed.filter(({ value }) => bytes.includes(value)).length;
  };
  expect(stillThere()).toBe(sealed.length); // else the last line proves nothing
  expect((await run(BOTH)).code).toBe(0);
  expect(stillThere()).toBe(0);
});

it('a dry run says what is to be done and changes nothing', async () => {
  await written(2);
  const before = await textsOpenedBy(OLD_KEY);
  const { code, told } = await run(BOTH, '--dry-run');
  expect(told).toContain(
    'inbox (address_sealed, heard_sealed, replies_to_sealed): 2 rows, 6 texts still sealed with the old key',
  );
  expect(told).toContain('Nothing was changed');
  expect(code).toBe(0);
  expect(await textsOpenedBy(OLD_KEY)).toBe(before);
});

it('waits until the program that is running knows the new key', async () => {
  await written(2);
  const db = openDatabase(`file:${path}`);
  const oldOnly = new SqlStore(db, await openVault(db, OLD, { takesOver: true }), countingIds());
  await oldOnly.checkWritable();
  const refused = await run(BOTH);
  expect(refused.told).toContain('was not started with the new key');
  expect(refused.code).toBe(1);
  expect(await textsOpenedBy(NEW_KEY)).toBe(0);
  const both = new SqlStore(db, await openVault(db, BOTH, { takesOver: true }), countingIds());
  await both.checkWritable();
  expect((await run(BOTH)).told).toContain('DATA_KEY_OLD can go');
  await db.destroy();
});

it('loses nothing that the running program writes meanwhile', async () => {
  await written(50);
  const db = openDatabase(`file:${path}`);
  const store = new SqlStore(
    db,
    await openVault(db, BOTH, { takesOver: true }),
    idMaker(() => new Date()),
  );
  const rotating = run(BOTH);
  let ended = false;
  void rotating.finally(() => {
    ended = true;
  });
  const NOW = new Date('2026-11-29T02:00:00.000Z');
  const from = 'Lan';
  let stored = 0;
  while (!ended) {
    stored += 1;
    const heard = { kind: 'text', text: `tin ${stored}` } as const;
    await store.transaction(({ inbox }) =>
      inbox.add('web', { externalId: `${stored}`, from, heard, sentAt: NOW, inGroup: false }, NOW),
    );
    await nextTurn();
  }
  expect((await rotating).code).toBe(0);
  await db.destroy();
  const after = openDatabase(`file:${path}`);
  const newOnly = new SqlStore(after, await openVault(after, NEW), countingIds());
  const heard = await newOnly.transaction(({ inbox }) =>
    inbox.heardFrom({ channel: 'web', address: from }, stored + 1),
  );
  expect(heard).toHaveLength(stored);
  await after.destroy();
  expect(await textsOpenedBy(OLD_KEY)).toBe(0);
});

it.each([
  ['no old key', NEW, 'DATA_KEY_OLD is not set'],
  ['the same key twice', { ...NEW, DATA_KEY_OLD: NEW.DATA_KEY }, 'are the same'],
  [
    'an old key that never was',
    { ...NEW, DATA_KEY_OLD: Buffer.alloc(32, 'nhầm').toString('base64') },
    'Neither DATA_KEY nor DATA_KEY_OLD fits',
  ],
])('says what is wrong with %s', async (_, keys, says) => {
  await written(1);
  const { code, told } = await run(keys);
  expect(told).toContain(says);
  expect(code).toBe(1);
  expect(await textsOpenedBy(NEW_KEY)).toBe(0);
});

it('--help says how a key is changed, step by step', async () => {
  const { code, told } = await run({}, '--help');
  expect(told).toContain('DATA_KEY_OLD = the key so far');
  expect(code).toBe(0);
});
