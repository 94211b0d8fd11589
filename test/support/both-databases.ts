import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { Vault } from '../../src/store/vault.ts';
import { countingIds } from '../store/counting-ids.ts';
import { openPglite, pgliteDialect } from './pglite-dialect.ts';

export interface EmptyStore {
  readonly db: Kysely<Tables>;
  readonly store: SqlStore;
  readonly vault: Vault;
}

/** The same tests on a SQLite file and on PostgreSQL; each begins with an empty database. */
export function onBothDatabases(name: string, tests: (empty: () => EmptyStore) => void): void {
  describe.each(['SQLite', 'PostgreSQL (PGlite)'] as const)(`${name} on %s`, (kind) => {
    const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
    let folder: string;
    let pglite: PGlite | undefined;
    let opened: EmptyStore | undefined;
    let files = 0;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-both-'));
      if (kind !== 'SQLite') pglite = await openPglite();
    });
    beforeEach(async () => {
      files += 1;
      await pglite?.exec('drop schema public cascade; create schema public');
      const db = pglite
        ? new Kysely<Tables>({ dialect: pgliteDialect(pglite) })
        : openDatabase(`file:${join(folder, `${files}.db`)}`);
      await migrate(db);
      opened = { db, store: new SqlStore(db, vault, countingIds()), vault };
    });
    afterEach(async () => {
      if (!pglite) await opened?.db.destroy();
    });
    afterAll(async () => {
      await pglite?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    tests(() => {
      if (!opened) throw new Error('The database is open only while a test runs');
      return opened;
    });
  });
}
