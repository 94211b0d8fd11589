import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TelegramPlatform, type TelegramTrouble } from '../../../emulators/telegram-platform.ts';
import { TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import type { IncomingMessage } from '../../../src/ports/channel.ts';
import { channelContract, type Meets } from '../../contracts/channel-contract.ts';
import { closedAddress } from '../closed-address.ts';
import { type CollectingLog, collectingLog } from '../collecting-log.ts';

const SECRET = 'bi-mat-cua-webhook-0123456789';
const CHI_BA = 4_503_599_627_370_495; // the largest id of 52 bits
const never = new AbortController().signal;

const TROUBLES: Readonly<Record<Exclude<Meets, 'accepts'>, TelegramTrouble>> = {
  'too many at once': { error: 429, description: 'Too Many Requests: retry after 12', parameters: { retry_after: 12 } },
  'refuses the message': { error: 400, description: 'Bad Request: message is too long' },
  'refuses our token': { error: 401, description: 'Unauthorized' },
  'is broken': { error: 502, description: 'Bad Gateway' },
  'shows a web page': { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  'hangs up': 'cut-after',
  'stays silent': 'hang',
};

const message = (text: string) => ({
  message_id: 11,
  date: 1_763_600_000,
  text,
  from: { id: CHI_BA, is_bot: false, first_name: 'Chị Ba' },
  chat: { id: CHI_BA, type: 'private' },
  reply_to_message: { message_id: 9, from: { id: 7_000_000_001, is_bot: true, username: 'HoiQuyenBot' } },
  is_topic_message: true,
  message_thread_id: 7,
});

channelContract('Telegram', async () => {
  const platform = await TelegramPlatform.start({ idleMs: 10 });
  const { token, apiRoot } = platform;
  const channelAt = (root: string) =>
    new TelegramChannel({ token, apiRoot: root, webhookSecret: SECRET, log: collectingLog() });
  const channel = channelAt(apiRoot);
  await channel.connect(undefined);
  return {
    channel,
    nobodyThere: channelAt(await closedAddress()),
    token,
    person: `${CHI_BA}`,
    meetNext: (how) => (how === 'accepts' ? undefined : platform.failNext(TROUBLES[how])),
    sending: () => platform.called('sendMessage'),
    read: () => platform.sent.map(({ text }) => text),
    write: (text) => platform.say(CHI_BA, text),
    pollMeets: (how) => platform.failNext(TROUBLES[how], 'getUpdates'),
    call: (text, { secret = SECRET, body } = {}) =>
      new Request('https://hoi-quyen.test/webhooks/telegram', {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body: body ?? JSON.stringify({ update_id: 1, message: { ...message(text), is_topic_message: false } }),
      }),
    update: { update_id: 1, message: message('cty nợ lương') },
    stop: () => platform.stop(),
  };
});

describe('TelegramChannel', () => {
  let platform: TelegramPlatform;
  let log: CollectingLog;
  let channel: TelegramChannel;
  const kept: IncomingMessage[] = [];
  const keep = async (messages: readonly IncomingMessage[]) => void kept.push(...messages);
  const callsOf = (method: string) => platform.calls.filter((call) => call.method === method).map(({ body }) => body);

  beforeEach(async () => {
    kept.length = 0;
    platform = await TelegramPlatform.start({ idleMs: 10 });
    log = collectingLog();
    channel = new TelegramChannel({ token: platform.token, apiRoot: platform.apiRoot, webhookSecret: SECRET, log });
  });
  afterEach(() => platform.stop());

  describe('connect', () => {
    it('shows the commands, removes a webhook, and tells its name', async () => {
      expect(await channel.connect(undefined)).toBe('@HoiQuyenBot');
      expect(callsOf('deleteWebhook')).toEqual([{ drop_pending_updates: false }]);
      const [{ commands } = {}] = callsOf('setMyCommands');
      expect((commands as { command: string }[]).map(({ command }) => command)).toEqual([
        ...['start', 'help', 'canbo', 'trangthai', 'rut', 'huy', 'riengtu', 'dulieu', 'xoa'],
      ]);
    });

    it('sets the webhook with the secret and with the events that we use', async () => {
      await channel.connect('https://hoi-quyen.test/webhooks/telegram');
      expect(callsOf('setWebhook')).toEqual([
        {
          url: 'https://hoi-quyen.test/webhooks/telegram',
          secret_token: SECRET,
          allowed_updates: ['message', 'callback_query', 'my_chat_member'],
          drop_pending_updates: false,
        },
      ]);
    });

    it('sets no webhook that anybody could call', async () => {
      const open = new TelegramChannel({ token: platform.token, apiRoot: `${platform.apiRoot}/`, log });
      await expect(open.connect('https://hoi-quyen.test/x')).rejects.toMatchObject({ kind: 'invalid-input' });
      expect(platform.webhook).toBeUndefined();
    });

    it('goes on when the commands cannot be set, and says so in the log', async () => {
      platform.failNext({ error: 400, description: 'Bad Request: BOT_COMMAND_INVALID' }, 'setMyCommands');
      expect(await channel.connect(undefined)).toBe('@HoiQuyenBot');
      expect(log.lines.map(({ event }) => event)).toEqual(['telegram commands not set']);
    });

    it.each([
      ['a wrong token', { error: 401, description: 'Unauthorized' }, 'forbidden'],
      ['a token that is none', { error: 404, description: 'Not Found' }, 'forbidden'],
      ['a broken platform', { error: 500, description: 'Internal Server Error' }, 'unavailable'],
      ['a cut connection', 'cut', 'unavailable'],
    ] as const)('tells %s', async (_, trouble, kind) => {
      platform.failNext(trouble, 'getMe');
      await expect(channel.connect(undefined)).rejects.toMatchObject({ kind });
    });
  });

  describe('send', () => {
    const choices = [
      { label: 'Có, chuyển giúp tôi', press: 'consent:yes' },
      { label: 'Thôi', press: 'cancel' },
    ];

    it('shows headings in bold, one button per row, no preview of links, in the topic of the address', async () => {
      const text = 'Lương & thưởng\nGọi 111';
      const delivery = await channel.send('-100123/77', { text, bold: [[0, 14]], choices }, never);
      expect(delivery).toEqual({ result: 'sent', externalId: '-100123/1' });
      expect(callsOf('sendMessage')).toEqual([
        {
          chat_id: -100123,
          message_thread_id: 77,
          text: '<b>Lương &amp; thưởng</b>\nGọi 111',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: {
            inline_keyboard: [
              [{ text: 'Có, chuyển giúp tôi', callback_data: 'v1:consent:yes' }],
              [{ text: 'Thôi', callback_data: 'v1:cancel' }],
            ],
          },
        },
      ]);
    });

    const plain = { text: 'Chào bạn', bold: [], choices: [] };

    it.each<[string, TelegramTrouble, object]>([
      ['blocked', { error: 403, description: 'Forbidden: bot was blocked by the user' }, { because: 'person-left' }],
      ['unknown chat', { error: 400, description: 'Bad Request: chat not found' }, { because: 'person-left' }],
      ['too long', { error: 400, description: 'Bad Request: message is too long' }, { because: 'rejected' }],
      ['no such topic', { error: 400, description: 'Bad Request: message thread not found' }, { because: 'rejected' }],
      ['token is no token', { error: 404, description: 'Not Found' }, { because: 'token' }],
      ['told how long', { error: 429, parameters: { retry_after: 12 } }, { because: 'rate', forMs: 12_000 }],
      ['not told how long', { error: 429 }, { because: 'rate', forMs: undefined }],
      ['server error', { error: 500 }, { because: 'down' }],
    ])('tells apart: %s', async (_, trouble, expected) => {
      platform.failNext(trouble);
      expect(await channel.send('42', plain, never)).toMatchObject(expected);
    });

    it('does not know whether it arrived when nobody behind the gateway answered in time', async () => {
      platform.failNext({ error: 504, description: 'Gateway Timeout' });
      expect(await channel.send('42', plain, never)).toMatchObject({ result: 'uncertain' });
    });

    it('repeats once as plain text when Telegram cannot read the markup', async () => {
      platform.failNext({ error: 400, description: "Bad Request: can't parse entities: unexpected end tag" });
      const text = 'Điều 5 < Điều 6';
      expect(await channel.send('42', { text, bold: [[0, 6]], choices }, never)).toMatchObject({ result: 'sent' });
      expect(platform.sent).toMatchObject([{ text, body: { reply_markup: {} } }]);
      expect(platform.sent[0]?.body).not.toHaveProperty('parse_mode');
    });

    it('follows a group that became a supergroup, once', async () => {
      const moved = { error: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat' };
      platform.failNext({ ...moved, parameters: { migrate_to_chat_id: -100777 } }, 'sendMessage', 1);
      expect(await channel.send('-55', plain, never)).toEqual({ result: 'sent', externalId: '-100777/1' });
      platform.failNext({ ...moved, parameters: { migrate_to_chat_id: -100777 } }, 'sendMessage', 9);
      expect(await channel.send('-55', plain, never)).toEqual({ result: 'refused', because: 'rejected' });
      expect(callsOf('sendMessage')).toHaveLength(4);
    });

    it.each([
      ['an address of another channel', '6ede9afa66b88fe6d6a9', 'cancel'],
      ['a press that would not fit', '42', `entry:qa/${'ế'.repeat(20)}`],
    ])('refuses %s and says so in the log, without calling Telegram', async (_, to, press) => {
      const message = { ...plain, choices: [{ label: 'Thôi', press }] };
      expect(await channel.send(to, message, never)).toEqual({ result: 'refused', because: 'rejected' });
      expect([log.lines.length, platform.calls]).toEqual([1, []]);
    });

    it('takes a press of 60 bytes', async () => {
      const message = { ...plain, choices: [{ label: 'Xem', press: 'e'.repeat(60) }] };
      expect(await channel.send('42', message, never)).toMatchObject({ result: 'sent' });
    });

    it('shows typing in the topic', async () => {
      await channel.showTyping('-100123/77');
      expect(callsOf('sendChatAction')).toEqual([{ chat_id: -100123, action: 'typing', message_thread_id: 77 }]);
    });
  });

  describe('poll', () => {
    const press = (data: string) => ({
      callback_query: {
        id: '4382bfdwdsb323b2d9',
        from: { id: 42, is_bot: false },
        data,
        message: { message_id: 5, date: 0, chat: { id: 42, type: 'private' } },
      },
    });

    it('asks for what we use, and confirms only what was kept', async () => {
      platform.say(42, 'cty nợ lương');
      await channel.poll(keep, never);
      await channel.poll(keep, never);
      expect(callsOf('getUpdates')).toMatchObject([
        { limit: 100, timeout: 25, allowed_updates: ['message', 'callback_query', 'my_chat_member'] },
        { offset: 700_000_002 },
      ]);
      expect(kept).toMatchObject([{ externalId: '42/1' }]);
    });

    it('does not let one update that cannot be read keep the others waiting', async () => {
      platform.say(42, 'cty nợ lương');
      platform.enqueue({ message: { message_id: 'năm', text: 'chuyện riêng' } });
      platform.say(42, 'còn BHXH?');
      await channel.poll(keep, never);
      await channel.poll(keep, never);
      expect(kept.map(({ heard }) => heard)).toEqual([
        { kind: 'text', text: 'cty nợ lương' },
        { kind: 'text', text: 'còn BHXH?' },
      ]);
      expect(log.lines).toEqual([{ event: 'telegram update not readable', facts: { update: 700_000_002 } }]);
    });

    it('skips what is no update at all', async () => {
      const odd = [null, 'xin chào', { update_id: 'một' }, { update_id: 8, ...platform.textFrom(42, 'cty nợ lương') }];
      platform.failNext({ status: 200, body: JSON.stringify({ ok: true, result: odd }) }, 'getUpdates');
      await channel.poll(keep, never);
      await channel.poll(keep, never);
      expect(kept).toMatchObject([{ heard: { text: 'cty nợ lương' } }]);
      expect(log.lines.map(({ event }) => event)).toEqual(Array(3).fill('telegram update skipped'));
      expect(callsOf('getUpdates')[1]).toMatchObject({ offset: 9 });
    });

    it('answers a press at once, and takes buttons away that count once', async () => {
      platform.enqueue(press('v1:consent:yes'));
      const buttonsGone = platform.called('editMessageReplyMarkup');
      await channel.poll(keep, never);
      await buttonsGone;
      expect(kept).toMatchObject([{ externalId: 'callback/4382bfdwdsb323b2d9', heard: { press: 'consent:yes' } }]);
      expect(callsOf('answerCallbackQuery')).toEqual([{ callback_query_id: '4382bfdwdsb323b2d9' }]);
      expect(callsOf('editMessageReplyMarkup')).toEqual([
        { chat_id: 42, message_id: 5, reply_markup: { inline_keyboard: [] } },
      ]);
    });

    it.each(['v1:entry:qa/no-luong', 'v1:language:en:qa/no-luong', 'v1:referral', 'chuyện của bot khác'])(
      'leaves the buttons of %s',
      async (data) => {
        platform.enqueue(press(data));
        const answered = platform.called('answerCallbackQuery');
        await channel.poll(keep, never);
        await answered;
        await channel.poll(keep, never);
        expect(callsOf('editMessageReplyMarkup')).toEqual([]);
      },
    );

    it('does not mind when the press is too old to be answered', async () => {
      platform.enqueue(press('v1:cancel'));
      const tooOld = { error: 400, description: 'Bad Request: query is too old' };
      platform.failNext(tooOld, 'answerCallbackQuery');
      platform.failNext(tooOld, 'editMessageReplyMarkup');
      await channel.poll(keep, never);
      await channel.poll(keep, never);
      expect(kept).toHaveLength(1);
    });

    it('says what to do when another program takes the updates', async () => {
      platform.webhook = { url: 'https://quen.test', secret: SECRET };
      const polling = channel.poll(keep, never);
      await expect(polling).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('webhook') });
    });

    it('can be stopped while Telegram waits', async () => {
      const patient = await TelegramPlatform.start();
      const waiting = new TelegramChannel({ token: patient.token, apiRoot: patient.apiRoot, log });
      const stop = new AbortController();
      const asked = patient.called('getUpdates');
      const polling = waiting.poll(keep, stop.signal);
      await asked;
      stop.abort();
      await expect(polling).resolves.toBeUndefined();
      await patient.stop();
    });
  });
});
