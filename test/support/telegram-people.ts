import type { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import type { RunningBot } from './running-bot.ts';

/** A message of the bot, as people on Telegram see it. */
export interface Shown {
  readonly text: string;
  /** Labels and data of the buttons below it. */
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
  readonly messageId: number;
  /** The whole call of `sendMessage`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everybody on one Telegram. What they write has to go through here, so that the ids of messages can be told. */
export class TelegramPeople {
  readonly platform: TelegramPlatform;
  readonly #bot: () => RunningBot;
  /** How much the bot had written each time somebody wrote; both take their ids from one row of numbers. */
  readonly #writtenAfter: number[] = [];
  #presses = 0;

  constructor(platform: TelegramPlatform, bot: () => RunningBot) {
    this.platform = platform;
    this.#bot = bot;
  }

  /** What arrived in a chat, oldest first. */
  shownIn(chat: number): readonly Shown[] {
    return this.platform.sent
      .map((sent, nth) => ({ ...sent, nth }))
      .filter(({ chatId }) => chatId === chat)
      .map(({ text, body, nth }) => ({
        text,
        body,
        messageId: nth + 1 + this.#writtenAfter.filter((written) => written <= nth).length,
        buttons: buttonsIn(body),
      }));
  }

  /** Somebody writes in private. Resolves with what they read when the bot has nothing more to say. */
  async says(chat: number, text: string): Promise<readonly Shown[]> {
    return this.posts(chat, this.messageFrom(chat, text));
  }

  /** Somebody presses a button below a message of the bot. */
  async presses(chat: number, label: string, { messageId, buttons }: Shown): Promise<readonly Shown[]> {
    const button = buttons.find(({ text }) => text === label);
    if (!button) throw new Error(`No button "${label}", only ${buttons.map(({ text }) => text).join(', ')}`);
    this.#presses += 1;
    return this.posts(chat, {
      callback_query: {
        id: `press-${this.#presses}`,
        from: { id: chat, is_bot: false },
        data: button.callback_data,
        message: { message_id: messageId, chat: { id: chat, type: 'private' } },
      },
    });
  }

  /** Somebody writes in a group, perhaps as a reply to a message there. */
  async writesIn(group: number, text: string, repliesTo?: number): Promise<readonly Shown[]> {
    return this.posts(group, this.inGroup(group, text, repliesTo));
  }

  /** Any event, by webhook. */
  async posts(chat: number, event: object): Promise<readonly Shown[]> {
    const before = this.shownIn(chat).length;
    const taken = await this.platform.post(event);
    if (!taken.ok) throw new Error(`The bot did not take the message: ${taken.status}`);
    await this.#bot().idle();
    return this.shownIn(chat).slice(before);
  }

  /** Resolves when at least `count` messages arrived in a chat. */
  async hasShown(chat: number, count: number): Promise<void> {
    const shown = () => this.platform.sent.filter(({ chatId }) => chatId === chat).length;
    while (shown() < count) await this.platform.hasSent(this.platform.sent.length + 1);
  }

  messageFrom(chat: number, text: string): { message: Record<string, unknown> } {
    this.#writtenAfter.push(this.platform.sent.length);
    return this.platform.textFrom(chat, text);
  }

  inGroup(group: number, text: string, repliesTo?: number): { message: Record<string, unknown> } {
    const bot = { id: Number.parseInt(this.platform.token, 10), is_bot: true, first_name: 'Hỏi Quyền' };
    return {
      message: {
        ...this.messageFrom(group, text).message,
        from: { id: 5_550_001, is_bot: false, first_name: 'Trợ giúp viên Lan' },
        chat: { id: group, type: 'supergroup', title: 'Nhóm' },
        ...(repliesTo === undefined ? {} : { reply_to_message: { message_id: repliesTo, from: bot } }),
      },
    };
  }
}

/** The person blocked the bot, or came back. */
export function membership(chat: number, status: 'kicked' | 'member'): object {
  return {
    my_chat_member: {
      chat: { id: chat, type: 'private' },
      from: { id: chat, is_bot: false },
      date: Math.floor(Date.now() / 1000),
      new_chat_member: { status, user: { id: 7_000_000_001, is_bot: true } },
    },
  };
}

function buttonsIn(body: Readonly<Record<string, unknown>>): Shown['buttons'] {
  const { inline_keyboard = [] } = (body.reply_markup ?? {}) as { inline_keyboard?: Shown['buttons'][] };
  return inline_keyboard.flat();
}
