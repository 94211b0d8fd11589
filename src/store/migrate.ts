import { type Kysely, Migrator } from 'kysely';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as console from './migrations/0002-console.ts';
import * as officialTexts from './migrations/0003-official-texts.ts';
import * as trust from './migrations/0004-trust.ts';
import type { Tables } from './tables.ts';

/** In order. A migration is never edited after release; a correction is a new one. */
const MIGRATIONS = {
  '0001-first-tables': firstTables,
  '0002-console': console,
  '0003-official-texts': officialTexts,
  '0004-trust': trust,
};

/** Brings the database to the newest tables. Running it again changes nothing. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
