import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_CONVERSATION } from '../../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../../src/ports/store.ts';
import { backupsIn } from '../../../src/store/backup/backup-folder.ts';
import { makeBackup, openBackup } from '../../../src/store/backup/make-backup.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { openVault } from '../../../src/store/open-vault.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { everyText, fillSealedColumns } from '../../support/sealed-rows.ts';

const KEY = Buffer.alloc(32, 'khoá để thử').toString('base64');
const OTHER_KEY = Buffer.alloc(32, 'khoá khác').toString('base64');
const NOW = new Date('2026-11-29T19:30:00.000Z');
const LAN: Whereabouts = { channel: 'web', address: 'trang-cua-lan' };
const HUE: Whereabouts = { channel: 'web', address: 'trang-cua-hue' };
const STORY = 'Chồng tui nhậu về là đánh, tui phải kêu ai?';

let folder: string;
let path: string;
let backups: string;
const open: SqlStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-backup-'));
  path = join(folder, 'hoi-quyen.db');
  backups = join(folder, 'ban-sao');
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (key = KEY) => ({ DATABASE_URL: `file:${path}`, DATA_KEY: key });
const back = (at = NOW) => makeBackup({ settings: settings(), folder: backups, keepDays: 14, now: () => at });
const restore = (file: string, keys: { DATA_KEY: string; DATA_KEY_OLD?: string } = { DATA_KEY: KEY }) =>
  restoreBackup({ file, keys, target: `file:${path}`, now: () => NOW, finish: async () => {} });

async function openStore(): Promise<SqlStore> {
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  const store = new SqlStore(
    db,
    await openVault(db, settings()),
    idMaker(() => new Date()),
  );
  open.push(store);
  return store;
}
const closeAll = async () => {
  for (const store of open.splice(0)) await store.close();
};
const hear = (store: SqlStore, who: Whereabouts, text: string) =>
  store.transaction(({ inbox, conversations }) =>
    Promise.all([
      inbox.add(
        who.channel,
        { externalId: text, from: who.address, heard: { kind: 'text', text }, sentAt: NOW, inGroup: false },
        NOW,
      ),
      conversations.save(who, { ...NEW_CONVERSATION, recent: [text] }, NOW),
    ]),
  );
const heard = (store: SqlStore, who: Whereabouts) =>
  store.transaction(async ({ inbox }) => (await inbox.heardFrom(who, 10_000)).map((one) => one.heard));

describe('a backup', () => {
  it('is made while the program writes, shows nothing, and is read back', async () => {
    const store = await openStore();
    await hear(store, LAN, STORY);
    const made = await back();
    expect(made).toMatchObject({ kind: 'sqlite', madeAt: NOW, removed: [] });
    expect(made.rows).toMatchObject({ inbox: 1, conversations: 1, tickets: 0 });
    const bytes = readFileSync(made.path);
    for (const word of ['SQLite', 'inbox', 'hoi-quyen/', 'Chồng']) expect(bytes.includes(word)).toBe(false);
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
    expect(readdirSync(backups)).toEqual(['hoi-quyen-2026-11-29T19-30-00Z.backup']);
    // nothing of the copy is left beside the database
    expect(readdirSync(folder).filter((name) => !/^hoi-quyen\.db(-wal|-shm)?$/.test(name))).toEqual(['ban-sao']);
  });

  it('is one moment of a database that another process writes to all the time', async () => {
    await openStore();
    await closeAll();
    // every transaction writes two rows: a copy of one moment holds an even number
    const writer = spawn(process.execPath, ['-e', WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    const sizes: number[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const { rows } = await back(new Date(NOW.getTime() + nth * 1000));
      sizes.push(rows.counts ?? 0);
    }
    writer.kill('SIGKILL');
    await once(writer, 'close');
    expect(sizes.filter((n) => n % 2 !== 0)).toEqual([]);
    expect(new Set(sizes).size).toBeGreaterThan(1); // else it did not write meanwhile
  });

  it('is not made of a damaged database, and the good ones stay', async () => {
    const store = await openStore();
    for (let nth = 0; nth < 50; nth += 1) await hear(store, LAN, `${STORY} ${nth}`);
    const made = await back(new Date(NOW.getTime() - 40 * 24 * 60 * 60_000));
    await closeAll();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8192, bytes.length - 4096);
    writeFileSync(path, bytes);
    await expect(back()).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await backupsIn(backups)).map((one) => one.path)).toEqual([made.path]);
  });

  it('is not sealed with a key that does not fit the database, which nobody would notice before it is needed', async () => {
    await hear(await openStore(), LAN, STORY);
    const wrong = makeBackup({ settings: settings(OTHER_KEY), folder: backups, keepDays: 14, now: () => NOW });
    await expect(wrong).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringContaining('does not fit'),
    });
    expect(await backupsIn(backups)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes('.copy-'))).toEqual([]);
  });

  it('says so where there is no database', async () => {
    await expect(back()).rejects.toMatchObject({ kind: 'not-found' });
    expect(await backupsIn(backups)).toEqual([]);
  });
});

