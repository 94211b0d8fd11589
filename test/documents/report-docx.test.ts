import { describe, expect, it } from 'vitest';
import { reportDocx } from '../../src/documents/report-docx.ts';
import { report } from '../../src/reporting/report.ts';
import { aYear, HUNG_YEN, NOT_MEASURED, THE_SERVICE } from '../support/period-figures.ts';
import { partOf, unzipped } from '../support/unzipped.ts';

const MM = 1440 / 25.4;

/** The words of a part, one line for each paragraph. */
function linesOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inside = '']) =>
    [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replaceAll('\u00a0', ' '),
  );
}

/** The run properties of the paragraph that says something. */
function formOf(xml: string, words: string): string {
  const runs = [...xml.matchAll(/<w:r><w:rPr>([\s\S]*?)<\/w:rPr><w:t[^>]*>([^<]*)<\/w:t>/g)];
  const found = runs.find(([, , text]) => text === words);
  if (!found) throw new Error(`No "${words}" in the document`);
  return found[1] ?? '';
}

describe('the Word file', async () => {
  const file = await reportDocx(report(aYear(), THE_SERVICE, '2027-01-05'));
  const xml = partOf(file, 'word/document.xml');
  const lines = linesOf(xml).filter(Boolean);

  it('is A4 with the margins of administrative documents', () => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
    expect([width, height].map((twips) => Math.round(Number(twips) / MM))).toEqual([210, 297]);
    const margin = (side: string) => Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / MM;
    expect([margin('top'), margin('bottom'), margin('left'), margin('right')].map(Math.round)).toEqual([
      20, 20, 30, 15,
    ]);
  });

  it('begins with the letterhead, the title and the addressee', () => {
    expect(lines.slice(0, 10)).toEqual([
      'BỘ TƯ PHÁP',
      'CỤC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT VÀ TRỢ GIÚP PHÁP LÝ',
      'Số:          /BC-TGPL',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Nội, ngày 05 tháng 01 năm 2027',
      'BÁO CÁO',
      'Kết quả ứng dụng Hỏi Quyền trong thông tin về quyền và trợ giúp pháp lý',
      'năm 2026',
      'Kính gửi: ……………………………………',
    ]);
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [24, 26], true, false],
    ['Độc lập - Tự do - Hạnh phúc', [26, 28], true, false],
    ['BỘ TƯ PHÁP', [24, 26], false, false],
    ['CỤC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT VÀ TRỢ GIÚP PHÁP LÝ', [24, 26], true, false],
    ['Hà Nội, ngày 05 tháng 01 năm 2027', [26, 28], false, true],
    ['BÁO CÁO', [26, 28], true, false],
    ['Nơi nhận:', [24, 24], true, true],
    ['- Lưu: VT, TGPL.', [22, 22], false, false],
  ])('writes "%s" in the size and form of Nghị định 30/2020', (words, [least = 0, most = 0], bold, italic) => {
    const form = formOf(xml, words);
    const size = Number(/<w:sz w:val="(\d+)"/.exec(form)?.[1]);
    expect(size).toBeGreaterThanOrEqual(least);
    expect(size).toBeLessThanOrEqual(most);
    expect([form.includes('<w:b/>'), form.includes('<w:i/>')]).toEqual([bold, italic]);
  });

  it('is in Times New Roman 14 and in Vietnamese, unless a part says otherwise', () => {
    const styles = partOf(file, 'word/styles.xml');
    expect(styles).toContain('<w:rFonts w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(styles).toContain('<w:lang w:val="vi-VN"/>');
  });

  it('numbers its pages in the top margin, from the second one', () => {
    expect(xml).toContain('<w:titlePg/>');
    const headers = [...unzipped(file)].filter(([path]) => path.startsWith('word/header'));
    expect(headers.filter(([, header]) => header.includes('>PAGE<'))).toHaveLength(1);
  });

  it('has the tables, their signs and what they mean', () => {
    const start = lines.findIndex((line) => line.endsWith('Câu hỏi có dấu hiệu khẩn cấp') && line.startsWith('Bảng'));
    expect(lines.slice(start, start + 25).join(' | ')).toBe(
      'Bảng 7. Câu hỏi có dấu hiệu khẩn cấp | Dấu hiệu | Số câu hỏi | Tỷ lệ | Bạo lực | 64 | 62,1 % | ' +
        'Trẻ em gặp nguy hiểm | 21 | 20,4 % | Ý định tự làm hại mình | 6 | 5,8 % | Bị bắt, bị giữ | ≈ 8 | – | ' +
        'Mua bán người | < 5 | – | Cấp cứu | < 5 | – | Tổng cộng | 103 | 100 %',
    );
    expect(lines[start + 25]).toMatch(/^“< 5”: từ 1 đến 4\./);
  });

  it('has every chart as a picture with words for those who cannot see it', () => {
    const captions = lines.filter((line) => line.startsWith('Biểu đồ '));
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(pictures).toHaveLength(captions.length);
    const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(captions.length);
    expect(pictures.every((words) => words?.startsWith('Biểu đồ '))).toBe(true);
    expect([...unzipped(file).keys()].filter((path) => path.endsWith('.png'))).toHaveLength(captions.length);
    expect(captions[0]).toBe('Biểu đồ 1. Câu hỏi theo tháng');
  });

  it('leaves room for what only people can write, and for the signature', () => {
    expect(lines).toContain('[Kiến nghị, đề xuất của đơn vị]');
    expect([...xml.matchAll(/w:leader="dot"/g)]).toHaveLength(9);
    expect(lines.slice(-6)).toEqual([
      'Nơi nhận:',
      '- Như trên;',
      '- ……………………………………;',
      '- Lưu: VT, TGPL.',
      'QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ',
      'Họ và tên',
    ]);
  });
});

it('numbers that are hidden leave no trace in the file: other hidden numbers give the same file', async () => {
  const hidden = (trafficking: number, children: number) =>
    aYear({
      urgentByDanger: { violence: 64, detention: 9, trafficking, medical: 3 - trafficking },
      questionsByGroup: [
        { name: 'Trẻ em', count: children },
        { name: 'Đồng bào dân tộc thiểu số', count: 412 - children },
      ],
      firstAnswer: { inTime: children - 210, late: 412 - children, medianHours: 3.5, overdue: trafficking },
    });
  const partsOf = async (trafficking: number, children: number) => {
    const file = await reportDocx(report(hidden(trafficking, children), THE_SERVICE, '2027-01-05'));
    return [...unzipped(file)].filter(([path]) => /document\.xml$|\.png$/.test(path));
  };
  expect(await partsOf(1, 410)).toEqual(await partsOf(2, 409));
});

it('a period of which nothing was measured has no table and no picture, and still a report', async () => {
  const file = await reportDocx(report(NOT_MEASURED, HUNG_YEN, '2026-08-03'));
  const lines = linesOf(partOf(file, 'word/document.xml'));
  expect(lines.filter((line) => /^(Bảng|Biểu đồ) \d/.test(line))).toEqual([]);
  expect(lines).toContain('Nội dung này chưa được đo trong kỳ.');
  expect(lines).toContain('SỞ TƯ PHÁP TỈNH HƯNG YÊN');
});
