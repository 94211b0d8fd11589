import type { PlatformCall } from './platform-server.ts';

/** How fast a platform lets a bot be; each is counted to the millisecond, without the leniency that real ones show. */
export interface PlatformLimits {
  /** Calls in any second. */
  readonly perSecond: number;
  /** From one message in a chat to the next, in milliseconds. */
  readonly chatRestMs: number;
  /** Messages in any minute to one group. */
  readonly groupPerMinute: number;
}

/** What https://core.telegram.org/bots/faq says. */
export const TELEGRAM_LIMITS: PlatformLimits = { perSecond: 30, chatRestMs: 1_000, groupPerMinute: 20 };
/** Zalo says nothing; stricter than anything seen there. */
export const ZALO_LIMITS: PlatformLimits = { perSecond: 25, chatRestMs: 1_000, groupPerMinute: 20 };

const RETRY_AFTER_S = 3;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const POLLS_AND_SETUP = new Set([
  'getUpdates',
  'getMe',
  'setWebhook',
  'deleteWebhook',
  'getWebhookInfo',
  'setMyCommands',
]);

/** Keeps the limits of a platform: its `rule` refuses what is too fast with 429 and counts it. */
export class LimitKeeper {
  /** What was refused, by the limit that was broken. */
  readonly refused = { overall: 0, chat: 0, group: 0 };
  readonly #limits: PlatformLimits;
  readonly #now: () => number;
  readonly #calls: number[] = [];
  /** By chat: when messages came, for a minute. */
  readonly #messages = new Map<string, number[]>();

  /** @param now Milliseconds from any beginning. */
  constructor(limits: PlatformLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  get refusals(): number {
    return this.refused.overall + this.refused.chat + this.refused.group;
  }

  /** For `rule` of a platform. What it refuses does not count as sent. */
  readonly rule = ({ method, body }: PlatformCall) => {
    if (POLLS_AND_SETUP.has(method)) return undefined;
    const broken = this.#broken(method, String(body.chat_id ?? ''));
    if (broken === undefined) return undefined;
    this.refused[broken] += 1;
    return {
      error: 429,
      description: `Too Many Requests: retry after ${RETRY_AFTER_S}`,
      parameters: { retry_after: RETRY_AFTER_S },
    };
  };

  #broken(method: string, chat: string): 'overall' | 'chat' | 'group' | undefined {
    const { perSecond, chatRestMs, groupPerMinute } = this.#limits;
    const now = this.#now();
    forget(this.#calls, now - SECOND_MS);
    if (this.#calls.length >= perSecond) return 'overall';
    if (method === 'sendMessage') {
      const before = this.#messages.get(chat) ?? [];
      forget(before, now - MINUTE_MS);
      const latest = before.at(-1);
      if (latest !== undefined && now - latest < chatRestMs) return 'chat';
      if (chat.startsWith('-') && before.length >= groupPerMinute) return 'group';
      before.push(now);
      this.#messages.set(chat, before);
    }
    this.#calls.push(now);
    return undefined;
  }
}

/** Takes away what came at `until` or before; they stand in order. */
function forget(times: number[], until: number): void {
  const fresh = times.findIndex((time) => time > until);
  times.splice(0, fresh < 0 ? times.length : fresh);
}
