import type { ShownCount } from './small-numbers.ts';

const COUNT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `1.234`. */
export function countForm(count: number): string {
  return COUNT.format(count);
}

/** `12,5`. */
export function decimalForm(number: number): string {
  return ONE_DECIMAL.format(number);
}

/** A share from 0 to 1 as `12,5 %`, in one piece (no-break space). Only all is `100 %`, and only nothing is `0 %`. */
export function percentForm(share: number): string {
  const tenths = Math.round(share * 1000);
  const honest = share > 0 && share < 1 ? Math.min(Math.max(tenths, 1), 999) : tenths;
  return `${decimalForm(honest / 10)}\u00a0%`;
}

/** What stands in a cell: `1.234`, `< 5`, `≈ 410`, `ẩn`. `SIGNS` explains the signs. */
export function cellForm(cell: ShownCount): string {
  switch (cell.shown) {
    case 'exactly':
      return countForm(cell.count);
    case 'under-5':
      return '< 5';
    case 'about':
      return `≈ ${countForm(cell.count)}`;
    case 'kept-back':
      return 'ẩn';
  }
}

/** The same in a sentence: `1.234 câu hỏi`, `dưới 5 câu hỏi`, `khoảng 410 câu hỏi`, `không nêu` (it may be none). */
export function sentenceForm(cell: ShownCount, unit: string): string {
  switch (cell.shown) {
    case 'exactly':
      return `${countForm(cell.count)} ${unit}`;
    case 'under-5':
      return `dưới 5 ${unit}`;
    case 'about':
      return `khoảng ${countForm(cell.count)} ${unit}`;
    case 'kept-back':
      return 'không nêu';
  }
}

/** What the signs in tables and charts mean; stands under every table that has one. */
export const SIGNS =
  '“< 5”: từ 1 đến 4. “≈” (số gần đúng) và “ẩn” (không nêu): để không ai tính ngược ra số nhỏ hơn 5.';
