import { describe, expect, it } from 'vitest';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import type { ShownTable } from '../../src/reporting/small-numbers.ts';
import { cellText, tableLines } from '../../src/reporting/table-lines.ts';
import { aYear } from '../support/period-figures.ts';

const { tables } = shownFigures(aYear());

function inWords(table: ShownTable | undefined) {
  if (!table) throw new Error('no such table');
  const { headings, rows, total } = tableLines(table);
  const words = [headings, ...rows.map((row) => row.map(cellText)), ...(total ? [total.map(cellText)] : [])];
  return words.map((line) => line.join(' | ').replaceAll('\u00a0', ' '));
}

describe('a table, line by line', () => {
  it('has shares and a total where rows add up', () => {
    expect(inWords(tables.byChannel)).toEqual([
      'Kênh | Số câu hỏi | Tỷ lệ',
      'Zalo | 2.310 | 66,7 %',
      'Telegram | 618 | 17,9 %',
      'Trang web | 533 | 15,4 %',
      'Tổng cộng | 3.461 | 100 %',
    ]);
  });

  it('has a dash where a share would tell a hidden number', () => {
    expect(inWords(tables.firstAnswers)).toEqual([
      'Thời hạn | Số hồ sơ | Tỷ lệ',
      'Đúng hạn | ≈ 198 | –',
      'Quá hạn | < 5 | –',
      'Tổng cộng | 200 | 100 %',
    ]);
  });

  it('has neither where a case counts in several rows', () => {
    expect(inWords(tables.byGroup)).toEqual([
      'Nhóm người | Số câu hỏi',
      'Trẻ em | ≈ 410',
      'Phụ nữ, bình đẳng giới | 388',
      'Người cao tuổi | 52',
      'Đồng bào dân tộc thiểu số | < 5',
    ]);
  });

  it('has a total for each of several columns, and no shares', () => {
    expect(inWords(tables.referrals)).toEqual([
      'Tỉnh, thành phố | Mở | Kết thúc | Người hỏi rút',
      'Thành phố Hà Nội | 131 | 120 | ẩn',
      'Tỉnh Hưng Yên | 58 | ≈ 50 | ẩn',
      'Thành phố Huế | 24 | 26 | 0',
      'Tỉnh Sơn La | 9 | < 5 | < 5',
      'Tổng cộng | 222 | 198 | 18',
    ]);
  });
});
