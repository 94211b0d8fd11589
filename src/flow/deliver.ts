import { StoreFault } from '../base/store-fault.ts';
import type { Channel, Delivery } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Owed, Rank, Records, Store, Writing } from '../ports/store.ts';
import type { Doorbell } from './doorbell.ts';
import { type Pace, placeOf } from './pace.ts';

/** Sends at the same time on one channel; one hanging send must not hold up the others. */
const MOST_AT_ONCE = 16;
/** Each so many looks the first place goes to a post to a group: these come last, and never not at all. */
const GROUPS_EVERY = 4;
/** How often the outbox is looked at when nobody rings. */
const REST_MS = 500;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10 * 60_000;
/** An answer that comes two days late helps nobody and confuses. It is kept as given up. */
const TOO_OLD_MS = 48 * 60 * 60_000;

export interface DeliverNeeds {
  readonly store: Store;
  /** Resolves when the database can be used, or when the signal comes. Without it nothing is waited for. */
  readonly works?: ((signal: AbortSignal) => Promise<void>) | undefined;
  readonly channel: Channel;
  readonly now: () => Date;
  readonly log: Log;
  readonly bell: Doorbell;
  /** When the channel takes the next message. */
  readonly pace: Pace;
  /** Told how long somebody waited who is answered now: from receipt to handing over to the network, in milliseconds. */
  readonly onHandedOver?: ((ms: number) => void) | undefined;
  /** Told that the platform found us too fast. */
  readonly onTooFast?: (() => void) | undefined;
  /** Ends sends that are under way; comes later than the signal to stop, so that they may finish. */
  readonly hurry: AbortSignal;
}

/** Sends what is owed on one channel until the signal comes, then waits for the sends under way. */
export async function deliver(needs: DeliverNeeds, signal: AbortSignal): Promise<void> {
  const { store, channel, now, log, bell, pace } = needs;
  /** By address: what is being sent, or waits for being noted. */
  const underWay = new Map<string, Promise<void>>();
  /** Since when nobody knows whether what was to be taken is recorded as taken: the database failed meanwhile. */
  let unsureSince: Date | undefined;
  for (let look = 1; !signal.aborted; look += 1) {
    await needs.works?.(signal);
    if (signal.aborted) break;
    const free = Math.min(MOST_AT_ONCE - underWay.size, pace.free(now()));
    const owed = free > 0 ? await takeDue(free, look % GROUPS_EVERY === 0) : [];
    for (const one of owed) {
      const restsUntil = pace.begin(one.address, placeOf(one.address, channel), now());
      const sending = (restsUntil ? putBack(one, restsUntil) : deliverOne(one, needs))
        .catch((fault: unknown) => log.fault('delivery could not be recorded', fault, { channel: channel.name }))
        .finally(() => {
          underWay.delete(one.address);
          bell.ring();
        });
      underWay.set(one.address, sending);
    }
    if (owed.length === 0) await bell.wait(Math.max(1, Math.min(REST_MS, pace.changesIn(now()))), signal);
  }
  await Promise.all(underWay.values());

  async function takeDue(limit: number, groupFirst: boolean): Promise<readonly Owed[]> {
    const at = now();
    // Where the note of a send is still owed to the database, nothing else may begin in between.
    const resting = [...pace.resting(at), ...underWay.keys()];
    const ranks: readonly (Rank | undefined)[] = groupFirst ? ['group', undefined] : [undefined];
    try {
      const due = await store.transaction(async ({ outbox }) => {
        if (unsureSince) await outbox.untake(channel.name, unsureSince, [...underWay.keys()]);
        const taken: Owed[] = [];
        for (const rank of ranks) {
          const most = rank === 'group' ? 1 : limit - taken.length;
          if (most > 0) taken.push(...(await outbox.take(channel.name, at, most, { resting, rank })));
        }
        return taken;
      }, writing(channel));
      unsureSince = undefined;
      return due;
    } catch (fault) {
      unsureSince ??= at;
      // Told once, for everybody who needs the database.
      if (!(fault instanceof StoreFault)) log.fault('outbox could not be read', fault, { channel: channel.name });
      return [];
    }
  }

  function putBack({ key }: Owed, until: Date): Promise<void> {
    return store.transaction(({ outbox }) => outbox.tryAgain(key, until, 'rate'));
  }
}

/** What goes on the wire is on the disk before. What the page shows that reads our database is undone together with it. */
function writing({ inHouse }: Channel): Writing {
  return { flushed: inHouse !== true };
}

/** Sends one message and records what became of it. */
async function deliverOne(owed: Owed, needs: Omit<DeliverNeeds, 'bell'>): Promise<void> {
  const { store, channel, now, log, hurry, pace } = needs;
  const place = placeOf(owed.address, channel);
  if (owed.causedAt && owed.attempts === 1) needs.onHandedOver?.(now().getTime() - owed.causedAt.getTime());
  const delivery = await channel.send(owed.address, owed.message, hurry);
  const tooFast = delivery.result === 'wait' && (delivery.because === 'rate' || delivery.because === 'quota');
  const restMs = tooFast ? pace.refused(place, delivery.forMs ?? backOff(owed.attempts), now()) : undefined;
  if (tooFast) needs.onTooFast?.();
  else pace.arrived(place, now());
  let forgotten = false;
  const more = await noted(async ({ outbox, conversations, staffGroups }) => {
    switch (delivery.result) {
      case 'sent':
        forgotten =
          (await outbox.markSent(owed.key, delivery.externalId, now(), channel.takeBack !== undefined)) === 'forgotten';
        return outbox.moreFor(owed);
      case 'wait':
        if (now().getTime() - owed.addedAt.getTime() > TOO_OLD_MS) await outbox.giveUp(owed.key, 'too old');
        else
          await outbox.tryAgain(owed.key, dueIn(restMs ?? delivery.forMs ?? backOff(owed.attempts)), delivery.because);
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
        else await outbox.tryAgainUncertain(owed.key, dueIn(backOff(owed.attempts)));
        return false;
    }
  });
  if (delivery.result !== 'sent') log.warn('not delivered', facts(owed, delivery));
  if (forgotten) await store.writeThrough();
  if (more && pace.spare(now())) await channel.showTyping?.(owed.address);

  /** What was sent and not noted would be sent again: so it is noted as soon as the database can be used. */
  async function noted(note: (records: Records) => Promise<boolean>): Promise<boolean> {
    for (;;) {
      try {
        return await store.transaction(note, writing(channel));
      } catch (fault) {
        if (!(fault instanceof StoreFault) || !needs.works || hurry.aborted) throw fault;
        await needs.works(hurry);
      }
    }
  }

  function dueIn(ms: number): Date {
    return new Date(now().getTime() + ms);
  }
}

function backOff(attempts: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 12));
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
