import { describe, expect, it } from 'vitest';
import { split } from '../../src/reply/split.ts';
import { fc } from '../support/property.ts';

const cut = (text: string, limit: number): readonly string[] =>
  split(text, limit).map(([start, end]) => text.slice(start, end));
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

const someWords = fc.array(
  fc.constantFrom(
    'quyền',
    'được',
    'trợ',
    'giúp.',
    'pháp lý\n',
    'miễn phí.\n\n',
    '👨‍👩‍👧',
    'nghiêng',
    '😭',
    '\n',
    'HQ-7K3M',
  ),
  { maxLength: 80 },
);

describe('split', () => {
  it.each([
    ['không phải cắt', 'Chào bạn.', 20, ['Chào bạn.']],
    ['giữa hai đoạn', 'Đoạn một dài.\n\nĐoạn hai.', 18, ['Đoạn một dài.', 'Đoạn hai.']],
    ['giữa hai dòng', '1. Gửi đơn.\n2. Báo sở.', 14, ['1. Gửi đơn.', '2. Báo sở.']],
    ['sau câu', 'Câu một. Câu hai dài.', 15, ['Câu một.', 'Câu hai dài.']],
    ['giữa hai chữ', 'một hai ba bốn', 9, ['một hai', 'ba bốn']],
    ['chữ dài quá', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['chữ ngắn đứng trước chữ dài', 'a bbbbbbbbb', 9, ['a', 'bbbbbbbbb']],
    ['khoảng trắng hai đầu', '  \nxin chào \n', 20, ['xin chào']],
    ['trống', ' \n ', 20, []],
    ['không cắt đôi biểu tượng', '😭😭', 3, ['😭', '😭']],
  ] as const)('%s', (_, text, limit, pieces) => {
    expect(cut(text, limit)).toEqual(pieces);
  });

  it('loses no word, cuts none that fits, and keeps the limit', () => {
    fc.assert(
      fc.property(someWords, fc.integer({ min: 12, max: 60 }), (words, limit) => {
        const text = words.join(' ');
        const pieces = cut(text, limit);
        expect(pieces.filter((piece) => piece.length > limit)).toEqual([]);
        expect(pieces.flatMap(wordsOf)).toEqual(wordsOf(text));
      }),
    );
  });

  it('loses no letter of any text, whatever the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
        const pieces = cut(text, limit);
        expect(pieces.filter((piece) => piece.length > limit || piece === '')).toEqual([]);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('breaks no surrogate pair and leaves no outer space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😭', 'ữ', '👍🏽') }),
        fc.integer({ min: 2, max: 20 }),
        (text, limit) => {
          for (const piece of cut(text, limit)) {
            expect(piece).toBe(piece.trim());
            expect(piece).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
          }
        },
      ),
    );
  });

  it('gives pieces in order that do not overlap', () => {
    fc.assert(
      fc.property(someWords, fc.integer({ min: 5, max: 40 }), (words, limit) => {
        const pieces = split(words.join(' '), limit);
        for (const [nth, [start, end]] of pieces.entries()) {
          expect(start).toBeGreaterThanOrEqual(pieces[nth - 1]?.[1] ?? 0);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
