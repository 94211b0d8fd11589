/** `npm run drill`: breaks what the program stands on, one thing after the other, and judges what people read (docs/drills.md). */
import { randomFrom } from '../emulators/random-from.ts';
import { commandLine } from './command-line.ts';
import { type Drill, type DrillResult, NOTHING } from './drill/drill.ts';
import { drillsOn } from './drill/drills.ts';
import { People } from './drill/people.ts';
import { versionOf } from './drill/postgres.ts';
import { commitNow, lastProof, type ProofRow, writeProof } from './proof-report.ts';

const ALL_MESSAGES = 100_000;
const QUICK_MESSAGES = 2_000;
const SEED = 20_261_129;
/** A run on PostgreSQL of so many is put on the page of proof. */
const PROVING_ON_POSTGRES = 20_000;
const NAMES = { sqlite: namesOn('sqlite'), postgres: namesOn('postgres') };
const USAGE = `npm run drill [-- options]   breaks the network, the disk, the clock, the process …, and judges what people read; exit 1 when a drill fails
  --quick        ${QUICK_MESSAGES} messages in a few minutes, in place of ${ALL_MESSAGES} in about half an hour
  --messages N   another number of messages in all
  --only NAME    only this drill; may be given several times: ${NAMES.sqlite.join(', ')}
  --database URL on a PostgreSQL server, postgres://ACCOUNT:PASSWORD@HOST:PORT/DATABASE, in place of a SQLite file. Each drill
                 makes a database and an account of its own there and removes them, so ACCOUNT must be allowed to
                 (CREATEDB CREATEROLE); nothing else there is touched. In place of the drills of the file: ${NAMES.postgres.filter((name) => !NAMES.sqlite.includes(name)).join(', ')}
  --seed N       other chances; the same number draws the same ones (default ${SEED})
  --swallow N    in each drill the platforms lose N messages and say that they did not: then it must fail
  --json         one JSON value on standard output, progress on standard error
`;

const { values } = commandLine(USAGE, {
  options: {
    quick: { type: 'boolean', default: false },
    messages: { type: 'string' },
    database: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: String(SEED) },
    swallow: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  },
});
const server = values.database;
if (server !== undefined && !/^postgres(ql)?:\/\/[^/]/.test(server)) {
  fail('--database must be postgres://ACCOUNT:PASSWORD@HOST:PORT/DATABASE; without it, the drills run on SQLite');
}
const kind = server === undefined ? 'sqlite' : 'postgres';
const unknown = values.only.filter((name) => !NAMES[kind].includes(name));
if (unknown.length > 0) {
  const there = NAMES[kind].join(', ');
  fail(
    `There is no drill ${unknown.join(', ')} on ${server === undefined ? 'SQLite' : 'PostgreSQL'}. There are: ${there}`,
  );
}
const all = whole(values.messages ?? String(values.quick ? QUICK_MESSAGES : ALL_MESSAGES), '--messages', 1);
const seed = whole(values.seed, '--seed', 0);
const swallow = whole(values.swallow, '--swallow', 0);

const version = server === undefined ? undefined : await versionOf(server).catch((fault) => fail(unreachable(fault)));

const startedAt = new Date();
const people = new People({ allCalm: server !== undefined });
const results: DrillResult[] = [];
for (const [nth, drill] of drillsOn(kind).entries()) {
  if (values.only.length > 0 && !values.only.includes(drill.name)) continue;
  process.stderr.write(`${drill.name}: ${drill.about} …\n`);
  const result = await tried(drill, seed + nth);
  results.push(result);
  process.stderr.write(`  ${result.verdict}${result.because ? `: ${result.because}` : ''} (${line(result)})\n`);
}

