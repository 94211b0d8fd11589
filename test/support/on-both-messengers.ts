import { TelegramPlatform } from '../../emulators/telegram-platform.ts';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import { type BotOptions, RunningBot } from './running-bot.ts';
import { TelegramPeople } from './telegram-people.ts';

/** The whole bot on two messengers of this machine, and those who write there. */
export interface OnBothMessengers {
  /** Telegram itself. */
  readonly platform: TelegramPlatform;
  /** Everybody on it. */
  readonly telegram: TelegramPeople;
  readonly zalo: ZaloPlatform;
  readonly bot: RunningBot;
  /** Stops all three: for `afterAll`. */
  readonly end: () => Promise<void>;
}

interface OnBothOptions extends Omit<BotOptions, 'telegram' | 'zalo'> {
  /** Telegram groups of staff that are linked to the centres of their provinces. */
  readonly groups?: readonly { readonly group: number; readonly province: string }[];
}

/** Starts the bot on Telegram and Zalo, with its groups of staff linked. */
export async function onBothMessengers({ groups = [], ...options }: OnBothOptions = {}): Promise<OnBothMessengers> {
  const platform = await TelegramPlatform.start();
  const zalo = await ZaloPlatform.start();
  const telegram: TelegramPeople = new TelegramPeople(platform, () => bot);
  const bot: RunningBot = await RunningBot.start({ ...options, telegram: platform, zalo });
  for (const { group, province } of groups) {
    const code = `NHOMTINH${province}`;
    await bot.linkCode(code, province);
    await telegram.writesIn(group, `/lienket ${code}`);
  }
  const end = async () => {
    await bot.end();
    await Promise.all([platform.stop(), zalo.stop()]);
  };
  return { platform, telegram, zalo, bot, end };
}
