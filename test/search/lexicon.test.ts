import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { Lexicon } from '../../src/search/lexicon.ts';

const LEXICON = new Lexicon([
  ['nợ lương', 'quỵt lương', 'xù lương'],
  ['ly hôn', 'ly dị', 'bỏ chồng'],
  ['cha mẹ', 'ba má', 'phụ huynh'],
  ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất', 'bìa đỏ'],
  ['bỏ chồng', 'rời chồng'],
]);

describe('Lexicon', () => {
  it.each<[string, string, readonly string[]]>([
    ['the first of a group', 'công ty nợ lương em', ['quỵt lương', 'xù lương']],
    ['another of a group', 'chủ quỵt lương thợ', ['nợ lương', 'xù lương']],
    [
      'several matters',
      'ly dị rồi sổ đỏ ai giữ',
      ['ly hôn', 'bỏ chồng', 'giấy chứng nhận quyền sử dụng đất', 'bìa đỏ'],
    ],
    ['a phrase of two groups', 'muốn bỏ chồng', ['ly hôn', 'ly dị', 'rời chồng']],
    ['a phrase at the very end', 'em bị nợ lương', ['quỵt lương', 'xù lương']],
    ['chat spelling', 'cty xù lg tụi em', ['nợ lương', 'quỵt lương']],
    ['no matter of the lexicon', 'xin giấy khai sinh cho con', []],
    ['nothing', '', []],
  ])('gives other words for %s: %s', (_, question, others) => {
    expect(LEXICON.otherWords(question)).toEqual(others);
    // Typed without marks, in capitals or in decomposed letters it is the same matter.
    for (const typed of [fold(question), question.toUpperCase(), question.normalize('NFD')]) {
      expect([typed, LEXICON.otherWords(typed)]).toEqual([typed, others]);
    }
  });

  it('does not give words that the question holds already', () => {
    expect(LEXICON.otherWords('nợ lương hay quỵt lương cũng là xù lương')).toEqual([]);
  });

  it.each([
    ['begun and gone on with', 'sổ đón tiếp công dân'],
    ['begun and gone on with', 'nhờ bà mai'],
    ['parted by another word', 'cha và mẹ'],
    ['in the other order', 'lương nợ'],
    ['half of it', 'bỏ việc'],
  ])('knows only whole words in their order, not %s: %s', (_, question) => {
    expect(LEXICON.otherWords(question)).toEqual([]);
  });
});
