import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { WebChannel } from '../../src/channels/web/web-channel.ts';
import { makeLog } from '../../src/log.ts';
import type { Channel, Delivery, OutgoingMessage } from '../../src/ports/channel.ts';
import type { ProvinceCode } from '../../src/referral/legal-aid-centre.ts';
import { settingsFrom } from '../../src/settings.ts';
import { type App, openApp } from '../../src/wiring.ts';
import { WITHOUT_LIMITS } from '../support/without-limits.ts';

export interface RunningApp extends App {
  /** Where the pages are, without a slash at the end. */
  readonly url: string;
  readonly staff: StaffGroup;
  /** Lines of the log, as they are written. */
  readonly logged: readonly string[];
}

/** The whole program with a database of its own and a staff group in place of Telegram; takes some seconds to start. */
export async function runApp(environment: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-web-'));
  const logged: string[] = [];
  const staff = new StaffGroup();
  const app = await openApp({
    settings: settingsFrom({
      NODE_ENV: 'development',
      DATABASE_URL: `file:${join(folder, 'test.db')}`,
      ...WITHOUT_LIMITS,
      ...environment,
    }),
    log: makeLog({ level: 'info', secrets: [], write: (line) => logged.push(line) }),
    channels: [new WebChannel(), staff],
  });
  staff.joins(app);
  app.start();
  const server = serve({ fetch: app.web.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  return {
    ...app,
    staff,
    logged,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A group of staff of one centre, without a messenger in between: it keeps what it is told and can answer. */
class StaffGroup implements Channel {
  readonly name = 'telegram';
  readonly capabilities = CAPABILITIES.telegram;
  readonly #told: OutgoingMessage[] = [];
  #app: App | undefined;
  #written = 0;

  joins(app: App): void {
    this.#app = app;
  }

  async read(): Promise<readonly []> {
    return [];
  }

  async send(_: string, message: OutgoingMessage): Promise<Delivery> {
    this.#told.push(message);
    return { result: 'sent', externalId: String(this.#told.length) };
  }

  /** From now on questions of this province come here. */
  async serves(province: ProvinceCode): Promise<void> {
    const group = { channel: this.name, address: 'nhom' } as const;
    await this.#app?.store.transaction(({ staffGroups }) => staffGroups.link(group, province, new Date()));
  }

  /** What the group was told last about a referral. */
  lastAbout(code: string): string | undefined {
    return this.#told.findLast(({ text }) => text.includes(code))?.text;
  }

  /** Staff reply to the message that brought this code. */
  async replies(code: string, words: string): Promise<void> {
    const nth = this.#told.findLastIndex(({ text }) => text.includes(code));
    if (nth < 0) throw new Error(`Nobody told the group about ${code}`);
    this.#written += 1;
    await this.#app?.receive(this, [
      {
        externalId: `staff/${this.#written}`,
        from: 'nhom',
        heard: { kind: 'text', text: words },
        sentAt: new Date(),
        inGroup: true,
        repliesTo: String(nth + 1),
      },
    ]);
  }
}
