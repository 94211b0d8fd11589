import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CLAIM_KEY, claimOn } from '../../src/store/claim.ts';
import { openDatabase, PROGRAM } from '../../src/store/open.ts';
import { hasPostgres, PostgresServer } from '../support/postgres-server.ts';

const TAKEN = expect.objectContaining({ trouble: 'taken' });
const noLoss = () => {
  throw new Error('It was lost');
};

describe('a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-claim-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is claimed by one at a time, also before it is there', async () => {
    const url = `file:${join(folder, 'chưa có', 'hoi-quyen.db')}`;
    const [first, second] = [claimOn(url, noLoss), claimOn(url, noLoss)];
    await first.take();
    await first.take();
    await expect(second.take()).rejects.toEqual(TAKEN);
    await first.release();
    await second.take();
    await expect(first.take()).rejects.toEqual(TAKEN);
    await second.release();
  });

  it('in memory is nobody else’s', async () => {
    const claims = [claimOn('file::memory:', noLoss), claimOn('file::memory:', noLoss)];
    await Promise.all(claims.map((claim) => claim.take()));
  });
});

/** Needs the programs of a PostgreSQL server. */
describe.skipIf(!hasPostgres)('a database of a PostgreSQL server', () => {
  let server: PostgresServer;
  let url: string;
  let operator: pg.Client;
  beforeAll(async () => {
    server = await PostgresServer.start();
    url = server.url('postgres');
    operator = new pg.Client({ connectionString: url });
    await operator.connect();
  });
  afterAll(async () => {
    await operator?.end();
    server?.stop();
  });

  it('is claimed by one at a time, and other databases of the server are others', async () => {
    await operator.query('create database other');
    const claims = [url, url, server.url('other')].map((each) => claimOn(each, noLoss));
    const [first, second, elsewhere] = claims as [(typeof claims)[0], (typeof claims)[0], (typeof claims)[0]];
    await first.take();
    await first.take();
    await first.check();
    await elsewhere.take();
    await expect(second.take()).rejects.toEqual(TAKEN);
    await first.release();
    await second.take();
    await expect(first.take()).rejects.toEqual(TAKEN);
    await Promise.all([second.release(), elsewhere.release()]);
  });

  it('is another’s as soon as the server ended the session, and whoever had it knows at once', async () => {
    const onLost = vi.fn();
    const [first, second] = [claimOn(url, onLost), claimOn(url, noLoss)];
    await first.take();
    await operator.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
    );
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), 60_000);
    await expect(first.check()).rejects.toMatchObject({ trouble: 'unreachable' });
    await second.take();
    await expect(first.take()).rejects.toEqual(TAKEN);
    await second.release();
    await first.take();
    await first.check();
    await first.release();
  });

  it('is taken with nothing of the process before left over that could still write', async () => {
    const before = new pg.Client({ connectionString: url, application_name: `${PROGRAM.prefix}of yesterday` });
    const ended = new Promise((resolve) => before.on('error', resolve));
    await before.connect();
    const ours = openDatabase(url, 1_000, PROGRAM.name);
    await ours.connection().execute(async () => {});
    const claim = claimOn(url, noLoss);
    await claim.take();
    expect(String(await ended)).toContain('terminat');
    const { rows } = await operator.query<{ application_name: string }>(
      'select application_name from pg_stat_activity where starts_with(application_name, $1)',
      [PROGRAM.prefix],
    );
    expect(rows).toEqual([{ application_name: PROGRAM.name }]);
    await ours.destroy();
    await claim.release();
  });

  it('waits for a lock no longer than it was told to', async () => {
    await operator.query('begin');
    await operator.query('select pg_advisory_xact_lock(hashtext($1))', [CLAIM_KEY]);
    const db = openDatabase(url, 50);
    try {
      const waiting = sql`select pg_advisory_xact_lock(hashtext(${CLAIM_KEY}))`.execute(db);
      await expect(waiting).rejects.toMatchObject({ code: '55P03' });
    } finally {
      await operator.query('rollback');
      await db.destroy();
    }
  });
});
