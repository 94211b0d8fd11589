import { describe, expect, it } from 'vitest';
import { standardWord } from '../../src/language/regional-words.ts';

describe('standardWord', () => {
  it.each([
    ['tui', 'tôi'],
    ['hổng', 'không'],
    ['hông', 'không'],
    ['mần', 'làm'],
    ['rứa', 'thế'],
    ['mô', 'đâu'],
    ['vô', 'vào'],
    ['quánh', 'đánh'],
    ['biểu', 'bảo'],
    ['má', 'mẹ'],
    ['tía', 'cha'],
    ['mướn', 'thuê'],
  ])('%s → %s', (regional, standard) => {
    expect(standardWord(regional)).toBe(standard);
  });

  it.each(['răng', 'chi', 'tôi', 'bầm', 'constructor', 'hasownproperty'])(
    'leaves words whose standard meaning is common in these questions: %s',
    (word) => {
      expect(standardWord(word)).toBe(word);
    },
  );
});
