import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import emulator from 'telegram-test-api';

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

/** The emulator takes 0 for 9000, so a free port has to be found for it. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
