import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Danger } from '../base/danger.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Store } from '../ports/store.ts';
import type { Counted } from './address-limits.ts';

/** Counts for Prometheus. Only numbers of things: no label can point to a person or to what they asked. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #received: Counter;
  readonly #asked: Counter;
  readonly #urgent: Counter;
  readonly #waited: Histogram;
  readonly #tooMany: Counter;
  readonly #tooFast: Counter;
  readonly #limited: Counter;

  constructor(store: Store) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#received = new Counter({
      name: 'hoi_quyen_messages_received_total',
      help: 'New messages stored',
      labelNames: ['channel'],
      registers,
    });
    this.#asked = new Counter({
      name: 'hoi_quyen_questions_total',
      help: 'Questions by outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    });
    this.#urgent = new Counter({
      name: 'hoi_quyen_urgent_total',
      help: 'Messages answered with hotlines first',
      labelNames: ['channel'],
      registers,
    });
    this.#waited = new Histogram({
      name: 'hoi_quyen_receipt_to_network_seconds',
      help: 'From receiving a message to handing the first message of its answer to the network',
      labelNames: ['channel'],
      buckets: [0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 15, 60, 300],
      registers,
    });
    this.#tooMany = new Counter({
      name: 'hoi_quyen_messages_over_limit_total',
      help: 'Messages beyond what one person gets answered in a minute: set aside after telling them, or not stored any more',
      labelNames: ['channel', 'what'],
      registers,
    });
    this.#tooFast = new Counter({
      name: 'hoi_quyen_sends_refused_as_too_fast_total',
      help: 'Answers 429 of a platform, or that a quota is used up',
      labelNames: ['channel'],
      registers,
    });
    this.#limited = new Counter({
      name: 'hoi_quyen_requests_limited_total',
      help: 'Requests refused because too many came from one network address',
      labelNames: ['what'],
      registers,
    });
    new Gauge({
      name: 'hoi_quyen_inbox_messages',
      help: 'Messages received that wait for their answer',
      registers,
      async collect() {
        this.set(await store.transaction(({ inbox }) => inbox.countWaiting()).catch(() => Number.NaN));
      },
    });
    new Gauge({
      name: 'hoi_quyen_outbox_messages',
      help: 'Messages in the outbox by state; uncertain counts sends that may have arrived twice',
      labelNames: ['state'],
      registers,
      async collect() {
        // Without the database the other numbers are wanted most.
        const counts = await store.transaction(({ outbox }) => outbox.counts()).catch(() => undefined);
        if (counts === undefined) this.reset();
        for (const [state, count] of Object.entries(counts ?? {})) this.set({ state }, count);
      },
    });
    new Gauge({
      name: 'hoi_quyen_open_referrals',
      help: 'Referrals that are neither closed nor withdrawn',
      registers,
      async collect() {
        this.set(await store.transaction(({ tickets }) => tickets.countOpen()).catch(() => Number.NaN));
      },
    });
  }

  /** Begins the counts of channels at zero: what was never there does not rise when it is counted for the first time. */
  begin(channels: readonly ChannelName[]): void {
    for (const channel of channels) {
      for (const counter of [this.#received, this.#urgent, this.#tooFast]) counter.inc({ channel }, 0);
      this.#waited.zero({ channel });
    }
  }

  received(channel: ChannelName, count: number): void {
    this.#received.inc({ channel }, count);
  }

  asked({ channel, outcome, urgent }: { channel: ChannelName; outcome: string; urgent: Danger | undefined }): void {
    this.#asked.inc({ channel, outcome });
    if (urgent) this.#urgent.inc({ channel });
  }

  handedOver(channel: ChannelName, ms: number): void {
    this.#waited.observe({ channel }, Math.max(0, ms) / 1000);
  }

  tooMany(channel: ChannelName, what: 'set-aside' | 'dropped', count: number): void {
    this.#tooMany.inc({ channel, what }, count);
  }

  tooFast(channel: ChannelName): void {
    this.#tooFast.inc({ channel });
  }

  limited(what: Counted): void {
    this.#limited.inc({ what });
  }

  /** Adds whether people are answered from memory now, because the database cannot be used. */
  watchDegraded(isDegraded: () => boolean): void {
    new Gauge({
      name: 'hoi_quyen_degraded',
      help: '1 while the database cannot be used and people are answered from memory',
      registers: [this.#registry],
      collect() {
        this.set(isDegraded() ? 1 : 0);
      },
    });
  }

  /**
   * Adds how old the newest backup is, also after a restart.
   *
   * @param newest Looks into the folder; `undefined`: there is none yet.
   * @returns To be called when one could not be made.
   */
  watchBackups(newest: () => Promise<{ readonly madeAt: Date; readonly ageSeconds: number } | undefined>): () => void {
    const registers = [this.#registry];
    new Gauge({
      name: 'hoi_quyen_backup_age_seconds',
      help: 'Age of the newest finished backup; +Inf while there is none',
      registers,
      async collect() {
        this.set((await newest().catch(() => undefined))?.ageSeconds ?? Number.POSITIVE_INFINITY);
      },
    });
    new Gauge({
      name: 'hoi_quyen_backup_last_success_timestamp_seconds',
      help: 'When the newest finished backup was made; 0 while there is none',
      registers,
      async collect() {
        this.set(((await newest().catch(() => undefined))?.madeAt.getTime() ?? 0) / 1000);
      },
    });
    const failed = new Counter({
      name: 'hoi_quyen_backups_failed_total',
      help: 'Backups that could not be made since the program started',
      registers,
    });
    return () => failed.inc();
  }

  /** Prometheus text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}
