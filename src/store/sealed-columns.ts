import { type Kysely, sql } from 'kysely';
import { AppError } from '../base/errors.ts';
import { isSqlite } from './is-sqlite.ts';
import type { Tables } from './tables.ts';

/** A table that holds something sealed. */
export interface SealedTable {
  readonly table: string;
  /** Its primary key, one column. */
  readonly key: string;
  /** The columns that hold sealed texts. */
  readonly columns: readonly string[];
}

const SEALED = /(^|_)sealed$/;
/** What only the key can tell: sealed texts, keyed hashes, and the chain of the audit log. */
const BOUND_TO_KEY = /(^|_)(sealed|hash)$|^chain$/;
const KEYS_TABLE = 'vault_keys';

/**
 * Every table with sealed columns, as the database itself tells them, so that none is forgotten when one is added: a column
 * is sealed when it is named `sealed` or `…_sealed` (see `tables.ts`).
 *
 * @throws AppError `unavailable` when such a table has no primary key of one column.
 */
export async function sealedTables(db: Kysely<Tables>): Promise<readonly SealedTable[]> {
  const tables = await db.introspection.getTables();
  const found: SealedTable[] = [];
  for (const { name, columns } of tables) {
    const sealed = columns.map((column) => column.name).filter((column) => SEALED.test(column));
    if (sealed.length > 0) found.push({ table: name, key: await keyOf(db, name), columns: sealed.sort() });
  }
  return found.sort((a, b) => (a.table < b.table ? -1 : 1));
}

/** Does the database hold anything, beside the wrapped keys themselves, that is worthless without its key? */
export async function isBoundToKey(db: Kysely<Tables>): Promise<boolean> {
  for (const { name, columns } of await db.introspection.getTables()) {
    if (name === KEYS_TABLE || !columns.some((column) => BOUND_TO_KEY.test(column.name))) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Some sealed texts of a database, the newest rows of each table first. */
export async function sealedSamples(db: Kysely<Tables>, perTable: number): Promise<readonly string[]> {
  const samples: string[] = [];
  for (const { table, key, columns } of await sealedTables(db)) {
    if (table === KEYS_TABLE) continue;
    const { rows } = await sql<Record<string, string | null>>`
      select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
      order by ${sql.ref(key)} desc limit ${perTable}`.execute(db);
    samples.push(...rows.flatMap((row) => Object.values(row).filter((value) => value !== null)));
  }
  return samples;
}

async function keyOf(db: Kysely<Tables>, table: string): Promise<string> {
  const { rows } = isSqlite(db)
    ? await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0`.execute(db)
    : await sql<{ name: string }>`
        select column_name as name from information_schema.table_constraints c
        join information_schema.key_column_usage k using (constraint_schema, constraint_name)
        where c.table_schema = current_schema() and c.table_name = ${table} and c.constraint_type = 'PRIMARY KEY'
      `.execute(db);
  const [key, ...more] = rows;
  if (key === undefined || more.length > 0) {
    throw new AppError('unavailable', `${table} holds sealed texts and needs a primary key of one column`);
  }
  return key.name;
}
