import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFault } from '../../src/base/store-fault.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { type DeliverNeeds, deliver } from '../../src/flow/deliver.ts';
import { Doorbell } from '../../src/flow/doorbell.ts';
import { Pace } from '../../src/flow/pace.ts';
import { makeLog } from '../../src/log.ts';
import type { Address, Channel, Delivery, SendingLimits } from '../../src/ports/channel.ts';
import type { Rank, Store } from '../../src/ports/store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { Vault } from '../../src/store/vault.ts';

const NINE = new Date('2026-11-21T02:00:00.000Z');
const SENT: Delivery = { result: 'sent', externalId: '1' };

/** A messenger of which every address is a chat, and those that begin with `-` are groups with topics. */
class Messenger implements Channel {
  readonly name = 'telegram';
  readonly capabilities = CAPABILITIES.telegram;
  readonly sent: string[] = [];
  readonly #answers: Delivery[] = [];
  #whenSent: { readonly count: number; readonly resolve: () => void } | undefined;

  async read() {
    return [];
  }

  placeOf(to: Address) {
    return { chat: to.split('/')[0] ?? to, inGroup: to.startsWith('-') };
  }

  async send(to: Address): Promise<Delivery> {
    const answer = this.#answers.shift() ?? SENT;
    if (answer.result === 'sent') this.sent.push(to);
    if (this.#whenSent && this.sent.length >= this.#whenSent.count) this.#whenSent.resolve();
    return answer;
  }

  answersNext(...answers: readonly Delivery[]): void {
    this.#answers.push(...answers);
  }

  hasSent(count: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.sent.length >= count) resolve();
      else this.#whenSent = { count, resolve };
    });
  }
}