describe('restoring', () => {
  it('brings everything back as it was, and keeps the database that stood there', async () => {
    const db = openDatabase(`file:${path}`);
    await migrate(db);
    await fillSealedColumns(db, await openVault(db, settings()), 7);
    await db.destroy();
    await hear(await openStore(), LAN, STORY);
    const made = await back();
    await hear(await openStore(), HUE, 'viết sau khi sao lưu');
    await closeAll();
    const { former, rows } = await restore(made.path);
    expect(rows).toEqual(made.rows);
    const now = await openStore();
    expect(await heard(now, LAN)).toEqual([{ kind: 'text', text: STORY }]);
    expect(await heard(now, HUE)).toEqual([]);
    expect(former).toBe(`${path}.before-restore-2026-11-29T19-30-00Z`);
    const before = new Database(former as string, { readonly: true });
    expect(before.prepare('select count(*) from inbox').pluck().get()).toBe(9);
    before.close();
  });

  it('twice at once is one restore; the other is told so, and leaves it alone', async () => {
    await hear(await openStore(), LAN, STORY);
    const made = await back();
    await closeAll();
    rmSync(path);
    const both = await Promise.allSettled([restore(made.path), restore(made.path)]);
    const [done, refused] = both.toSorted((a, b) => a.status.localeCompare(b.status));
    expect(done).toMatchObject({ status: 'fulfilled', value: { rows: made.rows } });
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { kind: 'conflict', message: expect.stringContaining('Another restore of this database is under way') },
    });
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
    await expect(restore(made.path)).resolves.toMatchObject({ rows: made.rows });
  });

  it('each text of each table is the same afterwards', async () => {
    const db = openDatabase(`file:${path}`);
    await migrate(db);
    await fillSealedColumns(db, await openVault(db, settings()), 3);
    await db.updateTable('outbox').set({ state: 'sent' }).execute();
    const before = await everyText(db);
    await db.destroy();
    const made = await back();
    rmSync(path);
    await restore(made.path);
    const after = openDatabase(`file:${path}`);
    expect(await everyText(after)).toEqual(before);
    await after.destroy();
  });

  it('is refused while a program has the database open, and nothing is changed', async () => {
    const store = await openStore();
    await hear(store, LAN, STORY);
    const made = await back();
    await hear(store, LAN, 'và sau đó');
    await expect(restore(made.path)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Stop it'),
    });
    expect(await heard(store, LAN)).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100), KEY, /changed or cut off/],
    [
      'changed in the middle',
      (bytes: Buffer) => bytes.fill((bytes[5000] ?? 0) ^ 1, 5000, 5001),
      KEY,
      /changed or cut off/,
    ],
    ['empty', () => Buffer.alloc(0), KEY, /is no backup/],
    ['sealed with another key', (bytes: Buffer) => bytes, OTHER_KEY, /another DATA_KEY/],
  ])('refuses a backup that is %s, and touches nothing', async (_, change, key, says) => {
    await hear(await openStore(), LAN, STORY);
    const made = await back();
    await closeAll();
    writeFileSync(made.path, change(readFileSync(made.path)));
    const texts = async () => {
      const db = openDatabase(`file:${path}`);
      const all = await everyText(db);
      await db.destroy();
      return all;
    };
    const before = await texts();
    await expect(restore(made.path, { DATA_KEY: key })).rejects.toThrow(says);
    expect(await texts()).toEqual(before);
    expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
  });

  it('a backup of before a change of the key is restored with the old key beside the new one', async () => {
    await hear(await openStore(), LAN, STORY);
    const made = await back();
    await closeAll();
    rmSync(path);
    const keys = { DATA_KEY: OTHER_KEY, DATA_KEY_OLD: KEY };
    await restore(made.path, keys);
    const db = openDatabase(`file:${path}`);
    const store = new SqlStore(
      db,
      await openVault(db, keys),
      idMaker(() => new Date()),
    );
    open.push(store);
    expect(await heard(store, LAN)).toHaveLength(1);
  });

  it('replaces a damaged database, which cannot be asked for anything', async () => {
    await hear(await openStore(), LAN, STORY);
    const made = await back();
    await closeAll();
    writeFileSync(path, 'không còn là cơ sở dữ liệu'.repeat(500));
    const { former } = await restore(made.path);
    expect(existsSync(former as string)).toBe(true);
    expect(await heard(await openStore(), LAN)).toHaveLength(1);
  });

  it('what was owed is sent again and counted as what may have arrived twice', async () => {
    const store = await openStore();
    await store.transaction(({ outbox }) =>
      outbox.add({ key: '1/0', ...LAN, message: { text: 'Bạn gọi 111', bold: [], choices: [] }, at: NOW }),
    );
    await hear(store, LAN, STORY);
    const made = await back();
    await closeAll();
    expect(await restore(made.path)).toMatchObject({ owed: 1, unanswered: 1 });
    const counts = await (await openStore()).transaction(({ outbox }) => outbox.counts());
    expect(counts).toMatchObject({ waiting: 1, uncertain: 1 });
  });

  it('nothing is sent to somebody who had stopped everything, not even what was on the wire then', async () => {
    const store = await openStore();
    const message = { text: 'Chị ghé trung tâm nhé', bold: [], choices: [] };
    await store.transaction(async ({ outbox, heldMessages }) => {
      for (const [key, who] of [
        ['của Lan', LAN],
        ['của Huệ', HUE],
      ] as const) {
        await outbox.add({ key, ...who, message, at: NOW });
      }
      await outbox.take('web', NOW, 2);
      await heldMessages.stop(LAN);
    });
    const made = await back();
    await closeAll();
    expect(await restore(made.path)).toMatchObject({ owed: 1 });
    const later = new Date(NOW.getTime() + 60_000);
    const again = await openStore();
    const sent = await again.transaction(async ({ outbox, heldMessages }) => {
      await outbox.recover(later, later);
      await heldMessages.wake(later);
      return (await outbox.take('web', later, 9)).map(({ key }) => key);
    });
    expect(sent).toEqual(['của Huệ']);
    // It is not lost: it comes when she wants to read again.
    const wanted = await again.transaction(async ({ outbox, heldMessages }) => {
      await outbox.markSent('của Huệ', 'của Huệ', later);
      await heldMessages.release(LAN, later);
      return (await outbox.take('web', later, 9)).map(({ key }) => key);
    });
    expect(wanted).toEqual(['của Lan']);
  });

  it('a backup says of itself when, by which version and of how much it was made', async () => {
    await hear(await openStore(), LAN, STORY);
    const { path: file } = await back();
    const { content, ...facts } = await openBackup(file, settings());
    for await (const _ of content);
    expect(facts).toMatchObject({ madeAt: NOW, app: expect.stringMatching(/^\d+\.\d+/), rows: { inbox: 1 } });
    expect(facts.migrations).toContain('0004-trust');
  });
});

const WRITER = `
  const db = new (require('better-sqlite3'))(process.argv[1]);
  db.pragma('busy_timeout = 5000');
  const add = db.prepare("insert into counts (day, metric, label, n) values (?, 'thử', ?, 1)");
  const two = db.transaction((nth) => { add.run('một', nth + 'a'); add.run('hai', nth + 'b'); });
  let nth = 0;
  const go = () => { for (let i = 0; i < 20; i += 1) two(String(nth++)); if (nth === 20) console.log('begun'); setImmediate(go); };
  go();
`;
