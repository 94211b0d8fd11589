import { StoreFault } from '../base/store-fault.ts';
import { TelegramChannel } from '../channels/telegram/telegram-channel.ts';
import { WebChannel } from '../channels/web/web-channel.ts';
import { HttpZaloBotApi } from '../channels/zalo/zalo-bot-api.ts';
import { ZaloChannel } from '../channels/zalo/zalo-channel.ts';
import { every, type Loops } from '../jobs/loops.ts';
import type { Channel, IncomingMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import { type Settings, webhookAddress } from '../settings.ts';

/** How soon a messenger is asked again after its messages could not be kept. */
const POLL_AGAIN_MS = 500;
/** Nothing is left to do for a messenger that calls our webhook. */
const CONNECTED_MS = 60 * 60_000;

/** @param spare May Telegram be called for something that nobody misses? Sending comes first. */
export function channelsFrom(settings: Settings, log: Log, spare: () => boolean): readonly Channel[] {
  const channels: Channel[] = [new WebChannel()];
  if (settings.TELEGRAM_BOT_TOKEN) {
    channels.push(
      new TelegramChannel({
        token: settings.TELEGRAM_BOT_TOKEN,
        apiRoot: settings.TELEGRAM_API_ROOT,
        webhookSecret: settings.TELEGRAM_WEBHOOK_SECRET,
        log,
        spare,
      }),
    );
  }
  if (settings.ZALO_BOT_TOKEN) {
    const api = new HttpZaloBotApi({ token: settings.ZALO_BOT_TOKEN, apiRoot: settings.ZALO_API_ROOT });
    channels.push(new ZaloChannel({ api, webhookSecret: settings.ZALO_WEBHOOK_SECRET, log }));
  }
  return channels;
}

export interface ConnectNeeds {
  readonly settings: Settings;
  readonly loops: Loops;
  readonly takeIn: (channel: Channel, messages: readonly IncomingMessage[]) => Promise<void>;
  /** Told the name by which people find the bot. */
  readonly onFound: (name: string) => void;
  readonly log: Log;
}

/** Connects a messenger and keeps trying; the others work meanwhile. */
export function connect(channel: Channel, { settings, loops, takeIn, onFound, log }: ConnectNeeds): void {
  if (!channel.connect) return;
  const webhook = usesWebhook(channel, settings) ? webhookAddress(settings, channel.name) : undefined;
  let connected = false;
  loops.always(
    channel.name,
    async (signal) => {
      if (!connected) {
        const as = await channel.connect?.(webhook);
        // Zalo’s name of an account is no name that people could look for.
        if (as?.startsWith('@')) onFound(as);
        log.info('channel connected', { channel: channel.name, as, updates: webhook ? 'webhook' : 'polling' });
        connected = true;
      }
      if (webhook !== undefined || !channel.poll) return false;
      try {
        await channel.poll((messages) => takeIn(channel, messages), signal);
      } catch (fault) {
        // What could not be kept comes again, and others may have written meanwhile: they too are told from memory.
        if (!(fault instanceof StoreFault)) throw fault;
        await every(POLL_AGAIN_MS)(signal);
      }
      return true;
    },
    every(CONNECTED_MS),
  );
}

function usesWebhook({ name }: Channel, settings: Settings): boolean {
  if (name === 'telegram') return settings.TELEGRAM_UPDATES === 'webhook';
  if (name === 'zalo') return settings.ZALO_UPDATES === 'webhook';
  return false;
}
