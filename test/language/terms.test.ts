import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { foldedLine, terms, words } from '../../src/language/terms.ts';
import { fc } from '../support/property.ts';

const SENTENCES = [
  'Công ty nợ lương tôi ba tháng nay, tôi phải làm gì?',
  'chồng tui nhậu về là đánh tui hoài, tui phải kêu ai',
  'cty ko tra luong 2 thang roi, e phai lm j',
  'Con tôi chưa có giấy khai sinh thì đi học được không ạ',
  'NGƯỜI KHUYẾT TẬT NẶNG ĐƯỢC TRỢ CẤP BAO NHIÊU',
  'mạ tui ốm nằm viện mà răng họ nỏ cho vô',
  'Điều 145 khoản 1 điểm a Bộ luật Lao động 2019',
  'uỷ ban nhân dân xã thu hồi đất, đền bù rẻ quá!!!',
];
/** Without marks as a phone without a Vietnamese keyboard gives it. */
const unmarked = (sentence: string): string => fold(sentence);
const plainTerms = (sentence: string): readonly string[] => terms(sentence).filter((term) => !term.startsWith('='));

describe('words', () => {
  it.each([
    ['viết tắt', 'cty ko trả lương', ['công', 'ti', 'không', 'trả', 'lương']],
    ['giọng Nam', 'tui mần ở xưởng', ['tôi', 'làm', 'ở', 'xưởng']],
    ['hai cách bỏ dấu', 'hoà giải, hòa giải', ['hòa', 'giải', 'hòa', 'giải']],
    ['lý và lí, công ty và công ti', 'lý do, lí do', ['lí', 'do', 'lí', 'do']],
    ['y sau nguyên âm đứng yên', 'máy tay này quý', ['máy', 'tay', 'này', 'quý']],
    ['chữ kéo dài', 'saoooo lâuuuu khôngggg', ['sao', 'lâu', 'không']],
    ['sổ hồng gõ không dấu không phải là “hông”', 'so hong bi hong', ['so', 'hong', 'bi', 'hong']],
    ['vết bầm không phải là “bầm” (mẹ)', 'bầm tím', ['bầm', 'tím']],
    ['tên có sẵn của JavaScript', 'constructor', ['constructor']],
    ['dấu câu và biểu tượng', '“nợ lương”… 😭 (2 tháng)', ['nợ', 'lương', '2', 'tháng']],
    ['chữ tổ hợp (NFD)', 'nợ lương'.normalize('NFD'), ['nợ', 'lương']],
    ['chữ hoa', 'NỢ LƯƠNG', ['nợ', 'lương']],
    ['không có chữ nào', '?!…', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('foldedLine', () => {
  it('stands between spaces, so that whole words are found', () => {
    expect(foldedLine('Cơ quan nào?')).toBe(' co quan nao ');
    expect(foldedLine('Cơ quan nào?').includes(' co q ')).toBe(false);
    expect(foldedLine('')).toBe('  ');
  });
});

describe('terms', () => {
  it('gives each word without marks, each neighbouring pair, and the marked words apart', () => {
    expect(terms('Nợ lương 2')).toEqual(['no', 'luong', '2', 'no_luong', 'luong_2', '=nợ', '=lương']);
  });

  it.each(SENTENCES)('are the same for composed and decomposed letters: %s', (sentence) => {
    expect(terms(sentence.normalize('NFD'))).toEqual(terms(sentence.normalize('NFC')));
  });

  it.each(SENTENCES)('are the same in capitals: %s', (sentence) => {
    expect(terms(sentence.toUpperCase())).toEqual(terms(sentence));
  });

  it.each([
    'Công ty nợ lương tôi ba tháng nay, tôi phải làm gì?',
    'Con tôi chưa có giấy khai sinh thì đi học được không',
    'làm mất sổ hồng, sổ đỏ thì xin cấp lại ở đâu',
    'chồng đánh em thì em gọi ai',
    'bị đuổi việc không báo trước có được bồi thường không',
    'uỷ ban nhân dân xã thu hồi đất, đền bù rẻ quá!!!',
  ])('lose no unmarked term when the marks are left out: %s', (sentence) => {
    expect(plainTerms(unmarked(sentence))).toEqual(plainTerms(sentence));
  });

  it('are unmarked and in one piece but for the pairs, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const term of plainTerms(text)) {
          expect(term).toBe(fold(term));
          expect(term).not.toMatch(/\s/);
        }
      }),
    );
  });

  it('never throw, and repeat themselves', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(
        'constructor',
        '__proto__',
        'toString valueOf',
        'hasOwnProperty',
        '\ud800',
        '\u0301\u0323',
        '0/a',
      ),
      fc.array(fc.constantFrom(...SENTENCES), { maxLength: 4 }).map((some) => some.join('\n')),
    );
    fc.assert(
      fc.property(odd, (text) => {
        expect(terms(text)).toEqual(terms(text));
      }),
    );
  });
});
