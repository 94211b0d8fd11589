import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { accountsContract } from '../contracts/accounts-contract.ts';
import { openPglite, pgliteDialect } from '../support/pglite-dialect.ts';
import { countingIds } from './counting-ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-accounts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));

const DATABASES = [
  { kind: 'SQLite', open: async () => openDatabase(`file:${join(folder, 'contract.db')}`) },
  {
    kind: 'PostgreSQL (PGlite)',
    open: async () => new Kysely<Tables>({ dialect: pgliteDialect(await openPglite()) }),
  },
];
for (const { kind, open } of DATABASES) {
  accountsContract(kind, async () => {
    const db = await open();
    await migrate(db);
    return {
      store: new SqlStore(db, vault, countingIds()),
      async empty() {
        // what refers to another table goes first
        for (const table of ['recovery_codes', 'sessions', 'invitations', 'accounts'] as const) {
          await db.deleteFrom(table).execute();
        }
      },
      close: () => db.destroy(),
    };
  });
}

it('keeps names, logins, notes, secrets, codes and tokens from who reads the disk', async () => {
  const path = join(folder, 'disk.db');
  const db = openDatabase(`file:${path}`);
  await migrate(db);
  const store = new SqlStore(db, vault, countingIds());
  const at = new Date('2026-11-21T02:00:00.000Z');
  const secrets = {
    login: 'bui.thi.lieu@trogiup.example',
    name: 'Bùi Thị Liễu',
    note: 'chị Liễu ở phòng nghiệp vụ',
    totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    code: '7K3MP-QX2TR',
    invitation: 'ma-cua-lien-ket-moi-abcdefgh',
    session: 'ma-cua-phien-lam-viec-abcdefgh',
  };
  await store.transaction(async ({ accounts, invitations, sessions }) => {
    const { login, name, totpSecret } = secrets;
    const role = 'admin';
    const place = { role, province: undefined } as const;
    const proof = { passwordHash: '$argon2id$nhin-thay-duoc', totpSecret, totpLastStep: 1 };
    const account = await accounts.add({ login, name, ...place, ...proof, language: 'vi', by: undefined, at });
    if (account === undefined) throw new Error('not added');
    await accounts.setRecoveryCodes(account, [secrets.code]);
    const link = { token: secrets.invitation, note: secrets.note, by: account, createdAt: at, expiresAt: at };
    await invitations.add({ ...link, ...place, account: undefined });
    await sessions.add({ token: secrets.session, account, stage: 'signed-in', device: 'Chrome', at, expiresAt: at });
  });
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  const bytes = Buffer.concat(
    readdirSync(folder)
      .filter((file) => file.startsWith('disk.db'))
      .map((file) => readFileSync(join(folder, file))),
  );
  await db.destroy();
  expect(bytes.includes('$argon2id$nhin-thay-duoc')).toBe(true); // else the next line proves nothing
  expect(Object.entries(secrets).filter(([, secret]) => bytes.includes(secret))).toEqual([]);
});
