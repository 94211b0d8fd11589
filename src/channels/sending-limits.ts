import type { ChannelName, SendingLimits } from '../ports/channel.ts';

/** What the settings say about sending. */
export interface SendingSettings {
  readonly TELEGRAM_PER_SECOND: number;
  readonly ZALO_PER_SECOND: number;
  /** Rest of one chat after a message to it, in milliseconds. 0: chats and groups have no limit, as on an own server. */
  readonly CHAT_REST_MS: number;
}

/**
 * How fast each messenger takes our messages. Telegram: about 1 a second in one chat, 20 a minute in one group, about 30 a
 * second altogether (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). It tolerates short
 * bursts in one chat, of what length it does not say; so none are made, and the second part of an answer comes a second
 * later, when the first is still being read. Zalo publishes no rate; 1 a second in one chat was never refused.
 *
 * @returns `undefined` where sending has no limit: the web chat's page fetches its answers itself.
 */
export function sendingLimits(channel: ChannelName, settings: SendingSettings): SendingLimits | undefined {
  const { TELEGRAM_PER_SECOND, ZALO_PER_SECOND, CHAT_REST_MS: chatRestMs } = settings;
  switch (channel) {
    case 'telegram':
      return { perSecond: TELEGRAM_PER_SECOND, chatRestMs, groupPerMinute: chatRestMs === 0 ? undefined : 20 };
    case 'zalo':
      return { perSecond: ZALO_PER_SECOND, chatRestMs, groupPerMinute: undefined };
    case 'web':
    case 'terminal':
      return undefined;
  }
}
