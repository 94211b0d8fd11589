import { expect, it } from 'vitest';
import { reportDocx } from '../../src/documents/report-docx.ts';
import { reportXlsx } from '../../src/documents/report-xlsx.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import { type Report, report } from '../../src/reporting/report.ts';
import { aYear, THE_SERVICE } from '../support/period-figures.ts';
import { unzipped } from '../support/unzipped.ts';

const REPORT = report(aYear(), THE_SERVICE, '2027-01-05');

/** The parts of a file, without moments and ids that are new with each file. */
function contentOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    [...unzipped(Buffer.from(file))]
      .filter(([path]) => !path.startsWith('docProps/'))
      .map(([path, part]) => [path.replace(/[\w-]{20,}\.png/, '.png'), part.replace(/[\w-]{20,}\.png/g, '.png')]),
  );
}

it.each([
  ['docx', reportDocx],
  ['xlsx', reportXlsx],
] as const)('a %s file that is written in a thread is the one that is written here', async (as, here) => {
  const [there, own] = [contentOf(await writeReport(as, REPORT)), contentOf(await here(REPORT))];
  expect([...there.keys()]).toEqual([...own.keys()]);
  for (const [path, part] of own) expect([path, there.get(path) === part]).toEqual([path, true]);
});

it('a report that cannot be written fails with what was wrong', async () => {
  const broken = { ...REPORT, sections: undefined } as unknown as Report;
  await expect(writeReport('docx', broken)).rejects.toThrow(/sections|undefined/);
});
