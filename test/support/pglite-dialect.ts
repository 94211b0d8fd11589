import { PGlite } from '@electric-sql/pglite';
import { PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';

const [BIGINT, NUMERIC] = [20, 1700];
const asText = (value: string): string => value;

/**
 * A real PostgreSQL inside this process, empty. It takes some seconds to open: once for each test file is enough.
 *
 * Counts come as text, as the package `pg` gives them.
 */
export function openPglite(): Promise<PGlite> {
  return PGlite.create({ parsers: { [BIGINT]: asText, [NUMERIC]: asText } });
}

/** PGlite for Kysely. It has one connection, which is handed out to one transaction after the other. */
export function pgliteDialect(pglite: PGlite): PostgresDialect {
  let free: Promise<void> = Promise.resolve();
  const query = async (sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
    const { rows, command, rowCount = 0 } = await pglite.query(sql, [...parameters]);
    return { rows, rowCount, command: command as PostgresQueryResult<unknown>['command'] };
  };
  const pool: PostgresPool = {
    async connect() {
      const before = free;
      let release = (): void => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return { query: query as PostgresPoolClient['query'], release };
    },
    end: () => pglite.close(),
  };
  return new PostgresDialect({ pool });
}
