/** `npm run fuzz`: generated inputs into every entrance of the program. See USAGE. */
import { fork } from 'node:child_process';
import { AppError } from '../src/base/errors.ts';
import { ENTRANCES } from '../test/fuzz/entrances.ts';
import { type EntranceRun, runEntrance } from '../test/fuzz/run-entrance.ts';
import { commandLine, misused } from './command-line.ts';
import { commitNow, lastProof, type ProofReport, type ProofRow, writeProof } from './proof-report.ts';

const USAGE = `npm run fuzz -- [--inputs N] [--only NAME] [--seed N] [--json]

Puts generated inputs (valid ones, the same with other values, damaged bytes, any letters) into every entrance. Nothing may
crash, answer 500, work longer than a second (processor time: others may use the machine), hang, keep memory, or show what
was put in where it does not belong; afterwards the database holds together and the next person is answered. What breaks is
printed with its seed and made as small as it can be.

  --inputs N    for each entrance (default: 10000; the nightly size is 100000)
  --only NAME   one entrance, may be given several times: ${ENTRANCES.map(({ name }) => name).join(', ')}
  --seed N      of the first batch; the same seed and size give the same inputs (default: from the clock, and printed)
  --json        one JSON object on standard output
  --help

The report for docs/proof.md is left in reports/proof/fuzz.json. Exit code 1 when anything broke.
`;

const LONGEST_MS = 1_000;
/** What the heap may grow from a tenth of the run to its end and still count as flat: caches that fill, and the measure itself. */
const FLAT = { megabytes: 24, share: 0.15 };
/** No batch may be silent for so long; then the process that runs it is ended. */
const SILENT_MS = 120_000;

/** What the child tells. */
type News = { readonly done: number; readonly seed: number } | { readonly run: EntranceRun };

async function main(): Promise<number> {
  const { values } = commandLine(USAGE, {
    options: {
      inputs: { type: 'string', default: '10000' },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      json: { type: 'boolean', default: false },
    },
  });
  const inputs = wholeNumber('--inputs', values.inputs, 1);
  const seed = wholeNumber('--seed', values.seed, 0);
  const unknown = values.only.find((name) => !ENTRANCES.some((entrance) => entrance.name === name));
  if (unknown !== undefined) misused(USAGE, `--only ${unknown}: there is no such entrance`);
  const chosen = ENTRANCES.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
  if (process.send) return asChild(chosen[0]?.name ?? '', inputs, seed);

  const startedAt = new Date();
  const rows: ProofRow[] = [];
  const report = () => leaveReport({ rows, inputs, seed, only: values.only, startedAt });
  for (const { name } of chosen) {
    process.stderr.write(`${name}: ${inputs} inputs from seed ${seed} …\n`);
    const began = performance.now();
    const run = await inChild(name, inputs, seed);
    const row = rowOf(run, (performance.now() - began) / 1000);
    rows.push(row);
    report();
    for (const { how, what, seed: at, input } of run.found) {
      process.stderr.write(
        `\n${name}: ${how}\n  ${what}\n  npm run fuzz -- --only ${name} --inputs 250 --seed ${at}\n  ${input}\n`,
      );
    }
    process.stderr.write(
      `${name}: ${row.verdict}${row.because ? ` (${row.because})` : ''} ${JSON.stringify(row.figures)}\n`,
    );
  }
  if (values.json) process.stdout.write(`${JSON.stringify(report())}\n`);
  return rows.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
}

interface FuzzRun {
  readonly rows: readonly ProofRow[];
  readonly inputs: number;
  readonly seed: number;
  readonly only: readonly string[];
  readonly startedAt: Date;
}

/** After each entrance, so that a run that is broken off leaves what it saw. Entrances of other runs keep their row. */
function leaveReport({ rows, inputs, seed, only, startedAt }: FuzzRun): ProofReport {
  const before = lastProof('fuzz')?.rows ?? [];
  const rowFor = (name: string) => [...rows, ...before].find((row) => row.name === name);
  return writeProof('fuzz', {
    title: 'Generated inputs into every entrance',
    about:
      'Each entrance gets generated inputs: valid ones, the same with other values, damaged bytes, any letters. Passes when nothing crashes or answers 500, no input keeps the process at work for more than a second (processor time of all its threads; the longest time on the clock stands beside it), nothing hangs, the heap after clearing is as large at the end as at a tenth of the run, nothing of the input stands in logs or unescaped in pages, and afterwards the database holds together and the next person is answered. Each row says when and on which commit it was run.',
    command: `npm run fuzz -- --inputs ${inputs} --seed ${seed}${only.map((name) => ` --only ${name}`).join('')}`,
    startedAt,
    rows: ENTRANCES.map(({ name }) => rowFor(name) ?? { name, figures: {}, verdict: 'not tried' }),
  });
}

