/** `npm run restore -- FILE`: puts a backup in the place of the database. */
import { createInterface } from 'node:readline/promises';
import { config } from 'dotenv';
import { AppError } from '../src/base/errors.ts';
import { makeLog } from '../src/log.ts';
import { secretsIn, settingsFrom } from '../src/settings.ts';
import { commandLine } from './command-line.ts';
import { type PutBack, putBack } from './restore/put-back.ts';

const USAGE = `npm run restore -- FILE [--to URL] [--yes]

Puts a backup in the place of the database (DATABASE_URL). The program must be stopped. The backup is read to its end and
checked before anything is touched, its tables are brought up to date, and whoever erased everything since it was made is
erased in it again. The database that stood there is kept beside it under another name.

  --to URL   another database than DATABASE_URL (file:… or postgres://…)
  --yes      does not ask
  --help     this text

A backup is opened by the DATA_KEY of its day: where that was changed since, set DATA_KEY_OLD to it.
`;

async function main(): Promise<void> {
  const { values, positionals } = commandLine(USAGE, {
    options: { to: { type: 'string' }, yes: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new AppError('invalid-input', `Which backup?\n\n${USAGE}`);
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const target = values.to ?? settings.DATABASE_URL;
  const shown = target.replace(/\/\/[^@/]*@/, '//…@');
  if (!values.yes && !(await agreed(file, shown))) {
    process.stdout.write('Nothing was changed.\n');
    return;
  }
  const log = makeLog({ level: 'warn', secrets: secretsIn(settings) });
  const done = await putBack({ file, settings, target, log, now: () => new Date() });
  process.stdout.write(`${told(done, shown)}\n`);
}

async function agreed(file: string, target: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new AppError('invalid-input', 'Nobody is there to be asked: give --yes');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(
    `Put ${file} in the place of ${target}? What came in since is not in it. (yes/no) `,
  );
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

function told({ madeAt, app, rows, owed, unanswered, former, later, knowsWishes }: PutBack, target: string): string {
  const made = madeAt.toISOString();
  const all = Object.values(rows).reduce((sum, n) => sum + n, 0);
  const until = later.knownUntil?.toISOString();
  return [
    `${target} is as it was at ${made} (${all} rows, version ${app}), with the newest tables.`,
    former === undefined
      ? 'No database stood there before.'
      : `The database that stood there is kept as ${former}. Remove it when you are sure: what was erased may stand in it.`,
    `What was written, answered and sent since ${made} is not in it. The messengers send nothing older again: who wrote since then gets no answer to it.`,
    `${unanswered} messages waited for an answer then, ${owed} were owed: they are answered and sent (again) at the next start.`,
    `${later.erasures.length} erasures since then were done again${later.from === undefined ? '' : `, known from ${later.from}`}.`,
    knowsWishes
      ? 'Whoever chose since then how they are written to (safety mode, “dừng”) is written to like that.'
      : `!! Who stopped everything (“dừng”) or told of violence at home after ${made} is known to nobody. Tell the centres to wait until such people write again.`,
    ...(until === undefined
      ? [
          `!! Who erased everything after ${made} is known to nobody: the former database cannot be read, and there is no newer backup. What they erased is back.`,
        ]
      : later.from === 'the database'
        ? []
        : [`!! Erasures after ${until} are known to nobody. What was erased then is back.`]),
  ].join('\n');
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
