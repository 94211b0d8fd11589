import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { foldedLine, terms, words } from '../../src/language/terms.ts';
import { fc } from '../support/property.ts';

/** Ordinary words of questions about rights: none is chat spelling, none is regional. */
const ORDINARY =
  'công ty nợ lương chồng đánh con gái giấy khai sinh thu hồi đất đền bù khiếu nại quyết định người khuyết tật trợ cấp hằng tháng ' +
  'luật sư miễn phí bị bắt tạm giam ly hôn nuôi hợp đồng lao động đuổi việc bảo hiểm xã hội trường học kỳ thị mua bán quốc tịch thuê nhà';
const sentence = fc
  .array(fc.constantFrom(...ORDINARY.split(' ')), { minLength: 1, maxLength: 20 })
  .map((some) => some.join(' '));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }));
const plain = (text: string): readonly string[] => terms(text).filter((term) => !term.startsWith('='));

describe('whatever somebody types', () => {
  it('gives the same terms composed and decomposed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')));
      }),
    );
  });

  it('gives the same unmarked terms with marks and without', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(plain(fold(text))).toEqual(plain(text));
      }),
    );
  });

  it('gives the same terms however it is spaced and pointed', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('  ', '\n', ', ', '… ', ' \u200b', '\u00a0', ' – '), (text, gap) => {
        expect(terms(text.replaceAll(' ', gap))).toEqual(terms(text));
      }),
    );
  });

  it('gives words whose folded line holds them whole', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = foldedLine(text);
        for (const word of words(text)) expect(line).toContain(` ${fold(word)} `);
      }),
    );
  });
});

describe('words that people stretch', () => {
  it.each([
    ['dấu ở chữ đầu', 'giúp em với ạaaaa', 'giúp em với ạ'],
    ['dấu ở chữ đầu, từ khác', 'lâu quáaa trờiiii ơiii', 'lâu quá trời ơi'],
    ['chữ có móc', 'sợơơơ quá', 'sợ quá'],
    ['mọi chữ đều có dấu', 'lâuuuu quááá', 'lâu quá'],
    ['không dấu', 'laaaau quaaaa', 'lau qua'],
  ])('are the words they stand for: %s', (_, stretched, meant) => {
    expect(terms(stretched)).toEqual(terms(meant));
  });
});

describe('a slash', () => {
  it.each([
    ['giữa hai từ', 'vợ/chồng, con/cháu', ['vợ', 'chồng', 'con', 'cháu']],
    ['trong ngày', '01/07/2025', ['01', '07', '2025']],
    ['trong số của luật', '64/2025/QH15', ['64', '2025', 'qh15']],
    ['trong chữ viết tắt', 'hết t/g thử việc', ['hết', 'thời', 'gian', 'thử', 'việc']],
  ])('%s: %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('a hundred thousand characters', () => {
  it.each([
    ['one question again and again', 'công ty nợ lương tôi ba tháng. '.repeat(3_300)],
    ['one letter', 'a'.repeat(100_000)],
    ['one letter and its marks', `a${'\u0301'.repeat(100_000)}`],
    ['empty lines', ' \n'.repeat(50_000)],
    ['slashes', 'a/'.repeat(50_000)],
    ['halves of letters', '\ud800'.repeat(100_000)],
    ['words that nobody has', Array.from({ length: 16_000 }, (_, nth) => `tu${nth}`).join(' ')],
  ])('are read to the end, and what comes after is not harmed: %s', (_, text) => {
    expect(text.length).toBeGreaterThan(99_000);
    expect(terms(`${text} nợ lương`).filter((term) => term === 'no_luong').length).toBeGreaterThan(0);
    expect(terms('nợ lương')).toEqual(['no', 'luong', 'no_luong', '=nợ', '=lương']);
  });
});
