import { describe, expect, it } from 'vitest';
import { cellForm, countForm, decimalForm, percentForm, sentenceForm } from '../../src/reporting/number-form.ts';
import type { ShownCount } from '../../src/reporting/small-numbers.ts';

describe('numbers as Vietnamese people write them', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [1_234_567, '1.234.567'],
  ])('count %i: %s', (count, form) => {
    expect(countForm(count)).toBe(form);
  });

  it.each([
    [3.5, '3,5'],
    [3, '3'],
    [0.04, '0'],
    [1234.56, '1.234,6'],
  ])('decimal %d: %s', (number, form) => {
    expect(decimalForm(number)).toBe(form);
  });

  it.each([
    ['one decimal', 0.1254, '12,5 %'],
    ['a whole one has none', 0.2, '20 %'],
    ['all', 1, '100 %'],
    ['nothing', 0, '0 %'],
    ['nearly all is not all', 0.9999, '99,9 %'],
    ['hardly anything is not nothing', 0.0001, '0,1 %'],
  ])('share: %s', (_, share, form) => {
    expect(percentForm(share).replace('\u00a0', ' ')).toBe(form);
  });

  it.each<[ShownCount, string, string]>([
    [{ shown: 'exactly', count: 1234 }, '1.234', '1.234 câu hỏi'],
    [{ shown: 'under-5' }, '< 5', 'dưới 5 câu hỏi'],
    [{ shown: 'about', count: 1410 }, '≈ 1.410', 'khoảng 1.410 câu hỏi'],
    [{ shown: 'kept-back' }, 'ẩn', 'không nêu'],
  ])('%o in a cell and in a sentence', (count, inCell, inSentence) => {
    expect([cellForm(count), sentenceForm(count, 'câu hỏi')]).toEqual([inCell, inSentence]);
  });
});
