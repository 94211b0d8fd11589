import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely';
import { AppError } from '../base/errors.ts';
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

/**
 * Brings the database to the newest tables. Running it again changes nothing.
 *
 * @param upTo For trials: stops at the tables of an earlier version.
 * @throws AppError `conflict` when a newer program has changed it: an older one would misread it.
 */
export async function migrate(db: Kysely<Tables>, upTo?: keyof typeof MIGRATIONS): Promise<void> {
  const { unknown } = await migrationState(db);
  if (unknown.length > 0) {
    throw new AppError(
      'conflict',
      `The database was changed by a newer version of the program (${unknown.join(', ')}). Start that version, or restore a backup that was made before the upgrade (docs/operations.md, "Rollback").`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}

/** What stands between a database and this program. */
export interface MigrationState {
  /** Made by a start of this program. */
  readonly pending: readonly string[];
  /** Made by a newer program; this one does not know them. */
  readonly unknown: readonly string[];
}

/** Looks only: nothing is changed. A database without tables has everything pending. */
export async function migrationState(db: Kysely<Tables>): Promise<MigrationState> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const done = tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)
    ? (await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)).rows
    : [];
  const names = done.map(({ name }) => name);
  return {
    pending: Object.keys(MIGRATIONS).filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !(name in MIGRATIONS)),
  };
}
