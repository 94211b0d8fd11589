import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The database of one drill, empty at its beginning and looked into past the program. */
export interface DrillDatabase {
  /** As the program is told of it. */
  readonly url: string;
  /** @throws when it cannot be read now. */
  rows<Row extends object>(sql: string): Promise<readonly Row[]>;
  /** Nothing of it is left. */
  remove(): Promise<void>;
}

/** A SQLite file in a folder, read as `sqlite3` would; it goes together with its folder. */
export function sqliteIn(folder: string): DrillDatabase & { readonly file: string } {
  const file = join(folder, 'hoi-quyen.db');
  return {
    file,
    url: `file:${file}`,
    async rows<Row extends object>(sql: string) {
      const database = new Database(file, { readonly: true });
      try {
        return database.prepare(sql).all() as Row[];
      } finally {
        database.close();
      }
    },
    async remove() {},
  };
}
