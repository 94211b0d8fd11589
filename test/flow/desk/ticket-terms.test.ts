import { describe, expect, it } from 'vitest';
import { ticketTerms } from '../../../src/flow/desk/ticket-terms.ts';

describe('the words by which a ticket is found', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['không dấu, mỗi từ một lần', ['Nợ LƯƠNG, nợ lương!'], ['no', 'luong']],
    ['chữ tổ hợp (NFD)', ['nợ lương'.normalize('NFD')], ['no', 'luong']],
    ['viết tắt viết đủ', ['cty nợ lương'], ['cong', 'ti', 'no', 'luong']],
    ['lời chào, lời đệm thì bỏ', ['cho em hỏi với ạ'], []],
    ['số cũng là từ', ['điều 97'], ['dieu', '97']],
    ['nhiều dòng', ['nợ lương', 'giữ căn cước'], ['no', 'luong', 'giu', 'cuoc']],
  ])('%s', (_, texts, terms) => {
    expect(ticketTerms(texts)).toEqual(terms);
  });
});
