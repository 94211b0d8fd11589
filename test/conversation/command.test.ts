import { describe, expect, it } from 'vitest';
import { type Command, commandIn } from '../../src/conversation/command.ts';
import { fc } from '../support/property.ts';

describe('commandIn', () => {
  it.each<[string, Command]>([
    ['/start', 'start'],
    ['/START', 'start'],
    ['/start ref_abc', 'start'],
    ['/help@hoiquyen_bot', 'help'],
    ['/can_bo', 'referral'],
    ['/trangthai HQ-7K3M', 'status'],
    ['/rut hq7k3m', 'withdraw'],
    ['/huy', 'cancel'],
    ['/bot', 'back-to-bot'],
    ['/riengtu', 'privacy'],
    ['gặp cán bộ', 'referral'],
    ['Gap can bo', 'referral'],
    ['GẶP CÁN BỘ', 'referral'],
    ['gặp cán bộ'.normalize('NFD'), 'referral'],
    ['dạ cho em gặp cán bộ ạ', 'referral'],
    ['cho em gặp người thật', 'referral'],
    ['huỷ', 'cancel'],
    ['Hủy', 'cancel'],
    ['thôi không gửi nữa', 'cancel'],
    ['trạng thái', 'status'],
    ['trạng thái HQ-7K3M', 'status'],
    ['rút', 'withdraw'],
    ['rút HQ-7K3M', 'withdraw'],
    ['rút HQ–7K3M ạ', 'withdraw'],
    ['hỏi máy', 'back-to-bot'],
    ['riêng tư', 'privacy'],
    ['trợ giúp', 'help'],
    ['giúp em với', 'help'],
  ])('%s → %s', (typed, command) => {
    expect(commandIn(typed)).toBe(command);
  });

  it.each([
    'tôi muốn rút bảo hiểm xã hội một lần',
    'cán bộ xã đòi tiền thì làm sao',
    'huỷ hợp đồng lao động trước hạn',
    'trợ giúp pháp lý là gì',
    'trạng thái hôn nhân ghi thế nào',
    'công ty bắt đầu nợ lương',
    '/khongco',
    '/',
    '',
    'constructor',
    '/constructor',
    'toString',
    '__proto__',
  ])('is a matter to ask about, not a command: %j', (typed) => {
    expect(commandIn(typed)).toBeUndefined();
  });

  it('is one of the commands or nothing, whatever is typed', () => {
    const commands = new Set([
      undefined,
      'start',
      'help',
      'cancel',
      'referral',
      'status',
      'withdraw',
      'back-to-bot',
      'privacy',
    ]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.string().map((word) => `/${word}`),
        ),
        (typed) => {
          expect(commands.has(commandIn(typed))).toBe(true);
        },
      ),
    );
  });
});
