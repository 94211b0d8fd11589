import { migrate } from '../src/store/migrate.ts';
import { idMaker } from '../src/store/new-id.ts';
import { openDatabase } from '../src/store/open.ts';
import { type DataKeys, openVault } from '../src/store/open-vault.ts';
import { SqlStore } from '../src/store/sql-store.ts';

/** The database of the settings, with its tables. */
export async function openStore(settings: DataKeys & { readonly DATABASE_URL: string }): Promise<SqlStore> {
  const db = openDatabase(settings.DATABASE_URL);
  await migrate(db);
  return new SqlStore(
    db,
    await openVault(db, settings),
    idMaker(() => new Date()),
  );
}
