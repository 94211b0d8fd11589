import { describe, expect, it } from 'vitest';
import { reportXlsx } from '../../src/documents/report-xlsx.ts';
import { tableXlsx } from '../../src/documents/table-xlsx.ts';
import { report } from '../../src/reporting/report.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import type { ShownTable } from '../../src/reporting/small-numbers.ts';
import { aYear, HUNG_YEN, NOT_MEASURED, THE_SERVICE } from '../support/period-figures.ts';
import { partOf, unzipped } from '../support/unzipped.ts';

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** A sheet as rows of numbers and texts. */
function rowsOf(file: Buffer, sheet: number): readonly (readonly (number | string)[])[] {
  const strings = [...partOf(file, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) =>
    plain(text),
  );
  const xml = partOf(file, `xl/worksheets/sheet${sheet}.xml`);
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, cells = '']) =>
    [...cells.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, attributes = '', value = '']) =>
      attributes.includes('t="s"') ? (strings[Number(value)] ?? '?') : Number(value),
    ),
  );
}

const sheetsOf = (file: Buffer) =>
  [...partOf(file, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => plain(name));

function must(table: ShownTable | undefined): ShownTable {
  if (!table) throw new Error('no such table');
  return table;
}

describe('a table as an Excel file', () => {
  it('keeps numbers as numbers, so that people can go on calculating', async () => {
    const file = await tableXlsx(must(shownFigures(aYear()).tables.byChannel));
    expect(rowsOf(file, 1)).toEqual([
      ['Câu hỏi theo kênh'],
      ['Kênh', 'Số câu hỏi', 'Tỷ lệ'],
      ['Zalo', 2310, 2310 / 3461],
      ['Telegram', 618, 618 / 3461],
      ['Trang web', 533, 533 / 3461],
      ['Tổng cộng', 3461, 1],
    ]);
  });

  it('says what is hidden in words, and what the words mean', async () => {
    const rows = rowsOf(await tableXlsx(must(shownFigures(aYear()).tables.firstAnswers)), 1);
    expect(rows.slice(2, 5)).toEqual([
      ['Đúng hạn', '≈ 198', '–'],
      ['Quá hạn', '< 5', '–'],
      ['Tổng cộng', 200, 1],
    ]);
    expect(rows.at(-1)?.[0]).toMatch(/^“< 5”: từ 1 đến 4\./);
  });

  it('has no formula, whatever a label begins with', async () => {
    const names = ['=HYPERLINK("http://a.vn")', '+1', '-1', '@SUM(A1)'];
    const { byGroup } = shownFigures(
      aYear({ questionsByGroup: names.map((name, nth) => ({ name, count: 40 - nth })) }),
    ).tables;
    const file = await tableXlsx(must(byGroup));
    expect(
      rowsOf(file, 1)
        .slice(2)
        .map(([label]) => label),
    ).toEqual(names);
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('takes a title that Excel would not take as the name of a sheet', async () => {
    const table = {
      ...must(shownFigures(aYear()).tables.byChannel),
      title: 'Kênh [Zalo/Telegram]: có gì? Dài quá ba mươi mốt chữ',
    };
    const [name = ''] = sheetsOf(await tableXlsx(table));
    expect([name, name.length <= 31]).toEqual(['Kênh  Zalo Telegram   có gì  Dà', true]);
  });
});

describe('a report as an Excel file', async () => {
  const file = await reportXlsx(report(aYear(), THE_SERVICE, '2027-01-05'));

  it('has what the report says, a sheet for each table, and the charts', () => {
    const sheets = sheetsOf(file);
    expect([sheets[0], sheets.at(-1)]).toEqual(['Báo cáo', 'Biểu đồ']);
    expect(sheets.slice(1, 4)).toEqual(['1. Câu hỏi theo tháng', '2. Câu hỏi theo kênh', '3. Câu hỏi theo kết quả']);
    expect(new Set(sheets).size).toBe(sheets.length);
    expect(sheets.filter((name) => name.length > 31)).toEqual([]);
    expect(sheets).toHaveLength(16);
  });

  it('begins with the words of the report', () => {
    const words = rowsOf(file, 1).flat();
    expect(words.slice(0, 4)).toEqual([
      'Bộ Tư pháp',
      'Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý',
      'BÁO CÁO',
      'Kết quả ứng dụng Hỏi Quyền trong thông tin về quyền và trợ giúp pháp lý',
    ]);
    expect(words.join('\n')).toContain('chỉ gồm các số đếm');
    expect(words).toContain('Xem bảng: Câu hỏi theo kênh');
    expect(words).toContain('[Kiến nghị, đề xuất của đơn vị]');
  });

  it('has each chart as a picture below its title, none over another', () => {
    const titles = rowsOf(file, 16).flat();
    const drawing = partOf(file, 'xl/drawings/drawing16.xml');
    const rows = [...drawing.matchAll(/<xdr:from>[\s\S]*?<xdr:row>(\d+)<\/xdr:row>/g)].map(([, row]) => Number(row));
    const heights = [...drawing.matchAll(/<xdr:ext cx="\d+" cy="(\d+)"/g)].map(([, height]) => Number(height) / 9525);
    expect(rows).toHaveLength(titles.length);
    expect([...unzipped(file).keys()].filter((path) => path.endsWith('.png'))).toHaveLength(titles.length);
    for (const [nth, row] of rows.slice(1).entries())
      expect((row - (rows[nth] ?? 0)) * 20).toBeGreaterThan(heights[nth] ?? 0);
  });

  it('is a file also where nothing was measured', async () => {
    const empty = await reportXlsx(report(NOT_MEASURED, HUNG_YEN, '2026-08-03'));
    expect(sheetsOf(empty)).toEqual(['Báo cáo']);
    expect(rowsOf(empty, 1).flat()).toContain('Nội dung này chưa được đo trong kỳ.');
  });
});
