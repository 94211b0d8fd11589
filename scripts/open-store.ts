import type { Settings } from '../src/settings.ts';
import { migrate } from '../src/store/migrate.ts';
import { idMaker } from '../src/store/new-id.ts';
import { openDatabase } from '../src/store/open.ts';
import { SqlStore } from '../src/store/sql-store.ts';
import { Vault } from '../src/store/vault.ts';

/** The database of the settings, with its tables. */
export async function openStore({
  DATABASE_URL,
  DATA_KEY,
}: Pick<Settings, 'DATABASE_URL' | 'DATA_KEY'>): Promise<SqlStore> {
  const db = openDatabase(DATABASE_URL);
  await migrate(db);
  return new SqlStore(
    db,
    new Vault(Buffer.from(DATA_KEY, 'base64')),
    idMaker(() => new Date()),
  );
}
