import { rmSync } from 'node:fs';
import { WebChannel } from '../../src/channels/web/web-channel.ts';
import { makeLog } from '../../src/log.ts';
import type { Settings } from '../../src/settings.ts';
import { Argon2Passwords } from '../../src/sign-in/argon2-passwords.ts';
import { type App, openApp } from '../../src/wiring.ts';
import { demoAccounts } from './accounts.ts';
import { seed } from './seed.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_AGO_DAYS = 62;

export interface OpenDemoNeeds {
  readonly settings: Settings;
  /** The file that `settings` name. */
  readonly database: string;
  /** Goes on with what stands there; else it is made anew. */
  readonly keep: boolean;
  /** Told how far it is. */
  readonly progress: (done: number, of: number) => void;
}

/** Starts the program on a database in which invented people have written to the bot for two months. */
export async function openDemo({ settings, database, keep, progress }: OpenDemoNeeds): Promise<App> {
  if (!keep) for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  const started = Date.now();
  let behindMs = keep ? 0 : LONGEST_AGO_DAYS * DAY_MS;
  const now = () => new Date(Date.now() - behindMs);
  const web = new WebChannel();
  const log = makeLog({ level: settings.LOG_LEVEL, secrets: [] });
  const app = await openApp({ settings, log, now, channels: [web] });
  app.start();
  if (keep) return app;
  const staff = await demoAccounts(app.store, new Argon2Passwords(), now());
  await seed({
    app,
    web,
    desk: app.desk,
    today: new Date(started),
    turnTo: (at) => {
      behindMs = Math.max(0, Math.min(behindMs, Date.now() - at.getTime()));
    },
    staffOf: (province) => staff.find((one) => one.province === province),
    progress,
  });
  behindMs = 0;
  return app;
}
