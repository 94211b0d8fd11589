import { z } from 'zod';
import { type RawAnswer, resultIn } from './zalo-answer.ts';
import { ZaloAnswerError, ZaloApiError, ZaloNetworkError } from './zalo-errors.ts';
import { hidingToken, reasonOf, surelyNotSent } from './zalo-network.ts';

export interface BotInfo {
  readonly id: string;
  /** `"bot.VDKyGxQvc"`. */
  readonly accountName: string;
  /** What people see, and type after `@`. */
  readonly displayName?: string | undefined;
}

/** One update, or several where the platform sends a list. `readZaloUpdate` reads it; nothing here looks inside. */
export type ZaloUpdate = object;

export interface Sent {
  /** Empty where Zalo does not tell. */
  readonly messageId: string;
  /** Milliseconds since 1970. */
  readonly date?: number | undefined;
}

export interface WebhookInfo {
  readonly url: string;
  /** Zalo keeps an address even when its test call failed. */
  readonly verification?: { readonly ok: boolean; readonly outcome: string; readonly hint: string } | undefined;
}

/**
 * The calls of Zalo's Bot Platform that we use, as a seam: an SDK may stand behind it one day.
 * Every call may throw one of the errors of `zalo-errors.ts`, none of which carries our token.
 */
export interface ZaloBotApi {
  getMe(): Promise<BotInfo>;
  /**
   * Waits up to `timeoutSec` for one update. Zalo forgets an update when it has given it.
   *
   * @returns `null` when nobody wrote.
   */
  getUpdates(options: { readonly timeoutSec: number; readonly signal?: AbortSignal }): Promise<ZaloUpdate | null>;
  /** @param text 1–2000 characters; Zalo does not say how it counts them. Plain unless `parseMode` is given. */
  sendMessage(
    chatId: string,
    text: string,
    options?: { readonly parseMode?: 'markdown' | 'html'; readonly signal?: AbortSignal },
  ): Promise<Sent>;
  /** @param photoUrl Public address; Zalo may fetch it more than once, also later. */
  sendPhoto(chatId: string, photoUrl: string, caption?: string): Promise<Sent>;
  sendChatAction(chatId: string, action: 'typing'): Promise<void>;
  /** @param secretToken 8–256 characters. */
  setWebhook(url: string, secretToken: string): Promise<WebhookInfo>;
  deleteWebhook(): Promise<void>;
  /** @returns `null` when no webhook is set. */
  getWebhookInfo(): Promise<WebhookInfo | null>;
}

export interface HttpZaloNeeds {
  /** `https://bot-api.zaloplatforms.com`; the older host is `https://bot-api.zapps.me`. */
  readonly apiRoot: string;
  /** As Zalo Bot Creator gave it: `"<bot id>:<secret>"`. */
  readonly token: string;
  /** How long an answer may take; for polls and pictures there are longer times. */
  readonly patienceMs?: number | undefined;
}

const PATIENCE_MS = 30_000;
/** A poll that we cut before Zalo answers may lose the message that was on its way. */
const LATER_THAN_POLL_MS = 10_000;
/** Zalo fetches the picture before it answers. */
const PHOTO_PATIENCE_MS = 150_000;

const Id = z.union([z.string(), z.int()]).transform(String);
const Me = z.object({ id: Id, account_name: z.string().optional(), display_name: z.string().optional() });
/** Whatever it says, the message was sent: an odd receipt must not make us send it again. */
const Receipt = z.object({ message_id: Id.optional(), date: z.number().optional() }).nullish().catch(undefined);
const Webhook = z.object({
  url: z.string(),
  verification: z
    .object({ ok: z.boolean(), outcome: z.string().default(''), hint: z.string().default('') })
    .optional()
    .catch(undefined),
});

interface Call<Result> {
  readonly result: z.ZodType<Result>;
  readonly bareIsFine?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly patienceMs?: number;
}

/** Zalo's Bot Platform over HTTP, https://bot.zaloplatforms.com/docs. */
export class HttpZaloBotApi implements ZaloBotApi {
  readonly #root: string;
  readonly #token: string;
  readonly #patienceMs: number;
  /** A text of somebody else without our token: what they say about a call may quote its address. */
  readonly #hidden = (text: string) => hidingToken(this.#token, text);

