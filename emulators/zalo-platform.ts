import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** An update as Zalo has it: `{ event_name, message }`. */
export interface ZaloUpdateBody {
  readonly event_name: string;
  readonly message?: Readonly<Record<string, unknown>>;
}

/** What goes wrong with one call. */
export type ZaloTrouble =
  /** `{ ok: false, error_code }` under HTTP status 200, as Zalo does it. */
  | { readonly error: number; readonly description?: string }
  /** Any answer at all, for example a gateway's page. */
  | { readonly status: number; readonly body: string }
  /** The connection is cut before anything happened. */
  | 'cut'
  /** The connection is cut after the call had its effect. */
  | 'cut-after'
  /** No answer ever comes. */
  | 'hang';

export interface ZaloCall {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ZaloOptions {
  /** How long an idle poll takes here, in milliseconds, whatever it asks for. Default: as long as it asks for. */
  readonly idleMs?: number;
  readonly token?: string;
}

const LONGEST_TEXT = 2000;

/**
 * Zalo's Bot Platform as far as we know it, on a port of this machine: one update per poll, which reading removes;
 * 408 when nobody wrote; errors under HTTP status 200; no updates by polling while a webhook is set.
 * Source: the reference of the project, whose points are marked there as observed or documented.
 *
 * It accepts a webhook address on this machine, which Zalo would refuse.
 */
export class ZaloPlatform {
  readonly token: string;
  /** What arrived at people, in order. */
  readonly sent: { chatId: string; text: string }[] = [];
  /** Every call that was understood, also those that failed. */
  readonly calls: ZaloCall[] = [];
  webhook: { url: string; secret: string } | undefined;

  readonly #server: Server;
  readonly #idleMs: number | undefined;
  readonly #news = new EventEmitter().setMaxListeners(0);
  readonly #waiting: object[] = [];
  readonly #troubles: { method: string; trouble: ZaloTrouble }[] = [];
  #messages = 0;

  private constructor({ idleMs, token = '1459232241454765289:aB3xYz-bi.mat+cua.bot' }: ZaloOptions) {
    this.token = token;
    this.#idleMs = idleMs;
    this.#server = createServer((call, answer) => {
      this.#handle(call, answer).catch(() => answer.destroy());
    });
  }

  static async start(options: ZaloOptions = {}): Promise<ZaloPlatform> {
    const platform = new ZaloPlatform(options);
    platform.#server.listen(0, '127.0.0.1');
    await once(platform.#server, 'listening');
    return platform;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Puts an update where the next poll finds it. Given a list, one poll gets the whole list. */
  enqueue(update: object): void {
    this.#waiting.push(update);
    this.#news.emit('update');
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

  /** The next `times` calls of `method` go wrong. */
  failNext(trouble: ZaloTrouble, method = 'sendMessage', times = 1): void {
    for (let nth = 0; nth < times; nth += 1) this.#troubles.push({ method, trouble });
  }

  /** Resolves when at least `count` messages arrived at people. */
  async hasSent(count: number): Promise<void> {
    while (this.sent.length < count) await once(this.#news, 'sent');
  }

  /** Resolves at the next call of `method`, before it is answered. */
  async called(method: string): Promise<void> {
    for (;;) {
      const [latest] = await once(this.#news, 'call');
      if (latest === method) return;
    }
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

  async #handle(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = (await json(call)) as Record<string, unknown>;
    const [, token, method = ''] = /^\/bot([^/]*)\/(\w*)$/.exec(call.url ?? '') ?? [];
    this.calls.push({ method, body });
    const nth = this.#troubles.findIndex((next) => next.method === method);
    const trouble = nth < 0 ? undefined : this.#troubles.splice(nth, 1)[0]?.trouble;
    this.#news.emit('call', method);
    if (trouble === 'hang') return;
    if (trouble === 'cut') return void answer.destroy();
    if (typeof trouble === 'object' && 'status' in trouble) {
      answer.writeHead(trouble.status, { 'content-type': 'text/html' }).end(trouble.body);
      return;
    }
    const result =
      typeof trouble === 'object'
        ? no(trouble.error, trouble.description ?? 'Error')
        : token === this.token
          ? await this.#answerTo(method, body, answer)
          : no(401, 'Unauthorized');
    if (trouble === 'cut-after') return void answer.destroy();
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }

  async #answerTo(method: string, body: Record<string, unknown>, answer: ServerResponse): Promise<object> {
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
        return this.#deliver(String(body.chat_id ?? ''), String(body.text ?? ''));
      case 'sendChatAction':
        return { ok: true };
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

  #deliver(chatId: string, text: string): object {
    if (chatId === '') return no(400, 'The chat_id must not be empty');
    if (text === '' || text.length > LONGEST_TEXT) return no(400, 'The text must be 1-2000 characters');
    this.sent.push({ chatId, text });
    this.#news.emit('sent');
    return yes({ message_id: `b07${String(this.sent.length).padStart(17, '0')}`, date: Date.now() });
  }

  async #nextUpdate(askedMs: number, answer: ServerResponse): Promise<object> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), this.#idleMs ?? askedMs);
    answer.on('close', () => silence.abort());
    try {
      while (this.webhook || this.#waiting.length === 0) {
        await once(this.#news, 'update', { signal: silence.signal });
      }
      if (!answer.destroyed) return yes(this.#waiting.shift());
    } catch {
      // Nobody wrote in time.
    } finally {
      clearTimeout(timer);
    }
    return no(408, 'Request timeout');
  }
}

interface WebhookOptions {
  /** In `{ ok, result }`, as Zalo documents it; bare, as it is seen. */
  readonly wrapped?: boolean;
  readonly secret?: string | undefined;
}

function yes(result: unknown): object {
  return { ok: true, result };
}

function no(error_code: number, description: string): object {
  return { ok: false, error_code, description };
}
