import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TelegramPlatform } from '../../../emulators/telegram-platform.ts';
import { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import { closedAddress } from '../closed-address.ts';
import { collectingLog } from '../collecting-log.ts';

const CHI_BA = 5_012_345_678;
const GROUP = -1_001_000_000_033;
const never = new AbortController().signal;

describe('Taking messages back on Telegram', () => {
  let platform: TelegramPlatform;
  let channel: TelegramChannel;
  beforeEach(async () => {
    platform = await TelegramPlatform.start();
    channel = new TelegramChannel({ token: platform.token, apiRoot: platform.apiRoot, log: collectingLog() });
  });
  afterEach(() => platform.stop());

  const calls = () => platform.calls.filter(({ method }) => method === 'deleteMessages').map(({ body }) => body);

  it('asks once for each chat, a hundred at a time', async () => {
    const many = Array.from({ length: 130 }, (_, nth) => `${CHI_BA}/${nth + 1}`);
    expect(await channel.takeBack([...many, `${GROUP}/7`, 'no id of ours'], never)).toEqual({ left: [] });
    expect(calls().map(({ chat_id, message_ids }) => [chat_id, (message_ids as number[]).length])).toEqual([
      [CHI_BA, 100],
      [CHI_BA, 30],
      [GROUP, 1],
    ]);
    expect(platform.deleted).toHaveLength(131);
  });

  it('tries again after 429, as late as Telegram asks', async () => {
    platform.failNext(
      { error: 429, description: 'Too Many Requests: retry after 12', parameters: { retry_after: 12 } },
      'deleteMessages',
    );
    const ids = [`${CHI_BA}/1`, `${CHI_BA}/2`];
    expect(await channel.takeBack(ids, never)).toEqual({ left: ids, forMs: 12_000 });
  });

  it.each(['cut', { error: 502 }, { error: 401 }] as const)('tries again after %o', async (trouble) => {
    platform.failNext(trouble, 'deleteMessages');
    expect((await channel.takeBack([`${CHI_BA}/1`], never)).left).toEqual([`${CHI_BA}/1`]);
  });

  it('tries again where Telegram cannot be reached', async () => {
    const away = new TelegramChannel({ token: platform.token, apiRoot: await closedAddress(), log: collectingLog() });
    expect((await away.takeBack([`${CHI_BA}/1`], never)).left).toEqual([`${CHI_BA}/1`]);
  });

  it('gives up what may not be deleted, and deletes the others all the same', async () => {
    const tooOld = { error: 400, description: "Bad Request: message can't be deleted for everyone" };
    platform.failNext(tooOld, 'deleteMessages', 2); // together, and the first alone
    expect(await channel.takeBack([`${CHI_BA}/1`, `${CHI_BA}/2`, `${CHI_BA}/3`], never)).toEqual({ left: [] });
    expect(platform.deleted.map(({ messageId }) => messageId)).toEqual([2, 3]);
  });

  it('gives up where the bot was put out', async () => {
    platform.failNext({ error: 403, description: 'Forbidden: bot was kicked' }, 'deleteMessages');
    expect(await channel.takeBack([`${GROUP}/1`, `${GROUP}/2`], never)).toEqual({ left: [] });
    expect(platform.deleted).toEqual([]);
  });
});
