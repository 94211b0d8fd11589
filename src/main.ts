import { serve } from '@hono/node-server';
import { config } from 'dotenv';
import { makeLog } from './log.ts';
import { settingsFrom } from './settings.ts';
import { openApp } from './wiring.ts';

/** Starts the program and waits for the signal to stop. A second signal ends it at once. */
async function main(): Promise<void> {
  config({ quiet: true });
  const settings = settingsFrom(process.env);
  const { TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET, ZALO_WEBHOOK_SECRET, DATA_KEY, SESSION_SECRET } =
    settings;
  const secrets = [
    TELEGRAM_BOT_TOKEN,
    ZALO_BOT_TOKEN,
    TELEGRAM_WEBHOOK_SECRET,
    ZALO_WEBHOOK_SECRET,
    DATA_KEY,
    SESSION_SECRET,
  ];
  const log = makeLog({ level: settings.LOG_LEVEL, secrets: secrets.filter((secret) => secret !== undefined) });
  const app = await openApp({ settings, log });
  const firstAdmin = await app.inviteFirstAdmin();
  app.start();
  const server = serve({ fetch: app.web.fetch, port: settings.PORT, hostname: settings.HOST }, ({ port }) => {
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
    if (settings.developmentKeys) {
      process.stdout.write(`
  !! DEVELOPMENT KEYS: what people write is encrypted with a key that stands in the source.
  !! Good for a trial on this machine only. Set DATA_KEY and SESSION_SECRET before anybody else writes to it.
`);
    }
  });
  server.on('error', (fault: NodeJS.ErrnoException) => {
    const inUse = fault.code === 'EADDRINUSE';
    process.stderr.write(inUse ? `Port ${settings.PORT} is in use. Set another PORT.\n` : `${fault.message}\n`);
    process.exit(1);
  });

  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  log.info('stopping');
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await app.stop();
  log.info('stopped');
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
