import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageId } from '../../src/base/ids.ts';
import { StoreFault, type StoreTrouble } from '../../src/base/store-fault.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { IN_SERVICE } from '../../src/conversation/service.ts';
import type { LiveKnowledge } from '../../src/flow/entries/live-knowledge.ts';
import { receive } from '../../src/flow/receive.ts';
import { type RespondNeeds, respond } from '../../src/flow/respond.ts';
import type { Store } from '../../src/ports/store.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { USUAL_SETTINGS } from '../../src/service/service-settings.ts';
import { idMaker } from '../../src/store/new-id.ts';
import { NOON, type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

/** So many attempts end because of the database, more than a message has. */
const OUTAGES = 6;
const LEASE_MS = 5_000;

let small: SmallKnowledge;
let live: LiveKnowledge;
let now = NOON;
beforeAll(async () => {
  small = await smallKnowledge();
  live = await small.open();
});
afterAll(() => small.close());

const needsOn = (store: Pick<Store, 'transaction'>): RespondNeeds => ({
  store: store as Store,
  knowledgeOn: live.on,
  capabilities: (channel) => CAPABILITIES[channel],
  serviceOn: () => IN_SERVICE,
  newId: idMaker(() => now),
  randomBytes: (count) => randomBytes(count),
  workingTime: () => USUAL_SETTINGS.workingTime,
  now: () => now,
  log: small.log,
  spared: new Set<MessageId>(),
  onOwed: () => {},
  onAsked: () => {},
});

/** The database fails in every turn, and never while a message is taken. */
function failingInTurns(trouble: StoreTrouble, times: number): Pick<Store, 'transaction'> {
  let calls = 0;
  return {
    transaction(work, how) {
      calls += 1;
      if (calls % 2 === 0 && calls <= 2 * times) throw new StoreFault(trouble);
      return small.store.transaction(work, how);
    },
  };
}

async function readAfter(trouble: StoreTrouble): Promise<readonly string[]> {
  const [from, address] = [`lan-${trouble}`, { channel: 'web', address: `lan-${trouble}` } as const];
  const message = { externalId: trouble, from, heard: { kind: 'text', text: 'cty nợ lương 2 tháng' }, inGroup: false };
  await receive('web', [{ ...message, sentAt: now } as Parameters<typeof receive>[1][0]], {
    store: small.store,
    now: () => now,
    onStored: () => {},
  });
  const needs = needsOn(failingInTurns(trouble, OUTAGES));
  for (let outage = 0; outage < OUTAGES; outage += 1) {
    await expect(respond(needs)).rejects.toThrow(StoreFault);
    now = new Date(now.getTime() + LEASE_MS);
  }
  while (await respond(needs));
  return small.store.transaction(async ({ outbox }) => {
    for (const { key } of await outbox.take('web', now, 9)) await outbox.markSent(key, key, now);
    return (await outbox.sentTo(address, 9)).map(({ message: { text } }) => text);
  });
}

describe('a message whose every turn fails because of the database', () => {
  it('is answered when the database works again, however often that was', async () => {
    const read = await readAfter('locked');
    expect(read.join()).toContain('lương');
    expect(read).not.toContain(vi.trouble());
  });

  it('is given up after some attempts where the database is damaged just there, for it must not hold up everybody', async () => {
    expect(await readAfter('damaged')).toEqual([vi.trouble()]);
  });
});
