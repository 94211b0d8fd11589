import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate, migrationState } from '../../src/store/migrate.ts';
import { onBothDatabases } from '../support/both-databases.ts';

onBothDatabases('the tables of a database', (empty) => {
  it('are those of this program after a start', async () => {
    expect(await migrationState(empty().db)).toEqual({ pending: [], unknown: [] });
  });

  it('are told to be older', async () => {
    const { db } = empty();
    await sql`delete from kysely_migration where name = '0004-trust'`.execute(db);
    expect(await migrationState(db)).toEqual({ pending: ['0004-trust'], unknown: [] });
  });

  it('are all to come where there is none', async () => {
    const { db } = empty();
    await sql`drop table kysely_migration`.execute(db);
    const { pending, unknown } = await migrationState(db);
    expect([pending[0], unknown]).toEqual(['0001-first-tables', []]);
  });

  it('of a newer program are left alone, and the operator is told the way back', async () => {
    const { db } = empty();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-tomorrow', '2030-01-01')`.execute(db);
    expect((await migrationState(db)).unknown).toEqual(['9999-tomorrow']);
    await expect(migrate(db)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/9999-tomorrow.*restore a backup/),
    });
  });
});
