import type { Capabilities, ChannelName } from '../ports/channel.ts';

/**
 * What each messenger can show. Telegram: Bot API, 4096 characters after entity parsing. Zalo: Bot Platform, 2000
 * characters, of what is not said, no buttons, no edit; markup off by default. Both with room to spare.
 */
export const CAPABILITIES: Readonly<Record<ChannelName, Capabilities>> = {
  telegram: { textLimit: 4000, buttons: { labelLimit: 40 }, markup: true, edit: true, typing: true, previews: true },
  zalo: { textLimit: 1900, buttons: undefined, markup: false, edit: false, typing: true, previews: true },
  web: { textLimit: 20_000, buttons: { labelLimit: 200 }, markup: true, edit: false, typing: false },
  terminal: { textLimit: 20_000, buttons: undefined, markup: false, edit: false, typing: false },
};
