import type { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import type { ZaloPlatform } from '../../emulators/zalo-platform.ts';

const PATIENCE_MS = 60_000;
const GROUP = -1_001_000_000_033;
const CODE = /HQ-[2-9A-Z]{4}/;
/** One asks now and then; the other has a referral, so that staff read what they write. */
const ASKS = '6ede9afa66b88fe6d6a9';
const IS_REFERRED = '1b7c0aa9e5d24f3386c0';
/** No entry answers it, so that it is passed on. */
const UNKNOWN = 'đốt pháo bông đám cưới xin ở đâu';

/** Two people on Zalo and the staff of a centre on Telegram, who live through an upgrade without noticing it. */
export class Town {
  readonly #zalo: ZaloPlatform;
  readonly #telegram: TelegramPlatform;

  constructor(zalo: ZaloPlatform, telegram: TelegramPlatform) {
    this.#zalo = zalo;
    this.#telegram = telegram;
  }

  /** A person asks something that the bot knows. @returns Whether an answer with its law came. */
  async asks(): Promise<boolean> {
    return reads(this.#zalo, ASKS, /Bộ luật Lao động/, () =>
      this.#zalo.say(ASKS, 'công ty nợ lương 2 tháng thì làm gì'),
    );
  }

  /** The staff make their group the one of the centre. */
  async link(code: string): Promise<boolean> {
    return reads(this.#telegram, GROUP, /Hưng Yên/, () => this.#telegram.enqueue(this.#inGroup(`/lienket ${code}`)));
  }

  /** A person asks what nobody knows and passes it on. @returns The code; undefined where none was given. */
  async passesOn(): Promise<string | undefined> {
    const given = await reads(this.#zalo, IS_REFERRED, CODE, () => {
      for (const words of [UNKNOWN, 'có', 'tiếp', 'thai binh', 'bỏ qua', 'Đồng ý']) this.#zalo.say(IS_REFERRED, words);
    });
    return given ? this.#lastMatch(CODE) : undefined;
  }

  /** Staff answer the post of a referral. @returns Whether the person read it. */
  async staffAnswers(code: string, words: string): Promise<boolean> {
    const post = this.#telegram.sent.find(({ chatId, text }) => chatId === GROUP && text.includes(code));
    if (!post) return false;
    return reads(this.#zalo, IS_REFERRED, new RegExp(words), () =>
      this.#telegram.enqueue(this.#inGroup(words, post.messageId)),
    );
  }

  /** The person asks how the referral stands. @returns Whether the bot knows it. */
  async knowsReferral(code: string): Promise<boolean> {
    return reads(this.#zalo, IS_REFERRED, new RegExp(code), () => this.#zalo.say(IS_REFERRED, 'trạng thái'));
  }

  #inGroup(text: string, repliesTo?: number): object {
    const bot = { id: Number.parseInt(this.#telegram.token, 10), is_bot: true, first_name: 'Hỏi Quyền' };
    return {
      message: {
        ...this.#telegram.textFrom(GROUP, text).message,
        from: { id: 5_550_001, is_bot: false, first_name: 'Trợ giúp viên Lan' },
        chat: { id: GROUP, type: 'supergroup', title: 'Nhóm' },
        ...(repliesTo === undefined ? {} : { reply_to_message: { message_id: repliesTo, from: bot } }),
      },
    };
  }

  #lastMatch(pattern: RegExp): string | undefined {
    return this.#zalo.sent.map(({ text }) => pattern.exec(text)?.[0]).findLast((found) => found !== undefined);
  }
}

/** Is something of this kind read in a chat after this was done? */
function reads<Chat>(
  platform: { readonly sent: readonly Shown<Chat>[]; hasSent(count: number): Promise<unknown> },
  chat: Chat,
  pattern: RegExp,
  act: () => void,
): Promise<boolean> {
  const { sent } = platform;
  const from = sent.length;
  act();
  return within(async () => {
    while (!sent.slice(from).some(({ chatId, text }) => chatId === chat && pattern.test(text))) {
      await platform.hasSent(sent.length + 1);
    }
  });
}

interface Shown<Chat> {
  readonly chatId: Chat;
  readonly text: string;
}

/** Did it happen before anybody would have lost patience? */
async function within(happens: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([happens().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
