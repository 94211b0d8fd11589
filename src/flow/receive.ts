import type { ChannelName, IncomingMessage } from '../ports/channel.ts';
import type { Store } from '../ports/store.ts';
import type { Intake } from './too-many.ts';

export interface ReceiveNeeds {
  readonly store: Store;
  readonly now: () => Date;
  /** Told when something new waits. */
  readonly onStored: () => void;
  /** What is taken of somebody who writes without end. Without it: everything. */
  readonly intake?: Intake | undefined;
  /** Told how many messages were not taken. */
  readonly onDropped?: ((count: number) => void) | undefined;
  /** Comes when the platform was told meanwhile that nothing was kept: then nothing must be. */
  readonly late?: AbortSignal | undefined;
}

/**
 * Stores messages. Nothing is answered here: when this returns, they are safe and the platform may be told so; until
 * then it must believe that they were not taken. A message that was stored before changes nothing. What `intake` does not take
 * counts as received all the same: a platform would bring it again for ever.
 *
 * @returns How many were new.
 */
export async function receive(
  channel: ChannelName,
  messages: readonly IncomingMessage[],
  { store, now, onStored, intake, onDropped, late }: ReceiveNeeds,
): Promise<number> {
  const taken = intake ? messages.filter((message) => intake.takes(channel, message, now())) : messages;
  if (taken.length < messages.length) onDropped?.(messages.length - taken.length);
  if (taken.length === 0) return 0;
  const fresh = await store.transaction(async ({ inbox }) => {
    const count = await inbox.addAll(channel, taken, now());
    late?.throwIfAborted();
    return count;
  });
  if (fresh > 0) onStored();
  return fresh;
}
