import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import emulator from 'telegram-test-api';
import { type AnyTrouble, type PlatformAnswer, type PlatformCall, PlatformServer } from './platform-server.ts';

// The package exports the class itself, and its types say that it is one step deeper.
const EmulatedTelegram = emulator as unknown as typeof emulator.default;
type EmulatedTelegram = InstanceType<typeof EmulatedTelegram>;

/** What the bot wrote, as a person sees it. */
export interface Seen {
  readonly messageId: number;
  readonly text: string;
  /** Labels and data of the buttons below it. */
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
}

/**
 * `telegram-test-api`, a Telegram that somebody else wrote, on a free port. It knows private chats, buttons and
 * webhooks; it does not know offsets (what was polled is gone), waiting, errors, secrets, topics and memberships.
 * For those there is `TelegramPlatform`.
 */
export class TelegramEmulator {
  readonly token = '666:AAE-bi-mat-cua-bot-thu-nghiem';
  readonly #server: EmulatedTelegram;
  readonly #relay: Server;
  #receive: (call: Request) => Promise<unknown> = async () => {};

  private constructor(port: number) {
    this.#server = new EmulatedTelegram({ port, host: '127.0.0.1' });
    this.#relay = createServer(async (call, answer) => {
      const body = JSON.stringify(await json(call));
      await this.#receive(new Request(this.webhookUrl, { method: 'POST', headers: this.#secretHeader(), body }));
      answer.end();
    });
  }

  static async start(): Promise<TelegramEmulator> {
    const started = new TelegramEmulator(await freePort());
    await started.#server.start();
    started.#relay.listen(0, '127.0.0.1');
    await once(started.#relay, 'listening');
    return started;
  }

  get apiRoot(): string {
    return this.#server.config.apiURL;
  }

  /** An address to connect with. Calls get the secret of `setWebhook`, which the emulator forgets to send. */
  get webhookUrl(): string {
    return `http://127.0.0.1:${(this.#relay.address() as AddressInfo).port}/webhooks/telegram`;
  }

  /** What is done with each call to `webhookUrl`; only then Telegram is told "taken". */
  onWebhook(receive: (call: Request) => Promise<unknown>): void {
    this.#receive = receive;
  }

  /** A person writes in private. Resolves when the bot can poll it, or when the webhook took it. */
  async say(chat: number, text: string): Promise<void> {
    const person = this.#server.getClient(this.token, { chatId: chat, userId: chat, firstName: 'Chị Ba' });
    if (text.startsWith('/')) await this.#server.addUserCommand(person.makeCommand(text));
    else await this.#server.addUserMessage(person.makeMessage(text));
  }

  /** A person presses a button below a message of the bot. */
  async press(chat: number, messageId: number, data: string): Promise<void> {
    const person = this.#server.getClient(this.token, { chatId: chat, userId: chat });
    const press = person.makeCallbackQuery(data, { message: { message_id: messageId } });
    await this.#server.addUserCallback(press as Parameters<EmulatedTelegram['addUserCallback']>[0]);
  }

  /** What the bot wrote to a chat, oldest first, as it looks now. */
  messagesTo(chat: number): readonly Seen[] {
    return this.#server.storage.botMessages
      .filter(({ message }) => Number(message.chat_id) === chat)
      .map(({ messageId, message }) => ({
        messageId,
        text: message.text,
        buttons: (message.reply_markup?.inline_keyboard ?? []).flat(),
      }));
  }

  /** Resolves when the bot took the buttons of a message away. */
  async buttonsChanged(): Promise<void> {
    await once(this.#server, 'EditedMessageReplyMarkup');
  }

  async stop(): Promise<void> {
    this.#relay.close();
    this.#relay.closeAllConnections();
    await this.#server.stop();
  }

  #secretHeader(): Record<string, string> {
    const { secret_token = '' } = Reflect.get(this.#server, 'webhooks')[this.token] ?? {};
    return { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret_token };
  }
}

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
export class TelegramPlatform {
  readonly token: string;
  /** What arrived at people, in order. */
  readonly sent: TelegramArrival[] = [];
  /** What the bot took off screens again, in order. */
  readonly deleted: { readonly chatId: number; readonly messageId: number }[] = [];
  webhook: { url: string; secret: string } | undefined;

  readonly #server: PlatformServer<TelegramRefusal>;
  readonly #idleMs: number | undefined;
  #updates: { update_id: number }[] = [];
  #lastUpdate = 700_000_000;
  #lastMessage = 0;

  private constructor({ idleMs, token = '7000000001:AAE-bi-mat-cua-bot-thu-nghiem' }: TelegramOptions) {
    this.token = token;
    this.#idleMs = idleMs;
    this.#server = new PlatformServer({
      effect: async ({ method, body }, given, answer, answered) =>
        given === this.token ? this.#answerTo(method, body, answer, answered) : no(401, 'Unauthorized'),
      refusal: ({ error, description = 'Error', parameters }) => no(error, description, parameters),
      swallowed: () => yes({ message_id: 1, date: 0, chat: { id: 1, type: 'private' } }),
    });
  }

  static async start(options: TelegramOptions = {}): Promise<TelegramPlatform> {
    const platform = new TelegramPlatform(options);
    await platform.comeBack();
    return platform;
  }

  get apiRoot(): string {
    return this.#server.root;
  }

  /** Every call that was understood, also those that failed. */
  get calls(): readonly PlatformCall[] {
    return this.#server.calls;
  }

  /** Says for each call what goes wrong with it, where `failNext` says nothing. */
  get rule(): ((call: PlatformCall) => TelegramTrouble | undefined) | undefined {
    return this.#server.rule;
  }

  set rule(rule: ((call: PlatformCall) => TelegramTrouble | undefined) | undefined) {
    this.#server.rule = rule;
  }

  /** Cuts every connection and refuses new ones, until `comeBack`. */
  goDown(): Promise<void> {
    return this.#server.goDown();
  }

  comeBack(): Promise<void> {
    return this.#server.comeBack();
  }

  stop(): Promise<void> {
    return this.#server.goDown();
  }

  /** Gives an update, without its `update_id`, to the next poll. */
  enqueue(event: object): void {
    this.#lastUpdate += 1;
    this.#updates.push({ update_id: this.#lastUpdate, ...event });
    this.#server.news.emit('update');
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

  /** The next `times` calls of `method` go wrong. */
  failNext(trouble: TelegramTrouble, method = 'sendMessage', times = 1): void {
    this.#server.failNext(trouble, method, times);
  }

  /** Resolves when at least `count` messages arrived at people. */
  async hasSent(count: number): Promise<void> {
    while (this.sent.length < count) await once(this.#server.news, 'sent');
  }

  /** Resolves when `method` was called, before it is answered. Calls of before do not count. */
  called(method: string): Promise<void> {
    return this.#server.called(method);
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

  async #answerTo(
    method: string,
    body: Readonly<Record<string, unknown>>,
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
    this.sent.push({ chatId, text, body, messageId: this.#lastMessage, at: performance.now(), answered });
    this.#server.news.emit('sent');
    const chat = { id: chatId, type: chatId < 0 ? 'supergroup' : 'private' };
    return yes({ message_id: this.#lastMessage, date: Math.floor(Date.now() / 1000), chat, text });
  }

  async #unconfirmed({ offset = 0, timeout = 0, limit = 100 }: Record<string, unknown>, answer: ServerResponse) {
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= Number(offset));
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), this.#idleMs ?? Number(timeout) * 1000);
    answer.on('close', () => silence.abort());
    try {
      while (this.#updates.length === 0) await once(this.#server.news, 'update', { signal: silence.signal });
    } catch {
      // Nobody wrote in time.
    } finally {
      clearTimeout(timer);
    }
    return this.#updates.slice(0, Number(limit));
  }
}

export interface TelegramOptions {
  /** How long an idle poll takes here, in milliseconds, whatever it asks for. Default: as long as it asks for. */
  readonly idleMs?: number;
  readonly token?: string;
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

/** The emulator takes 0 for 9000, so a free port has to be found for it. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
