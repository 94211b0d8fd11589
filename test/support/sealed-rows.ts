import { type Kysely, sql } from 'kysely';
import { sealedTables } from '../../src/store/sealed-columns.ts';
import type { Tables } from '../../src/store/tables.ts';
import type { Vault } from '../../src/store/vault.ts';

/** What stands sealed in a column of the `nth` row. */
export const sealedTextOf = (table: string, column: string, nth: number) => `bí mật ${table}.${column} của dòng ${nth}`;

/** Puts rows into every table that has sealed columns, with something sealed in each of them. */
export async function fillSealedColumns(db: Kysely<Tables>, vault: Vault, rows: number): Promise<void> {
  const sealed = await sealedTables(db);
  const tables = await db.introspection.getTables();
  // what other tables refer to goes first
  const order = [...sealed].sort((a, b) => Number(b.table === 'tickets') - Number(a.table === 'tickets'));
  for (const { table, columns } of order) {
    if (table === 'vault_keys') continue;
    const all = tables.find(({ name }) => name === table)?.columns ?? [];
    for (let nth = 1; nth <= rows; nth += 1) {
      const values = all.map(({ name, dataType }) => {
        if (columns.includes(name)) return vault.seal(sealedTextOf(table, name, nth));
        return /int/i.test(dataType) ? 0 : String(nth).padStart(6, '0');
      });
      await sql`insert into ${sql.table(table)} (${sql.join(all.map(({ name }) => sql.ref(name)))})
        values (${sql.join(values)})`.execute(db);
    }
  }
}

/** Every text of every table with its place, sealed or not. */
export async function everyText(db: Kysely<Tables>): Promise<readonly { place: string; value: string }[]> {
  const found: { place: string; value: string }[] = [];
  for (const { name: table } of await db.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string') found.push({ place: `${table}.${column}`, value });
      }
    }
  }
  return found;
}

/** What of these texts a key opens. */
export function openedBy<T extends { readonly value: string }>(vault: Vault, texts: readonly T[]): readonly T[] {
  return texts.filter(({ value }) => {
    try {
      vault.open(value);
      return true;
    } catch {
      return false;
    }
  });
}
