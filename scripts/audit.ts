/** `npm run audit`: known holes in the packages that the program runs with. See USAGE. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs, promisify } from 'node:util';
import { vietnamDay } from '../src/base/days.ts';
import { Accepted, judgeAudit } from './audit/judge-audit.ts';

const USAGE = `npm run audit [-- --json]   asks the registry about the packages that run in production (npm audit --omit=dev)

  Exit code 0: none of high or critical severity, besides those in scripts/audit/accepted.json (each with a reason and a
  day until which it holds); 1: there is one; 3: not tried, because the registry could not be asked. 3 is no success.
  --help
`;

const NOT_TRIED = 3;
const LONGEST_MS = 60_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const accepted = Accepted.parse(JSON.parse(readFileSync(new URL('./audit/accepted.json', import.meta.url), 'utf8')));
  const result = judgeAudit(await askRegistry(), accepted, vietnamDay(new Date()));
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  switch (result.verdict) {
    case 'pass':
      process.stderr.write(
        `Dependencies: nothing of high severity is known${accepted.length ? `, besides ${result.accepted.join(', ')}` : ''}.\n`,
      );
      return 0;
    case 'fail':
      process.stderr.write(`Dependencies with known holes:\n${result.because.map((one) => `  ${one}\n`).join('')}`);
      return 1;
    case 'not tried':
      process.stderr.write(
        `\n!! DEPENDENCIES WERE NOT AUDITED: ${result.because}\n!! This says nothing about them. Run npm run audit where the registry can be asked.\n\n`,
      );
      return NOT_TRIED;
  }
}

/** @returns The JSON that npm prints; it ends with an error both where there are holes and where nobody could be asked. */
async function askRegistry(): Promise<string> {
  // `npm run --silent` would silence this npm too.
  const args = ['audit', '--omit=dev', '--json', '--loglevel=error'];
  const run = promisify(execFile)('npm', args, { timeout: LONGEST_MS, maxBuffer: 64 * 1024 * 1024 });
  const { stdout } = await run.catch((fault: unknown) => ({ stdout: stdoutOf(fault) }));
  return stdout;
}

function stdoutOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'stdout' in fault ? String(fault.stdout) : '';
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n${USAGE}`);
    process.exitCode = 2;
  },
);
