import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import type { Heard, IncomingMessage } from '../../ports/channel.ts';
import { addressOf, messageIdIn } from './address.ts';
import { type Me, saidToBot } from './said-to-bot.ts';

/** Buttons that we send carry this; a later scheme gets another, and old buttons stay readable or are refused. */
export const PRESS_PREFIX = 'v1:';

/** One update, as far as we use it. */
export interface TelegramUpdate {
  /** Rises from update to update; asking for `id + 1` tells Telegram that this one arrived. */
  readonly id: number;
  readonly messages: readonly IncomingMessage[];
  readonly pressed?: Pressed | undefined;
  /** It is of a kind that we use, and yet we cannot read it. */
  readonly unreadable: boolean;
}

/** A button that was pressed. Telegram shows a spinner on it until the callback is answered. */
export interface Pressed {
  readonly callback: string;
  /** The message with the button, where Telegram still says which one it was. */
  readonly on?: { readonly chat: number; readonly message: number } | undefined;
  readonly press?: string | undefined;
}

const LAST_SECOND = 253_402_300_799; // of the year 9999: beyond it, a `Date` cannot be written as ISO 8601
const Sender = z.object({ id: z.int(), is_bot: z.boolean().optional() });
const Chat = z.object({ id: z.int(), type: z.string() });
const Seconds = z.int().min(0).max(LAST_SECOND);
const WhereItStands = z.object({
  message_id: z.int(),
  chat: Chat,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
});
const Message = z.looseObject({
  ...WhereItStands.shape,
  date: Seconds,
  from: Sender.optional(),
  sender_chat: z.object({ id: z.int() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z
    .object({ message_id: z.int(), from: Sender.optional(), forum_topic_created: z.unknown().optional() })
    .optional(),
});
const Callback = z.object({
  id: z.string().min(1),
  from: Sender,
  data: z.string().optional(),
  message: WhereItStands.optional(),
});
const Membership = z.object({ chat: Chat, date: Seconds, new_chat_member: z.object({ status: z.string() }) });
const Update = z.object({
  update_id: z.int(),
  message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
});

/** What a message can consist of besides text. A GIF is an `animation` *and* a `document`, so the order matters. */
const CONTENT: Readonly<Record<string, Extract<Heard, { kind: 'unreadable' }>['what']>> = {
  photo: 'photo',
  sticker: 'sticker',
  voice: 'voice',
  video_note: 'voice',
  animation: 'other',
  audio: 'file',
  document: 'file',
  video: 'other',
  contact: 'other',
  location: 'other',
  venue: 'other',
  poll: 'other',
  dice: 'other',
  game: 'other',
  story: 'other',
  checklist: 'other',
  paid_media: 'other',
};

/**
 * Reads one update of Telegram. Events that we do not use give no messages, and neither does what bots write.
 *
 * @param receivedAt Stands for the time of a press, which Telegram does not tell.
 * @throws AppError `invalid-input` when the body is no update at all.
 */
export function readTelegramUpdate(body: unknown, me: Me, receivedAt: Date): TelegramUpdate {
  const update = Update.safeParse(body);
  if (!update.success) throw new AppError('invalid-input', 'The body is not a Telegram update');
  const { update_id: id, message, callback_query, my_chat_member } = update.data;
  if (message !== undefined) return part(id, Message, message, (known) => ({ messages: inMessage(known, me) }));
  if (callback_query !== undefined) return part(id, Callback, callback_query, (known) => inCallback(known, receivedAt));
  if (my_chat_member !== undefined)
    return part(id, Membership, my_chat_member, (known) => ({ messages: inMembership(known, id) }));
  return { id, messages: [], unreadable: false };
}

/** @returns The number of an update, however odd the rest of it may be. */
export function updateIdIn(body: unknown): number | undefined {
  return Update.safeParse(body).data?.update_id;
}

function part<Known>(
  id: number,
  schema: z.ZodType<Known>,
  given: unknown,
  read: (known: Known) => Pick<TelegramUpdate, 'messages' | 'pressed'>,
): TelegramUpdate {
  const known = schema.safeParse(given);
  return known.success ? { id, ...read(known.data), unreadable: false } : { id, messages: [], unreadable: true };
}

function inMessage(message: z.infer<typeof Message>, me: Me): readonly IncomingMessage[] {
  const { chat, from, message_id, date } = message;
  // Administrators who stay anonymous write as "GroupAnonymousBot" in the name of the group itself.
  const anonymous = message.sender_chat?.id === chat.id;
  if (!from || (from.is_bot && !anonymous) || chat.type === 'channel') return [];
  const inGroup = chat.type !== 'private';
  const ours = ownMessageRepliedTo(message, me);
  const written = (message.text ?? message.caption ?? '').normalize('NFC').trim();
  const text = inGroup ? saidToBot(written, ours !== undefined, me) : written;
  const heard = text === undefined ? undefined : heardIn(text, message);
  if (!heard) return [];
  return [
    {
      externalId: messageIdIn(chat.id, message_id),
      from: addressOf({ chat: chat.id, topic: topicOf(message) }),
      heard,
      sentAt: new Date(date * 1000),
      inGroup,
      repliesTo: ours === undefined ? undefined : messageIdIn(chat.id, ours),
    },
  ];
}

function heardIn(text: string, message: z.infer<typeof Message>): Heard | undefined {
  if (text !== '') return { kind: 'text', text };
  const content = Object.keys(CONTENT).find((part) => message[part] !== undefined);
  const what = content === undefined ? undefined : CONTENT[content];
  return what && { kind: 'unreadable', what };
}

/** @returns The id of the bot's message that this one replies to. */
function ownMessageRepliedTo({ reply_to_message: to }: z.infer<typeof Message>, me: Me): number | undefined {
  // In a topic, Telegram calls *every* message a reply to the one that opened the topic.
  if (!to?.from || to.forum_topic_created !== undefined) return undefined;
  return to.from.id === me.id ? to.message_id : undefined;
}

/** Outside topics `message_thread_id` only marks a thread of replies, and cannot be sent to. */
function topicOf({ is_topic_message, message_thread_id }: z.infer<typeof WhereItStands>): number | undefined {
  return is_topic_message ? message_thread_id : undefined;
}

function inCallback({ id, from, data, message }: z.infer<typeof Callback>, receivedAt: Date) {
  const press = data?.startsWith(PRESS_PREFIX) ? data.slice(PRESS_PREFIX.length) || undefined : undefined;
  const on = message && { chat: message.chat.id, message: message.message_id };
  const pressed: Pressed = { callback: id, on, press };
  if (press === undefined || !message || from.is_bot) return { messages: [], pressed };
  const heard: IncomingMessage = {
    externalId: `callback/${id}`,
    from: addressOf({ chat: message.chat.id, topic: topicOf(message) }),
    heard: { kind: 'press', press },
    sentAt: receivedAt,
    inGroup: message.chat.type !== 'private',
  };
  return { messages: [heard], pressed };
}

function inMembership({ chat, date, new_chat_member }: z.infer<typeof Membership>, update: number) {
  const kind = chat.type === 'private' ? CAME_OR_WENT.get(new_chat_member.status) : undefined;
  if (!kind) return [];
  const heard: IncomingMessage = {
    externalId: `member/${update}`,
    from: addressOf({ chat: chat.id, topic: undefined }),
    heard: { kind },
    sentAt: new Date(date * 1000),
    inGroup: false,
  };
  return [heard];
}

const CAME_OR_WENT: ReadonlyMap<string, 'blocked' | 'unblocked'> = new Map([
  ['kicked', 'blocked'],
  ['left', 'blocked'],
  ['member', 'unblocked'],
]);
