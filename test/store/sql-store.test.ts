import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReferralCode, TicketId } from '../../src/base/ids.ts';
import { NEW_CONVERSATION } from '../../src/conversation/conversation.ts';
import type { Whereabouts } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { openPglite, pgliteDialect } from '../support/pglite-dialect.ts';
import { countingIds } from './counting-ids.ts';

const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function sqliteFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}

/** One for the whole file: opening it takes seconds. */
let pglite: PGlite;
beforeAll(async () => {
  pglite = await openPglite();
});
afterAll(() => pglite.close());

const DATABASES: readonly { kind: string; open: () => Promise<Kysely<Tables>> }[] = [
  { kind: 'SQLite, a file', open: async () => openDatabase(`file:${sqliteFile()}`) },
  {
    kind: 'PostgreSQL (PGlite)',
    open: async () => {
      await pglite.exec('drop schema public cascade; create schema public');
      return new Kysely<Tables>({ dialect: pgliteDialect(pglite) });
    },
  },
];

async function tablesOf(db: Kysely<Tables>): Promise<readonly (keyof Tables)[]> {
  return (await db.introspection.getTables()).map(({ name }) => name as keyof Tables).sort();
}

/** So that a test can be emptied: the guard keeps young lines of the audit log. */
async function unguardAudit(kind: string, db: Kysely<Tables>): Promise<void> {
  if (kind.startsWith('SQLite')) await sql`drop trigger audit_kept`.execute(db);
  else await sql`drop trigger audit_guarded on audit`.execute(db);
}

for (const { kind, open } of DATABASES) {
  storeContract(kind, async () => {
    const db = await open();
    await migrate(db);
    const tables = await tablesOf(db);
    await unguardAudit(kind, db);
    return {
      store: new SqlStore(db, vault, countingIds()),
      async empty() {
        // what refers to another table goes first
        for (const table of [...tables].sort((a, b) => b.length - a.length)) await db.deleteFrom(table).execute();
      },
      close: async () => {
        // PGlite is closed once, at the end of the file
        if (kind.startsWith('SQLite')) await db.destroy();
      },
    };
  });

  describe(`migrate: ${kind}`, () => {
    let db: Kysely<Tables>;
    beforeEach(async () => {
      db = await open();
    });
    afterEach(async () => {
      if (kind.startsWith('SQLite')) await db.destroy();
    });

    it('makes the tables', async () => {
      await migrate(db);
      expect(await tablesOf(db)).toEqual([
        'accounts',
        'audit',
        'candidates',
        'canned_replies',
        'configuration',
        'consents',
        'conversations',
        'counts',
        'erasures',
        'heard_before',
        'inbox',
        'invitations',
        'kept_questions',
        'law_articles',
        'law_asked_for',
        'law_changes',
        'law_sources',
        'law_statements',
        'link_codes',
        'live_entries',
        'outbox',
        'recovery_codes',
        'regressions',
        'review_tasks',
        'revisions',
        'sessions',
        'staff_groups',
        'take_backs',
        'ticket_events',
        'ticket_notes',
        'ticket_presence',
        'ticket_terms',
        'ticket_words',
        'tickets',
        'vault_keys',
      ]);
    });

    it('changes nothing the second time', async () => {
      await migrate(db);
      const store = new SqlStore(db, vault, countingIds());
      await store.transaction(({ conversations }) =>
        conversations.save({ channel: 'web', address: 'a' }, { ...NEW_CONVERSATION, recent: ['chào'] }, new Date(0)),
      );
      const before = await db.introspection.getTables();
      await migrate(db);
      expect(await db.introspection.getTables()).toEqual(before);
      const kept = await store.transaction(({ conversations }) => conversations.of({ channel: 'web', address: 'a' }));
      expect(kept.recent).toEqual(['chào']);
    });
  });
}

