import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';
import { opened } from '../support/desk-values.ts';
import { countingIds } from './counting-ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-race-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that waits for the word and then claims every ticket. */
function claimer(file: string, account: string, ids: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/claim-all.ts', file, account, ...ids], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const line = async (): Promise<string> => String((await once(lines, 'line'))[0]);
  return { ready: line(), go: () => child.stdin.write('go\n'), holders: line };
}

it('gives each ticket to one of two processes that claim all of them at once', { timeout: 180_000 }, async () => {
  const file = join(folder, 'race.db');
  const db = openDatabase(`file:${file}`);
  await migrate(db);
  const store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), countingIds());
  const ids = await store.transaction(async (records) => {
    const all: string[] = [];
    for (let nth = 0; nth < 240; nth += 1) all.push((await opened(records)).id);
    return all;
  });

  // From both ends, so that they meet in the middle whoever is faster.
  const [hoa, binh] = [claimer(file, 'hoa', ids), claimer(file, 'binh', [...ids].reverse())];
  await Promise.all([hoa.ready, binh.ready]);
  hoa.go();
  binh.go();
  const [toldHoa, toldBinh] = await Promise.all([hoa.holders(), binh.holders()]);
  const rows = await db.selectFrom('tickets').select('claimed_by').orderBy('id').execute();
  await db.destroy();

  const holders = rows.map(({ claimed_by }) => claimed_by);
  expect(new Set(holders)).toEqual(new Set(['hoa', 'binh']));
  expect(JSON.parse(toldHoa)).toEqual(holders);
  expect((JSON.parse(toldBinh) as string[]).reverse()).toEqual(holders);
});
