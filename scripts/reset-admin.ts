/** `npm run console:reset-admin -- --login EMAIL`: a link that gives an admin a new password and second factor. */
import { randomBytes } from 'node:crypto';
import { config } from 'dotenv';
import { resetAdmin } from '../src/flow/accounts/first-admin.ts';
import { settingsFrom } from '../src/settings.ts';
import { commandLine } from './command-line.ts';
import { openStore } from './open-store.ts';

const USAGE = `npm run console:reset-admin -- --login EMAIL

Prints a link, valid once and for 24 hours, that gives an admin of the console a new password and a new second factor.
For an operator whose admins lost both; it uses the same settings as npm start. What was used before keeps working until
the link is opened, and it all ends then.

  --login EMAIL   with which the admin signs in; left out, the admins are listed
  --help          this text
`;

async function main(): Promise<void> {
  const { values } = commandLine(USAGE, { options: { login: { type: 'string' } } });
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const now = () => new Date();
  const store = await openStore(settings);
  const newToken = () => randomBytes(32).toString('base64url');
  const reset = await resetAdmin(values.login ?? '', { store, newToken, now });
  await store.close();
  if (reset.kind === 'no-such-admin') {
    const admins = reset.logins.length > 0 ? `Admins: ${reset.logins.join(', ')}` : 'There is no admin: npm start';
    throw new Error(`No admin signs in with ${values.login ?? 'no login'}. ${admins}\n\n${USAGE}`);
  }
  const address = settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`;
  process.stdout.write(`${address.replace(/\/$/, '')}/console/invitation?token=${reset.token}\n`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
