import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../src/ports/store.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { rotateKey, type TableProgress } from '../../src/store/rotate-key.ts';
import { sealedTables } from '../../src/store/sealed-columns.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { everyText, fillSealedColumns, openedBy, sealedTextOf } from '../support/sealed-rows.ts';
import { countingIds } from './counting-ids.ts';

const NOW = new Date('2026-11-29T02:00:00.000Z');
const LAN: Whereabouts = { channel: 'telegram', address: '7712345678901' };
const STORY = 'Chồng tui nhậu về là đánh, tui phải kêu ai?';
const [OLD_KEY, NEW_KEY] = [Buffer.alloc(32, 'khoá năm ngoái'), Buffer.alloc(32, 'khoá năm nay')];
const OLD = { DATA_KEY: OLD_KEY.toString('base64') };
const NEW = { DATA_KEY: NEW_KEY.toString('base64') };
const BOTH = { ...NEW, DATA_KEY_OLD: OLD.DATA_KEY };
const ROWS = 5;

onBothDatabases('rotateKey', (empty) => {
  const storeWith = async (keys: typeof OLD) =>
    new SqlStore(empty().db, await openVault(empty().db, keys), countingIds());

  it('seals every sealed column of every table anew; the old key opens nothing any more', async () => {
    const { db } = empty();
    await fillSealedColumns(db, await openVault(db, OLD), ROWS);
    const before = openedBy(new Vault(OLD_KEY), await everyText(db));
    const { tables, done } = await rotateKey({ db, vault: await openVault(db, BOTH), batch: 2 });
    expect(done).toBe(true);
    const after = await everyText(db);
    expect(openedBy(new Vault(OLD_KEY), after)).toEqual([]);
    expect(openedBy(new Vault(NEW_KEY), after).map(({ place }) => place)).toEqual(before.map(({ place }) => place));
    for (const { table, columns } of await sealedTables(db)) {
      const progress = tables.find((one) => one.table === table);
      const rows = table === 'vault_keys' ? 1 : ROWS;
      expect(progress).toMatchObject({ rows, resealed: rows * columns.length, unreadable: 0, missed: 0 });
    }
  });

  it('forgets no column: whatever tables.ts calls sealed is found in the database, and filled in these tests', async () => {
    const { db } = empty();
    const named = readFileSync('src/store/tables.ts', 'utf8').matchAll(/\b(\w+_sealed|sealed): string/g);
    const columns = (await sealedTables(db)).flatMap((one) => one.columns);
    expect([...columns].sort()).toEqual([...named].map(([, name]) => name).sort());
    await fillSealedColumns(db, await openVault(db, OLD), 1);
    const texts = (await everyText(db)).map(({ place }) => place);
    for (const table of await sealedTables(db)) {
      for (const column of table.columns) expect(texts).toContain(`${table.table}.${column}`);
    }
  });

  it('each text stays what it was', async () => {
    const { db } = empty();
    await fillSealedColumns(db, await openVault(db, OLD), ROWS);
    await rotateKey({ db, vault: await openVault(db, BOTH), batch: 3 });
    const opened = new Vault(NEW_KEY);
    for (const { table, key, columns } of await sealedTables(db)) {
      if (table === 'vault_keys') continue;
      const { rows } = await sql<Record<string, string>>`
        select * from ${sql.table(table)} order by ${sql.ref(key)}`.execute(db);
      expect(rows.map((row) => columns.map((column) => opened.open(row[column] ?? '')))).toEqual(
        rows.map((_, index) => columns.map((column) => sealedTextOf(table, column, index + 1))),
      );
    }
  });

  it('people, messages that come again, referrals, sign-ins and the audit log are found with the new key alone', async () => {
    const { db } = empty();
    const again = { externalId: '41', from: LAN.address, sentAt: NOW, inGroup: false } as const;
    const message = { ...again, heard: { kind: 'text', text: STORY } } as const;
    const audited = { at: NOW, by: undefined, role: undefined, action: 'thử', object: 'HQ-7K3M', province: undefined };
    await (await storeWith(OLD)).transaction(async ({ inbox, conversations, tickets, accounts, audit }) => {
      await inbox.add(LAN.channel, message, NOW);
      await conversations.save(LAN, { ...NEW_CONVERSATION, recent: [STORY] }, NOW);
      const draft = { lines: [STORY], province: '01', contact: 'gọi 0912345678' };
      const [id, code] = ['t1' as TicketId, 'HQ-7K3M' as ReferralCode];
      await tickets.open({ id, code, who: LAN, ...draft, consent: 'Đồng ý', at: NOW, day: '2026-11-29' });
      const proof = {
        passwordHash: '$argon2id$',
        totpSecret: 'GEZDGNBVGY3TQOJQ',
        totpLastStep: 1,
        language: 'vi',
      } as const;
      await accounts.add({
        login: 'hoa@tt.example',
        name: 'Hoa',
        role: 'admin',
        province: undefined,
        ...proof,
        by: undefined,
        at: NOW,
      });
      await audit.add(audited);
      await audit.add(audited);
    });
    await rotateKey({ db, vault: await openVault(db, BOTH) });
    await (await storeWith(NEW)).transaction(async ({ inbox, conversations, tickets, accounts, audit }) => {
      expect(await inbox.add(LAN.channel, message, NOW)).toBe(false);
      expect((await inbox.heardFrom(LAN, 5)).map(({ heard }) => heard)).toEqual([message.heard]);
      expect((await conversations.of(LAN)).recent).toEqual([STORY]);
      expect(await tickets.ofPerson(LAN)).toMatchObject([{ code: 'HQ-7K3M' }]);
      expect(await accounts.findByLogin('hoa@tt.example')).toMatchObject({ name: 'Hoa' });
      await audit.add(audited);
      expect(await audit.checkChain(10, undefined)).toEqual({ kind: 'whole', lines: 3, goOnAt: undefined });
    });
  });

  it('a dry run counts and changes nothing', async () => {
    const { db } = empty();
    await fillSealedColumns(db, await openVault(db, OLD), 1);
    const before = await everyText(db);
    const { tables, done } = await rotateKey({ db, vault: await openVault(db, BOTH), dryRun: true });
    expect(done).toBe(false);
    expect(tables.reduce((sum, { resealed }) => sum + resealed, 0)).toBe(openedBy(new Vault(OLD_KEY), before).length);
    expect(await everyText(db)).toEqual(before);
  });

  it('leaves what neither key opens as it is, and says how much that is', async () => {
    const { db } = empty();
    await fillSealedColumns(db, await openVault(db, OLD), 2);
    await sql`update inbox set heard_sealed = 'hỏng' where id = '000001'`.execute(db);
    const { tables, done } = await rotateKey({ db, vault: await openVault(db, BOTH) });
    expect(done).toBe(true);
    expect(tables.find(({ table }) => table === 'inbox')).toMatchObject({ resealed: 2 * 3 - 1, unreadable: 1 });
  });

  it('does not overwrite what the program writes in the same moment, also with the old key', async () => {
    const { db } = empty();
    await fillSealedColumns(db, await openVault(db, OLD), 3);
    const [oldOnly, both] = [await openVault(db, OLD), await openVault(db, BOTH)];
    /** As the program does it between the reading and the writing of a batch: the first three texts get another content. */
    const meanwhile: Promise<unknown>[] = [];
    const vault = new (class extends Vault {
      override resealed(sealed: string): string | undefined {
        const nth = meanwhile.length + 1;
        if (nth <= 3 && this.open(sealed).includes('conversations.state_sealed')) {
          const words = (nth === 2 ? oldOnly : both).seal(`viết lúc đó ${nth}`);
          meanwhile.push(
            sql`update conversations set state_sealed = ${words} where chat_hash = ${`00000${nth}`}`.execute(db),
          );
        }
        return super.resealed(sealed);
      }
    })(NEW_KEY, { old: OLD_KEY });
    const missed: number[] = [];
    const onProgress = (progress: TableProgress) => missed.push(progress.missed);
    const { done } = await rotateKey({ db, vault, batch: 3, onProgress });
    await Promise.all(meanwhile);
    expect(done).toBe(true);
    expect(Math.max(...missed)).toBe(3); // else it was no race
    const rows = await db.selectFrom('conversations').select('state_sealed').orderBy('chat_hash').execute();
    expect(rows.map((row) => new Vault(NEW_KEY).open(row.state_sealed))).toEqual([
      'viết lúc đó 1',
      'viết lúc đó 2',
      'viết lúc đó 3',
    ]);
  });
});
