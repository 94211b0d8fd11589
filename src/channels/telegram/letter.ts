import { type Api, GrammyError } from 'grammy';
import type { Address, Delivery, OutgoingMessage } from '../../ports/channel.ts';
import { messageIdIn, placeAt } from './address.ts';
import { toHtml } from './html.ts';
import { deliveryAfter } from './telegram-fault.ts';
import { PRESS_PREFIX } from './telegram-update.ts';

/** One message as a call of `sendMessage`. */
export interface Letter {
  readonly chat: number;
  readonly topic: number | undefined;
  readonly message: OutgoingMessage;
  readonly html: boolean;
  /** The chat was found under its new number already. */
  readonly moved: boolean;
}

/** grammY's types name the signal of an older package; what grammY calls on it, ours has too. */
export type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

const CALLBACK_DATA_BYTES = 64;

/** @returns The letter, or in words for the log why Telegram would never take it. */
export function letterTo(to: Address, message: OutgoingMessage): Letter | string {
  const place = placeAt(to);
  if (!place) return 'not an address of this channel';
  const tooLong = message.choices.some(({ press }) => Buffer.byteLength(PRESS_PREFIX + press) > CALLBACK_DATA_BYTES);
  return tooLong ? 'press too long' : { ...place, message, html: true, moved: false };
}

/** Sends a letter, and once more where the refusal tells how. Never throws. */
export async function sendLetter(api: Api, letter: Letter, signal: AbortSignal): Promise<Delivery> {
  if (signal.aborted) return { result: 'wait', because: 'down' };
  try {
    const { chat, html, message } = letter;
    const words = html ? toHtml(message) : message.text;
    const sent = await api.sendMessage(chat, words, looks(letter), signal as unknown as GrammySignal);
    return { result: 'sent', externalId: messageIdIn(sent.chat.id, sent.message_id) };
  } catch (fault) {
    const mended = mend(letter, fault);
    return mended ? sendLetter(api, mended, signal) : deliveryAfter(fault);
  }
}

function looks({ html, topic, message: { choices } }: Letter) {
  const rows = choices.map(({ label, press }) => [{ text: label, callback_data: PRESS_PREFIX + press }]);
  return {
    ...(html ? { parse_mode: 'HTML' as const } : {}),
    ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
    ...inTopic(topic),
    link_preview_options: { is_disabled: true },
  };
}

/** The letter as Telegram may take it after this refusal. Each thing is mended once, so it always ends. */
function mend(letter: Letter, fault: unknown): Letter | undefined {
  if (!(fault instanceof GrammyError) || fault.error_code !== 400) return undefined;
  if (letter.html && /can't parse entities/i.test(fault.description)) return { ...letter, html: false };
  const chat = fault.parameters.migrate_to_chat_id;
  return chat === undefined || letter.moved ? undefined : { ...letter, chat, moved: true };
}

export function inTopic(topic: number | undefined): { message_thread_id?: number } {
  return topic === undefined ? {} : { message_thread_id: topic };
}
