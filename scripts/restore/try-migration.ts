import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLog } from '../../src/log.ts';
import { settingsFrom } from '../../src/settings.ts';
import { makeBackup } from '../../src/store/backup/make-backup.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openVault } from '../../src/store/open-vault.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import {
  type Content,
  columnsOf,
  contentOf,
  externalIdOf,
  makeOldDatabase,
  type OldSize,
  writerOf,
} from './old-database.ts';
import { putBack } from './put-back.ts';

/** What a trial found. */
export interface Tried {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** What is not as it was; empty where all is well. */
  readonly faults: readonly string[];
}

const KEY = Buffer.alloc(32, 'khoá của bản cũ');
const KEYS = { DATA_KEY: KEY.toString('base64') };

/**
 * Makes a database of the version before in a folder, takes a backup of it as that version had it, migrates a copy, restores
 * the backup (which migrates too), and compares each time every row with what it was.
 */
export async function tryMigration(folder: string, size: OldSize): Promise<readonly Tried[]> {
  const [old, copy, restored] = ['old', 'copy', 'restored'].map((name) => join(folder, `${name}.db`)) as [
    string,
    string,
    string,
  ];
  const db = openDatabase(`file:${old}`);
  await makeOldDatabase(db, KEY, size);
  const columns = await columnsOf(db);
  const before = await contentOf(db, columns);
  await db.destroy();
  const look = async (path: string, name: string, bytes: number, seconds: number): Promise<Tried> => ({
    name,
    rows: Object.values(before.rows).reduce((sum, n) => sum + n, 0),
    bytes,
    seconds: Math.round(seconds * 10) / 10,
    faults: await faultsIn(path, columns, before, size),
  });

  const now = () => new Date();
  const settings = { ...settingsFrom({ ...KEYS, DATABASE_URL: `file:${restored}` }) };
  const backup = await timed(() =>
    makeBackup({
      settings: { ...KEYS, DATABASE_URL: `file:${old}` },
      folder: join(folder, 'backups'),
      keepDays: 14,
      now,
    }),
  );
  await copyFile(old, copy);
  const migration = await timed(async () => {
    const onCopy = openDatabase(`file:${copy}`);
    await migrate(onCopy);
    await onCopy.destroy();
  });
  const restoring = await timed(() =>
    putBack({
      file: backup.made.path,
      settings,
      target: `file:${restored}`,
      log: makeLog({ level: 'silent', secrets: [] }),
      now,
    }),
  );
  const bytes = backup.made.bytes;
  return [
    await look(copy, 'a copy of the old database is migrated', bytes, migration.seconds),
    await look(restored, 'a backup of the old version is restored and migrated', bytes, restoring.seconds),
  ];
}

async function faultsIn(
  path: string,
  columns: ReadonlyMap<string, readonly string[]>,
  before: Content,
  size: OldSize,
): Promise<readonly string[]> {
  const db = openDatabase(`file:${path}`);
  try {
    const after = await contentOf(db, columns);
    const changed = [...columns.keys()].filter((table) => after.sha256[table] !== before.sha256[table]);
    const faults = changed.map(
      (table) => `${table}: ${before.rows[table]} rows before, ${after.rows[table]} after, or others`,
    );
    const store = new SqlStore(
      db,
      await openVault(db, KEYS),
      idMaker(() => new Date()),
    );
    const last = size.messages - 1;
    const who = { channel: 'telegram', address: writerOf(last) } as const;
    await store.transaction(async ({ inbox, conversations, tickets }) => {
      const heard = { kind: 'text', text: 'gửi lại' } as const;
      const again = { externalId: externalIdOf(last), from: who.address, heard, inGroup: false, sentAt: new Date() };
      if (await inbox.add('telegram', again, new Date()))
        faults.push('a message that came again is taken for a new one');
      if ((await conversations.of(who)).recent.length === 0) faults.push('a talk is not found');
      const first = { channel: 'telegram', address: writerOf(0) } as const;
      if (size.tickets > 0 && (await tickets.ofPerson(first)).length === 0) faults.push('a referral is not found');
    });
    const { n } = await db
      .selectFrom('consents')
      .select(({ fn }) => fn.countAll<number | string>().as('n'))
      .executeTakeFirstOrThrow();
    if (Number(n) !== size.tickets) faults.push(`${n} consents of ${size.tickets} referrals`);
    return faults;
  } finally {
    await db.destroy();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ made: T; seconds: number }> {
  const began = performance.now();
  const made = await work();
  return { made, seconds: (performance.now() - began) / 1000 };
}
