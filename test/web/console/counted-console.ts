import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAPABILITIES } from '../../../src/channels/capabilities.ts';
import { chartSvg } from '../../../src/documents/chart-svg.ts';
import { reportDocx } from '../../../src/documents/report-docx.ts';
import { reportXlsx } from '../../../src/documents/report-xlsx.ts';
import { tableCsv } from '../../../src/documents/table-csv.ts';
import { tableXlsx } from '../../../src/documents/table-xlsx.ts';
import { know } from '../../../src/know.ts';
import type { Records } from '../../../src/ports/store.ts';
import type { Chart } from '../../../src/reporting/chart.ts';
import type { ShownTable } from '../../../src/reporting/small-numbers.ts';
import { readKnowledge } from '../../../src/store/knowledge-files.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { dashboardRoutes } from '../../../src/web/console/dashboard/dashboard-routes.tsx';
import { LongWork, workRoutes } from '../../../src/web/console/kit/work.tsx';
import { reportRoutes } from '../../../src/web/console/report/report-routes.tsx';

/** Noon in Vietnam. */
const NOON = new Date('2026-11-20T05:00:00Z');

const { knowledgeOn } = know('knowledge');
const { topics } = readKnowledge('knowledge');

/** The pages of figures with a database of their own, filled by the test. */
export async function countedConsole(fill: (records: Records) => Promise<void> = async () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-figures-'));
  const db = openDatabase(`file:${join(folder, 'test.db')}`);
  await migrate(db);
  const now = () => NOON;
  const newId = idMaker(now);
  const store = new SqlStore(db, new Vault(Buffer.alloc(32, 'khoá để thử')), newId, () => {});
  const faults: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, fault: (_: string, fault: unknown) => void faults.push(fault) };
  const works = new LongWork({ newId, now, log });
  const documents = {
    chartSvg: async (chart: Chart) => chartSvg(chart),
    tableCsv: async (table: ShownTable) => tableCsv(table),
    tableXlsx,
    reportDocx,
    reportXlsx,
  };
  const needs = {
    store,
    knowledgeOn,
    topics,
    documents,
    works,
    now,
    capabilities: (channel: keyof typeof CAPABILITIES) => CAPABILITIES[channel],
  };
  await store.transaction(fill);
  return {
    store,
    /** Of long work. */
    faults,
    /** Forgets what was counted. */
    empty: () => db.deleteFrom('counts').execute(),
    routes: [...dashboardRoutes(needs), ...reportRoutes(needs), ...workRoutes(works)],
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
