import { describe, expect, it } from 'vitest';
import { unifyTonePlacement } from '../../src/language/tone-placement.ts';

describe('unifyTonePlacement makes the two schools one', () => {
  it.each([
    ['hoà giải', 'hòa giải'],
    ['khoẻ mạnh', 'khỏe mạnh'],
    ['thuý kiều', 'thúy kiều'],
    ['thuỷ', 'thủy'],
    ['uỷ ban', 'ủy ban'],
    ['toà án', 'tòa án'],
    ['huỷ hợp đồng', 'hủy hợp đồng'],
    ['xoá án tích', 'xóa án tích'],
    ['doạ giết', 'dọa giết'],
    ['hoạ sĩ loã lồ', 'họa sĩ lõa lồ'],
    ['tuỵ, luỹ', 'tụy, lũy'],
  ])('%s → %s', (newer, older) => {
    expect(unifyTonePlacement(newer)).toBe(older);
    expect(unifyTonePlacement(older)).toBe(older);
  });

  it.each(['quý', 'quỹ', 'quỷ', 'quỵt lương', 'toàn', 'hoàn trả', 'huỷnh', 'khoản', 'thuê', 'nguyễn', 'xoăn', 'ngoài'])(
    'leaves alone where both schools agree: %s',
    (word) => {
      expect(unifyTonePlacement(word)).toBe(word);
    },
  );
});