function rowOf({ entrance, inputs, found, longestMs, slowest, heapMb }: EntranceRun, seconds: number): ProofRow {
  const count = (...hows: readonly string[]) => found.filter(({ how }) => hows.includes(how)).length;
  const grown = heapMb && heapMb.last - heapMb.first;
  const why = [
    ...(found.length > 0 ? [`${found.length} inputs broke something`] : []),
    ...(slowest.cpuMs > LONGEST_MS
      ? [`an input took ${slowest.cpuMs} ms of processor time: ${slowest.input.slice(0, 200)}`]
      : []),
    ...(heapMb && grown !== undefined && grown > FLAT.megabytes + heapMb.first * FLAT.share
      ? [`the heap grew by ${Math.round(grown)} MB`]
      : []),
  ];
  return {
    name: entrance,
    figures: {
      inputs,
      crashes: count('crash', 'inconsistent'),
      'status 500': count('status 500'),
      hangs: count('hang'),
      leaks: count('leak'),
      'longest ms': longestMs,
      'longest CPU ms': slowest.cpuMs,
      'heap MB at 10 %': heapMb?.first ?? '–',
      'heap MB at the end': heapMb?.last ?? '–',
      seconds: Math.round(seconds),
      run: `${new Date().toISOString().slice(0, 16).replace('T', ' ')}, ${commitNow()}`,
    },
    verdict: why.length > 0 ? 'fail' : 'pass',
    ...(why.length > 0 && { because: why.join('; ') }),
  };
}

/** In a process of its own: a heap that is measured alone, and one that may crash, run out of memory or never come back. */
async function inChild(name: string, inputs: number, seed: number): Promise<EntranceRun> {
  const args = ['--only', name, '--inputs', String(inputs), '--seed', String(seed)];
  const child = fork(new URL(import.meta.url), args, { execArgv: ['--expose-gc', '--import', 'tsx'] });
  return new Promise((resolve) => {
    let last = { done: 0, seed };
    let run: EntranceRun | undefined;
    let silent: NodeJS.Timeout | undefined;
    let hangs = false;
    const listen = () => {
      clearTimeout(silent);
      silent = setTimeout(() => {
        hangs = true;
        child.kill('SIGKILL');
      }, SILENT_MS);
    };
    listen();
    child.on('message', (news: News) => {
      listen();
      if ('run' in news) run = news.run;
      else {
        const tenth = (done: number) => Math.floor((done * 10) / inputs);
        if (tenth(news.done) > tenth(last.done)) process.stderr.write(`  ${news.done} of ${inputs}\n`);
        last = news;
      }
    });
    child.on('exit', (code, signal) => {
      clearTimeout(silent);
      const what = hangs ? `silent for ${SILENT_MS / 1000} seconds` : `the process ended with ${signal ?? code}`;
      const found = [
        { how: hangs ? ('hang' as const) : ('crash' as const), what, seed: last.seed, input: 'see the seed' },
      ];
      resolve(
        run ?? {
          entrance: name,
          inputs: last.done,
          found,
          longestMs: 0,
          slowest: { cpuMs: 0, input: '' },
          heapMb: undefined,
        },
      );
    });
  });
}

async function asChild(name: string, inputs: number, seed: number): Promise<number> {
  const entrance = ENTRANCES.find((one) => one.name === name);
  if (!entrance) throw new AppError('invalid-input', `${name}: there is no such entrance`);
  const tell = (news: News) => new Promise<void>((resolve) => process.send?.(news, () => resolve()) ?? resolve());
  const run = await runEntrance(entrance, { inputs, seed, progress: (done, at) => void tell({ done, seed: at }) });
  await tell({ run });
  process.disconnect();
  return 0;
}

function wholeNumber(name: string, given: string, least: number): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least)
    misused(USAGE, `${name} ${given}: must be a whole number from ${least}`);
  return number;
}

main().then(
  // Threads that learn an index may still be at it.
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(2);
  },
);
