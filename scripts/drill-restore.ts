/** `npm run drill:restore`: a backup made while people write, restored elsewhere, and the program started on it. */
import { type DrillDone, runDrill } from './restore/run-drill.ts';
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

async function drill(folder: string, size: typeof REAL): Promise<DrillDone> {
  const { rows, bytes, backupSeconds, meanwhile, restoreSeconds, questions, faults } = await tryRestore(folder, size);
  const otherAnswers = faults.filter((fault) => fault.startsWith('another answer')).length;
  return {
    report: {
      title: 'Restore drill',
      about: `A backup of ${size.messages} messages received, as many sent and ${size.tickets} referrals, made while people write, restored to another place. Passes when it holds the rows that it counted and every message acknowledged before it was begun, and the program started on it answers ten questions as the one before.`,
      rows: [
        {
          name: 'backup while people write, restore, start',
          figures: {
            rows,
            bytes,
            'backup s': backupSeconds,
            'messages taken meanwhile': meanwhile,
            'restore s': restoreSeconds,
            'questions answered alike': `${questions - otherAnswers} of ${questions}`,
          },
          verdict: faults.length === 0 ? 'pass' : 'fail',
          ...(faults.length > 0 && { because: faults.join('; ') }),
        },
      ],
    },
    lines: [
      `${rows} rows, ${bytes} bytes; backup ${backupSeconds} s while ${meanwhile} messages were taken, restore ${restoreSeconds} s: ${faults.join('; ') || 'pass'}`,
    ],
  };
}

runDrill({ command: 'drill:restore', usage: USAGE, real: REAL, quick: QUICK, name: 'restore', run: drill }).catch(
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
