import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { makeLog } from '../../src/log.ts';
import { type Settings, settingsFrom } from '../../src/settings.ts';
import { openDatabase } from '../../src/store/open.ts';
import { type App, openApp } from '../../src/wiring.ts';
import { WITHOUT_LIMITS } from './without-limits.ts';

/** Where a platform is, and how the bot shows who it is there. */
export interface PlatformAddress {
  readonly token: string;
  readonly apiRoot: string;
}

export interface BotOptions {
  readonly telegram?: PlatformAddress;
  readonly zalo?: PlatformAddress;
  /** Default: webhook. */
  readonly telegramUpdates?: 'polling' | 'webhook';
  readonly zaloUpdates?: 'polling' | 'webhook';
  /** Where platforms are told to post, in place of the bot's own server. */
  readonly publicUrl?: string;
  /** Settings that limit sending and receiving; `{}` for those of the program. Default: no limits, so that nobody waits. */
  readonly limits?: Readonly<Record<string, string>>;
  /** Done with the path of the database before the program starts for the first time. */
  readonly before?: (databaseFile: string) => void;
}

const SECRET = 'bi-mat-cua-webhook-0123456789';

/**
 * The whole program as people meet it: the app of `wiring.ts` with the shipped knowledge, a SQLite file in a folder of
 * its own, channels that talk to platforms on this machine, and a web server on a free port.
 *
 * Its clock is that of the machine plus what `later` added, so that nobody waits for a retry.
 */
export class RunningBot {
  readonly secret = SECRET;
  /** The finished log lines, as an operator would read them. */
  readonly log: string[] = [];
  readonly #folder: string;
  readonly #options: BotOptions;
  readonly #server: ServerType;
  readonly #news = new EventEmitter().setMaxListeners(0);
  #app: App | undefined;
  #database: ReturnType<typeof openDatabase> | undefined;
  #laterMs = 0;

  private constructor(folder: string, options: BotOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#server = serve({ fetch: (call) => this.#answer(call), port: 0, hostname: '127.0.0.1' });
  }

  static async start(options: BotOptions): Promise<RunningBot> {
    const bot = new RunningBot(await mkdtemp(join(tmpdir(), 'hoi-quyen-')), options);
    await once(bot.#server, 'listening');
    options.before?.(bot.databaseFile);
    await bot.startAgain();
    return bot;
  }

  get app(): App {
    if (!this.#app) throw new Error('The bot is stopped');
    return this.#app;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get databaseFile(): string {
    return join(this.#folder, 'hoi-quyen.db');
  }

  now(): Date {
    return new Date(Date.now() + this.#laterMs);
  }

  /** Time passes for the bot. */
  later(ms: number): void {
    this.#laterMs += ms;
  }

  /** Ends the program properly; calls from platforms fail until it is started again. */
  async stopApp(): Promise<void> {
    const app = this.app;
    this.#app = undefined;
    await app.stop();
  }

  /** Starts the program on what it left behind. Resolves when every channel is connected. */
  async startAgain(): Promise<void> {
    const settings = this.#settings();
    const { TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, DATA_KEY, SESSION_SECRET } = settings;
    const secrets = [TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, SECRET, DATA_KEY, SESSION_SECRET];
    const linesBefore = this.log.length;
    const log = makeLog({
      level: 'info',
      secrets: secrets.filter((secret) => secret !== undefined),
      write: (line) => {
        this.log.push(line);
        this.#news.emit('line');
      },
    });
    // As patient as the program is.
    const database = openDatabase(settings.DATABASE_URL, 2_000);
    this.#database = database;
    this.#app = await openApp({ settings, log, now: () => this.now(), chance: () => 0, database });
    this.#app.start();
    const messengers = this.#app.channels.filter(({ connect }) => connect).length;
    while (this.events(linesBefore).filter((event) => event === 'channel connected').length < messengers) {
      await once(this.#news, 'line');
    }
  }

  async restart(): Promise<void> {
    await this.stopApp();
    await this.startAgain();
  }

  /** Names of the events in the log, in order. */
  events(fromLine = 0): readonly string[] {
    return this.log.slice(fromLine).map((line) => (JSON.parse(line) as { msg: string }).msg);
  }

  /** Resolves when the log holds `count` lines about an event. */
  async hasLogged(event: string, count: number): Promise<void> {
    while (this.events().filter((one) => one === event).length < count) await once(this.#news, 'line');
  }

  /** Everything received is answered, and everything that is due is sent. */
  idle(): Promise<void> {
    return this.app.idle();
  }

  /** Looks into the database past the program, as `sqlite3` would. */
  rows<Row>(sql: string, ...values: readonly unknown[]): readonly Row[] {
    const database = new Database(this.databaseFile, { readonly: true });
    try {
      return database.prepare(sql).all(...values) as Row[];
    } finally {
      database.close();
    }
  }

  /** Changes the database past the program, as a broken disk or an older version would. */
  meddle(sql: string, ...values: readonly unknown[]): void {
    const database = new Database(this.databaseFile);
    try {
      database.prepare(sql).run(...values);
    } finally {
      database.close();
    }
  }

  /** Says something to SQLite on the connection of the program. */
  async pragma(words: string): Promise<void> {
    if (this.#database) await sql`pragma ${sql.raw(words)}`.execute(this.#database);
  }

  /** A one-time code for the group of a centre, as `npm run link-group` gives it. */
  async linkCode(code: string, province: string, validMs = 60_000): Promise<void> {
    const expiresAt = new Date(this.now().getTime() + validMs);
    await this.app.store.transaction(({ staffGroups }) => staffGroups.addLinkCode(code, province, expiresAt));
  }

  /** Stops the program, closes its server and removes its folder. */
  async end(): Promise<void> {
    if (this.#app) await this.stopApp();
    this.#server.close();
    if ('closeAllConnections' in this.#server) this.#server.closeAllConnections();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #answer(call: Request): Promise<Response> {
    return this.#app ? this.#app.web.fetch(call) : new Response('not running', { status: 503 });
  }

  #settings(): Settings {
    const { telegram, zalo, telegramUpdates = 'webhook', zaloUpdates = 'webhook', publicUrl } = this.#options;
    const settings = settingsFrom({
      NODE_ENV: 'development',
      ...(this.#options.limits ?? WITHOUT_LIMITS),
      DATABASE_URL: `file:${this.databaseFile}`,
      TELEGRAM_BOT_TOKEN: telegram?.token,
      TELEGRAM_API_ROOT: telegram?.apiRoot,
      TELEGRAM_UPDATES: telegramUpdates,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_TOKEN: zalo?.token,
      ZALO_API_ROOT: zalo?.apiRoot,
      ZALO_UPDATES: zaloUpdates,
      ZALO_WEBHOOK_SECRET: SECRET,
    });
    // A public address must be https; the platforms on this machine take it without.
    return { ...settings, PUBLIC_URL: publicUrl ?? this.address };
  }
}
