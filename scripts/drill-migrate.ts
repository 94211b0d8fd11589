/** `npm run drill:migrate`: an old database of real size, migrated, and its backup restored. */
import { type DrillDone, runDrill } from './restore/run-drill.ts';
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

async function drill(folder: string, size: typeof REAL): Promise<DrillDone> {
  const tried = await tryMigration(folder, size);
  return {
    report: {
      title: 'Migration of an old database',
      about: `${size.messages} messages received and as many sent, ${size.tickets} referrals, ${size.revisions} revisions, as the version before left them. Passes when every row has the content it had, people and messages that come again are found, and each referral has its consent.`,
      rows: tried.map(({ name, rows, bytes, seconds, faults }) => ({
        name,
        figures: { rows, 'bytes of the backup': bytes, seconds },
        verdict: faults.length === 0 ? 'pass' : 'fail',
        ...(faults.length > 0 && { because: faults.join('; ') }),
      })),
    },
    lines: tried.map(
      ({ name, rows, seconds, faults }) => `${name}: ${rows} rows, ${seconds} s, ${faults.join('; ') || 'pass'}`,
    ),
  };
}

runDrill({ command: 'drill:migrate', usage: USAGE, real: REAL, quick: QUICK, name: 'migration', run: drill }).catch(
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
