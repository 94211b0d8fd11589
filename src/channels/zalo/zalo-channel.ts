import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../base/errors.ts';
import { StoreFault } from '../../base/store-fault.ts';
import type {
  Address,
  Capabilities,
  Channel,
  Delivery,
  IncomingMessage,
  OutgoingMessage,
} from '../../ports/channel.ts';
import type { Log } from '../../ports/log.ts';
import { CAPABILITIES } from '../capabilities.ts';
import { sameSecret } from '../same-secret.ts';
import { bodyOf, isEmpty } from '../webhook-body.ts';
import type { BotInfo, ZaloBotApi, ZaloUpdate } from './zalo-bot-api.ts';
import { deliveryAfter } from './zalo-delivery.ts';
import { ZaloApiError } from './zalo-errors.ts';
import { readZaloUpdate } from './zalo-update.ts';

export interface ZaloNeeds {
  readonly api: ZaloBotApi;
  /** 8–256 characters. Without it every webhook call that says something is turned away. */
  readonly webhookSecret?: string | undefined;
  readonly log: Log;
  /** Waits, or not so long when the signal comes. */
  readonly rest?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const SECRET_HEADER = 'x-bot-api-secret-token';
const POLL_SECONDS = 30;
/** While something could not be kept. */
const SOON_SECONDS = 1;
/** What could not be kept is held here, for Zalo has forgotten it; beyond this it stays at Zalo. */
const MOST_UNKEPT = 1_000;
/** An empty answer that comes sooner was not waited for at Zalo, so we wait here. */
const SHORTEST_POLL_MS = 1000;
/** About ten minutes: nobody wrote, or a forgotten webhook takes everything. */
const QUIET_POLLS = 20;

/** Zalo's Bot Platform: plain text of at most 2000 characters, no buttons, no editing, groups by mention. */
export class ZaloChannel implements Channel {
  readonly name = 'zalo';
  readonly capabilities: Capabilities = CAPABILITIES.zalo;
  readonly #api: ZaloBotApi;
  readonly #secret: string | undefined;
  readonly #log: Log;
  readonly #rest: NonNullable<ZaloNeeds['rest']>;
  #botNames: readonly string[] = [];
  /** Zalo gives a message once; so what `keep` could not keep is offered to it again. */
  #unkept: readonly IncomingMessage[] = [];
  #quietPolls = 0;

  constructor({ api, webhookSecret, log, rest = restFor }: ZaloNeeds) {
    this.#api = api;
    this.#secret = webhookSecret;
    this.#log = log;
    this.#rest = rest;
  }

