import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { countingIds } from './counting-ids.ts';

const NOW = new Date('2026-11-21T02:00:00.000Z');
const LAN: Whereabouts = { channel: 'web', address: 'trang-1' };
const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
/** As if the row had been sealed with a key that is gone. */
const DAMAGED = new Vault(Buffer.alloc(32, 'khoá đã mất')).seal('hỏng');

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-unreadable-'));

describe('a stored text that cannot be opened', () => {
  let db: Kysely<Tables>;
  let store: SqlStore;
  let told: string[];
  beforeAll(async () => {
    db = openDatabase(`file:${join(folder, 'test.db')}`);
    await migrate(db);
  });
  beforeEach(async () => {
    told = [];
    store = new SqlStore(db, vault, countingIds(), (what) => told.push(what));
    for (const table of ['inbox', 'outbox', 'conversations'] as const) await db.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is left out of the page that shows a talk, and the rest is shown', async () => {
    await store.transaction(async ({ inbox, outbox }) => {
      for (const nth of [1, 2]) {
        const heard = { kind: 'text', text: `tin ${nth}` } as const;
        await inbox.add('web', { externalId: `${nth}`, from: LAN.address, heard, sentAt: NOW, inGroup: false }, NOW);
        await outbox.add({
          key: `${nth}`,
          ...LAN,
          message: { text: `trả lời ${nth}`, bold: [], choices: [] },
          at: NOW,
        });
        await outbox.take('web', NOW, 1);
        await outbox.markSent(`${nth}`, 'trên trang', NOW);
      }
    });
    const first = await db.selectFrom('inbox').select('id').orderBy('id').executeTakeFirstOrThrow();
    await db.updateTable('inbox').set({ heard_sealed: DAMAGED }).where('id', '=', first.id).execute();
    await db.updateTable('outbox').set({ message_sealed: DAMAGED }).where('key', '=', '2').execute();
    await store.transaction(async ({ inbox, outbox }) => {
      expect((await inbox.heardFrom(LAN, 10)).map(({ heard }) => heard)).toEqual([{ kind: 'text', text: 'tin 2' }]);
      expect((await outbox.sentTo(LAN, 10)).map(({ message }) => message.text)).toEqual(['trả lời 1']);
    });
  });

  it('of a conversation is told of, and the person begins anew instead of being left without answers', async () => {
    const save = (recent: readonly string[]) =>
      store.transaction(({ conversations }) => conversations.save(LAN, { ...NEW_CONVERSATION, recent }, NOW));
    const now = () => store.transaction(({ conversations }) => conversations.of(LAN));
    await save(['cty nợ lương']);
    await db.updateTable('conversations').set({ state_sealed: DAMAGED }).execute();
    expect(await now()).toEqual(NEW_CONVERSATION);
    expect(told).toEqual(['conversation']);
    await save(['hỏi lại']);
    expect((await now()).recent).toEqual(['hỏi lại']);
  });
});
