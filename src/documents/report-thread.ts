import { parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../reporting/report.ts';
import { reportDocx } from './report-docx.ts';
import { reportXlsx } from './report-xlsx.ts';

/** What the thread is told. */
export interface ReportToWrite {
  readonly as: 'docx' | 'xlsx';
  readonly report: Report;
}

/** What the thread of one report does. It answers with the file, and ends. */
const { as, report } = workerData.toWrite as ReportToWrite;
const file = await (as === 'docx' ? reportDocx(report) : reportXlsx(report));
parentPort?.postMessage(new Uint8Array(file));