  async read(call: Request): Promise<readonly IncomingMessage[]> {
    if (!sameSecret(call.headers.get(SECRET_HEADER), this.#secret)) {
      // Zalo tries a new address with an empty call, perhaps without the secret.
      if (await isEmpty(call)) return [];
      throw new AppError('forbidden', 'The call does not carry our Zalo secret');
    }
    const body = await bodyOf(call);
    return body === undefined ? [] : this.#messagesIn(body);
  }

  async send(to: Address, { text }: OutgoingMessage, signal: AbortSignal): Promise<Delivery> {
    try {
      const { messageId } = await this.#api.sendMessage(to, text, { signal });
      return { result: 'sent', externalId: `${to}/${messageId}` };
    } catch (fault) {
      return deliveryAfter(fault);
    }
  }

  async showTyping(to: Address): Promise<void> {
    await this.#api.sendChatAction(to, 'typing').catch(() => {});
  }

  async poll(keep: (messages: readonly IncomingMessage[]) => Promise<void>, signal: AbortSignal): Promise<void> {
    const fault = await this.#keepUnkept(keep);
    // While the database is in trouble others may write too: `keep` must see them soon, to tell them.
    const inTrouble = fault instanceof StoreFault && this.#unkept.length < MOST_UNKEPT;
    if (fault !== undefined && !inTrouble) throw fault;
    const fresh = await this.#newMessages(signal, inTrouble ? SOON_SECONDS : POLL_SECONDS);
    this.#unkept = [...this.#unkept, ...fresh];
    const stillFault = await this.#keepUnkept(keep);
    if (stillFault !== undefined) throw stillFault;
  }

  /** @returns Why it could not be kept. */
  async #keepUnkept(keep: (messages: readonly IncomingMessage[]) => Promise<void>): Promise<unknown> {
    if (this.#unkept.length === 0) return undefined;
    try {
      await keep(this.#unkept);
      this.#unkept = [];
      return undefined;
    } catch (fault) {
      return fault;
    }
  }

  async connect(webhookUrl: string | undefined): Promise<string> {
    const me = await this.#api.getMe();
    this.#botNames = namesOf(me);
    if (webhookUrl === undefined) await this.#removeWebhook();
    else await this.#setWebhook(webhookUrl);
    return me.accountName;
  }

  async #setWebhook(url: string): Promise<void> {
    if (!this.#secret) throw new AppError('invalid-input', 'A Zalo webhook needs a secret');
    try {
      const { verification } = await this.#api.setWebhook(url, this.#secret);
      if (verification?.ok === false) {
        const { outcome, hint } = verification;
        this.#log.warn('zalo could not reach our webhook', { outcome, hint });
      }
    } catch (fault) {
      // 426: set too often today, for example by a program that keeps restarting. The address of before still works.
      const tooOften = fault instanceof ZaloApiError && fault.code === 426;
      if (!tooOften || (await this.#api.getWebhookInfo())?.url !== url) throw fault;
      this.#log.warn('zalo webhook not renewed today', { code: fault.code });
    }
  }

  async #removeWebhook(): Promise<void> {
    if ((await this.#api.getWebhookInfo()) === null) return;
    await this.#api.deleteWebhook();
    this.#log.info('zalo webhook removed, because we poll');
  }

  async #newMessages(signal: AbortSignal, timeoutSec: number): Promise<readonly IncomingMessage[]> {
    if (signal.aborted) return [];
    const askedAt = performance.now();
    const update = await this.#nextUpdate(signal, timeoutSec);
    if (update === null) {
      await this.#beQuiet(performance.now() - askedAt, signal);
      return [];
    }
    this.#quietPolls = 0;
    return [update].flat().flatMap((one) => this.#readOrSkip(one));
  }

  async #nextUpdate(signal: AbortSignal, timeoutSec: number): Promise<ZaloUpdate | null> {
    try {
      return await this.#api.getUpdates({ timeoutSec, signal });
    } catch (fault) {
      if (signal.aborted) return null;
      if (!(fault instanceof AppError) || fault.kind === 'forbidden' || fault.kind === 'unavailable') throw fault;
      throw new AppError('unavailable', 'Zalo gave no updates', { facts: fault.facts, cause: fault });
    }
  }

  async #beQuiet(waitedMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (waitedMs < SHORTEST_POLL_MS) await this.#rest(SHORTEST_POLL_MS, signal);
    this.#quietPolls += 1;
    if (this.#quietPolls !== QUIET_POLLS) return;
    const webhook = await this.#api.getWebhookInfo().catch(() => null);
    if (webhook) {
      this.#log.warn('zalo gives no updates while a webhook is set', {
        hint: 'delete it, or set ZALO_UPDATES=webhook',
      });
    }
  }

  /** An update that nobody can read is gone at Zalo already; the next one must not suffer for it. */
  #readOrSkip(update: unknown): readonly IncomingMessage[] {
    try {
      return this.#messagesIn(update);
    } catch (fault) {
      this.#log.fault('zalo update skipped', fault);
      return [];
    }
  }

  #messagesIn(update: unknown): readonly IncomingMessage[] {
    const { messages, unreadable } = readZaloUpdate(update, this.#botNames, new Date());
    if (unreadable) this.#log.warn('zalo update not readable', { event: unreadable });
    return messages;
  }
}

function namesOf({ displayName, accountName }: BotInfo): readonly string[] {
  return displayName ? [displayName, accountName] : [accountName];
}

async function restFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
