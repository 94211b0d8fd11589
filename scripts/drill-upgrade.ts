/** `npm run drill:upgrade`: an earlier version, an upgrade to this one, and the way back, on real data. See USAGE. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ChildBot } from '../emulators/child-bot.ts';
import { TelegramPlatform } from '../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../emulators/zalo-platform.ts';
import { commandLine } from './command-line.ts';
import { type ProofRow, writeProof } from './proof-report.ts';
import { lastBefore, takeOut } from './upgrade/old-version.ts';
import { Town } from './upgrade/town.ts';

/** The newest change of the tables: an upgrade from before it is the hardest that there is. */
const NEWEST_TABLES = '0004-trust';
const KEPT = ['inbox', 'outbox', 'conversations', 'tickets', 'ticket_words', 'staff_groups', 'accounts'] as const;
const USAGE = `npm run drill:upgrade [-- --from REVISION] [--install] [--json]

Starts an earlier version with emulated messengers, lets a person ask and pass a question on, stops it, copies its
database, starts this version on the same data, looks whether everything is there and goes on, then goes back to the
earlier version by restoring the copy. Leaves a report for npm run docs:proof; exit 1 when a step fails.

  --from REVISION   the earlier version (default: the last one before ${NEWEST_TABLES})
  --install         with exactly the packages it was released with (npm ci; needs the registry)
  --json            the steps as one JSON value
  --help            this text
`;

interface Step {
  readonly name: string;
  readonly done: boolean;
  readonly saw: string;
}

async function main(): Promise<void> {
  const { values } = commandLine(USAGE, {
    options: {
      from: { type: 'string' },
      install: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const startedAt = new Date();
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-upgrade-'));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const old = takeOut(values.from ?? lastBefore(NEWEST_TABLES), join(folder, 'old'), values.install);
    say(`from ${old.commit}`);
    const steps = await goThrough(folder, old.folder, ({ name, done, saw }) =>
      say(`${done ? '✓' : '✗'} ${name}: ${saw}`),
    );
    writeProof('upgrade', {
      title: 'Upgrade and rollback',
      about: `A version of before the newest tables (${old.commit}) is upgraded to this one on the data it wrote, and brought back by restoring a copy. Passes when nothing that people wrote or were told is missing, and both versions go on with it.`,
      command: `npm run drill:upgrade -- --from ${old.commit}${values.install ? ' --install' : ''}`,
      startedAt,
      rows: steps.map(rowOf),
      charts: [],
    });
    const failed = steps.filter(({ done }) => !done).length;
    process.stdout.write(
      values.json ? `${JSON.stringify({ from: old.commit, steps })}\n` : `${steps.length} steps, ${failed} failed\n`,
    );
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf({ name, done, saw }: Step): ProofRow {
  return { name, figures: { saw }, verdict: done ? 'pass' : 'fail', ...(done ? {} : { because: saw }) };
}

/** All steps, in order. Each later one rests on the earlier ones, so the first that fails is the last. */
async function goThrough(folder: string, oldFolder: string, tell: (step: Step) => void): Promise<readonly Step[]> {
  const telegram = await TelegramPlatform.start({ idleMs: 200 });
  const zalo = await ZaloPlatform.start({ idleMs: 200 });
  const town = new Town(zalo, telegram);
  const file = join(folder, 'data.db');
  const copy = join(folder, 'copy.db');
  const environment = {
    NODE_ENV: 'production',
    DATA_KEY: randomBytes(32).toString('base64'),
    SESSION_SECRET: randomBytes(48).toString('base64'),
    DATABASE_URL: `file:${file}`,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
  };
  const old = new ChildBot(environment, [], oldFolder);
  const current = new ChildBot(environment);
  const steps: Step[] = [];
  const step = (name: string, done: boolean, saw: string) => {
    const one = { name, done, saw };
    steps.push(one);
    tell(one);
    if (!done) throw new Stopped();
  };
  const stop = async (bot: ChildBot, name: string) => {
    const { code, signal } = await bot.end('SIGTERM');
    step(name, code === 0, `exit code ${code ?? signal}`);
  };

  try {
    old.start();
    step('the earlier version starts', await answers(old), 'healthy');
    const linked = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/link-group.ts', 'Hưng Yên'], {
      cwd: oldFolder,
      env: { PATH: process.env.PATH, ...environment },
      encoding: 'utf8',
    });
    step('a centre joins', await town.link(/\/lienket (\S+)/.exec(linked)?.[1] ?? ''), 'its group is linked');
    step('a person is answered', await town.asks(), 'with the law');
    const code = (await town.passesOn()) ?? '';
    step('a question is passed on', code !== '', code === '' ? 'no code was given' : 'a code was given');
    await stop(old, 'the earlier version stops');
    // A program that ended well has taken its log in: the file alone is everything.
    const whole = !existsSync(`${file}-wal`);
    copyFileSync(file, copy);
    const before = counts(copy);
    step('the database is copied', whole, inWords(before));

    current.start();
    step('this version starts on it', await answers(current), 'healthy, tables brought up to date');
    const after = counts(file);
    step('nothing is missing', inWords(after) === inWords(before), inWords(after));
    step('the referral is known', await town.knowsReferral(code), 'to the person who asks for it');
    const told = 'Mời anh chị mang giấy tờ đến trung tâm sáng thứ hai';
    step('staff answer it', await town.staffAnswers(code, told), 'the person reads their words');
    step('a person is answered again', await town.asks(), 'with the law');
    await stop(current, 'this version stops');

    old.start();
    const refused = await answers(old);
    const why = old.log.findLast((line) => !line.startsWith('{')) ?? 'it started';
    step('the earlier version does not touch the new tables', !refused, why.slice(0, 160));
    await old.end('SIGKILL');

    copyFileSync(copy, file);
    for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    old.start();
    step('the earlier version starts on the copy', await answers(old), 'healthy');
    const back = counts(file);
    step('nothing of the copy is missing', inWords(back) === inWords(before), inWords(back));
    step('the referral is known again', await town.knowsReferral(code), 'to the person who asks for it');
    step('staff answer it again', await town.staffAnswers(code, `${told}, nhớ nhé`), 'the person reads their words');
    await stop(old, 'the earlier version stops again');
  } catch (fault) {
    if (!(fault instanceof Stopped)) throw fault;
  } finally {
    await Promise.all([old.end('SIGKILL'), current.end('SIGKILL')]);
    await Promise.all([telegram.stop(), zalo.stop()]);
  }
  return steps;
}

/** A step failed, and those after it would tell nothing. */
class Stopped extends Error {}

async function answers(bot: ChildBot): Promise<boolean> {
  try {
    return (await fetch(`${await bot.address()}/healthz`)).status === 200;
  } catch {
    return false;
  }
}

type Counts = Readonly<Record<(typeof KEPT)[number], number>>;

function counts(file: string): Counts {
  const db = new Database(file, { readonly: true });
  try {
    const rows = (table: string) => Number(db.prepare(`select count(*) from ${table}`).pluck().get());
    return Object.fromEntries(KEPT.map((table) => [table, rows(table)])) as Counts;
  } finally {
    db.close();
  }
}

function inWords(all: Counts): string {
  return KEPT.map((table) => `${table} ${all[table]}`).join(', ');
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
