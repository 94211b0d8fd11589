/** `npm run doctor`: looks over a deployment and says what to mend. See USAGE. */
import { existsSync, readFileSync } from 'node:fs';
import { config, parse } from 'dotenv';
import { commandLine, misused } from './command-line.ts';
import { examine } from './doctor/examine.ts';
import { printed } from './doctor/finding.ts';

const ENV_FILE = '.env';
const USAGE = `npm run doctor [-- --live URL] [--json]

Looks over this deployment with the settings of npm start and prints for each check what it saw: ✓ good, ! look at it,
✗ mend it (the next line says how), ? not tried. It changes nothing and shows no secret. Run it as the user of the program.

  --live URL   also ask the program that runs there: health, readiness, metrics, whether webhooks turn strangers away
  --json       the findings as one JSON value: {"findings":[{"check","verdict","saw","toDo"}],"mend":n}
  --help       this text

Exit 1 when something must be mended.
`;

async function main(): Promise<void> {
  const { values } = commandLine(USAGE, {
    options: {
      live: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.live !== undefined && !/^https?:\/\//.test(values.live)) {
    misused(USAGE, `--live needs an address such as http://127.0.0.1:3000, not "${values.live}"`);
  }
  const fileNames = existsSync(ENV_FILE) ? Object.keys(parse(readFileSync(ENV_FILE))) : [];
  config({ quiet: true });
  const findings = await examine({
    environment: process.env,
    fileNames,
    envFile: ENV_FILE,
    live: values.live,
    now: () => new Date(),
  });
  const toMend = findings.filter(({ verdict }) => verdict === 'mend').length;
  process.stdout.write(values.json ? `${JSON.stringify({ findings, mend: toMend })}\n` : printed(findings));
  process.exitCode = toMend > 0 ? 1 : 0;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
