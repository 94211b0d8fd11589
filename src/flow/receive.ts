import type { ChannelName, IncomingMessage } from '../ports/channel.ts';
import type { Store } from '../ports/store.ts';

export interface ReceiveNeeds {
  readonly store: Store;
  readonly now: () => Date;
  /** Told when something new waits. */
  readonly onStored: () => void;
}

/**
 * Stores messages. Nothing is answered here: when this returns, they are safe and the platform may be told so; until
 * then it must believe that they were not taken. A message that was stored before changes nothing.
 *
 * @returns How many were new.
 */
export async function receive(
  channel: ChannelName,
  messages: readonly IncomingMessage[],
  { store, now, onStored }: ReceiveNeeds,
): Promise<number> {
  if (messages.length === 0) return 0;
  const fresh = await store.transaction(async ({ inbox }) => {
    let count = 0;
    for (const message of messages) if (await inbox.add(channel, message, now())) count += 1;
    return count;
  });
  if (fresh > 0) onStored();
  return fresh;
}
