import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { fc } from '../support/property.ts';

describe('fold takes the marks away', () => {
  it.each([
    ['Đuổi việc', 'duoi viec'],
    ['đuổi việc'.normalize('NFD'), 'duoi viec'],
    ['NGƯỜI KHUYẾT TẬT', 'nguoi khuyet tat'],
    ['Ðược bồi thường', 'duoc boi thuong'],
    ['bán bạn bận', 'ban ban ban'],
    ['Điều 145 khoản 1', 'dieu 145 khoan 1'],
    ['Sài Gòn – 2026!', 'sai gon – 2026!'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('does not care how a letter is put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
      }),
    );
  });
});
