import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import type { Heard, IncomingMessage } from '../../ports/channel.ts';

/** What Zalo told us in one event, as far as we use it. */
export interface ZaloEvent {
  readonly messages: readonly IncomingMessage[];
  /** The name of an event that we use and yet cannot read. */
  readonly unreadable?: string | undefined;
}

type Unreadable = Extract<Heard, { kind: 'unreadable' }>['what'];

/** The events of people who write. What stands beside it is what the message is without any words in it. */
const EVENTS: ReadonlyMap<string, Unreadable | undefined> = new Map([
  ['message.text.received', undefined],
  ['message.image.received', 'photo'],
  ['message.sticker.received', 'sticker'],
  ['message.voice.received', 'voice'],
  ['message.unsupported.received', 'other'],
]);
const NOTHING_INSIDE = 'message.unsupported.received';

const Id = z.union([z.string().min(1), z.int()]).transform(String);
const Message = z.object({
  message_id: Id,
  // Milliseconds, and seconds in some clients' records. A time that makes no sense costs the time, not the message.
  date: z.number().min(0).max(253_402_300_799_999).optional().catch(undefined),
  text: z.string().optional(),
  caption: z.string().optional(),
  from: z.object({ is_bot: z.boolean().optional() }).optional(),
  chat: z.object({ id: Id, chat_type: z.string().optional() }),
});
const Update = z.object({ event_name: z.string(), message: z.unknown().optional() });
/** Zalo documents `{ ok, result: update }`, and in practice also posts the bare update. */
const Wrapped = z.object({ result: Update });

const BEFORE_THIS_IT_IS_SECONDS = 1e12;

/**
 * Reads one update, bare or wrapped. Events that we do not use give no messages, and neither does what bots write.
 *
 * @param botNames What people may type after `@` to speak to the bot in a group. Zalo hands on only such messages.
 * @param receivedAt Stands for the time of a message that carries none.
 * @throws AppError `invalid-input` when the body is no update at all.
 */
export function readZaloUpdate(body: unknown, botNames: readonly string[], receivedAt: Date): ZaloEvent {
  const update = Update.safeParse(body).data ?? Wrapped.safeParse(body).data?.result;
  if (!update) throw new AppError('invalid-input', 'The body is not a Zalo update');
  const { event_name: event, message } = update;
  if (!EVENTS.has(event)) return { messages: [] };
  const known = Message.safeParse(message);
  if (!known.success) return { messages: [], unreadable: event === NOTHING_INSIDE ? undefined : event };
  return { messages: inMessage(known.data, EVENTS.get(event), botNames, receivedAt) };
}

function inMessage(
  { message_id, date, text, caption, from, chat }: z.infer<typeof Message>,
  withoutWords: Unreadable | undefined,
  botNames: readonly string[],
  receivedAt: Date,
): readonly IncomingMessage[] {
  const inGroup = chat.chat_type?.toUpperCase() === 'GROUP';
  const written = (text ?? caption ?? '').normalize('NFC').trim();
  const heard = heardIn(inGroup ? withoutMention(written, botNames) : written, withoutWords);
  if (!heard || from?.is_bot) return [];
  return [
    { externalId: `${chat.id}/${message_id}`, from: chat.id, heard, sentAt: timeOf(date) ?? receivedAt, inGroup },
  ];
}

function heardIn(text: string, withoutWords: Unreadable | undefined): Heard | undefined {
  if (text !== '') return { kind: 'text', text };
  return withoutWords && { kind: 'unreadable', what: withoutWords };
}

function withoutMention(text: string, botNames: readonly string[]): string {
  for (const name of botNames) {
    const mention = `@${name.normalize('NFC')}`;
    const begins = text.slice(0, mention.length).toLowerCase() === mention.toLowerCase();
    // "@Bot Hỏi" must not be found in "@Bot Hỏi Quyền": the name ends where no letter follows.
    const rest = text.slice(mention.length);
    if (begins && !/^[\p{L}\p{N}]/u.test(rest)) return rest.replace(/^[,:]?\s*/, '');
  }
  return text;
}

function timeOf(date: number | undefined): Date | undefined {
  if (date === undefined) return undefined;
  return new Date(date < BEFORE_THIS_IT_IS_SECONDS ? date * 1000 : date);
}
