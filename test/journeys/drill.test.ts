import { execFile } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, PostgresServer } from '../support/postgres-server.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run drill`, as it is run at the command line. */
function drill(...options: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/drill.ts', ...options], (fault, out, err) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    );
  });
}

const SMALL = ['--json', '--messages', '300'];

describe('npm run drill', () => {
  it('prints one JSON value with a verdict for each drill', async () => {
    const { code, out } = await drill(...SMALL, '--only', 'duplicates-and-reorder', '--only', 'webhook-retry');
    const { drills } = JSON.parse(out) as { drills: readonly Record<string, unknown>[] };
    const clean = { lost: 0, doubled: 0, reordered: 0, onTheWire: 0, verdict: 'pass' };
    expect(drills).toMatchObject([
      { name: 'duplicates-and-reorder', messages: 72, ...clean },
      { name: 'webhook-retry', messages: 20, ...clean },
    ]);
    expect(code).toBe(0);
  }, 300_000);

  it('fails, and says why, when a platform loses one message', async () => {
    const { code, out, err } = await drill(...SMALL, '--only', 'webhook-retry', '--swallow', '1');
    const { drills } = JSON.parse(out) as { drills: readonly Record<string, unknown>[] };
    expect(drills).toMatchObject([{ lost: 1, doubled: 0, verdict: 'fail', because: '1 replies never came' }]);
    expect(err).toContain('fail: 1 replies never came');
    expect(code).toBe(1);
  }, 300_000);

  it('draws the same chances from the same seed', async () => {
    const one = ['--json', '--messages', '300', '--only', 'webhook-retry'];
    const [first, again, other] = await Promise.all([drill(...one), drill(...one), drill(...one, '--seed', '7')]);
    const calls = ({ out }: Ran) =>
      (JSON.parse(out) as { drills: { figures: { calls: number } }[] }).drills[0]?.figures.calls;
    expect(calls(again)).toBe(calls(first));
    expect(calls(other)).not.toBe(calls(first));
  }, 300_000);

  it('says what it knows when it is asked for a drill that there is not', async () => {
    expect(await drill('--only', 'fire')).toMatchObject({ code: 2, err: expect.stringContaining('webhook-retry') });
  });

  it('says what is wrong with --database, without the password', async () => {
    expect(await drill('--database', 'mysql://x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('postgres://'),
    });
    const { code, err } = await drill('--database', 'postgres://bot:mat-khau-cua-may@127.0.0.1:1/postgres');
    expect([code, err]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
    expect(err).not.toContain('mat-khau');
  });

  it('tells what it does with --help', async () => {
    const { code, out } = await drill('--help');
    expect([code, out]).toEqual([0, expect.stringContaining('--quick')]);
  });
});

/** Needs the programs of a PostgreSQL server. */
describe.skipIf(!hasPostgres)('npm run drill on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterAll(() => server?.stop());

  it('judges as on a file, two runs beside each other, and leaves nothing on the server', async () => {
    const on = ['--database', server.url('postgres'), ...SMALL];
    const [ended, posted] = await Promise.all([
      drill(...on, '--only', 'sessions-ended'),
      drill(...on, '--only', 'webhook-retry'),
    ]);
    const clean = { lost: 0, doubled: 0, reordered: 0, foreign: 0, verdict: 'pass' };
    expect(JSON.parse(ended.out)).toMatchObject({ drills: [{ name: 'sessions-ended', ...clean }] });
    expect(JSON.parse(posted.out)).toMatchObject({ drills: [{ name: 'webhook-retry', ...clean }] });
    expect([ended.code, posted.code]).toEqual([0, 0]);

    const operator = new pg.Client({ connectionString: server.url('postgres') });
    await operator.connect();
    const { rows } = await operator.query('select datname as name from pg_database union select rolname from pg_roles');
    await operator.end();
    expect(rows.filter(({ name }) => String(name).includes('drill'))).toEqual([]);
  }, 180_000);
});
