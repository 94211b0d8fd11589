/** `npm run drill:migrate`: an old database of real size, migrated, and its backup restored. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeProof } from './proof-report.ts';
import { tryMigration } from './restore/try-migration.ts';

const USAGE = `npm run drill:migrate [-- --quick] [--json]

Makes a database as the version before left it (200,000 messages received and as many sent, 10,000 referrals, 5,000
revisions of entries), migrates a copy of it, restores its backup with this version, and compares every row with what it
was. In a folder of its own, which is removed; takes some minutes and 3 GB of disk. Leaves its figures for npm run docs:proof.

  --quick   a hundredth of it, in seconds
  --json    one JSON value on standard output
  --help    this text
`;
const REAL = { messages: 200_000, tickets: 10_000, revisions: 5_000 };
const QUICK = { messages: 2_000, tickets: 100, revisions: 50 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const size = values.quick ? QUICK : REAL;
  const startedAt = new Date();
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-drill-migrate-'));
  try {
    const tried = await tryMigration(folder, size);
    const report = writeProof(values.quick ? 'migration-quick' : 'migration', {
      title: 'Migration of an old database',
      about: `${size.messages} messages received and as many sent, ${size.tickets} referrals, ${size.revisions} revisions, as the version before left them. Passes when every row has the content it had, people and messages that come again are found, and each referral has its consent.`,
      command: `npm run drill:migrate${values.quick ? ' -- --quick' : ''}`,
      startedAt,
      rows: tried.map(({ name, rows, bytes, seconds, faults }) => ({
        name,
        figures: { rows, 'bytes of the backup': bytes, seconds },
        verdict: faults.length === 0 ? ('pass' as const) : ('fail' as const),
        ...(faults.length > 0 && { because: faults.join('; ') }),
      })),
    });
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else
      for (const { name, rows, seconds, faults } of tried)
        process.stdout.write(`${name}: ${rows} rows, ${seconds} s, ${faults.join('; ') || 'pass'}\n`);
    if (tried.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
