import { describe, expect, it } from 'vitest';
import { readZaloUpdate } from '../../../src/channels/zalo/zalo-update.ts';

const NAMES = ['Bot Hỏi Quyền', 'bot.HoiQuyen'];
const NOW = new Date('2026-11-21T02:00:00Z');
const read = (body: unknown) => readZaloUpdate(body, NAMES, NOW);

/** As posted to webhooks; ids and name replaced. */
const update = (said: object = {}, event = 'message.text.received') => ({
  event_name: event,
  message: {
    message_id: '2d758cb5e222177a4e35',
    date: 1_763_690_400_602,
    message_type: 'CHAT_MESSAGE',
    from: { id: '6ede9afa66b88fe6d6a9', display_name: 'Ba', is_bot: false },
    chat: { id: '6ede9afa66b88fe6d6a9', chat_type: 'PRIVATE' },
    ...said,
  },
});
const group = { id: 'f00dcafe66b88fe6d6a9', chat_type: 'GROUP' };
const heard = (body: unknown) => read(body).messages.map((message) => message.heard);

describe('a message', () => {
  const expected = {
    externalId: '6ede9afa66b88fe6d6a9/2d758cb5e222177a4e35',
    from: '6ede9afa66b88fe6d6a9',
    heard: { kind: 'text', text: 'cty nợ lương' },
    sentAt: new Date('2025-11-21T02:00:00.602Z'),
    inGroup: false,
  };

  it.each([
    ['bare, as it is seen', update({ text: 'cty nợ lương' })],
    ['wrapped, as it is documented', { ok: true, result: update({ text: 'cty nợ lương' }) }],
    ['wrapped, with an error code of none', { ok: true, error_code: 0, result: update({ text: 'cty nợ lương' }) }],
  ])('is read with its place and time: %s', (_, body) => {
    expect(read(body)).toEqual({ messages: [expected] });
  });

  it.each([
    ['milliseconds', 1_763_690_400_602, '2025-11-21T02:00:00.602Z'],
    ['seconds', 1_763_690_400, '2025-11-21T02:00:00.000Z'],
    ['missing', undefined, '2026-11-21T02:00:00.000Z'],
    ['nonsense', -1e300, '2026-11-21T02:00:00.000Z'],
    ['text', 'hôm qua', '2026-11-21T02:00:00.000Z'],
  ])('has a time: %s', (_, date, time) => {
    expect(read(update({ text: 'chào', date })).messages[0]?.sentAt.toISOString()).toBe(time);
  });

  it.each([
    ['photo', 'message.image.received', { photo_url: 'https://photo-stal-1.zdn.vn/a.jpg' }],
    ['photo', 'message.image.received', { photo: 'https://photo-stal-1.zdn.vn/a.jpg', caption: ' ' }],
    ['sticker', 'message.sticker.received', { sticker: '0e078a2fb66a5f34067b', url: 'https://zalo.test/s.png' }],
    ['voice', 'message.voice.received', { voice_url: 'https://f2-voice-aac-dl.zdn.vn/a.aac' }],
    ['other', 'message.unsupported.received', {}],
  ])('that cannot be read is named: %s (%s)', (what, event, content) => {
    expect(heard(update(content, event))).toEqual([{ kind: 'unreadable', what }]);
  });

  it('with words below a picture is its words', () => {
    const said = { photo_url: 'https://photo-stal-1.zdn.vn/a.jpg', caption: 'giấy này nghĩa là gì?'.normalize('NFD') };
    expect(heard(update(said, 'message.image.received'))).toEqual([{ kind: 'text', text: 'giấy này nghĩa là gì?' }]);
  });

  it.each([
    ['what bots write', update({ text: 'xin chào', from: { id: '5', is_bot: true } })],
    ['an empty text', update({ text: ' \n ' })],
    ['a text without text', update()],
    ['an event that we do not use', { event_name: 'user.follow', message: {} }],
    ['an event with an odd name', update({ text: 'xin chào' }, 'constructor')],
    ['unsupported without a message', { event_name: 'message.unsupported.received' }],
    ['unsupported without an id', update({ message_id: undefined }, 'message.unsupported.received')],
  ])('gives nothing: %s', (_, body) => {
    expect(read(body)).toEqual({ messages: [] });
  });

  it.each([
    ['without an id', update({ text: 'xin chào', message_id: undefined })],
    ['without a chat', update({ text: 'xin chào', chat: undefined })],
    ['without anything', { event_name: 'message.text.received' }],
  ])('that we cannot read is named by its event: %s', (_, body) => {
    expect(read(body)).toEqual({ messages: [], unreadable: 'message.text.received' });
  });
});

describe('a message in a group', () => {
  it.each([
    ['tên hiện ra', '@Bot Hỏi Quyền cty nợ lương', 'cty nợ lương'],
    ['chữ thường', '@bot hỏi quyền cty nợ lương', 'cty nợ lương'],
    ['chữ tổ hợp (NFD)', '@Bot Hỏi Quyền cty nợ lương'.normalize('NFD'), 'cty nợ lương'],
    ['dấu phẩy', '@Bot Hỏi Quyền, cty nợ lương', 'cty nợ lương'],
    ['tên tài khoản', '@bot.HoiQuyen cty nợ lương', 'cty nợ lương'],
    ['trả lời, không gọi tên', 'cảm ơn bạn', 'cảm ơn bạn'],
    ['tên dài hơn là bot khác', '@Bot Hỏi Quyền2 ơi', '@Bot Hỏi Quyền2 ơi'],
  ])('is read without the name of the bot: %s', (_, text, words) => {
    expect(read(update({ text, chat: group })).messages).toMatchObject([
      { from: group.id, heard: { text: words }, inGroup: true },
    ]);
  });

  it('of the name alone gives nothing', () => {
    expect(heard(update({ text: '@Bot Hỏi Quyền', chat: group }))).toEqual([]);
  });

  it('that is a picture with only the name below it cannot be read', () => {
    const said = { photo_url: 'https://zalo.test/a.jpg', caption: '@Bot Hỏi Quyền', chat: group };
    expect(heard(update(said, 'message.image.received'))).toEqual([{ kind: 'unreadable', what: 'photo' }]);
  });

  it('in private keeps the name: there it is what the person wrote', () => {
    expect(heard(update({ text: '@Bot Hỏi Quyền là gì' }))).toEqual([{ kind: 'text', text: '@Bot Hỏi Quyền là gì' }]);
  });
});

it.each([[null], [7], ['xin chào'], [[]], [{}], [{ event_name: 7 }], [{ ok: true, result: {} }]])(
  'no update at all: %j',
  (body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
  },
);
