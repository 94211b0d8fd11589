import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { vietnamDay } from '../../src/base/days.ts';
import { TelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { WebChannel } from '../../src/channels/web/web-channel.ts';
import { HttpZaloBotApi } from '../../src/channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../../src/channels/zalo/zalo-channel.ts';
import { respond } from '../../src/flow/respond.ts';
import { makeLog } from '../../src/log.ts';
import type { Channel, OutgoingMessage } from '../../src/ports/channel.ts';
import type { Log } from '../../src/ports/log.ts';
import { settingsFrom } from '../../src/settings.ts';
import { type App, openApp } from '../../src/wiring.ts';
import { WAGES, WAGES_LAW } from '../support/questions.ts';
import { WITHOUT_LIMITS } from '../support/without-limits.ts';
import { Broken } from './entrance.ts';
import { MARK, MARKED_TAG } from './hostile-text.ts';

export const WEBHOOK_SECRET = 'bi-mat-cua-webhook-0123456789';
export const BOT_ID = 7_000_000_001;
const TOKEN = `${BOT_ID}:AAE-bi-mat-cua-bot-thu-nghiem`;
/** Nothing listens there; nothing that is judged here goes there. */
const NOWHERE = 'http://127.0.0.1:9';
/** Time that passes from input to input, so that people write as seldom as people do; 100,000 fit into one day. */
const BETWEEN_INPUTS_MS = 500;

/** What the log may say of an input that is not as it should be. */
const REFUSED = ['webhook call refused', 'telegram update skipped', 'zalo update skipped'];
const REFUSED_KINDS = ['invalid-input', 'forbidden'];

export interface FuzzedOptions {
  /** Runs its loops and the clock of the machine; else each step is taken by `settle`, on a clock that `put` moves on. */
  readonly live?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The whole program on a database of its own, with the real channels, of which only the wire is missing: what is sent is
 * looked at and counts as sent.
 */
export class FuzzedProgram {
  readonly app: App;
  readonly #folder: string;
  readonly #log: string[];
  readonly #sent: Sent;
  readonly #live: boolean;
  #clock: { at: number };

  private constructor(app: App, folder: string, log: string[], sent: Sent, live: boolean, clock: { at: number }) {
    this.app = app;
    this.#folder = folder;
    this.#log = log;
    this.#sent = sent;
    this.#live = live;
    this.#clock = clock;
  }

  static async open({ live = false, environment = {} }: FuzzedOptions = {}): Promise<FuzzedProgram> {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-fuzz-'));
    const lines: string[] = [];
    const log = makeLog({ level: 'info', secrets: [], write: (line) => lines.push(line) });
    const sent: Sent = { perAddress: new Map(), faults: [] };
    const clock = { at: Date.parse(`${vietnamDay(new Date())}T06:00:00+07:00`) };
    const app = await openApp({
      settings: settingsFrom({
        NODE_ENV: 'development',
        DATABASE_URL: `file:${join(folder, 'fuzz.db')}`,
        ...WITHOUT_LIMITS,
        ...environment,
      }),
      log,
      ...(!live && { now: () => new Date(clock.at) }),
      channels: [new WebChannel(), ...messengers(log).map((channel) => withoutWire(channel, sent))],
    });
    if (live) app.start();
    return new FuzzedProgram(app, folder, lines, sent, live, clock);
  }

  get databaseFile(): string {
    return join(this.#folder, 'fuzz.db');
  }

  /** @param address Where the caller sits, as the server tells it. */
  fetch(path: string, init: RequestInit = {}, address = '127.0.0.1'): Promise<Response> {
    const call = new Request(`http://localhost${path}`, init);
    return Promise.resolve(this.app.web.fetch(call, { incoming: { socket: { remoteAddress: address } } }));
  }

  /** Answers everything received and hands everything owed to the channels. */
  async settle(): Promise<void> {
    const { desk, store, channels } = this.app;
    for (let progress = true; progress; ) {
      progress = await respond(desk);
      for (const channel of channels) {
        const owed = await store.transaction(({ outbox }) => outbox.take(channel.name, desk.now(), 50));
        for (const { key, address, message } of owed) {
          const delivery = await channel.send(address, message, new AbortController().signal);
          const id = delivery.result === 'sent' ? delivery.externalId : '';
          await store.transaction(({ outbox }) => outbox.markSent(key, id, desk.now()));
        }
        progress ||= owed.length > 0;
      }
    }
    this.#clock.at += BETWEEN_INPUTS_MS;
  }

  /**
   * Looks at an answer and at what was logged and sent since the last look.
   *
   * @throws Broken
   */
  async judge(response: Response): Promise<string> {
    const body = await response.text();
    if (response.status >= 500)
      throw new Broken('status 500', `${response.status}: ${this.#log.join('').slice(-2_000)}`);
    if (response.headers.get('content-type')?.startsWith('text/html') && body.includes(MARKED_TAG))
      throw new Broken('leak', `a tag of the input in the page: ${around(body, MARKED_TAG)}`);
    if (!response.headers.get('content-type')?.startsWith('text/html') && response.status >= 400 && body.includes(MARK))
      throw new Broken('leak', `the error repeats the input: ${around(body, MARK)}`);
    this.judgeInside();
    return body;
  }

  /** The same for what went on inside. */
  judgeInside(): void {
    const lines = this.#log.splice(0);
    const leaked = lines.find((line) => line.includes(MARK));
    if (leaked) throw new Broken('leak', `in the log: ${leaked}`);
    const fault = lines.find((line) => isFault(line));
    if (fault) throw new Broken('crash', `the log tells of a fault: ${fault}`);
    const [wrong] = this.#sent.faults.splice(0);
    if (wrong !== undefined) throw new Broken('inconsistent', wrong);
  }

  /**
   * Whatever came: the database holds together, nothing waits, and the next person is answered.
   *
   * @throws Broken `inconsistent`.
   */
  async check(): Promise<void> {
    await this.checkStored();
    await this.#checkAnswers();
  }

  /**
   * The first half of it, where inputs may have switched off what answers.
   *
   * @throws Broken `inconsistent`.
   */
  async checkStored(): Promise<void> {
    const { store } = this.app;
    await this.#finish();
    const database = new Database(this.databaseFile, { readonly: true });
    const [integrity, references] = [
      database.pragma('integrity_check', { simple: true }),
      database.pragma('foreign_key_check'),
    ];
    database.close();
    if (integrity !== 'ok') throw new Broken('inconsistent', `integrity_check: ${String(integrity)}`);
    if (!Array.isArray(references) || references.length > 0)
      throw new Broken('inconsistent', `foreign_key_check: ${JSON.stringify(references).slice(0, 500)}`);
    const waiting = await store.transaction(({ inbox }) => inbox.countWaiting());
    if (waiting > 0) throw new Broken('inconsistent', `${waiting} messages were never answered`);
    await this.#checkAudit();
    this.judgeInside();
  }

  async #finish(): Promise<void> {
    await (this.#live ? this.app.idle() : this.settle());
  }

  async #checkAnswers(): Promise<void> {
    const { store, desk } = this.app;
    const who = { channel: 'web', address: 'nguoi-den-sau-cung' } as const;
    const web = this.app.channels.find(({ name }) => name === 'web');
    if (!web) throw new Error('There is no web chat');
    const heard = { kind: 'text', text: WAGES } as const;
    await this.app.receive(web, [
      { externalId: 'sau-cung', from: who.address, heard, sentAt: desk.now(), inGroup: false },
    ]);
    await this.#finish();
    const said = await store.transaction(({ outbox }) => outbox.sentTo(who, 10));
    if (!said.some(({ message }) => message.text.includes(WAGES_LAW)))
      throw new Broken('inconsistent', 'the next person is not answered');
    this.judgeInside();
  }

  async #checkAudit(): Promise<void> {
    const { store } = this.app;
    for (let after: { id: string; chain: string } | undefined, more = true; more; ) {
      const found = await store.transaction(({ audit }) => audit.checkChain(1_000, after));
      if (found.kind === 'broken') throw new Broken('inconsistent', `the audit log is broken at ${found.at}`);
      after = found.goOnAt;
      more = after !== undefined;
    }
  }

  async close(): Promise<void> {
    await this.app.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Sent {
  readonly perAddress: Map<string, number>;
  /** What was wrong with what was sent. */
  readonly faults: string[];
}

function messengers(log: Log): readonly Channel[] {
  const zalo = new HttpZaloBotApi({ token: '1459232241454765289:aB3xYz-bi.mat', apiRoot: NOWHERE });
  return [
    new TelegramChannel({ token: TOKEN, apiRoot: NOWHERE, webhookSecret: WEBHOOK_SECRET, log }),
    new ZaloChannel({ api: zalo, webhookSecret: WEBHOOK_SECRET, log }),
  ];
}

/** Reads as it does; what it should send is looked at, and arrived. */
function withoutWire(channel: Channel, { perAddress, faults }: Sent): Channel {
  return {
    name: channel.name,
    capabilities: channel.capabilities,
    read: (call) => channel.read(call),
    async send(to, message) {
      const nth = (perAddress.get(to) ?? 0) + 1;
      perAddress.set(to, nth);
      const fault = faultIn(message, channel);
      if (fault) faults.push(`${channel.name} was to send ${fault}: ${JSON.stringify(message).slice(0, 500)}`);
      return { result: 'sent', externalId: `${to}/${nth}` };
    },
  };
}

function faultIn({ text, choices }: OutgoingMessage, { capabilities, name }: Channel): string | undefined {
  if (text.trim() === '') return 'an empty message';
  if (text.length > capabilities.textLimit) return `${text.length} characters`;
  if (name === 'telegram' && choices.some(({ press }) => Buffer.byteLength(`v1:${press}`) > 64))
    return 'a button of more than 64 bytes';
  return undefined;
}

function isFault(line: string): boolean {
  const { level, msg, kind } = JSON.parse(line) as { level: number; msg: string; kind?: string };
  return level >= 50 && !(REFUSED.includes(msg) && REFUSED_KINDS.includes(kind ?? ''));
}

function around(text: string, what: string): string {
  const at = text.indexOf(what);
  return text.slice(Math.max(0, at - 100), at + 100);
}
