import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChildBot } from '../../emulators/child-bot.ts';
import type { PlatformCall } from '../../emulators/platform-server.ts';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { settingsFrom } from '../../src/settings.ts';
import type { SqlStore } from '../../src/store/sql-store.ts';
import { openStore } from '../open-store.ts';
import { type DrillDatabase, sqliteIn } from './database.ts';
import type { Arrival, Talk } from './judge.ts';
import type { Person } from './people.ts';
import { DrillPostgres } from './postgres.ts';

export interface StandOptions {
  /** How Telegram's updates come. Zalo's come by webhook always: what its poll gives is gone for ever when we die with it. */
  readonly telegramUpdates?: 'polling' | 'webhook';
  /** Where the SQLite file is kept, in place of a folder of its own that is removed at the end. */
  readonly folder?: string;
  /** A PostgreSQL server to make a database on, in place of a SQLite file. */
  readonly server?: string | undefined;
  /** So many messages are lost by the platforms, which say that they were not. Then the verdict has to be "fail". */
  readonly swallow: number;
  /** The program's clock can be set. */
  readonly clock?: boolean;
}

/** In the log of a process that begins nothing yet. */
const WAITS_FOR_THE_OTHER = 'another process answers and sends on this database';
const SECRET = 'bi-mat-cua-webhook-0123456789';
const POST_PATIENCE_MS = 15_000;
const PROGRESS_EVERY_MS = 10_000;
/** A platform tries again after so long, and longer each time. */
const FIRST_REPOST_MS = 50;
const LONGEST_REPOST_MS = 1_000;
const LOOK_EVERY_MS = 100;
const AFTER_KILL_MS = 20;
/** People who write at the same time. */
const WRITERS = 20;
/** A poll that has more than this before it holds writers back, so that there is load until the end. */
const MOST_UNPOLLED = 100;

/** The whole program in a process of its own between two emulated messengers, with everything that can be done to it. */
export class Stand {
  readonly telegram: TelegramPlatform;
  readonly zalo: ZaloPlatform;
  readonly folder: string;
  readonly database: DrillDatabase;
  /** When the process was killed, of `performance.now()`. */
  readonly kills: number[] = [];
  /** Posts that were not taken at the first try. */
  reposts = 0;
  readonly #options: StandOptions;
  #child: ChildBot;
  readonly #over = new AbortController();
  #updates = 0;
  #swallow: number;
  #shiftMs = 0;

  private constructor(
    telegram: TelegramPlatform,
    zalo: ZaloPlatform,
    folder: string,
    database: DrillDatabase,
    options: StandOptions,
  ) {
    this.telegram = telegram;
    this.zalo = zalo;
    this.folder = folder;
    this.database = database;
    this.#options = options;
    this.#swallow = options.swallow;
    this.#child = this.#newChild();
    this.fails({});
  }

