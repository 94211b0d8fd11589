import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../command-line.ts';
import { type RunReport, writeProof } from '../proof-report.ts';

export interface DrillCommand<Size> {
  /** Of npm: `drill:restore`. */
  readonly command: string;
  readonly usage: string;
  readonly real: Size;
  /** What is tried with `--quick`. */
  readonly quick: Size;
  /** Of the report. */
  readonly name: string;
  /** Carries it out in a folder of its own, which is removed afterwards. */
  readonly run: (folder: string, size: Size) => Promise<DrillDone>;
}

export interface DrillDone {
  readonly report: Omit<RunReport, 'command' | 'startedAt'>;
  /** What people read of it in the terminal. */
  readonly lines: readonly string[];
}

/** Runs a drill as a command: its options, its folder, its report, exit code 1 where it failed. */
export async function runDrill<Size>({ command, usage, real, quick, name, run }: DrillCommand<Size>): Promise<void> {
  const { values } = commandLine(usage, { options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
  const startedAt = new Date();
  const folder = mkdtempSync(join(tmpdir(), `hoi-quyen-${command.replace(':', '-')}-`));
  try {
    const done = await run(folder, values.quick ? quick : real);
    const report = writeProof(values.quick ? `${name}-quick` : name, {
      ...done.report,
      command: `npm run ${command}${values.quick ? ' -- --quick' : ''}`,
      startedAt,
    });
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : done.lines.map((line) => `${line}\n`).join(''));
    if (report.rows.some(({ verdict }) => verdict === 'fail')) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
