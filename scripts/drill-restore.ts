/** `npm run drill:restore`: a backup made while people write, restored elsewhere, and the program started on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeProof } from './proof-report.ts';
import { tryRestore } from './restore/try-restore.ts';

const USAGE = `npm run drill:restore [-- --quick] [--json]

Starts the program on a database with 50,000 messages received and as many sent and 5,000 referrals, makes a backup while
people write, restores it to another place, starts the program there, and compares the counts, the messages that were
acknowledged before, and the answers to ten questions. In a folder of its own, with a messenger on this machine; nothing of
yours is touched. Leaves its figures for npm run docs:proof.

  --quick   a hundredth of it
  --json    one JSON value on standard output
  --help    this text
`;
const REAL = { messages: 50_000, tickets: 5_000, revisions: 500 };
const QUICK = { messages: 500, tickets: 50, revisions: 5 };

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
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-drill-restore-'));
  try {
    const tried = await tryRestore(folder, size);
    const passed = tried.faults.length === 0;
    const report = writeProof(values.quick ? 'restore-quick' : 'restore', {
      title: 'Restore drill',
      about: `A backup of ${size.messages} messages received, as many sent and ${size.tickets} referrals, made while people write, restored to another place. Passes when it holds the rows that it counted and every message acknowledged before it was begun, and the program started on it answers ten questions as the one before.`,
      command: `npm run drill:restore${values.quick ? ' -- --quick' : ''}`,
      startedAt,
      rows: [
        {
          name: 'backup while people write, restore, start',
          figures: {
            rows: tried.rows,
            bytes: tried.bytes,
            'backup s': tried.backupSeconds,
            'messages taken meanwhile': tried.meanwhile,
            'restore s': tried.restoreSeconds,
            'questions answered alike': `${tried.questions - tried.faults.filter((fault) => fault.startsWith('another answer')).length} of ${tried.questions}`,
          },
          verdict: passed ? 'pass' : 'fail',
          ...(!passed && { because: tried.faults.join('; ') }),
        },
      ],
    });
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else {
      const { rows, bytes, backupSeconds, meanwhile, restoreSeconds, faults } = tried;
      process.stdout.write(
        `${rows} rows, ${bytes} bytes; backup ${backupSeconds} s while ${meanwhile} messages were taken, restore ${restoreSeconds} s: ${faults.join('; ') || 'pass'}\n`,
      );
    }
    if (!passed) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
