import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChildBot } from '../../emulators/child-bot.ts';
import { LimitKeeper, TELEGRAM_LIMITS, ZALO_LIMITS } from '../../emulators/platform-limits.ts';
import type { PlatformCall } from '../../emulators/platform-server.ts';
import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openStore } from '../open-store.ts';
import { LINKED, type Writes } from './people.ts';

const SECRET = 'bi-mat-cua-webhook-0123456789';
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 250;
const SAMPLE_EVERY_MS = 2_000;
const BETWEEN_LOOKS_MS = 200;

/** A message of the bot when its call reached the platform. */
export interface Arrived {
  readonly on: 'telegram' | 'zalo';
  readonly chat: string;
  readonly text: string;
  /** Of `performance.now()`, as all times here. */
  readonly at: number;
}

/** What the program used at a moment. */
export interface Sample {
  readonly at: number;
  readonly rssMb: number;
  /** 99th percentile since the sample before. */
  readonly lagMs: number;
}

/** The whole program in a process of its own, as in production, between two emulated messengers that keep their limits. */
export class Stage {
  readonly telegram: TelegramPlatform;
  readonly zalo: ZaloPlatform;
  readonly keepers = { telegram: new LimitKeeper(TELEGRAM_LIMITS), zalo: new LimitKeeper(ZALO_LIMITS) };
  readonly samples: Sample[] = [];
  onArrived: (arrived: Arrived) => void = () => {};
  readonly #child: ChildBot;
  readonly #folder: string;
  readonly #over = new AbortController();
  #address = '';
  #updates = 0;