let folder: string;
let store: SqlStore;
let now: Date;
let messenger: Messenger;
let stopping: AbortController;
let running: Promise<void> | undefined;
let tooFast: number;
let keys = 0;
const waits: number[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-deliver-'));
  now = NINE;
  const db = openDatabase(`file:${join(folder, 'test.db')}`);
  await migrate(db);
  store = new SqlStore(
    db,
    new Vault(Buffer.alloc(32, 'khoá để thử')),
    idMaker(() => new Date()),
  );
  messenger = new Messenger();
  stopping = new AbortController();
  running = undefined;
  tooFast = 0;
  waits.splice(0);
});
afterEach(async () => {
  stopping.abort();
  await running;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Queues messages, in this order. */
async function owe(rank: Rank, to: readonly Address[], causedAt?: Date): Promise<void> {
  await store.transaction(async ({ outbox }) => {
    for (const address of to) {
      keys += 1;
      const message = { text: 'chào bạn', bold: [], choices: [] };
      await outbox.add({ key: `${keys}`, channel: 'telegram', address, message, at: NINE, rank, causedAt });
    }
  });
}

function start(limits: SendingLimits | undefined, chance = 0, on: Pick<Store, 'transaction'> = store): void {
  const needs: DeliverNeeds = {
    store: on as Store,
    channel: messenger,
    now: () => now,
    log: makeLog({ level: 'silent', secrets: [] }),
    bell: new Doorbell(),
    pace: new Pace(limits, () => chance),
    hurry: new AbortController().signal,
    onHandedOver: (ms) => waits.push(ms),
    onTooFast: () => {
      tooFast += 1;
    },
  };
  running = deliver(needs, stopping.signal);
}

const FREELY: SendingLimits = { perSecond: 1_000, chatRestMs: 0 };
const people = (count: number) => Array.from({ length: count }, (_, nth) => `nguoi-${nth}`);

/** Resolves when what was taken is recorded, and nothing else can be sent now. */
async function nothingDue(): Promise<void> {
  while ((await store.transaction(({ outbox }) => outbox.countDue(now))) > 0) await new Promise(setImmediate);
}

describe('sending what is owed', () => {
  it('begins with hotlines, and ends with posts to groups', async () => {
    await owe('group', ['-1', '-2']);
    await owe('answer', people(10));
    await owe('urgent', ['em-lan']);
    start(FREELY);
    await messenger.hasSent(13);
    expect(messenger.sent[0]).toBe('em-lan');
    expect(messenger.sent.slice(-2)).toEqual(['-1', '-2']);
  });

  it('lets a post to a group through now and then, however many people wait', async () => {
    await owe('group', ['-1']);
    await owe('answer', people(150));
    start(FREELY);
    await messenger.hasSent(151);
    expect(messenger.sent.indexOf('-1')).toBeLessThan(120);
  });

  it('does not let one chat with a long queue keep others waiting', async () => {
    await owe('answer', Array<string>(60).fill('nguoi-noi-nhieu'));
    await owe('answer', people(5));
    start(FREELY);
    await messenger.hasSent(65);
    expect(Math.max(...people(5).map((address) => messenger.sent.indexOf(address)))).toBeLessThan(20);
  });

  it('sends nothing to a chat that rests, and to others meanwhile', async () => {
    await owe('answer', ['lan', 'lan', 'hung', 'mai']);
    start({ ...FREELY, chatRestMs: 1_000 });
    await messenger.hasSent(3);
    expect([...messenger.sent].sort()).toEqual(['hung', 'lan', 'mai']);
    now = new Date(NINE.getTime() + 1_000);
    await messenger.hasSent(4);
    expect(messenger.sent.at(-1)).toBe('lan');
  });

  it('sends one message at a time to a group with topics', async () => {
    await owe('group', ['-1/5', '-1/7']);
    start({ ...FREELY, chatRestMs: 1_000 });
    await messenger.hasSent(1);
    await nothingDue();
    expect(messenger.sent).toHaveLength(1);
    now = new Date(NINE.getTime() + 1_000);
    await messenger.hasSent(2);
    expect([...messenger.sent].sort()).toEqual(['-1/5', '-1/7']);
  });

  it('waits as long as a platform asks, and a little longer', async () => {
    await owe('answer', ['lan']);
    messenger.answersNext({ result: 'wait', because: 'rate', forMs: 4_000 });
    start(FREELY, 1);
    await nothingDue();
    expect(tooFast).toBe(1);
    const due = (ms: number) => store.transaction(({ outbox }) => outbox.countDue(new Date(NINE.getTime() + ms)));
    expect([await due(4_999), await due(5_000)]).toEqual([0, 1]);
    now = new Date(NINE.getTime() + 5_000);
    await messenger.hasSent(1);
  });

  it('stops the whole channel when a second chat is refused', async () => {
    await owe('answer', ['lan', 'hung']);
    const refused: Delivery = { result: 'wait', because: 'rate', forMs: 4_000 };
    messenger.answersNext(refused, refused);
    start(FREELY);
    while (tooFast < 2) await new Promise(setImmediate);
    await owe('urgent', ['mai']);
    now = new Date(NINE.getTime() + 4_000);
    await messenger.hasSent(3);
    expect(messenger.sent[0]).toBe('mai');
  });

  it('sends once, and soon, what was recorded as taken while the word of that was lost', async () => {
    await owe('answer', ['lan', 'lan', 'hung']);
    let lost = 0;
    start(FREELY, 0, {
      async transaction(work, how) {
        const done = await store.transaction(work, how);
        lost += 1;
        if (lost === 1) throw new StoreFault('unreachable');
        return done;
      },
    });
    await messenger.hasSent(3);
    await nothingDue();
    expect([...messenger.sent].sort()).toEqual(['hung', 'lan', 'lan']);
    expect(await store.transaction(({ outbox }) => outbox.counts())).toMatchObject({ sent: 3, uncertain: 0 });
  });

  it('tells how long somebody waited for the first message of an answer', async () => {
    await owe('answer', ['lan'], new Date(NINE.getTime() - 120));
    await owe('answer', ['lan']);
    start(FREELY);
    await messenger.hasSent(2);
    expect(waits).toEqual([120]);
  });
});
