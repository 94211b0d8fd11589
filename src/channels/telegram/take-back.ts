import { type Api, GrammyError } from 'grammy';
import type { TakenBack } from '../../ports/channel.ts';
import { placeOfMessage } from './address.ts';
import type { GrammySignal } from './letter.ts';
import { deliveryAfter } from './telegram-fault.ts';

/** Of one chat in one call, as Telegram allows. */
const MOST_AT_ONCE = 100;

/**
 * Deletes messages of the bot, in private and in groups. Telegram skips what is no more; what it refuses for good, such as
 * messages older than 48 hours, is given up.
 */
export async function takeBack(api: Api, externalIds: readonly string[], signal: AbortSignal): Promise<TakenBack> {
  const left: string[] = [];
  let forMs: number | undefined;
  for (const [chat, messages] of byChat(externalIds)) {
    for (let at = 0; at < messages.length; at += MOST_AT_ONCE) {
      await some(chat, messages.slice(at, at + MOST_AT_ONCE));
    }
  }
  return { left, forMs };

  async function some(chat: number, messages: readonly Message[]): Promise<void> {
    try {
      await api.deleteMessages(
        chat,
        messages.map(({ id }) => id),
        signal as unknown as GrammySignal,
      );
    } catch (fault) {
      const refused = fault instanceof GrammyError && (fault.error_code === 400 || fault.error_code === 403);
      if (refused && fault.error_code === 400 && messages.length > 1) {
        // One that may not be deleted must not keep the others.
        for (const message of messages) await some(chat, [message]);
        return;
      }
      if (refused) return;
      const after = deliveryAfter(fault);
      if (after.result === 'wait' && after.forMs !== undefined) forMs = Math.max(forMs ?? 0, after.forMs);
      left.push(...messages.map(({ externalId }) => externalId));
    }
  }
}

interface Message {
  readonly id: number;
  readonly externalId: string;
}

function byChat(externalIds: readonly string[]): ReadonlyMap<number, readonly Message[]> {
  const chats = new Map<number, Message[]>();
  for (const externalId of externalIds) {
    const place = placeOfMessage(externalId);
    if (!place) continue;
    chats.set(place.chat, [...(chats.get(place.chat) ?? []), { id: place.message, externalId }]);
  }
  return chats;
}