if (swallow === 0) {
  const proves = all >= (server === undefined ? ALL_MESSAGES : PROVING_ON_POSTGRES);
  const report = `drill${server === undefined ? '' : '-postgres'}${proves ? '' : '-quick'}`;
  const rows = [
    ...results.map((result) => rowOf(result, runAt(new Date().toISOString(), commitNow()))),
    ...kept(report),
  ];
  writeProof(report, {
    title: server === undefined ? 'Fault drills' : 'Fault drills on PostgreSQL',
    about: `${version === undefined ? '' : `On ${version}, with a database and an account of its own for each drill. `}${'The whole program in a process of its own between two emulated messengers, while what it stands on breaks. A drill passes when, of all replies, none was lost, none came twice and none came after a later one. Counted apart: sends on the wire at a kill (at most one for each worker and kill), and sends that a platform took without ever saying so. Each row says when and on which commit it was run.'}`,
    command: `npm run drill --${server === undefined ? '' : ' --database postgres://…'} --messages ${all} --seed ${seed}${values.only.map((name) => ` --only ${name}`).join('')}`,
    startedAt,
    rows: drillsOn(kind).flatMap(({ name }) => rows.find((row) => row.name === name) ?? []),
    charts: [],
  });
}
if (values.json) process.stdout.write(`${JSON.stringify({ drills: results })}\n`);
else process.stdout.write(table(results));
process.exitCode = results.some(({ verdict }) => verdict === 'fail') ? 1 : 0;

/** A drill that cannot be carried through has failed too. */
async function tried(drill: Drill, drawnFrom: number): Promise<DrillResult> {
  const messages = Math.max(8, Math.round((drill.share * all) / ALL_MESSAGES));
  const size = Math.min(1, all / ALL_MESSAGES);
  const progress = (what: string) => process.stderr.write(`  ${what}\n`);
  try {
    return await drill.run({ messages, size, people, server, random: randomFrom(drawnFrom), swallow, progress });
  } catch (fault) {
    const because = `the drill broke off: ${fault instanceof Error ? fault.message : String(fault)}`;
    return { ...NOTHING, name: drill.name, verdict: 'fail', because };
  }
}

/** Drills of another run keep their row, which tells when and on which state of the program they were run. */
function kept(report: string): readonly ProofRow[] {
  const before = lastProof(report);
  if (!before) return [];
  const run = runAt(before.startedAt, before.commit);
  return before.rows.map((row) => ({ ...row, figures: { ...row.figures, run: row.figures.run ?? run } }));
}

function runAt(time: string, commit: string): string {
  return `${time.slice(0, 16).replace('T', ' ')}, ${commit}`;
}

function rowOf({ name, verdict, because, figures, ...counted }: DrillResult, run: string): ProofRow {
  return { name, verdict, figures: { ...counted, ...figures, run }, ...(because === undefined ? {} : { because }) };
}

function line({
  messages,
  people: writers,
  lost,
  doubled,
  reordered,
  onTheWire,
  unanswered,
  seconds,
  figures,
}: DrillResult) {
  const more = Object.entries(figures).map(([what, count]) => `${what.replaceAll('_', ' ')} ${count}`);
  return [
    `${messages} messages of ${writers} people`,
    `lost ${lost}`,
    `doubled ${doubled}`,
    `reordered ${reordered}`,
    `on the wire at a kill ${onTheWire}`,
    `taken without a word ${unanswered}`,
    ...more,
    `${seconds} s`,
  ].join(', ');
}

function table(rows: readonly DrillResult[]): string {
  const columns = ['drill', 'messages', 'lost', 'doubled', 'reordered', 'on the wire', 'seconds', 'verdict'];
  const cells = rows.map((row) =>
    [row.name, row.messages, row.lost, row.doubled, row.reordered, row.onTheWire, row.seconds, row.verdict].map(String),
  );
  const widths = columns.map((column, nth) => Math.max(column.length, ...cells.map((row) => row[nth]?.length ?? 0)));
  return [columns, ...cells]
    .map(
      (row) =>
        `${row
          .map((cell, nth) => cell.padEnd(widths[nth] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function namesOn(database: 'sqlite' | 'postgres'): readonly string[] {
  return drillsOn(database).map(({ name }) => name);
}

/** Without what was given: it holds a password. */
function unreachable(fault: unknown): string {
  const why = fault instanceof Error ? ('code' in fault ? String(fault.code) : fault.name) : 'no reason';
  return `The server of --database lets nobody in (${why}): see that it runs, and the account, password and name of the database`;
}

function whole(given: string, option: string, fewest: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < fewest) fail(`${option} must be a whole number from ${fewest}`);
  return number;
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
