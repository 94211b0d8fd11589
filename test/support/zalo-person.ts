import type { ZaloPlatform, ZaloUpdateBody } from '../../emulators/zalo-platform.ts';
import type { RunningBot } from './running-bot.ts';

/** Somebody who writes to the bot on Zalo, and reads what comes back. */
export class ZaloPerson {
  readonly chat: string;
  readonly #zalo: ZaloPlatform;
  readonly #bot: RunningBot;

  constructor(chat: string, zalo: ZaloPlatform, bot: RunningBot) {
    this.chat = chat;
    this.#zalo = zalo;
    this.#bot = bot;
  }

  /** Everything this person has read so far. */
  get read(): readonly string[] {
    return this.#zalo.sent.filter(({ chatId }) => chatId === this.chat).map(({ text }) => text);
  }

  /** Writes by webhook, and reads what comes until the bot has nothing more to say. */
  async says(text: string): Promise<readonly string[]> {
    return this.posts(this.#zalo.textFrom(this.chat, text));
  }

  /** Any event of this person, by webhook. */
  async posts(update: ZaloUpdateBody): Promise<readonly string[]> {
    const before = this.read.length;
    const taken = await this.#zalo.post(update);
    if (!taken.ok) throw new Error(`The bot did not take the message: ${taken.status}`);
    await this.#bot.idle();
    return this.read.slice(before);
  }

  /** Writes where the bot polls. The bot has to answer something. */
  async asks(text: string): Promise<readonly string[]> {
    const before = this.read.length;
    this.#zalo.say(this.chat, text);
    await this.hasRead(before + 1);
    await this.#bot.idle();
    return this.read.slice(before);
  }

  /** Resolves when at least `count` messages arrived at this person. */
  async hasRead(count: number): Promise<void> {
    while (this.read.length < count) await this.#zalo.hasSent(this.#zalo.sent.length + 1);
  }
}

/** The same words in a group that mentions the bot; Zalo hands on no others. */
export function inZaloGroup(update: ZaloUpdateBody, group: string): ZaloUpdateBody {
  return { ...update, message: { ...update.message, chat: { id: group, chat_type: 'GROUP' } } };
}
