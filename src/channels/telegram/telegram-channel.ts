import { Api } from 'grammy';
import { AppError } from '../../base/errors.ts';
import type {
  Address,
  Capabilities,
  Channel,
  ChatPlace,
  Delivery,
  IncomingMessage,
  OutgoingMessage,
  TakenBack,
} from '../../ports/channel.ts';
import type { Log } from '../../ports/log.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { sameSecret } from '../same-secret.ts';
import { bodyOf } from '../webhook-body.ts';
import { placeAt } from './address.ts';
import { COMMANDS } from './commands.ts';
import { type GrammySignal, inTopic, letterTo, sendLetter } from './letter.ts';
import type { Me } from './said-to-bot.ts';
import { takeBack } from './take-back.ts';
import { telegramFault, withoutSecrets } from './telegram-fault.ts';
import { type Pressed, readTelegramUpdate, type TelegramUpdate, updateIdIn } from './telegram-update.ts';

export interface TelegramNeeds {
  /** As BotFather gave it: `"<bot id>:<secret>"`. */
  readonly token: string;
  /** `https://api.telegram.org`, or an own server. */
  readonly apiRoot: string;
  /** 1–256 of `A–Z a–z 0–9 _ -`. Without it every webhook call is turned away. */
  readonly webhookSecret?: string | undefined;
  readonly log: Log;
  /** May something be called that nobody misses? Sending comes first. Default: always. */
  readonly spare?: (() => boolean) | undefined;
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const EVENTS = ['message', 'callback_query', 'my_chat_member'] as const;
/** Telegram holds an idle call for this long (at most 50); it must be shorter than our own patience. */
const POLL_SECONDS = 25;
const PATIENCE_SECONDS = 30;
/** Buttons that stay useful: another answer, the same answer in another language, a way to a human. */
const STAYS = /^(entry:|language:|referral$)/;

/** Telegram's Bot API, https://core.telegram.org/bots/api. */
export class TelegramChannel implements Channel {
  readonly name = 'telegram';
  readonly capabilities: Capabilities = CAPABILITIES.telegram;
  readonly #api: Api;
  readonly #secret: string | undefined;
  readonly #log: Log;
  readonly #spare: () => boolean;
  #me: Me;
  #offset: number | undefined;

  constructor({ token, apiRoot, webhookSecret, log, spare = () => true }: TelegramNeeds) {
    this.#api = new Api(token, {
      apiRoot: apiRoot.replace(/\/+$/, ''),
      timeoutSeconds: PATIENCE_SECONDS,
      // Our token stands in the address of each call: it goes to no other address than the one that was set.
      baseFetchConfig: { redirect: 'error' },
    });
    this.#spare = spare;
    this.#secret = webhookSecret;
    this.#log = log;
    this.#me = { id: Number.parseInt(token, 10), username: undefined };
  }

  async read(call: Request): Promise<readonly IncomingMessage[]> {
    if (!sameSecret(call.headers.get(SECRET_HEADER), this.#secret)) {
      throw new AppError('forbidden', 'The call does not carry our Telegram secret');
    }
    const body = await bodyOf(call);
    return body === undefined ? [] : this.#take(readTelegramUpdate(body, this.#me, new Date()));
  }

  async send(to: Address, message: OutgoingMessage, signal: AbortSignal): Promise<Delivery> {
    const letter = letterTo(to, message);
    if (typeof letter !== 'string') return sendLetter(this.#api, letter, signal);
    this.#log.warn('telegram message cannot be sent', { because: letter });
    return { result: 'refused', because: 'rejected' };
  }

  placeOf(to: Address): ChatPlace {
    const chat = placeAt(to)?.chat;
    return { chat: chat === undefined ? to : `${chat}`, inGroup: chat !== undefined && chat < 0 };
  }

  takeBack(externalIds: readonly string[], signal: AbortSignal): Promise<TakenBack> {
    return takeBack(this.#api, externalIds, signal);
  }

  async showTyping(to: Address): Promise<void> {
    const place = placeAt(to);
    if (!place) return;
    await this.#api.sendChatAction(place.chat, 'typing', inTopic(place.topic)).catch(() => {});
  }

  async poll(keep: (messages: readonly IncomingMessage[]) => Promise<void>, signal: AbortSignal): Promise<void> {
    const updates = await this.#newUpdates(signal);
    const messages = updates.flatMap((update) => this.#readOrSkip(update));
    if (messages.length > 0) await keep(messages);
    // Only now: what was not kept must come again.
    const ids = updates.flatMap((update) => updateIdIn(update) ?? []);
    if (ids.length > 0) this.#offset = Math.max(...ids) + 1;
  }

  async connect(webhookUrl: string | undefined): Promise<string> {
    try {
      const { id, username } = await this.#api.getMe();
      this.#me = { id, username };
      await this.#showCommands();
      await this.#chooseWay(webhookUrl);
      return `@${username}`;
    } catch (fault) {
      throw telegramFault(fault);
    }
  }

  async #showCommands(): Promise<void> {
    try {
      await this.#api.setMyCommands(COMMANDS);
    } catch (fault) {
      this.#log.fault('telegram commands not set', withoutSecrets(fault));
    }
  }

  async #chooseWay(webhookUrl: string | undefined): Promise<void> {
    if (webhookUrl === undefined) {
      await this.#api.deleteWebhook({ drop_pending_updates: false });
      return;
    }
    if (!this.#secret) throw new AppError('invalid-input', 'A Telegram webhook needs a secret');
    await this.#api.setWebhook(webhookUrl, {
      secret_token: this.#secret,
      allowed_updates: EVENTS,
      drop_pending_updates: false,
    });
  }

  async #newUpdates(signal: AbortSignal): Promise<readonly unknown[]> {
    if (signal.aborted) return [];
    try {
      const wanted = { limit: 100, timeout: POLL_SECONDS, allowed_updates: EVENTS };
      const offset = this.#offset === undefined ? {} : { offset: this.#offset };
      return await this.#api.getUpdates({ ...wanted, ...offset }, signal as unknown as GrammySignal);
    } catch (fault) {
      if (signal.aborted) return [];
      throw telegramFault(fault);
    }
  }

  /** One update that nobody can read must not keep the others waiting for ever. */
  #readOrSkip(update: unknown): readonly IncomingMessage[] {
    try {
      return this.#take(readTelegramUpdate(update, this.#me, new Date()));
    } catch (fault) {
      this.#log.fault('telegram update skipped', fault, { update: updateIdIn(update) });
      return [];
    }
  }

  #take({ id, messages, pressed, unreadable }: TelegramUpdate): readonly IncomingMessage[] {
    if (unreadable) this.#log.warn('telegram update not readable', { update: id });
    if (pressed) this.#acknowledge(pressed);
    return messages;
  }

  /** Ends the spinner on the button, and takes buttons away that count only once. Nobody waits for either. */
  #acknowledge({ callback, on, press }: Pressed): void {
    if (this.#spare()) this.#api.answerCallbackQuery(callback).catch(() => {});
    if (!on || press === undefined || STAYS.test(press)) return;
    const none = { reply_markup: { inline_keyboard: [] } };
    if (this.#spare()) this.#api.editMessageReplyMarkup(on.chat, on.message, none).catch(() => {});
  }
}