  /** Platforms, an empty database, and the program that has begun to run. */
  static async open(options: StandOptions): Promise<Stand> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'hoi-quyen-drill-')));
    const database = options.server === undefined ? sqliteIn(folder) : await DrillPostgres.make(options.server);
    const idleMs = 2_000;
    const stand = new Stand(
      await TelegramPlatform.start({ idleMs }),
      await ZaloPlatform.start({ idleMs }),
      folder,
      database,
      options,
    );
    try {
      stand.child.start();
      await stand.child.address();
    } catch (fault) {
      await stand.close();
      throw fault;
    }
    return stand;
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.child.end('SIGKILL');
    await Promise.all([this.telegram.stop(), this.zalo.stop()]);
    await this.database.remove();
    if (this.#options.folder === undefined) await rm(this.folder, { recursive: true, force: true });
  }

  /** The process that people are sent to. */
  get child(): ChildBot {
    return this.#child;
  }

  /** What goes wrong with calls from now on; what a platform is to swallow, it swallows whatever the rule says. */
  fails(rules: Rules): void {
    const swallowing = ({ method }: PlatformCall) => {
      if (method !== 'sendMessage' || this.#swallow === 0) return undefined;
      this.#swallow -= 1;
      return 'swallow';
    };
    this.telegram.rule = (call) => swallowing(call) ?? rules.telegram?.(call);
    this.zalo.rule = (call) => swallowing(call) ?? rules.zalo?.(call);
  }

  /** Ends the process in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.child.end('SIGKILL');
    // What was under way in the instant of the kill has arrived by now, and the next process sends nothing yet.
    await sleep(AFTER_KILL_MS);
    this.kills.push(performance.now());
    this.child.start();
  }

  /** A second process is started beside the first one, which is then ended. */
  async handOver(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const [first, second] = [this.#child, this.#newChild()];
    second.start();
    while (!second.log.some((line) => line.includes(WAITS_FOR_THE_OTHER))) await sleep(LOOK_EVERY_MS);
    this.#child = second;
    const { code } = await first.end(signal);
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`The first process ended with ${code}`);
    if (signal === 'SIGKILL') {
      await sleep(AFTER_KILL_MS);
      this.kills.push(performance.now());
    }
    await second.address();
  }

  /** Stops the process as an operator does, does something, and starts it again. */
  async whileStopped(work: (store: SqlStore) => Promise<void>): Promise<void> {
    await this.child.end('SIGTERM');
    const store = await this.openStore();
    await work(store);
    await store.close();
    this.child.start();
    await this.child.address();
  }

  /** The database of the program, as another process on the same machine opens it. */
  openStore(): Promise<SqlStore> {
    return openStore(settingsFrom(this.#environment()));
  }

  /** Sets the program's clock, from now on, to so much more or less than it is. */
  async jump(byMs: number): Promise<void> {
    this.#shiftMs += byMs;
    await writeFile(this.#clockFile(), String(this.#shiftMs));
    await sleep(LOOK_EVERY_MS);
  }

  /** All of them write, some at the same time, each their messages in order. @param send Hands one over; default `send`. */
  async write(people: readonly Person[], send: Send = (person, update) => this.send(person, update)): Promise<void> {
    const waiting = [...people];
    const one = async () => {
      for (let person = waiting.shift(); person && !this.#over.signal.aborted; person = waiting.shift()) {
        for (const text of person.texts) await send(person, this.updateFrom(person, text));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, one));
  }

  /** One message as its platform tells of it. */
  updateFrom({ on, chat }: Person, text: string): object {
    if (on === 'zalo') return this.zalo.textFrom(chat, text);
    this.#updates += 1;
    return { update_id: this.#updates, ...this.telegram.textFrom(Number(chat), text) };
  }

  /** As the platform does it: lays it ready for the poll, or posts until it is taken. */
  async send({ on }: Pick<Person, 'on'>, update: object): Promise<void> {
    if (on === 'telegram' && this.#options.telegramUpdates === 'polling') {
      while (this.telegram.unconfirmed > MOST_UNPOLLED && !this.#over.signal.aborted) await sleep(5);
      const { update_id: _, ...event } = update as { update_id?: number };
      this.telegram.enqueue(event);
      return;
    }
    for (let pauseMs = FIRST_REPOST_MS; !(await this.post(on, update)); ) {
      if (this.#over.signal.aborted) return;
      this.reposts += 1;
      await sleep(pauseMs);
      pauseMs = Math.min(LONGEST_REPOST_MS, pauseMs * 2);
    }
  }

  /** One call of the webhook. @returns Was it taken? */
  async post(on: Person['on'], update: object): Promise<boolean> {
    const header = on === 'telegram' ? 'x-telegram-bot-api-secret-token' : 'x-bot-api-secret-token';
    const address = await this.child.address();
    const taken = await fetch(`${address}/webhooks/${on}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [header]: SECRET },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(POST_PATIENCE_MS),
    }).catch(() => undefined);
    await taken?.arrayBuffer().catch(() => undefined);
    return taken?.ok ?? false;
  }

  /**
   * Waits until everything that was received is answered and sent.
   *
   * @returns `false` when for so long nothing arrived at anybody and no fewer waited. An answer of several messages makes more
   *   wait than the question did, so that number alone may rise for minutes while all goes well.
   */
  async settled(mostMs: number, progress: (what: string) => void = () => {}): Promise<boolean> {
    let until = performance.now() + mostMs;
    let tellAt = performance.now() + PROGRESS_EVERY_MS;
    let fewest = Number.POSITIVE_INFINITY;
    let arrived = this.arrived;
    while (performance.now() < until) {
      const unfinished = await this.unfinished();
      if (this.telegram.unconfirmed === 0 && unfinished === 0) return true;
      if ((unfinished !== undefined && unfinished < fewest) || this.arrived > arrived) {
        fewest = Math.min(fewest, unfinished ?? fewest);
        arrived = this.arrived;
        until = performance.now() + mostMs;
      }
      if (performance.now() >= tellAt) {
        progress(`${unfinished ?? 'nobody knows how many'} messages wait`);
        tellAt = performance.now() + PROGRESS_EVERY_MS;
      }
      await sleep(LOOK_EVERY_MS);
    }
    return false;
  }

  /** Messages that wait for an answer or to be sent; `undefined` where the database cannot be read now. */
  async unfinished(): Promise<number | undefined> {
    try {
      return await this.#count(
        `select (select count(*) from inbox where state = 'waiting')
              + (select count(*) from outbox where state in ('waiting', 'sending')) as n`,
      );
    } catch {
      return undefined;
    }
  }

  /** Messages that the program stopped trying to send: why something was lost. */
  givenUp(): Promise<number> {
    return this.#count("select count(*) as n from outbox where state = 'given-up'");
  }

  /** What can be done to the database, where it is on a server. */
  get postgres(): DrillPostgres {
    if (this.database instanceof DrillPostgres) return this.database;
    throw new Error('This drill needs a PostgreSQL server');
  }

  /** So many messages of the bot arrived at people, on both platforms. */
  get arrived(): number {
    return this.telegram.sent.length + this.zalo.sent.length;
  }

  /** What each of them read. */
  talks(people: readonly Person[]): readonly Talk[] {
    const inChat = new Map<string, Arrival[]>();
    for (const { chatId, ...arrival } of [...this.telegram.sent, ...this.zalo.sent]) {
      const known = inChat.get(String(chatId));
      if (known) known.push(arrival);
      else inChat.set(String(chatId), [arrival]);
    }
    return people.map(({ chat, expected }) => ({ expected, read: inChat.get(chat) ?? [] }));
  }

  #newChild(): ChildBot {
    const clock = ['--import', new URL('./shifted-clock.ts', import.meta.url).href];
    return new ChildBot(this.#environment(), this.#options.clock ? clock : []);
  }

  async #count(sql: string): Promise<number> {
    const [row] = await this.database.rows<{ n: number | string }>(sql);
    return Number(row?.n ?? 0);
  }

  #environment(): Readonly<Record<string, string>> {
    return {
      NODE_ENV: 'development',
      LOG_LEVEL: 'warn',
      DATABASE_URL: this.database.url,
      TELEGRAM_BOT_TOKEN: this.telegram.token,
      TELEGRAM_API_ROOT: this.telegram.apiRoot,
      TELEGRAM_UPDATES: this.#options.telegramUpdates ?? 'webhook',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_PER_SECOND: '1000',
      ZALO_BOT_TOKEN: this.zalo.token,
      ZALO_API_ROOT: this.zalo.apiRoot,
      ZALO_UPDATES: 'webhook',
      ZALO_WEBHOOK_SECRET: SECRET,
      ZALO_PER_SECOND: '1000',
      // The few people of a drill write more than people do.
      CHAT_REST_MS: '0',
      PERSON_PER_MINUTE: '100000',
      ADDRESS_PER_MINUTE: '1000000',
      DRILL_CLOCK: this.#clockFile(),
    };
  }

  #clockFile(): string {
    return join(this.folder, 'clock');
  }
}

/** What goes wrong with a call; `undefined` lets it pass. */
export interface Rules {
  readonly telegram?: TelegramPlatform['rule'];
  readonly zalo?: ZaloPlatform['rule'];
}

/** Hands a message over as a platform does. */
export type Send = (person: Person, update: object) => Promise<void>;
