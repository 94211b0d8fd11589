import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Whereabouts } from '../../src/ports/store.ts';
import { type DataKeys, isTakenOver, openVault } from '../../src/store/open-vault.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { countingIds } from './counting-ids.ts';

const NOW = new Date('2026-11-29T02:00:00.000Z');
const LAN: Whereabouts = { channel: 'telegram', address: '7712345678901' };
const STORY = 'Chồng tui nhậu về là đánh, tui phải kêu ai?';
const keyOf = (words: string) => Buffer.alloc(32, words);
const OLD = keyOf('khoá năm ngoái').toString('base64');
const NEW = keyOf('khoá năm nay').toString('base64');
const OTHER = keyOf('khoá của nơi khác').toString('base64');

onBothDatabases('openVault', (empty) => {
  const storeWith = async (keys: DataKeys, options?: { readonly takesOver: boolean }) =>
    new SqlStore(empty().db, await openVault(empty().db, keys, options), countingIds());
  /** @returns Whether it was new. */
  const hear = (store: SqlStore, externalId: string) =>
    store.transaction(({ inbox }) =>
      inbox.add(
        LAN.channel,
        { externalId, from: LAN.address, heard: { kind: 'text', text: STORY }, sentAt: NOW, inGroup: false },
        NOW,
      ),
    );
  const heard = async (store: SqlStore) =>
    (await store.transaction(({ inbox }) => inbox.heardFrom(LAN, 10))).map((one) => one.heard);

  it('opens with the same hashes every time, and no other database has the same', async () => {
    const first = await openVault(empty().db, { DATA_KEY: NEW });
    const again = await openVault(empty().db, { DATA_KEY: NEW });
    expect(again.hash('telegram', LAN.address)).toBe(first.hash('telegram', LAN.address));
    expect(first.hash('telegram', LAN.address)).not.toBe(
      new Vault(keyOf('khoá năm nay')).hash('telegram', LAN.address),
    );
  });

  it('keeps the hashes of a database of an earlier version, so that what comes again is known', async () => {
    const before = new SqlStore(empty().db, new Vault(keyOf('khoá năm nay')), countingIds());
    expect(await hear(before, '41')).toBe(true);
    const store = await storeWith({ DATA_KEY: NEW });
    expect(await hear(store, '41')).toBe(false);
    expect(await heard(store)).toEqual([{ kind: 'text', text: STORY }]);
  });

  it('also where the key is changed in the same moment', async () => {
    const before = new SqlStore(empty().db, new Vault(keyOf('khoá năm ngoái')), countingIds());
    await hear(before, '41');
    const store = await storeWith({ DATA_KEY: NEW, DATA_KEY_OLD: OLD });
    expect(await hear(store, '41')).toBe(false);
    expect(await heard(store)).toHaveLength(1);
  });

  it('while the key is changed opens old and new, seals with the new one and finds people', async () => {
    await hear(await storeWith({ DATA_KEY: OLD }), '41');
    const both = await storeWith({ DATA_KEY: NEW, DATA_KEY_OLD: OLD });
    expect(await hear(both, '41')).toBe(false);
    expect(await hear(both, '42')).toBe(true);
    expect(await heard(both)).toHaveLength(2);
    const rows = await empty().db.selectFrom('inbox').select('heard_sealed').orderBy('id').execute();
    const opens = (words: string) =>
      rows.map(({ heard_sealed }) => {
        try {
          return new Vault(keyOf(words)).openJson(heard_sealed) !== undefined;
        } catch {
          return false;
        }
      });
    expect(opens('khoá năm ngoái').filter(Boolean)).toHaveLength(1);
    expect(opens('khoá năm nay').filter(Boolean)).toHaveLength(1);
  });

  it('says what to do when the key does not fit, and changes nothing', async () => {
    await hear(await storeWith({ DATA_KEY: OLD }), '41');
    const rows = async () => [
      await empty().db.selectFrom('inbox').selectAll().execute(),
      await empty().db.selectFrom('vault_keys').selectAll().execute(),
    ];
    const before = await rows();
    await expect(storeWith({ DATA_KEY: NEW })).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringMatching(/DATA_KEY does not fit this database[\s\S]*DATA_KEY_OLD[\s\S]*rotate-key/),
    });
    await expect(storeWith({ DATA_KEY: NEW, DATA_KEY_OLD: OTHER })).rejects.toMatchObject({
      message: expect.stringContaining('Neither DATA_KEY nor DATA_KEY_OLD fits'),
    });
    expect(await rows()).toEqual(before);
    expect(await heard(await storeWith({ DATA_KEY: OLD }))).toHaveLength(1);
  });

  it('says so of a database of an earlier version too, and never with a key in the message', async () => {
    await hear(new SqlStore(empty().db, new Vault(keyOf('khoá năm ngoái')), countingIds()), '41');
    const fault = await storeWith({ DATA_KEY: NEW, DATA_KEY_OLD: OTHER }).catch((one: unknown) => one as Error);
    expect(fault).toMatchObject({ kind: 'invalid-input' });
    for (const key of [OLD, NEW, OTHER]) expect(`${fault}`).not.toContain(key);
    expect(await empty().db.selectFrom('vault_keys').selectAll().execute()).toEqual([]);
  });

  it('one damaged row does not look like a wrong key', async () => {
    const before = new SqlStore(empty().db, new Vault(keyOf('khoá năm nay')), countingIds());
    for (const id of ['41', '42']) await hear(before, id);
    await sql`update inbox set heard_sealed = 'hỏng', address_sealed = 'hỏng' where id = (select max(id) from inbox)`.execute(
      empty().db,
    );
    expect(await heard(await storeWith({ DATA_KEY: NEW }))).toHaveLength(1);
  });

  it('takes a new key without more where only what is public was stored', async () => {
    await openVault(empty().db, { DATA_KEY: OLD });
    const vault = await openVault(empty().db, { DATA_KEY: NEW });
    expect((await openVault(empty().db, { DATA_KEY: NEW })).hash('a')).toBe(vault.hash('a'));
  });

  it('after the program started with both keys, a process that knows only the old one is refused', async () => {
    await hear(await storeWith({ DATA_KEY: OLD }, { takesOver: true }), '41');
    const keys = { DATA_KEY: NEW, DATA_KEY_OLD: OLD };
    await storeWith(keys);
    expect(await isTakenOver(empty().db, keys)).toBe(false); // a command leaves that to the program
    await storeWith({ DATA_KEY: OLD });
    await storeWith(keys, { takesOver: true });
    expect(await isTakenOver(empty().db, keys)).toBe(true);
    await expect(storeWith({ DATA_KEY: OLD })).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await hear(await storeWith(keys), '41')).toBe(false);
  });

  it('two processes that open a new database at the same moment have the same hashes', async () => {
    const [one, other] = await Promise.all([
      openVault(empty().db, { DATA_KEY: NEW }),
      openVault(empty().db, { DATA_KEY: NEW }),
    ]);
    expect(one.hash('telegram', LAN.address)).toBe(other.hash('telegram', LAN.address));
  });
});
