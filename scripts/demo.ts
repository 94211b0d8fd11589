import { mkdirSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Secret, TOTP } from 'otpauth';
import { settingsFrom } from '../src/settings.ts';
import { commandLine } from './command-line.ts';
import { DEMO_PASSWORD, WORKERS } from './demo/accounts.ts';
import { openDemo } from './demo/open-demo.ts';

const HELP = `Usage: npm run demo [-- --keep] [-- --codes]

Starts Hỏi Quyền on this machine with invented people, questions and referrals, and an account for each role. Everything
stands in data/demo.db, which is made anew at each start, and every page of the console says that the data are a
demonstration. PORT sets another port than 3000.

  --keep    go on with the demonstration of the last time
  --codes   print the present codes of the second factor of each account, and end
`;
const DATABASE = 'data/demo.db';

async function main(): Promise<void> {
  const { values } = commandLine(HELP, {
    options: { keep: { type: 'boolean' }, codes: { type: 'boolean' } },
  });
  if (values.codes) {
    process.stdout.write(accountTable());
    return;
  }
  const settings = settingsFrom({
    NODE_ENV: 'development',
    DATABASE_URL: `file:./${DATABASE}`,
    PORT: process.env.PORT,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  mkdirSync('data', { recursive: true });
  const app = await openDemo({
    settings,
    database: DATABASE,
    keep: values.keep === true,
    progress: (done, of) => {
      if (!process.stderr.isTTY) return;
      process.stderr.write(`\rInvented people write to the bot: ${done} of ${of} ${done === of ? '\n' : ''}`);
    },
  });
  const server = serve({ fetch: app.web.fetch, port: settings.PORT, hostname: settings.HOST }, ({ port }) => {
    process.stdout.write(`Demonstration of Hỏi Quyền: every person, question and referral in it is invented.
  Web chat   http://${settings.HOST}:${port}/
  Console    http://${settings.HOST}:${port}/console

${accountTable()}
The codes change every 30 seconds: put the secret into an app for codes, or run npm run demo -- --codes again.
`);
  });
  server.on('error', (fault: NodeJS.ErrnoException) => {
    process.stderr.write(
      fault.code === 'EADDRINUSE' ? `Port ${settings.PORT} is in use. Set another PORT.\n` : `${fault.message}\n`,
    );
    process.exit(1);
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await app.stop();
}

function accountTable(): string {
  const rows = WORKERS.map(({ login, what, secret }) => {
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    return `  ${login.padEnd(26)} ${what.padEnd(34)} code ${code}   secret ${secret}\n`;
  });
  return `Accounts, all with the password “${DEMO_PASSWORD}”:\n${rows.join('')}`;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
