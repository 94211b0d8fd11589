import { describe, expect, it } from 'vitest';
import { readTelegramUpdate } from '../../../src/channels/telegram/telegram-update.ts';

const BOT = { id: 7_000_000_001, username: 'HoiQuyenBot' };
const NOW = new Date('2026-11-21T02:00:00Z');
const read = (event: object) => readTelegramUpdate({ update_id: 831_004_117, ...event }, BOT, NOW);

const CHI_BA = { id: 42, is_bot: false, first_name: 'Ba', last_name: 'Nguyễn', language_code: 'vi' };
const PRIVATE = { id: 42, first_name: 'Ba', last_name: 'Nguyễn', type: 'private' };
const GROUP = { id: -1_001_234_567_890, title: 'Trung tâm TGPL', type: 'supergroup', is_forum: true };
const OURS = { message_id: 90, from: { id: BOT.id, is_bot: true, username: BOT.username }, chat: GROUP, date: 1 };
const aMessage = (said: object) => ({
  message: { message_id: 1365, from: CHI_BA, chat: PRIVATE, date: 1_763_690_400, ...said },
});
const inGroup = (said: object) => aMessage({ chat: GROUP, ...said });

describe('a message', () => {
  it('is read with its place and time', () => {
    expect(read(aMessage({ text: 'cty nợ lương' }))).toEqual({
      id: 831_004_117,
      unreadable: false,
      messages: [
        {
          externalId: '42/1365',
          from: '42',
          heard: { kind: 'text', text: 'cty nợ lương' },
          sentAt: new Date('2025-11-21T02:00:00Z'),
          inGroup: false,
          repliesTo: undefined,
        },
      ],
    });
  });

  it.each([
    ['photo', 'photo', [{ file_id: 'A', width: 90, height: 90 }]],
    ['sticker', 'sticker', { file_id: 'B', emoji: '🙏' }],
    ['voice', 'voice', { file_id: 'C', duration: 4 }],
    ['voice', 'video_note', { file_id: 'D', duration: 4 }],
    ['file', 'document', { file_id: 'E', file_name: 'giay-khai-sinh.pdf' }],
    ['file', 'audio', { file_id: 'F' }],
    ['other', 'video', { file_id: 'G' }],
    ['other', 'location', { latitude: 21, longitude: 105 }],
    ['other', 'contact', { phone_number: '0' }],
  ])('that cannot be read is named: %s (%s)', (what, part, content) => {
    expect(read(aMessage({ [part]: content })).messages).toMatchObject([{ heard: { kind: 'unreadable', what } }]);
  });

  it('that moves by itself is no file, although Telegram also calls it a document', () => {
    const gif = { document: { file_id: 'H' }, animation: { file_id: 'H' } };
    expect(read(aMessage(gif)).messages).toMatchObject([{ heard: { what: 'other' } }]);
  });

  it('with words below a picture is its words', () => {
    const said = { photo: [{ file_id: 'A' }], caption: ' giấy này nghĩa là gì? '.normalize('NFD') };
    expect(read(aMessage(said)).messages).toMatchObject([{ heard: { kind: 'text', text: 'giấy này nghĩa là gì?' } }]);
  });

  it.each([
    ['what bots write', { text: 'xin chào', from: { id: 5, is_bot: true } }],
    ['what nobody wrote', { text: 'xin chào', from: undefined }],
    ['an empty text', { text: ' \n ' }],
    ['a service message', { new_chat_members: [CHI_BA] }],
    ['a pinned message', { pinned_message: OURS }],
  ])('gives nothing: %s', (_, said) => {
    expect(read(aMessage(said))).toEqual({ id: 831_004_117, unreadable: false, messages: [] });
  });

  it('of an administrator who stays anonymous is read, although Telegram lends it the name of a bot', () => {
    const anonymous = { id: 1_087_968_824, is_bot: true, username: 'GroupAnonymousBot' };
    const said = { text: 'Chị mang giấy tờ tới trung tâm nhé', from: anonymous, reply_to_message: OURS };
    expect(read(inGroup({ ...said, sender_chat: { id: GROUP.id } })).messages).toMatchObject([{ inGroup: true }]);
    expect(read(inGroup({ ...said, sender_chat: { id: -1_009 } })).messages).toEqual([]);
  });

  it('knows which message of ours it replies to', () => {
    const said = { text: 'cảm ơn', reply_to_message: { ...OURS, chat: PRIVATE } };
    expect(read(aMessage(said)).messages).toMatchObject([{ repliesTo: '42/90' }]);
  });

  it('does not take a reply to somebody else for one to us', () => {
    const said = { text: 'cảm ơn', reply_to_message: { message_id: 91, from: CHI_BA, chat: PRIVATE, date: 1 } };
    expect(read(aMessage(said)).messages).toMatchObject([{ repliesTo: undefined }]);
  });
});

