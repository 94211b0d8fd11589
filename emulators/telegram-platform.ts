import type { ServerResponse } from 'node:http';
import {
  type AnyTrouble,
  type PlatformAnswer,
  type PlatformCall,
  type PlatformOptions,
  PlatformServer,
} from './platform-server.ts';

/** `{ ok: false }` under an HTTP status equal to `error`, as Telegram does it. */
export interface TelegramRefusal {
  readonly error: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** What goes wrong with one call. */
export type TelegramTrouble = TelegramRefusal | AnyTrouble;

const LONGEST_TEXT = 4096;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * Telegram's Bot API as its reference describes it, on a port of this machine: updates come again until an `offset`
 * confirms them, an idle poll waits, errors have the HTTP status of their code, HTML is checked.
 */
export class TelegramPlatform extends PlatformServer<TelegramRefusal, TelegramArrival> {
  /** What the bot took off screens again, in order. */
  readonly deleted: { readonly chatId: number; readonly messageId: number }[] = [];

  #updates: { update_id: number }[] = [];
  #lastUpdate = 700_000_000;
  #lastMessage = 0;

  static async start({
    idleMs,
    token = '7000000001:AAE-bi-mat-cua-bot-thu-nghiem',
  }: PlatformOptions = {}): Promise<TelegramPlatform> {
    const platform = new TelegramPlatform(token, idleMs);
    await platform.comeBack();
    return platform;
  }

  /** Gives an update, without its `update_id`, to the next poll. */
  enqueue(event: object): void {
    this.#lastUpdate += 1;
    this.#updates.push({ update_id: this.#lastUpdate, ...event });
    this.news.emit('update');
  }

  /** Updates that the bot has not confirmed. */
  get unconfirmed(): number {
    return this.#updates.length;
  }

  /** A person writes to the bot in private. */
  say(chat: number, text: string): void {
    this.enqueue(this.textFrom(chat, text));
  }

  /** A text message with an id of its own, without its `update_id`. */
  textFrom(chat: number, text: string): { message: Record<string, unknown> } {
    this.#lastMessage += 1;
    return {
      message: {
        message_id: this.#lastMessage,
        date: Math.floor(Date.now() / 1000),
        text,
        from: { id: chat, is_bot: false, first_name: 'Chị Ba' },
        chat: { id: chat, type: 'private', first_name: 'Chị Ba' },
      },
    };
  }

  /** Posts an event, without its `update_id`, to the webhook that was set. */
  async post(event: object): Promise<Response> {
    if (!this.webhook) throw new Error('No webhook was set');
    this.#lastUpdate += 1;
    return fetch(this.webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': this.webhook.secret },
      body: JSON.stringify({ update_id: this.#lastUpdate, ...event }),
    });
  }

  protected async carryOut(
    { method, body }: PlatformCall,
    answer: ServerResponse,
    answered: boolean,
  ): Promise<PlatformAnswer> {
    switch (method) {
      case 'getMe':
        return yes({
          id: Number.parseInt(this.token, 10),
          is_bot: true,
          first_name: 'Hỏi Quyền',
          username: 'HoiQuyenBot',
        });
      case 'getUpdates':
        if (this.webhook) return no(409, "Conflict: can't use getUpdates method while webhook is active");
        return yes(await this.#unconfirmed(body, answer));
      case 'sendMessage':
        return this.#deliver(body, answered);
      case 'deleteMessages':
        return this.#takeBack(body);
      case 'setWebhook':
        this.webhook = { url: String(body.url), secret: String(body.secret_token) };
        return yes(true);
      case 'deleteWebhook':
        this.webhook = undefined;
        return yes(true);
      case 'getWebhookInfo':
        return yes({
          url: this.webhook?.url ?? '',
          has_custom_certificate: false,
          pending_update_count: this.#updates.length,
        });
      case 'setMyCommands':
      case 'sendChatAction':
      case 'answerCallbackQuery':
      case 'editMessageReplyMarkup':
        return yes(true);
      default:
        return no(404, 'Not Found');
    }
  }

  protected refusal({ error, description = 'Error', parameters }: TelegramRefusal): PlatformAnswer {
    return no(error, description, parameters);
  }

  protected unauthorized(): PlatformAnswer {
    return no(401, 'Unauthorized');
  }

  protected swallowed(): PlatformAnswer {
    return yes({ message_id: 1, date: 0, chat: { id: 1, type: 'private' } });
  }

  /** Ids of no message are skipped, as Telegram does. */
  #takeBack({ chat_id, message_ids }: Readonly<Record<string, unknown>>): PlatformAnswer {
    const ids = Array.isArray(message_ids) ? message_ids.map(Number) : [];
    if (ids.length < 1 || ids.length > 100) return no(400, 'Bad Request: MESSAGE_IDS_INVALID');
    this.deleted.push(...ids.map((messageId) => ({ chatId: Number(chat_id), messageId })));
    return yes(true);
  }

  #deliver(body: Readonly<Record<string, unknown>>, answered: boolean): PlatformAnswer {
    const chatId = Number(body.chat_id);
    const html = body.parse_mode === 'HTML';
    const written = String(body.text ?? '').replaceAll(html ? /<\/?(?:b|blockquote)>/g : '', '');
    const text = html ? written.replace(/&(amp|lt|gt);/g, (_, name) => SIGNS[name] ?? '') : written;
    if (!Number.isSafeInteger(chatId)) return no(400, 'Bad Request: chat not found');
    if (html && /[<>]|&(?!(amp|lt|gt);)/.test(written))
      return no(400, "Bad Request: can't parse entities: unknown tag");
    if (text.trim() === '') return no(400, 'Bad Request: message text is empty');
    if (text.length > LONGEST_TEXT) return no(400, 'Bad Request: message is too long');
    this.#lastMessage += 1;
    this.arrived({ chatId, text, body, messageId: this.#lastMessage, at: performance.now(), answered });
    const chat = { id: chatId, type: chatId < 0 ? 'supergroup' : 'private' };
    return yes({ message_id: this.#lastMessage, date: Math.floor(Date.now() / 1000), chat, text });
  }

  async #unconfirmed({ offset = 0, timeout = 0, limit = 100 }: Record<string, unknown>, answer: ServerResponse) {
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= Number(offset));
    await this.untilUpdates(() => this.#updates.length > 0, Number(timeout) * 1000, answer);
    return this.#updates.slice(0, Number(limit));
  }
}

/** A message of the bot that arrived. */
export interface TelegramArrival {
  readonly chatId: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly messageId: number;
  /** Of `performance.now()`. */
  readonly at: number;
  /** Was the bot told so? */
  readonly answered: boolean;
}

function yes(result: unknown): PlatformAnswer {
  return { status: 200, body: { ok: true, result } };
}

function no(error_code: number, description: string, parameters?: object): PlatformAnswer {
  return { status: error_code, body: { ok: false, error_code, description, ...(parameters ? { parameters } : {}) } };
}
