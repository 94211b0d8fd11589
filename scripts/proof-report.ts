import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Where runs leave what `npm run docs:proof` puts on the page. */
export const PROOF_DIR = 'reports/proof';

const Row = z.object({
  name: z.string(),
  /** Name of a column to what stands there, numbers as numbers. */
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
  verdict: z.enum(['pass', 'fail', 'not tried']),
  /** Why it failed, or was not tried; or what limits it. */
  because: z.string().optional(),
});
const Chart = z.object({
  /** Kebab-case, unique within the report. */
  name: z.string(),
  title: z.string(),
  x: z.string(),
  y: z.string(),
  lines: z.array(z.object({ name: z.string(), points: z.array(z.tuple([z.number(), z.number()])) })),
});
const Report = z.object({
  title: z.string(),
  /** What is shown, and what makes it pass: one or two sentences. */
  about: z.string(),
  command: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  seconds: z.number(),
  machine: z.string(),
  commit: z.string(),
  rows: z.array(Row),
  charts: z.array(Chart).default([]),
});

/** One run of drills, load, fuzzing or restoring: a table with a verdict in each row. */
export type ProofReport = z.infer<typeof Report>;
export type ProofRow = z.infer<typeof Row>;
export type ProofChart = z.infer<typeof Chart>;

/** What a run says; when, where and on which state of the program is added when it is written. */
export type RunReport = Omit<ProofReport, 'machine' | 'commit' | 'seconds' | 'startedAt' | 'charts'> & {
  readonly startedAt: Date;
  readonly charts?: ProofReport['charts'];
};

/** Leaves a report for the page. @param name File name without ending, kebab-case; a later run of the same name replaces it. */
export function writeProof(name: string, run: RunReport): ProofReport {
  const report = {
    ...run,
    charts: run.charts ?? [],
    startedAt: run.startedAt.toISOString(),
    seconds: Math.round((Date.now() - run.startedAt.getTime()) / 100) / 10,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`,
    commit: commitNow(),
  };
  mkdirSync(PROOF_DIR, { recursive: true });
  writeFileSync(join(PROOF_DIR, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  return report;
}

/** What the last run of a name left; `undefined` where there was none. */
export function lastProof(name: string): ProofReport | undefined {
  const path = join(PROOF_DIR, `${name}.json`);
  return existsSync(path) ? readProof(path) : undefined;
}

/** @throws when the file is no report. */
export function readProof(path: string): ProofReport {
  return Report.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** `abc1234`, with `+` where files differ from it; `unknown` outside of a repository. */
export function commitNow(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return (
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+')
    );
  } catch {
    return 'unknown';
  }
}