  private constructor(telegram: TelegramPlatform, zalo: ZaloPlatform, folder: string, profileIn: string | undefined) {
    this.telegram = telegram;
    this.zalo = zalo;
    this.#folder = folder;
    const profiled = profileIn === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileIn}`];
    this.#child = new ChildBot(this.#environment(), profiled);
    telegram.rule = this.#rule('telegram');
    zalo.rule = this.#rule('zalo');
  }

  /**
   * Platforms, an empty database, groups of staff that are linked, and the program that has begun to run.
   *
   * @param profileIn Folder for a profile of what the program does with its time.
   */
  static async open(profileIn?: string): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-quyen-load-'));
    const stage = new Stage(await TelegramPlatform.start(), await ZaloPlatform.start(), folder, profileIn);
    const store = await openStore(settingsFrom(stage.#environment()));
    const soon = new Date(Date.now() + 3_600_000);
    await store.transaction(async ({ staffGroups }) => {
      for (const { code } of LINKED) await staffGroups.addLinkCode(`LOAD${code}2345`, code, soon);
    });
    await store.close();
    stage.#child.start();
    stage.#address = await stage.#child.address();
    for (const { code } of LINKED) {
      const chat = { id: -1_001_000_000_000 - Number(code), type: 'supergroup', title: 'Trung tâm' };
      const { message } = stage.telegram.textFrom(1, `/lienket LOAD${code}2345`);
      stage.#updates += 1;
      await stage.#post('telegram', { update_id: stage.#updates, message: { ...message, chat } });
    }
    await stage.settled(PATIENCE_MS);
    void stage.#watch();
    return stage;
  }

  /** Somebody writes on a messenger. Resolves when the program took it. @throws when it did not. */
  async say(on: 'telegram' | 'zalo', chat: string, text: string): Promise<void> {
    if (on === 'zalo') return this.#post(on, this.zalo.textFrom(chat, text));
    this.#updates += 1;
    return this.#post(on, { update_id: this.#updates, ...this.telegram.textFrom(Number(chat), text) });
  }

  /** Opens the page of the web chat. @returns The cookie that holds the talk together. */
  async openPage(from: string): Promise<string> {
    const page = await this.#fetch('/', { headers: { 'x-forwarded-for': from } });
    await page.text();
    return (page.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  }

  /** Somebody writes in the web chat. Resolves when the answer can be seen. @returns How many lines of the bot there are. */
  async write(from: string, cookie: string, text: string): Promise<number> {
    const headers = { 'x-forwarded-for': from, cookie, 'hx-request': 'true' };
    const once = randomBytes(9).toString('base64url');
    const form = new URLSearchParams({ once, text });
    const posted = await this.#fetch('/chat', { method: 'POST', headers, body: form });
    if (!posted.ok) throw new Error(`The web chat answered ${posted.status}`);
    let talk = await posted.text();
    while (talk.includes('id="m-cho"') && !this.#over.signal.aborted) {
      await sleep(BETWEEN_LOOKS_MS);
      talk = await (await this.#fetch('/chat/messages', { headers })).text();
    }
    return talk.match(/<li class="bot/g)?.length ?? 0;
  }

  /** What an open page asks every five seconds. */
  async look(from: string, cookie: string): Promise<void> {
    await (await this.#fetch('/chat/messages', { headers: { 'x-forwarded-for': from, cookie } })).text();
  }

  /** Numbers of `/metrics`, by name with labels. */
  async metrics(): Promise<ReadonlyMap<string, number>> {
    const text = await (await this.#fetch('/metrics', {})).text();
    return new Map(
      text.split('\n').flatMap((line) => {
        const [, name, value] = /^([^#\s]\S*) (\S+)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, Number(value)] as const];
      }),
    );
  }

  /** Messages that wait for an answer, to be sent, or are on the wire. */
  async queued(): Promise<number> {
    const metrics = await this.metrics();
    const of = (name: string) => metrics.get(name) ?? 0;
    return (
      of('hoi_quyen_inbox_messages') +
      of('hoi_quyen_outbox_messages{state="waiting"}') +
      of('hoi_quyen_outbox_messages{state="sending"}')
    );
  }

  /** Waits until nothing is queued. @returns What still is, after so long. */
  async settled(mostMs: number): Promise<number> {
    const until = performance.now() + mostMs;
    let queued = await this.queued();
    while (queued > 0 && performance.now() < until) {
      await sleep(LOOK_EVERY_MS);
      queued = await this.queued();
    }
    return queued;
  }

  async close(): Promise<void> {
    this.#over.abort();
    await this.#child.end('SIGTERM');
    await Promise.all([this.telegram.stop(), this.zalo.stop()]);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #rule(on: 'telegram' | 'zalo') {
    return (call: PlatformCall) => {
      const refused = this.keepers[on].rule(call);
      if (call.method !== 'sendMessage' || refused) return refused;
      const { chat_id: chat, text } = call.body;
      this.onArrived({ on, chat: String(chat), text: String(text), at: performance.now() });
      return undefined;
    };
  }

  async #post(on: Exclude<Writes, 'web'>, update: object): Promise<void> {
    const header = on === 'telegram' ? 'x-telegram-bot-api-secret-token' : 'x-bot-api-secret-token';
    const headers = { 'content-type': 'application/json', [header]: SECRET };
    const taken = await this.#fetch(`/webhooks/${on}`, { method: 'POST', headers, body: JSON.stringify(update) });
    await taken.arrayBuffer();
    if (!taken.ok) throw new Error(`The webhook of ${on} answered ${taken.status}`);
  }

  #fetch(path: string, call: RequestInit): Promise<Response> {
    return fetch(`${this.#address}${path}`, { ...call, signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  async #watch(): Promise<void> {
    while (!this.#over.signal.aborted) {
      await sleep(SAMPLE_EVERY_MS, undefined, { signal: this.#over.signal }).catch(() => {});
      if (this.#over.signal.aborted) return;
      const lagMs = await this.metrics().then(
        (metrics) => (metrics.get('nodejs_eventloop_lag_p99_seconds') ?? Number.NaN) * 1000,
        () => Number.NaN,
      );
      this.samples.push({ at: performance.now(), rssMb: this.#rssMb(), lagMs });
    }
  }

  #rssMb(): number {
    const status = process.platform === 'linux' ? readFileSync(`/proc/${this.#child.pid}/status`, 'utf8') : '';
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  #keys?: { readonly DATA_KEY: string; readonly SESSION_SECRET: string };

  #environment(): Readonly<Record<string, string>> {
    this.#keys ??= {
      DATA_KEY: randomBytes(32).toString('base64'),
      SESSION_SECRET: randomBytes(48).toString('base64'),
    };
    return {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      ...this.#keys,
      DATABASE_URL: `file:${join(this.#folder, 'hoi-quyen.db')}`,
      // The people of the web chat come from addresses of their own, as through a proxy.
      TRUST_PROXY: '1',
      TELEGRAM_BOT_TOKEN: this.telegram.token,
      TELEGRAM_API_ROOT: this.telegram.apiRoot,
      TELEGRAM_UPDATES: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_TOKEN: this.zalo.token,
      ZALO_API_ROOT: this.zalo.apiRoot,
      ZALO_UPDATES: 'webhook',
      ZALO_WEBHOOK_SECRET: SECRET,
    };
  }
}
