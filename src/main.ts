import type { ServerType } from '@hono/node-server';
import { config } from 'dotenv';
import { evenWithoutStore } from './flow/degraded/even-without-store.ts';
import { makeLog } from './log.ts';
import { type Settings, secretsIn, settingsFrom } from './settings.ts';
import { listen } from './web/listen.ts';
import { type App, openApp } from './wiring.ts';

/** Requests that did not end so long after the signal to stop are cut. */
const CUT_AFTER_MS = 2_000;

/** Starts the program and waits for the signal to stop. A second signal ends it at once. */
async function main(): Promise<void> {
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const log = makeLog({ level: settings.LOG_LEVEL, secrets: secretsIn(settings) });
  const app = await openApp({ settings, log });
  const { server, port } = await openPort(app, settings).catch(async (fault: unknown) => {
    await app.stop();
    throw fault;
  });
  let firstAdmin: string | undefined;
  await evenWithoutStore(async () => {
    firstAdmin = await app.inviteFirstAdmin();
  });
  app.start();
  tell(app, settings, port, firstAdmin);

  const stopped = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(undefined));
  });
  const refused = await Promise.race([stopped, app.refused]);
  log.info('stopping');
  await closed(server);
  await app.stop();
  log.info('stopped');
  // The database came back after the start, and it is not the one that these settings are for.
  if (refused) throw refused;
}

/**
 * Opens the port. Nothing is begun or promised before: where it is taken, no message must be on the wire when this process
 * ends, and a link that was printed for the first admin must go on holding.
 *
 * @throws Error in the words that an operator reads, where it cannot be opened.
 */
function openPort(
  { web }: App,
  { HOST, PORT }: Settings,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = listen({ app: web, port: PORT, host: HOST, onListening: (port) => resolve({ server, port }) });
    server.on('error', (fault: NodeJS.ErrnoException) => {
      const inUse = fault.code === 'EADDRINUSE';
      reject(new Error(inUse ? `Port ${PORT} is in use. Set another PORT.` : `HOST, PORT: ${fault.message}`));
    });
  });
}

/** Says where the program is, and what its operator must know or do now. */
function tell(app: App, settings: Settings, port: number, firstAdmin: string | undefined): void {
  const address = settings.PUBLIC_URL ?? `http://${settings.HOST}:${port}`;
  const on = app.channels.map(({ name }) => name);
  const off = ['telegram', 'zalo'].filter((name) => !on.some((other) => other === name));
  process.stdout.write(`Hỏi Quyền is running.
  Web chat   ${address}/
  Console    ${address}/console
  Channels   on: ${on.join(', ')}${off.map((name) => `; off: ${name} (set ${name.toUpperCase()}_BOT_TOKEN)`).join('')}
  Database   ${settings.DATABASE_URL.replace(/\/\/[^@/]*@/, '//…@')}
`);
  if (firstAdmin !== undefined) {
    process.stdout.write(`
  Nobody has an account yet. This link makes the first admin; it opens once, within 24 hours, until the next start:
  ${address}/console/invitation?token=${firstAdmin}
`);
  }
  const trouble = app.trouble();
  if (trouble !== undefined) {
    process.stdout.write(`
  !! DEGRADED: the database cannot be used (${trouble}; more in the log). People get hotlines and emergency answers
  !! from memory, and are told that their messages are not kept. It is tried again every second; see docs/degraded.md.
`);
  }
  if (settings.developmentKeys) {
    process.stdout.write(`
  !! DEVELOPMENT KEYS: what people write is encrypted with a key that stands in the source.
  !! Good for a trial on this machine only. Set DATA_KEY and SESSION_SECRET before anybody else writes to it.
`);
  }
}

/** Lets requests under way end, but does not wait for somebody who sends slowly. */
async function closed(server: ServerType): Promise<void> {
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CUT_AFTER_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
