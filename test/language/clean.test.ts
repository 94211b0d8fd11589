import { describe, expect, it } from 'vitest';
import { clean } from '../../src/language/clean.ts';
import { fc } from '../support/property.ts';

describe('clean gives a text as it was meant', () => {
  it.each([
    ['chữ tổ hợp (NFD)', 'Công ty nợ lương'.normalize('NFD'), 'Công ty nợ lương'],
    ['khoảng trắng thừa', '  công   ty\t nợ\u00a0lương ', 'công ty nợ lương'],
    ['ký tự vô hình', 'nợ\u200b lương\ufeff\u00ad', 'nợ lương'],
    ['ký tự vô hình xen giữa chữ và dấu', 'no\u200b\u031b\u0323', 'nợ'],
    ['dấu đổi chiều chữ của ứng dụng khác', '\u2067chồng\u2069 đ\u034fánh \u061cem\u{e0020}', 'chồng đánh em'],
    ['xuống dòng Windows, dòng trống thừa', 'câu một\r\n\r\n\r\n\r\ncâu hai \n câu ba', 'câu một\n\ncâu hai\ncâu ba'],
    ['chữ Ð của bàn phím lạ', 'Ðuổi việc, ðược không', 'Đuổi việc, được không'],
    ['chữ Kirin trông như La-tinh', 'сòng tау', 'còng tay'],
    ['chữ Kirin mang dấu rời', 'о\u0302', 'ô'],
    ['ký tự điều khiển', 'nợ\u0000 lương\u001b', 'nợ lương'],
    ['nửa ký tự thừa', 'nợ\ud83d lương', 'nợ lương'],
    ['biểu tượng còn nguyên', 'cứu em 😭👨‍👩‍👧', 'cứu em 😭👨👩👧'],
    ['chữ hoa còn nguyên', 'CÔNG TY NỢ LƯƠNG', 'CÔNG TY NỢ LƯƠNG'],
    ['chữ Khmer còn nguyên', 'សិទ្ធិ', 'សិទ្ធិ'],
    ['trống', ' \u200b\n', ''],
  ])('%s', (_, typed, meant) => {
    expect(clean(typed)).toBe(meant);
  });

  it('is NFC, without outer space, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const once = clean(typed);
        expect(once).toBe(once.normalize('NFC'));
        expect(once).toBe(once.trim());
        expect(clean(once)).toBe(once);
      }),
    );
  });

  it('gives the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        expect(clean(typed.normalize('NFD'))).toBe(clean(typed.normalize('NFC')));
      }),
    );
  });
});
