import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putBack } from '../../../scripts/restore/put-back.ts';
import { makeLog } from '../../../src/log.ts';
import type { Whereabouts } from '../../../src/ports/store.ts';
import { settingsFrom } from '../../../src/settings.ts';
import { laterErasures } from '../../../src/store/backup/later-erasures.ts';
import { makeBackup } from '../../../src/store/backup/make-backup.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { openVault } from '../../../src/store/open-vault.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { hasPostgres, PostgresServer } from '../../support/postgres-server.ts';
import { everyText, fillSealedColumns } from '../../support/sealed-rows.ts';

const NOW = new Date('2026-11-29T19:30:00.000Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const LAN: Whereabouts = { channel: 'web', address: 'trang-cua-lan' };
const HUE: Whereabouts = { channel: 'web', address: 'trang-cua-hue' };
const DATA_KEY = Buffer.alloc(32, 'khoá để thử').toString('base64');

/** Needs the programs of a PostgreSQL server: `initdb`, `pg_ctl`, `pg_dump`, `psql`. */
describe.skipIf(!hasPostgres)('a PostgreSQL server, as it is', () => {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    server = await PostgresServer.start();
    folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-pg-backups-'));
  });
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: server.url(database) });
    await client.connect();
    try {
      return (await client.query<Record<string, string>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const within = async <T>(database: string, work: (store: SqlStore) => Promise<T>): Promise<T> => {
    const db = openDatabase(server.url(database));
    await migrate(db);
    const store = new SqlStore(
      db,
      await openVault(db, { DATA_KEY }),
      idMaker(() => new Date()),
    );
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  /** A new database in which all has been sent. @param rows How many of everything that is sealed. */
  const filled = async (database: string, rows: number) => {
    await ask('postgres', `create database ${database}`);
    const db = openDatabase(server.url(database));
    await migrate(db);
    await fillSealedColumns(db, await openVault(db, { DATA_KEY }), rows);
    await db.updateTable('outbox').set({ state: 'sent' }).execute();
    return db;
  };
  const write = (database: string, who: Whereabouts, text: string) =>
    within(database, (store) =>
      store.transaction(async ({ inbox }) => {
        const message = { externalId: text, from: who.address, heard: { kind: 'text', text }, inGroup: false } as const;
        await inbox.add(who.channel, { ...message, sentAt: NOW }, NOW);
        const taken = await inbox.take(NOW, NOW);
        if (taken) await inbox.markAnswered(taken.id, NOW);
      }),
    );
  const heard = (database: string, who: Whereabouts) =>
    within(database, (store) => store.transaction(({ inbox }) => inbox.heardFrom(who, 9))).then((all) => all.length);
  const settingsOf = (database: string) =>
    settingsFrom({ DATABASE_URL: server.url(database), DATA_KEY, BACKUP_DIR: folder });
  const back = (database: string, at: Date) =>
    makeBackup({ settings: settingsOf(database), folder, keepDays: 14, now: () => at });
  const log = makeLog({ level: 'silent', secrets: [] });
  const restore = (database: string, file: string) =>
    putBack({ file, settings: settingsOf(database), target: server.url(database), log, now: () => later(3600) });

  it('is backed up, restored beside, compared, exchanged; erasures are done again; the former one is kept', async () => {
    await (await filled('hoi_quyen', 3)).destroy();
    await write('hoi_quyen', LAN, 'chồng tui đánh tui');
    await write('hoi_quyen', HUE, 'cty nợ lương hai tháng');
    const made = await back('hoi_quyen', NOW);
    expect(made).toMatchObject({ kind: 'postgres', rows: { inbox: 5, tickets: 3 } });
    expect(readFileSync(made.path).includes('CREATE TABLE')).toBe(false);
    await within('hoi_quyen', (store) => store.transaction(({ forgetting }) => forgetting.erase(LAN, later(60))));
    await write('hoi_quyen', HUE, 'viết sau khi sao lưu');

    const { former, later: erased } = await restore('hoi_quyen', made.path);
    expect(erased).toMatchObject({ from: 'the database', erasures: [{ at: later(60) }] });
    expect(await heard('hoi_quyen', LAN)).toBe(0);
    expect(await heard('hoi_quyen', HUE)).toBe(1);
    expect(former).toBe('hoi_quyen_before_restore_20261129t203000z');
    expect(await heard(former as string, HUE)).toBe(2);
  });

  it('each text of each table is the same in the place of a database that is lost', async () => {
    const db = await filled('cu', 2);
    const before = (await everyText(db)).map(({ place, value }) => `${place} ${value}`).sort();
    await db.destroy();
    const made = await back('cu', later(1000));
    await ask('postgres', 'drop database cu');
    expect(await restore('cu', made.path)).toMatchObject({ former: undefined, later: { from: undefined } });
    const after = openDatabase(server.url('cu'));
    expect((await everyText(after)).map(({ place, value }) => `${place} ${value}`).sort()).toEqual(before);
    await after.destroy();
  });

  it('is left alone while a program is connected, and when the backup is not whole', async () => {
    await ask('postgres', 'create database dang_chay');
    await write('dang_chay', LAN, 'chồng tui đánh tui');
    const made = await back('dang_chay', later(2000));
    const program = openDatabase(server.url('dang_chay'));
    await program.selectFrom('inbox').select('id').execute();
    await expect(restore('dang_chay', made.path)).rejects.toMatchObject({ kind: 'conflict' });
    await program.destroy();
    writeFileSync(made.path, readFileSync(made.path).subarray(0, -50));
    await expect(restore('dang_chay', made.path)).rejects.toThrow('changed or cut off');
    expect(await heard('dang_chay', LAN)).toBe(1);
    const names = await ask('postgres', `select datname from pg_database where datname like 'dang_chay%'`);
    expect(names).toEqual([{ datname: 'dang_chay' }]);
  });

  it('erasures are also found in a newer backup of a server that is lost', async () => {
    await ask('postgres', 'create database mat');
    await write('mat', LAN, 'chồng tui đánh tui');
    const old = await back('mat', later(3000));
    await within('mat', (store) => store.transaction(({ forgetting }) => forgetting.erase(LAN, later(3060))));
    const newer = await back('mat', later(3100));
    const current = 'postgres://bot@127.0.0.1:1/mat';
    const needs = { file: old.path, keys: { DATA_KEY }, current, folder, now: () => later(3600) };
    expect(await laterErasures(later(3000), needs)).toMatchObject({
      from: newer.path,
      knownUntil: later(3100),
      erasures: [{ at: later(3060) }],
    });
  });

  it('is not sealed with a key that does not fit, and pg_dump does not stay behind', async () => {
    await ask('postgres', 'create database khoa_sai');
    await write('khoa_sai', LAN, 'chồng tui đánh tui');
    const settings = { ...settingsOf('khoa_sai'), DATA_KEY: Buffer.alloc(32, 'khoá khác').toString('base64') };
    const wrong = makeBackup({ settings, folder, keepDays: 14, now: () => later(5000) });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('a fault of pg_dump is told without the password', async () => {
    const needs = { settings: settingsOf('khong_co'), folder, keepDays: 14, now: () => NOW };
    const fault = await makeBackup(needs).catch((one: unknown) => one as Error);
    expect(fault).toBeInstanceOf(Error);
    expect(`${fault}`).not.toContain('mat-khau');
  });
});