describe('what lies on the disk', () => {
  const STORY = 'Chồng tui nhậu về là đánh tui hoài, con gái mười hai tuổi cũng bị';
  const CONTACT = 'gọi 0912345678 gặp chị Bưởi';
  const REPLY = 'Bạn không có lỗi vì bị đánh; đang nguy hiểm thì gọi 113';
  const STAFF_SAYS = 'Chị ghé trung tâm sáng thứ Ba, hỏi cô Liễu';
  const LINK_CODE = 'MAMOI7K3MPQ';
  const PERSON: Whereabouts = { channel: 'telegram', address: '7712345678901' };
  const GROUP: Whereabouts = { channel: 'telegram', address: '-1009988776655' };
  const NOW = new Date('2026-11-21T02:00:00.000Z');

  /** Every byte of the database's files, after everything was written through. */
  async function bytesWithEverything(): Promise<Buffer> {
    const path = sqliteFile();
    const db = openDatabase(`file:${path}`);
    await migrate(db);
    await new SqlStore(db, vault, countingIds()).transaction(
      async ({ inbox, outbox, conversations, tickets, staffGroups }) => {
        const incoming = { heard: { kind: 'text', text: STORY }, sentAt: NOW } as const;
        await inbox.add(
          'telegram',
          { ...incoming, externalId: `${PERSON.address}/41`, from: PERSON.address, inGroup: false },
          NOW,
        );
        await inbox.add(
          'telegram',
          {
            ...incoming,
            externalId: `${GROUP.address}/42`,
            from: GROUP.address,
            inGroup: true,
            repliesTo: `${GROUP.address}/40`,
          },
          NOW,
        );
        const message = { text: REPLY, bold: [], choices: [] };
        await outbox.add({ ...PERSON, key: '1/0', message, at: NOW });
        await outbox.add({ ...GROUP, key: '1/1', message: { ...message, text: STORY }, at: NOW });
        await outbox.take('telegram', NOW, 9);
        await outbox.markSent('1/0', `${PERSON.address}/43`, NOW);
        await outbox.markSent('1/1', `${GROUP.address}/44`, NOW);
        const draft = { lines: [STORY], province: '01', contact: CONTACT };
        await conversations.save(
          PERSON,
          { ...NEW_CONVERSATION, step: { at: 'reviewing', draft }, recent: [STORY] },
          NOW,
        );
        const [id, code] = ['t1' as TicketId, 'HQ-7K3M' as ReferralCode];
        const consent = 'Tôi đồng ý';
        await tickets.open({ id, code, who: PERSON, ...draft, consent, at: NOW, day: '2026-11-21' });
        await tickets.addWords({ ticket: id, by: 'person', words: STORY, at: NOW });
        await tickets.addWords({ ticket: id, by: 'staff', words: STAFF_SAYS, at: NOW });
        await staffGroups.link(GROUP, '01', NOW);
        await staffGroups.addLinkCode(LINK_CODE, '01', NOW);
      },
    );
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const names = readdirSync(folder).filter((name) => join(folder, name).startsWith(path));
    const bytes = Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
    await db.destroy();
    return bytes;
  }

  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await bytesWithEverything();
  });

  it('is what was written (else the other lines here prove nothing)', () => {
    for (const open of ['HQ-7K3M', '2026-11-21', 'telegram', 'Tôi đồng ý']) expect(bytes.includes(open)).toBe(true);
  });

  it.each([
    ['what the person wrote', STORY],
    ['how to reach the person', CONTACT],
    ['the phone number alone', '0912345678'],
    ['what they were told', REPLY],
    ['what staff wrote', STAFF_SAYS],
    ['who the person is', PERSON.address],
    ['which group staff read in', GROUP.address.slice(1)],
    ['a code that links a group', LINK_CODE],
  ])('does not show %s', (_, secret) => {
    const forms = [
      secret,
      secret.normalize('NFD'),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64').slice(0, -4),
      Buffer.from(secret).toString('hex'),
    ];
    expect(forms.filter((form) => bytes.includes(form))).toEqual([]);
    expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
  });
});

describe('what cannot be opened', () => {
  const NOW = new Date('2026-11-21T02:00:00.000Z');
  const heard = (text: string) => ({ heard: { kind: 'text', text }, sentAt: NOW, inGroup: false }) as const;
  const owed = (key: string, address: string) =>
    ({ key, channel: 'telegram', address, message: { text: 'chào bạn', bold: [], choices: [] }, at: NOW }) as const;

  it('is reported and kept, and holds nobody else up', async () => {
    const db = openDatabase(`file:${sqliteFile()}`);
    await migrate(db);
    const told: string[] = [];
    const newId = countingIds();
    const ours = new SqlStore(db, vault, newId, (what, id) => told.push(`${what}: ${id}`));
    const withAnotherKey = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá khác')), newId);
    await withAnotherKey.transaction(async ({ inbox, outbox }) => {
      await inbox.add('telegram', { externalId: '1', from: 'a', ...heard('viết bằng khoá cũ') }, NOW);
      await outbox.add(owed('cũ', 'a'));
    });
    await ours.transaction(async ({ inbox, outbox }) => {
      await inbox.add('telegram', { externalId: '2', from: 'b', ...heard('cty nợ lương') }, NOW);
      await outbox.add(owed('mới', 'b'));
    });
    const [message, sent] = await ours.transaction(async ({ inbox, outbox }) => [
      await inbox.take(NOW, NOW),
      await outbox.take('telegram', NOW, 9),
    ]);
    expect(message?.heard).toEqual({ kind: 'text', text: 'cty nợ lương' });
    expect(sent?.map(({ key }) => key)).toEqual(['mới']);
    expect(told).toEqual(['received: 000001', 'to be sent: cũ']);
    expect(await ours.transaction(({ inbox }) => inbox.countWaiting())).toBe(1);
    expect(await ours.transaction(({ outbox }) => outbox.counts())).toMatchObject({ sending: 1, givenUp: 1 });
    await db.destroy();
  });
});
