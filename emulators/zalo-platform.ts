import type { ServerResponse } from 'node:http';
import {
  type AnyTrouble,
  type PlatformAnswer,
  type PlatformCall,
  type PlatformOptions,
  PlatformServer,
} from './platform-server.ts';

/** An update as Zalo has it: `{ event_name, message }`. */
export interface ZaloUpdateBody {
  readonly event_name: string;
  readonly message?: Readonly<Record<string, unknown>>;
}

/** `{ ok: false, error_code }` under HTTP status 200, as Zalo does it. */
export interface ZaloRefusal {
  readonly error: number;
  readonly description?: string;
}

/** What goes wrong with one call. */
export type ZaloTrouble = ZaloRefusal | AnyTrouble;

/** A message of the bot that arrived. */
export interface ZaloArrival {
  readonly chatId: string;
  readonly text: string;
  /** Of `performance.now()`. */
  readonly at: number;
  /** Was the bot told so? */
  readonly answered: boolean;
}

const LONGEST_TEXT = 2000;

/**
 * Zalo's Bot Platform as far as we know it, on a port of this machine: one update per poll, which reading removes;
 * 408 when nobody wrote; errors under HTTP status 200; no updates by polling while a webhook is set.
 * Source: the reference of the project, whose points are marked there as observed or documented.
 *
 * It accepts a webhook address on this machine, which Zalo would refuse.
 */
export class ZaloPlatform extends PlatformServer<ZaloRefusal, ZaloArrival> {
  readonly #waiting: object[] = [];
  #messages = 0;

  static async start({
    idleMs,
    token = '1459232241454765289:aB3xYz-bi.mat+cua.bot',
  }: PlatformOptions = {}): Promise<ZaloPlatform> {
    const platform = new ZaloPlatform(token, idleMs);
    await platform.comeBack();
    return platform;
  }

  /** Puts an update where the next poll finds it. Given a list, one poll gets the whole list. */
  enqueue(update: object): void {
    this.#waiting.push(update);
    this.news.emit('update');
  }

  /** A person writes to the bot in private. */
  say(chatId: string, text: string): ZaloUpdateBody {
    const update = this.textFrom(chatId, text);
    this.enqueue(update);
    return update;
  }

  /** A text message with an id of its own, to enqueue or to post. */
  textFrom(chatId: string, text: string): ZaloUpdateBody {
    this.#messages += 1;
    return {
      event_name: 'message.text.received',
      message: {
        message_id: `2d758cb5e222${String(this.#messages).padStart(8, '0')}`,
        date: Date.now(),
        message_type: 'CHAT_MESSAGE',
        text,
        from: { id: chatId, display_name: 'Chị Ba', is_bot: false },
        chat: { id: chatId, chat_type: 'PRIVATE' },
      },
    };
  }

  /** A webhook call as Zalo makes it; with `post` it is made. */
  webhookCall(update: unknown, { wrapped = false, secret = this.webhook?.secret }: WebhookOptions = {}): Request {
    return new Request(this.webhook?.url ?? 'https://hoi-quyen.test/webhooks/zalo', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret ? { 'x-bot-api-secret-token': secret } : {}) },
      body: JSON.stringify(wrapped ? { ok: true, result: update } : update),
    });
  }

  /** Posts an update to the webhook that was set. */
  async post(update: unknown, options: WebhookOptions = {}): Promise<Response> {
    return fetch(this.webhookCall(update, options));
  }

  protected carryOut(
    { method, body }: PlatformCall,
    answer: ServerResponse,
    answered: boolean,
  ): PlatformAnswer | Promise<PlatformAnswer> {
    switch (method) {
      case 'getMe':
        return yes({
          id: this.token.split(':')[0],
          account_name: 'bot.HoiQuyen',
          account_type: 'BASIC',
          can_join_groups: true,
          display_name: 'Bot Hỏi Quyền',
        });
      case 'getUpdates':
        return this.#nextUpdate(Number(body.timeout ?? 30) * 1000, answer);
      case 'sendMessage':
        return this.#deliver(String(body.chat_id ?? ''), String(body.text ?? ''), answered);
      case 'sendChatAction':
        return { status: 200, body: { ok: true } };
      case 'setWebhook': {
        this.webhook = { url: String(body.url), secret: String(body.secret_token) };
        return yes({ url: body.url, updated_at: Date.now() });
      }
      case 'deleteWebhook':
        this.webhook = undefined;
        return yes({ url: '', updated_at: Date.now() });
      case 'getWebhookInfo':
        return this.webhook ? yes({ url: this.webhook.url, updated_at: Date.now() }) : no(404, 'Not Found');
      default:
        return no(404, 'Not Found');
    }
  }

  protected refusal({ error, description = 'Error' }: ZaloRefusal): PlatformAnswer {
    return no(error, description);
  }

  protected unauthorized(): PlatformAnswer {
    return no(401, 'Unauthorized');
  }

  protected swallowed(): PlatformAnswer {
    return yes({ message_id: 'b07', date: Date.now() });
  }

  #deliver(chatId: string, text: string, answered: boolean): PlatformAnswer {
    if (chatId === '') return no(400, 'The chat_id must not be empty');
    if (text === '' || text.length > LONGEST_TEXT) return no(400, 'The text must be 1-2000 characters');
    this.arrived({ chatId, text, at: performance.now(), answered });
    return yes({ message_id: `b07${String(this.sent.length).padStart(17, '0')}`, date: Date.now() });
  }

  async #nextUpdate(askedMs: number, answer: ServerResponse): Promise<PlatformAnswer> {
    const areThere = () => !this.webhook && this.#waiting.length > 0;
    await this.untilUpdates(areThere, askedMs, answer);
    return areThere() && !answer.destroyed ? yes(this.#waiting.shift()) : no(408, 'Request timeout');
  }
}

interface WebhookOptions {
  /** In `{ ok, result }`, as Zalo documents it; bare, as it is seen. */
  readonly wrapped?: boolean;
  readonly secret?: string | undefined;
}

function yes(result: unknown): PlatformAnswer {
  return { status: 200, body: { ok: true, result } };
}

function no(error_code: number, description: string): PlatformAnswer {
  return { status: 200, body: { ok: false, error_code, description } };
}
