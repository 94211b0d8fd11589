import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZaloPlatform } from '../../emulators/zalo-platform.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { vi } from '../../src/reply/wording/vi.ts';
import { VAGUE, WAGES, WAGES_LAW } from '../support/questions.ts';
import { RunningBot } from '../support/running-bot.ts';
import { ZaloPerson } from '../support/zalo-person.ts';

/** Longer than the time for which a message is kept from being tried again. */
const NEXT_TRY_MS = 6_000;
const ATTEMPTS = 3;

let zalo: ZaloPlatform;
let bot: RunningBot;
let people = 0;
/** What anybody reads who asks about wages. */
let wages: readonly string[];

beforeAll(async () => {
  zalo = await ZaloPlatform.start();
  bot = await RunningBot.start({ zalo });
  wages = await somebody().says(WAGES);
  expect(wages.join('\n')).toContain(WAGES_LAW);
});
afterAll(async () => {
  await bot?.end();
  await zalo?.stop();
});

function somebody(): ZaloPerson {
  people += 1;
  return new ZaloPerson(`anh-tu-${people}`, zalo, bot);
}

/** Writes something on which the bot fails, and lets it fail as often as it tries. */
async function failsOn(person: ZaloPerson, text: string): Promise<void> {
  const failed = bot.events().filter((event) => event === 'turn failed').length;
  const read = person.read.length;
  const taken = await zalo.post(zalo.textFrom(person.chat, text));
  expect(taken.status).toBe(200);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await bot.hasLogged('turn failed', failed + attempt);
    // Somebody else is served all the while.
    const other = somebody();
    await zalo.post(zalo.textFrom(other.chat, WAGES));
    await other.hasRead(wages.length);
    expect(other.read).toEqual(wages);
    bot.later(NEXT_TRY_MS);
  }
  await person.hasRead(read + 1);
}

describe('Một tin làm bot hỏng mỗi lần đọc', () => {
  it('không chặn người khác, và người viết được báo sau ba lần thử (trạng thái của phiên bản cũ)', async () => {
    const person = somebody();
    const old = { step: { at: 'reviewing', draft: { text: 'as version 0.0 kept it' } }, menu: [], recent: [] };
    await bot.app.store.transaction(({ conversations }) =>
      conversations.save({ channel: 'zalo', address: person.chat }, old as unknown as Conversation, bot.now()),
    );
    await failsOn(person, 'bỏ qua phần đó đi');
    expect(person.read).toEqual([vi.trouble()]);
    expect(await person.says(WAGES)).toEqual(wages);
  });

  it('điều bot nhớ về người viết mà không mở ra được nữa thì bắt đầu lại, như người mới', async () => {
    const person = somebody();
    await person.says(VAGUE);
    bot.meddle(
      'update conversations set state_sealed = ? where chat_hash = (select chat_hash from inbox order by id desc limit 1)',
      Buffer.from('niêm phong bằng khoá khác, không ai mở được nữa').toString('base64'),
    );
    expect(await person.says(WAGES)).toEqual(wages);
    expect(await person.says(WAGES)).toEqual(wages);
  });

  it('tin đã lưu mà không mở ra được thì để riêng, không chặn ai', async () => {
    const person = somebody();
    await person.says('xin chào');
    bot.meddle(
      `insert into inbox select substr(id, 1, 20) || '!', channel, chat_hash, address_sealed, message_hash || 'x', 'AAAA',
       in_group, replies_to_sealed, 'waiting', 0, received_at, received_at, null from inbox order by id desc limit 1`,
    );
    expect(await somebody().says(WAGES)).toEqual(wages);
    expect(await person.says(WAGES)).toEqual(wages);
    expect(bot.rows("select count(*) as n from inbox where state = 'unreadable'")).toEqual([{ n: 1 }]);
  });

  it('tin chờ gửi mà không mở ra được thì bỏ lại có lý do, không chặn ai', async () => {
    const person = somebody();
    await person.says('xin chào');
    bot.meddle(
      `insert into outbox (key, seq, channel, chat_hash, address_sealed, message_sealed, state, attempts, uncertain, due_at, added_at)
       select key || 'x', substr(seq, 1, 20) || '!', channel, chat_hash, address_sealed, 'AAAA', 'waiting', 0, 0, added_at, added_at
       from outbox order by seq desc limit 1`,
    );
    expect(await somebody().says(WAGES)).toEqual(wages);
    expect(await person.says(WAGES)).toEqual(wages);
    expect(bot.rows("select state, note from outbox where message_sealed = 'AAAA'")).toEqual([
      { state: 'given-up', note: 'cannot be opened' },
    ]);
  });

  it('những lần hỏng nằm trong nhật ký, không có lời ai', () => {
    const log = bot.log.join('\n');
    expect(log).toContain('turn failed');
    expect(log).not.toContain(WAGES);
    expect(log).not.toContain('anh-tu-');
  });
});
