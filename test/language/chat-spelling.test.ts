import { describe, expect, it } from 'vitest';
import { spellOut } from '../../src/language/chat-spelling.ts';

describe('spellOut writes chat spelling out', () => {
  it.each([
    ['ko', 'không'],
    ['k', 'không'],
    ['hok', 'không'],
    ['dc', 'được'],
    ['đc', 'được'],
    ['cty', 'công ty'],
    ['bhxh', 'bảo hiểm xã hội'],
    ['ck', 'chồng'],
    ['vk', 'vợ'],
    ['ntn', 'như thế nào'],
    ['hđlđ', 'hợp đồng lao động'],
    ['cccd', 'căn cước'],
    ['ubnd', 'ủy ban nhân dân'],
    ['fải', 'phải'],
    ['jấy', 'giấy'],
    ['lươg', 'lương'],
    ['thág', 'tháng'],
    ['10h', '10 giờ'],
    ['5tr', '5 triệu'],
    ['500k', '500 nghìn'],
    ['2thg', '2 tháng'],
  ])('%s → %s', (typed, meant) => {
    expect(spellOut(typed)).toBe(meant);
  });

  it.each([
    'không',
    'lương',
    'tháng',
    'công',
    'ghe',
    'nghỉ',
    'hợp',
    'ca',
    'bn',
    '2026',
    '15t',
    'constructor',
    'tostring',
    '__proto__',
  ])('leaves what is no chat spelling, or means several things: %s', (word) => {
    expect(spellOut(word)).toBe(word);
  });
});
