import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type SealedTable, sealedTables } from './sealed-columns.ts';
import type { Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** What became of the sealed texts of a table. */
export interface TableProgress {
  readonly table: string;
  readonly columns: readonly string[];
  /** Rows looked at. */
  readonly rows: number;
  /** Texts that were sealed with the old key and are sealed with the new one now (with `dryRun`: would be). */
  readonly resealed: number;
  /** Texts that neither key opens; they are left as they are. */
  readonly unreadable: number;
  /** Texts that were changed by somebody else in the same moment; the next round looks at them again. */
  readonly missed: number;
}

export interface Rotation {
  readonly tables: readonly TableProgress[];
  /** Nothing is sealed with the old key any more. */
  readonly done: boolean;
}

export interface RotateNeeds {
  readonly db: Kysely<Tables>;
  /** Opened with both keys. */
  readonly vault: Vault;
  /** Looks only, and changes nothing. */
  readonly dryRun?: boolean;
  /** Told after each batch. */
  readonly onProgress?: (progress: TableProgress) => void;
  /** Rows of a batch; one transaction each. */
  readonly batch?: number;
}

const BATCH = 200;
/** Between two batches, so that the program, which writes to the same file, gets its turn. */
const REST_MS = 10;
const MOST_ROUNDS = 10;

type Row = Readonly<Record<string, string | null>>;

/**
 * Seals everything anew that was sealed with the old key: every sealed column of every table, as the database itself names
 * them. Works in batches beside the running program; a value that was changed meanwhile is left to whoever changed it, and
 * looked at again in the next round. May be killed and begun again: what is sealed with the new key already is passed over.
 */
export async function rotateKey({
  db,
  vault,
  dryRun = false,
  onProgress = () => {},
  batch = BATCH,
}: RotateNeeds): Promise<Rotation> {
  const found = await sealedTables(db);
  const sums = new Map<string, TableProgress>();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    let changed = 0;
    for (const table of found) {
      const before = sums.get(table.table);
      const progress = await resealTable(db, vault, table, { dryRun, batch, onProgress });
      changed += progress.resealed + progress.missed;
      sums.set(table.table, before ? { ...progress, resealed: before.resealed + progress.resealed } : progress);
    }
    const tables = [...sums.values()];
    if (dryRun) return { tables, done: changed === 0 };
    // A round that found nothing to do has seen every row sealed with the new key.
    if (changed === 0) return { tables, done: true };
  }
  return { tables: [...sums.values()], done: false };
}

async function resealTable(
  db: Kysely<Tables>,
  vault: Vault,
  table: SealedTable,
  { dryRun, batch, onProgress }: Required<Pick<RotateNeeds, 'dryRun' | 'batch' | 'onProgress'>>,
): Promise<TableProgress> {
  const sum = { rows: 0, resealed: 0, unreadable: 0, missed: 0 };
  const progress = (): TableProgress => ({ table: table.table, columns: table.columns, ...sum });
  for (let after = ''; ; ) {
    const rows = await rowsAfter(db, table, after, batch);
    const changes: Change[] = [];
    for (const row of rows) {
      for (const column of table.columns) {
        const was = row[column];
        if (was === null || was === undefined) continue;
        try {
          const becomes = vault.resealed(was);
          if (becomes !== undefined) changes.push({ key: row[table.key] ?? '', column, was, becomes });
        } catch {
          sum.unreadable += 1;
        }
      }
    }
    const written = dryRun ? changes.length : await write(db, table, changes);
    sum.rows += rows.length;
    sum.resealed += written;
    sum.missed += changes.length - written;
    onProgress(progress());
    const last = rows.at(-1)?.[table.key];
    if (rows.length < batch || last === undefined || last === null) return progress();
    after = last;
    if (!dryRun) await sleep(REST_MS);
  }
}

function rowsAfter(db: Kysely<Tables>, table: SealedTable, after: string, limit: number): Promise<readonly Row[]> {
  const columns = sql.join([table.key, ...table.columns].map((column) => sql.ref(column)));
  return sql<Row>`select ${columns} from ${sql.table(table.table)}
    where ${sql.ref(table.key)} > ${after} order by ${sql.ref(table.key)} limit ${limit}`
    .execute(db)
    .then(({ rows }) => rows);
}

interface Change {
  readonly key: string;
  readonly column: string;
  readonly was: string;
  readonly becomes: string;
}

/** @returns How many of them were still what they had been. */
async function write(db: Kysely<Tables>, table: SealedTable, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  // Begins with writing: on SQLite a transaction that had read first would fail where the program wrote in between.
  return db.transaction().execute(async (within) => {
    let written = 0;
    for (const { key, column, was, becomes } of changes) {
      const stillTheSame = sql<SqlBool>`${sql.ref(table.key)} = ${key} and ${sql.ref(column)} = ${was}`;
      const { numAffectedRows } =
        await sql`update ${sql.table(table.table)} set ${sql.ref(column)} = ${becomes} where ${stillTheSame}`.execute(
          within,
        );
      written += Number(numAffectedRows ?? 0n);
    }
    return written;
  });
}
