import type { Channel, Delivery } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Owed, Store } from '../ports/store.ts';
import type { Doorbell } from './doorbell.ts';

/** Sends at the same time on one channel; one hanging send must not hold up the others. */
const MOST_AT_ONCE = 16;
/** How often the outbox is looked at when nobody rings. */
const REST_MS = 500;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10 * 60_000;
/** An answer that comes two days late helps nobody and confuses. It is kept as given up. */
const TOO_OLD_MS = 48 * 60 * 60_000;

export interface DeliverNeeds {
  readonly store: Store;
  readonly channel: Channel;
  readonly now: () => Date;
  readonly log: Log;
  readonly bell: Doorbell;
  /** Ends sends that are under way; comes later than the signal to stop, so that they may finish. */
  readonly hurry: AbortSignal;
}

/** Sends what is owed on one channel until the signal comes, then waits for the sends under way. */
export async function deliver(needs: DeliverNeeds, signal: AbortSignal): Promise<void> {
  const { store, channel, now, log, bell } = needs;
  const underWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    const free = MOST_AT_ONCE - underWay.size;
    const owed = free > 0 ? await takeDue(free) : [];
    for (const one of owed) {
      const sending = deliverOne(one, needs)
        .catch((fault: unknown) => log.fault('delivery could not be recorded', fault, { channel: channel.name }))
        .finally(() => {
          underWay.delete(sending);
          bell.ring();
        });
      underWay.add(sending);
    }
    if (owed.length === 0) await bell.wait(REST_MS, signal);
  }
  await Promise.all(underWay);

  async function takeDue(limit: number): Promise<readonly Owed[]> {
    try {
      return await store.transaction(({ outbox }) => outbox.take(channel.name, now(), limit));
    } catch (fault) {
      log.fault('outbox could not be read', fault, { channel: channel.name });
      return [];
    }
  }
}

/** Sends one message and records what became of it. */
export async function deliverOne(owed: Owed, needs: Omit<DeliverNeeds, 'bell'>): Promise<void> {
  const { store, channel, now, log, hurry } = needs;
  const delivery = await channel.send(owed.address, owed.message, hurry);
  const more = await store.transaction(async ({ outbox, conversations, staffGroups }) => {
    switch (delivery.result) {
      case 'sent':
        await outbox.markSent(owed.key, delivery.externalId, now());
        return outbox.moreFor(owed);
      case 'wait':
        if (now().getTime() - owed.addedAt.getTime() > TOO_OLD_MS) await outbox.giveUp(owed.key, 'too old');
        else await outbox.tryAgain(owed.key, dueAfter(owed.attempts, delivery.forMs), delivery.because);
        return false;
      case 'refused':
        await outbox.giveUp(owed.key, delivery.because);
        if (delivery.because === 'person-left') {
          await conversations.markBlocked(owed, true, now());
          await outbox.giveUpAllTo(owed, delivery.because);
          // A group of staff that put the bot out reads nothing: its centre must not pass for one that does.
          await staffGroups.unlink(owed);
        }
        return false;
      case 'uncertain':
        // It may have arrived: once more, then a double is the greater harm.
        if (owed.uncertain > 0) await outbox.giveUp(owed.key, 'may have arrived');
        else await outbox.tryAgainUncertain(owed.key, dueAfter(owed.attempts));
        return false;
    }
  });
  if (delivery.result !== 'sent') log.warn('not delivered', facts(owed, delivery));
  if (more) await channel.showTyping?.(owed.address);

  function dueAfter(attempts: number, forMs?: number): Date {
    const backOff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 12));
    return new Date(now().getTime() + (forMs ?? backOff));
  }
}

function facts(owed: Owed, delivery: Exclude<Delivery, { result: 'sent' }>) {
  return {
    channel: owed.channel,
    key: owed.key,
    result: delivery.result,
    because: 'because' in delivery ? delivery.because : undefined,
    attempt: owed.attempts,
  };
}
