import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Danger } from '../base/danger.ts';
import type { ChannelName } from '../ports/channel.ts';
import type { Store } from '../ports/store.ts';

/** Counts for Prometheus. Only numbers of things: no label can point to a person or to what they asked. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #received: Counter;
  readonly #asked: Counter;
  readonly #urgent: Counter;

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

  received(channel: ChannelName, count: number): void {
    this.#received.inc({ channel }, count);
  }

  asked({ channel, outcome, urgent }: { channel: ChannelName; outcome: string; urgent: Danger | undefined }): void {
    this.#asked.inc({ channel, outcome });
    if (urgent) this.#urgent.inc({ channel });
  }

  /** Prometheus text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}
