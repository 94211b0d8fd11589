import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TelegramEmulator } from '../../../emulators/telegram-emulator.ts';
import { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import type { Channel, IncomingMessage } from '../../../src/ports/channel.ts';
import { collectingLog } from '../collecting-log.ts';

const CHI_BA = 42;
const never = new AbortController().signal;

describe('TelegramChannel with a Telegram that somebody else wrote', () => {
  let telegram: TelegramEmulator;
  let channel: Channel & TelegramChannel;
  const kept: IncomingMessage[] = [];
  const keep = async (messages: readonly IncomingMessage[]) => void kept.push(...messages);
  const heard = () => kept.map((message) => message.heard);

  beforeEach(async () => {
    kept.length = 0;
    telegram = await TelegramEmulator.start();
    const { token, apiRoot } = telegram;
    channel = new TelegramChannel({ token, apiRoot, webhookSecret: 'bi-mat-cua-webhook', log: collectingLog() });
  });
  afterEach(() => telegram.stop());

  it('talks with a person by polling', async () => {
    expect(await channel.connect(undefined)).toBe('@TestNameBot');
    await telegram.say(CHI_BA, '/start');
    await telegram.say(CHI_BA, 'cty nợ lương 2 tháng');
    await channel.poll(keep, never);
    expect(heard()).toEqual([
      { kind: 'text', text: '/start' },
      { kind: 'text', text: 'cty nợ lương 2 tháng' },
    ]);
    const to = kept[0]?.from ?? '';
    const answer = { text: 'Lương & thưởng', bold: [[0, 5] as const], choices: [] };
    expect(await channel.send(to, answer, never)).toEqual({ result: 'sent', externalId: '42/3' });
    expect(telegram.messagesTo(CHI_BA)).toEqual([{ messageId: 3, text: '<b>Lương</b> &amp; thưởng', buttons: [] }]);
  });

  it('shows buttons, reads the press, and takes the buttons away', async () => {
    await channel.connect(undefined);
    const choices = [
      { label: 'Có, chuyển giúp tôi', press: 'consent:yes' },
      { label: 'Thôi', press: 'cancel' },
    ];
    await channel.send(`${CHI_BA}`, { text: 'Chuyển câu hỏi tới trợ giúp viên?', bold: [], choices }, never);
    const [{ messageId, buttons } = { messageId: 0, buttons: [] }] = telegram.messagesTo(CHI_BA);
    expect(buttons.map(({ text }) => text)).toEqual(['Có, chuyển giúp tôi', 'Thôi']);
    await telegram.press(CHI_BA, messageId, buttons[0]?.callback_data ?? '');
    const gone = telegram.buttonsChanged();
    await channel.poll(keep, never);
    await gone;
    expect(heard()).toEqual([{ kind: 'press', press: 'consent:yes' }]);
    expect(telegram.messagesTo(CHI_BA)).toMatchObject([{ messageId, buttons: [] }]);
  });

  it('takes messages by webhook, with the secret that it gave to Telegram', async () => {
    telegram.onWebhook(async (call) => keep(await channel.read(call)));
    await channel.connect(telegram.webhookUrl);
    await telegram.say(CHI_BA, 'chồng tui nhậu về là đánh tui hoài');
    expect(kept).toMatchObject([
      { externalId: '42/1', from: '42', heard: { text: 'chồng tui nhậu về là đánh tui hoài' }, inGroup: false },
    ]);
  });

  it('returns from the webhook to polling', async () => {
    telegram.onWebhook(async (call) => keep(await channel.read(call)));
    await channel.connect(telegram.webhookUrl);
    await channel.connect(undefined);
    await telegram.say(CHI_BA, 'chào bạn');
    expect(kept).toEqual([]);
    await channel.poll(keep, never);
    expect(heard()).toEqual([{ kind: 'text', text: 'chào bạn' }]);
  });

  it('goes on without what this Telegram does not know', async () => {
    await channel.connect(undefined);
    await expect(channel.showTyping(`${CHI_BA}`)).resolves.toBeUndefined();
  });
});
