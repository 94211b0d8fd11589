import type { Channel } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** Messages in one look; Telegram takes up to 100 of one chat at once. */
const MOST_AT_ONCE = 100;
/** When the platform is asked again that did not answer, or not as it should. */
const TRY_AGAIN_MS = 30_000;

export interface TakeBackNeeds {
  readonly store: Store;
  readonly channel: Channel;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Takes messages of people who had everything erased off their screens, and off those of staff. What was noted is done, be
 * it after a crash; done twice it does no harm. Ends when the platform no longer allows it (`forgetting.small`).
 *
 * @returns `true` when there may be more to do at once.
 */
export async function takeBack({ store, channel, now, log }: TakeBackNeeds, signal: AbortSignal): Promise<boolean> {
  if (!channel.takeBack) return false;
  const due = await store.transaction(({ takeBacks }) => takeBacks.due(channel.name, now(), MOST_AT_ONCE));
  if (due.length === 0) return false;
  const { left, forMs = TRY_AGAIN_MS } = await channel.takeBack(
    due.map(({ externalId }) => externalId),
    signal,
  );
  const again = new Set(left);
  const idsWhere = (isLeft: boolean) =>
    due.filter(({ externalId }) => again.has(externalId) === isLeft).map(({ id }) => id);
  await store.transaction(async ({ takeBacks }) => {
    await takeBacks.done(idsWhere(false));
    await takeBacks.tryAgain(idsWhere(true), new Date(now().getTime() + forMs));
  });
  await store.writeThrough();
  log.info('messages taken back', { channel: channel.name, done: due.length - left.length, left: left.length });
  return left.length === 0 && due.length === MOST_AT_ONCE;
}