describe('a message in a group', () => {
  it('that mentions the bot is handed on without the name', () => {
    expect(read(inGroup({ text: '@HoiQuyenBot cty nợ lương' })).messages).toMatchObject([
      { from: '-1001234567890', heard: { text: 'cty nợ lương' }, inGroup: true },
    ]);
  });

  it('that replies to the bot is handed on, with what it replies to', () => {
    const said = { text: 'Chị liên hệ 1800', reply_to_message: OURS };
    expect(read(inGroup(said)).messages).toMatchObject([
      { heard: { text: 'Chị liên hệ 1800' }, repliesTo: '-1001234567890/90' },
    ]);
  });

  it('in a topic is answered in that topic', () => {
    const said = { text: '/help', is_topic_message: true, message_thread_id: 77 };
    expect(read(inGroup(said)).messages).toMatchObject([{ from: '-1001234567890/77' }]);
  });

  it('in a thread that is no topic is answered in the group', () => {
    expect(read(inGroup({ text: '/help', message_thread_id: 77 })).messages).toMatchObject([
      { from: '-1001234567890' },
    ]);
  });

  it('does not speak to the bot only because the bot opened the topic', () => {
    const said = {
      text: 'chiều nay họp nhé',
      is_topic_message: true,
      message_thread_id: 90,
      reply_to_message: { ...OURS, forum_topic_created: { name: 'Hồ sơ mới', icon_color: 7 } },
    };
    expect(read(inGroup(said)).messages).toEqual([]);
  });

  it.each([
    ['among themselves', { text: 'chiều nay họp nhé' }],
    ['for another bot', { text: '/help@BotKhac' }],
    ['a picture for all', { photo: [{ file_id: 'A' }] }],
    [
      'a reply to a colleague',
      { text: 'ok', reply_to_message: { message_id: 91, from: CHI_BA, chat: GROUP, date: 1 } },
    ],
  ])('is left alone: %s', (_, said) => {
    expect(read(inGroup(said)).messages).toEqual([]);
  });

  it('that is a picture with only our name below it cannot be read, and is for us', () => {
    const said = { photo: [{ file_id: 'A' }], caption: '@HoiQuyenBot' };
    expect(read(inGroup(said)).messages).toMatchObject([{ heard: { kind: 'unreadable', what: 'photo' } }]);
  });
});

describe('a press', () => {
  const press = (changes: object = {}) => ({
    callback_query: {
      id: '4382bfdwdsb323b2d9',
      from: CHI_BA,
      chat_instance: '-88',
      data: 'v1:entry:qa/no-luong',
      message: { message_id: 90, from: OURS.from, chat: PRIVATE, date: 1_763_690_400, text: 'Bạn đang hỏi việc nào?' },
      ...changes,
    },
  });

  it('is read with the button’s meaning, without the version in front', () => {
    const { messages, pressed } = read(press());
    expect(messages).toEqual([
      {
        externalId: 'callback/4382bfdwdsb323b2d9',
        from: '42',
        heard: { kind: 'press', press: 'entry:qa/no-luong' },
        sentAt: NOW,
        inGroup: false,
      },
    ]);
    expect(pressed).toMatchObject({ callback: '4382bfdwdsb323b2d9', on: { chat: 42, message: 90 } });
  });

  it('is read below a message that Telegram no longer shows us', () => {
    expect(read(press({ message: { message_id: 90, chat: PRIVATE, date: 0 } })).messages).toHaveLength(1);
  });

  it('in a topic is answered in that topic', () => {
    const message = { message_id: 90, chat: GROUP, date: 1, is_topic_message: true, message_thread_id: 77 };
    expect(read(press({ message })).messages).toMatchObject([{ from: '-1001234567890/77', inGroup: true }]);
  });

  it.each([
    ['of a scheme that we do not know', { data: 'v0:entry:1' }],
    ['of a button without meaning', { data: 'v1:' }],
    ['of a game', { data: undefined, game_short_name: 'co-tuong' }],
    ['below a message that we did not send', { message: undefined, inline_message_id: 'x' }],
  ])('gives nothing, and is still answered: %s', (_, changes) => {
    const { messages, pressed } = read(press(changes));
    expect([messages, pressed?.callback]).toEqual([[], '4382bfdwdsb323b2d9']);
  });
});

describe('a membership', () => {
  const member = (status: string, chat: object = PRIVATE) => ({
    my_chat_member: {
      chat,
      from: CHI_BA,
      date: 1_763_690_400,
      old_chat_member: { user: OURS.from, status: 'member' },
      new_chat_member: { user: OURS.from, status, until_date: 0 },
    },
  });

  it.each([
    ['kicked', 'blocked'],
    ['left', 'blocked'],
    ['member', 'unblocked'],
  ])('tells that a person came or went: %s → %s', (status, kind) => {
    expect(read(member(status)).messages).toMatchObject([
      { externalId: 'member/831004117', from: '42', heard: { kind }, sentAt: new Date('2025-11-21T02:00:00Z') },
    ]);
  });

  it.each([
    ['in a group', member('kicked', GROUP)],
    ['with a status that we do not know', member('constructor')],
  ])('gives nothing: %s', (_, event) => {
    expect(read(event).messages).toEqual([]);
  });
});

describe('an update', () => {
  it.each([
    'edited_message',
    'channel_post',
    'edited_channel_post',
    'inline_query',
    'chat_member',
    'message_reaction',
    'poll_answer',
    'một thứ mới',
  ])('of a kind that we do not use gives nothing: %s', (kind) => {
    const event = { [kind]: aMessage({ text: 'xin chào' }).message };
    expect(read(event)).toEqual({ id: 831_004_117, unreadable: false, messages: [] });
  });

  it.each([
    ['message', { message: { text: 'xin chào' } }],
    ['message from the far future', aMessage({ text: 'xin chào', date: 9e15 })],
    ['press', { callback_query: { id: 7 } }],
    ['membership', { my_chat_member: {} }],
  ])('that we cannot read is marked: %s', (_, event) => {
    expect(read(event)).toEqual({ id: 831_004_117, unreadable: true, messages: [] });
  });

  it.each([[null], [7], ['xin chào'], [[]], [{}], [{ update_id: '7' }], [{ update_id: 1.5 }]])(
    'has a number; without it, it is none: %j',
    (body) => {
      expect(() => readTelegramUpdate(body, BOT, NOW)).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
    },
  );
});