  constructor({ apiRoot, token, patienceMs = PATIENCE_MS }: HttpZaloNeeds) {
    this.#root = apiRoot.replace(/\/+$/, '');
    this.#token = token;
    this.#patienceMs = patienceMs;
  }

  async getMe(): Promise<BotInfo> {
    const { id, account_name, display_name } = await this.#call('getMe', {}, { result: Me });
    return { id, accountName: account_name ?? display_name ?? id, displayName: display_name };
  }

  async getUpdates({ timeoutSec, signal }: { timeoutSec: number; signal?: AbortSignal }): Promise<ZaloUpdate | null> {
    const patienceMs = timeoutSec * 1000 + LATER_THAN_POLL_MS;
    const asked = { timeout: String(timeoutSec) };
    try {
      const update = await this.#call('getUpdates', asked, {
        result: z.unknown(),
        bareIsFine: true,
        signal,
        patienceMs,
      });
      return typeof update === 'object' && update !== null && Object.keys(update).length > 0 ? update : null;
    } catch (fault) {
      if (fault instanceof ZaloApiError && fault.code === 408) return null;
      throw fault;
    }
  }

  async sendMessage(
    chatId: string,
    text: string,
    { parseMode, signal }: { parseMode?: 'markdown' | 'html'; signal?: AbortSignal } = {},
  ): Promise<Sent> {
    const letter = { chat_id: chatId, text, parse_mode: parseMode };
    return sentFrom(await this.#call('sendMessage', letter, { result: Receipt, signal }));
  }

  async sendPhoto(chatId: string, photoUrl: string, caption?: string): Promise<Sent> {
    const letter = { chat_id: chatId, photo: photoUrl, caption };
    return sentFrom(await this.#call('sendPhoto', letter, { result: Receipt, patienceMs: PHOTO_PATIENCE_MS }));
  }

  async sendChatAction(chatId: string, action: 'typing'): Promise<void> {
    await this.#call('sendChatAction', { chat_id: chatId, action }, { result: z.unknown() });
  }

  async setWebhook(url: string, secretToken: string): Promise<WebhookInfo> {
    return this.#call('setWebhook', { url, secret_token: secretToken }, { result: Webhook });
  }

  async deleteWebhook(): Promise<void> {
    await this.#call('deleteWebhook', {}, { result: z.unknown() });
  }

  async getWebhookInfo(): Promise<WebhookInfo | null> {
    try {
      const info = await this.#call('getWebhookInfo', {}, { result: Webhook.partial().nullish(), bareIsFine: true });
      return info?.url ? { ...info, url: info.url } : null;
    } catch (fault) {
      if (fault instanceof ZaloApiError && fault.code === 404) return null;
      throw fault;
    }
  }

  async #call<Result>(method: string, body: object, call: Call<Result>): Promise<Result> {
    const answer = await this.#post(method, body, call);
    const read = call.result.safeParse(resultIn(method, answer, call.bareIsFine ?? false, this.#hidden));
    if (!read.success) throw new ZaloAnswerError(method, answer.status);
    return read.data;
  }

  async #post(method: string, body: object, { signal, patienceMs }: Call<unknown>): Promise<RawAnswer> {
    if (signal?.aborted) throw new ZaloNetworkError(method, 'stopped before it began', true);
    const ending = new AbortController();
    const end = () => ending.abort();
    const timer = setTimeout(end, patienceMs ?? this.#patienceMs);
    signal?.addEventListener('abort', end);
    try {
      const response = await fetch(`${this.#root}/bot${this.#token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // Our token stands in the address: it goes to no other. What is answered instead is no answer of Zalo's.
        redirect: 'manual',
        signal: ending.signal,
      });
      return { status: response.status, text: await response.text() };
    } catch (fault) {
      // No `cause`: it would carry the address, and with it our token, past `hidden`.
      throw new ZaloNetworkError(method, this.#hidden(reasonOf(fault)), surelyNotSent(fault));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  }
}

function sentFrom(receipt: z.infer<typeof Receipt>): Sent {
  return { messageId: receipt?.message_id ?? '', date: receipt?.date };
}
