import { describe, expect, it } from 'vitest';
import { tableCsv } from '../../src/documents/table-csv.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import type { ShownTable } from '../../src/reporting/small-numbers.ts';
import { aYear } from '../support/period-figures.ts';

const { tables } = shownFigures(aYear());
const csv = (table: ShownTable | undefined) => (table ? tableCsv(table) : '');

describe('a table as CSV', () => {
  it('begins with the mark that makes Excel read Vietnamese', () => {
    expect([...Buffer.from(csv(tables.byChannel)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('has plain digits, the signs of hidden numbers, and quotes where a label has a comma', () => {
    expect(csv(tables.byChannel)).toBe(
      '\ufeffKênh,Số câu hỏi\r\nZalo,2310\r\nTelegram,618\r\nTrang web,533\r\nTổng cộng,3461\r\n',
    );
    expect(csv(tables.referrals).split('\r\n').slice(0, 2)).toEqual([
      '\ufeff"Tỉnh, thành phố",Mở,Kết thúc,Người hỏi rút',
      'Thành phố Hà Nội,131,120,ẩn',
    ]);
    expect(csv(tables.urgent)).toContain('"Bị bắt, bị giữ",≈ 8\r\nMua bán người,< 5\r\n');
  });

  it.each(['=1+1', '+84912', '-1', '@SUM(A1)', '\tx', '\rx'])('never writes a formula: %j', (name) => {
    const { byGroup } = shownFigures(aYear({ questionsByGroup: [{ name, count: 40 }] })).tables;
    expect(csv(byGroup).split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/);
  });
});
