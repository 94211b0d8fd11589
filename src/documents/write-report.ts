import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Report } from '../reporting/report.ts';
import type { ReportToWrite } from './report-thread.ts';

/**
 * Writes a report as a file in a thread of its own: a year with its pictures takes a second or two, and nobody who asks the
 * bot something waits for it. The libraries go with the thread.
 *
 * @throws what the writing threw.
 */
export async function writeReport(as: ReportToWrite['as'], report: Report): Promise<Uint8Array> {
  const worker = new Worker(new URL('../typescript-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: {
      file: new URL('./report-thread.ts', import.meta.url).href,
      toWrite: { as, report } satisfies ReportToWrite,
    },
  });
  worker.unref(); // a program that stops does not wait for it
  const ended = once(worker, 'exit').then((): never => {
    throw new Error('the thread that writes a report ended without it');
  });
  const [file] = await Promise.race([once(worker, 'message') as Promise<[Uint8Array]>, ended]);
  return file;
}
