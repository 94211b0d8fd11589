import { describe, expect, it } from 'vitest';
import type { PeriodFigures } from '../../src/reporting/figures.ts';
import { type IssuingBody, type Report, report } from '../../src/reporting/report.ts';
import { aYear, HUNG_YEN, NOT_MEASURED, THE_SERVICE } from '../support/period-figures.ts';

/** A report as one reads it: headings, sentences, and titles of tables and charts. */
function read({ sections }: Report): readonly string[] {
  return sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.map((block) => {
      if (block.block === 'table') return `[Bảng: ${block.table.title}]`;
      if (block.block === 'chart') return `[Biểu đồ: ${block.chart.title}]`;
      return (block.block === 'to-write' ? `[${block.hint}]` : block.text).replaceAll('\u00a0', ' ');
    }),
  ]);
}

const about = (figures: PeriodFigures, body: IssuingBody = THE_SERVICE) => read(report(figures, body, '2027-01-05'));
/** What stands under a heading, up to the next one of the same kind. */
const under = (lines: readonly string[], heading: string) => {
  const start = lines.findIndex((line) => line.endsWith(heading)) + 1;
  const end = lines.slice(start).findIndex((line) => /^(\d+|[IV]+)\. /.test(line));
  return lines.slice(start, start === 0 ? 0 : end < 0 ? undefined : start + end);
};

describe('the head of a report', () => {
  it('says who writes when about what', () => {
    expect(report(aYear(), HUNG_YEN, '2027-01-05').head).toEqual({
      superior: 'Sở Tư pháp tỉnh Hưng Yên',
      body: 'Trung tâm Trợ giúp pháp lý nhà nước',
      number: 'Số:          /BC-TTTGPL',
      placeAndDay: 'Hưng Yên, ngày 05 tháng 01 năm 2027',
      subject: ['Kết quả ứng dụng Hỏi Quyền trong thông tin về quyền và trợ giúp pháp lý', 'năm 2026'],
      addressee: 'Kính gửi: ……………………………………',
    });
  });

  it.each([
    ['2027-02-01', 'ngày 01 tháng 02 năm 2027'],
    ['2027-03-09', 'ngày 09 tháng 3 năm 2027'],
    ['2027-12-31', 'ngày 31 tháng 12 năm 2027'],
  ])('writes a zero before small days, January and February only: %s', (day, words) => {
    expect(report(aYear(), HUNG_YEN, day).head.placeAndDay).toBe(`Hưng Yên, ${words}`);
  });
});

describe('a report of the whole service', () => {
  const lines = about(aYear());

  it('has the six parts, in order', () => {
    expect(lines.filter((line) => /^[IV]+\. /.test(line))).toEqual([
      'I. KHÁI QUÁT',
      'II. KẾT QUẢ',
      'III. CHUYỂN GỬI VÀ TRẢ LỜI',
      'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG',
      'V. TỒN TẠI, HẠN CHẾ',
      'VI. KIẾN NGHỊ, ĐỀ XUẤT',
    ]);
  });

  it('says that it holds counts only and hides those under 5', () => {
    const [, whose, plainly] = under(lines, 'I. KHÁI QUÁT');
    expect(whose).toBe(
      'Báo cáo tổng hợp số liệu của toàn hệ thống từ ngày 01/01/2026 đến hết ngày 31/12/2026. ' +
        'Trong kỳ có 3.461 câu hỏi được gửi tới ứng dụng. Trong kỳ có 222 hồ sơ được chuyển tới trung tâm.',
    );
    expect(plainly).toContain('chỉ gồm các số đếm');
    expect(plainly).toContain('Số từ 1 đến 4 được ghi là “< 5”');
  });

  it.each([
    ['Theo thời gian', ['[Bảng: Câu hỏi theo tháng]', '[Biểu đồ: Câu hỏi theo tháng]']],
    ['Theo kênh', ['[Bảng: Câu hỏi theo kênh]']],
    [
      'Theo kết quả',
      ['Tỷ lệ câu hỏi được trả lời ngay: 78,1 %.', '[Bảng: Câu hỏi theo kết quả]', '[Biểu đồ: Câu hỏi theo kết quả]'],
    ],
    [
      'Theo lĩnh vực',
      [
        'Một câu hỏi có thể được tính ở nhiều dòng, nên các dòng không cộng thành tổng số.',
        '[Bảng: Câu hỏi theo lĩnh vực]',
        '[Biểu đồ: Câu hỏi theo lĩnh vực]',
      ],
    ],
    [
      'Đánh giá của người hỏi',
      ['[Bảng: Đánh giá câu trả lời của ứng dụng]', 'Câu hỏi được hỏi lại trong vòng 24 giờ: 143 câu hỏi (4,1 %).'],
    ],
    [
      'Thời gian trả lời đầu tiên',
      [
        'Thời gian trả lời đầu tiên (trung vị): 3,5 giờ làm việc. Tỷ lệ trả lời đúng hạn: ít nhất 98 %.',
        '[Bảng: Trả lời đầu tiên của trung tâm]',
        'Hồ sơ quá hạn mà đến cuối kỳ chưa được trả lời: dưới 5 hồ sơ.',
      ],
    ],
    [
      'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG',
      [
        'Trong kỳ có 210 câu hỏi mà ứng dụng chưa có câu trả lời.',
        'Lĩnh vực có nhiều câu hỏi chưa được trả lời nhất',
        'Một câu hỏi có thể được tính ở nhiều dòng, nên các dòng không cộng thành tổng số.',
        '[Bảng: Chưa có câu trả lời, theo lĩnh vực]',
        '[Biểu đồ: Chưa có câu trả lời, theo lĩnh vực]',
        '[Nhận xét của đơn vị về các nhu cầu này]',
      ],
    ],
    ['VI. KIẾN NGHỊ, ĐỀ XUẤT', ['[Kiến nghị, đề xuất của đơn vị]']],
  ])('%s', (heading, expected) => {
    expect(under(lines, heading)).toEqual(expected);
  });

  it('is by province', () => {
    expect(lines).toContain('[Biểu đồ: Chuyển gửi theo tỉnh]');
  });
});

describe('a report of one province', () => {
  it('speaks of that province and compares no others', () => {
    const lines = about(aYear(), HUNG_YEN);
    expect(lines.join('\n')).toContain('số liệu của tỉnh Hưng Yên từ ngày');
    expect(lines.filter((line) => line.includes('[Biểu đồ: Chuyển gửi'))).toEqual([]);
  });

  it('numbers its headings without gaps', () => {
    const numbers = about(aYear(), HUNG_YEN).flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '1', '2', '3']);
  });
});

describe('first answers in time', () => {
  it.each([
    ['both numbers are shown', 150, 50, '75 %'],
    ['none late', 40, 0, '100 %'],
    ['few late: what "< 5" says of the others', 196, 4, 'ít nhất 98 %'],
    ['the same, however few', 199, 1, 'ít nhất 98 %'],
    ['few in time', 3, 60, 'không nêu vì số quá nhỏ'],
  ])('%s', (_, inTime, late, rate) => {
    const lines = about(aYear({ firstAnswer: { inTime, late, medianHours: 3.5, overdue: 0 } }));
    expect(under(lines, 'Thời gian trả lời đầu tiên')[0]).toContain(`Tỷ lệ trả lời đúng hạn: ${rate}.`);
  });
});

describe('a period without much', () => {
  it('says what was not measured instead of writing zeros', () => {
    const lines = about(NOT_MEASURED, THE_SERVICE);
    expect(under(lines, 'I. KHÁI QUÁT')[1]).toContain('Số câu hỏi được gửi tới ứng dụng chưa được đo trong kỳ.');
    expect(under(lines, 'Theo kênh')).toEqual(['Nội dung này chưa được đo trong kỳ.']);
    expect(lines.filter((line) => line.startsWith('[B'))).toEqual([]);
  });

  it('of one province says why there are no questions in it, once, and numbers none of their parts', () => {
    const { referrals, firstAnswer, referralRatings } = aYear();
    const lines = about({ ...NOT_MEASURED, referrals, firstAnswer, referralRatings }, HUNG_YEN);
    expect(under(lines, 'II. KẾT QUẢ')).toEqual([expect.stringContaining('câu hỏi không được đếm theo tỉnh')]);
    expect(under(lines, 'I. KHÁI QUÁT')[1]).not.toContain('câu hỏi');
    expect(lines).toContain('1. Số hồ sơ');
  });

  it('says what did not happen', () => {
    const nothing = about(
      aYear({
        questionsByDay: {},
        questionsByChannel: {},
        questionsByOutcome: {},
        unmetByTopic: [],
        referrals: [],
        askedAgain: 0,
      }),
    );
    expect(under(nothing, 'I. KHÁI QUÁT')[1]).toContain(
      'Trong kỳ không có câu hỏi nào được gửi tới ứng dụng. Trong kỳ không có hồ sơ nào được chuyển tới trung tâm.',
    );
    expect(under(nothing, 'Theo kênh')).toEqual(['Không phát sinh trong kỳ.']);
    expect(under(nothing, 'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG')[0]).toBe(
      'Trong kỳ không có câu hỏi nào mà ứng dụng chưa có câu trả lời.',
    );
  });

  it('makes no table of numbers that are too small', () => {
    const few = about(
      aYear({
        questionsByDay: { '2026-05-04': 3 },
        questionsByChannel: { zalo: 2, web: 1 },
        questionsByOutcome: { answer: 2, unresolved: 1 },
        unmetByTopic: [{ name: 'Đất đai', count: 1 }],
        firstAnswer: { inTime: 2, late: 1, medianHours: 30, overdue: 1 },
        askedAgain: 1,
      }),
    );
    expect(under(few, 'I. KHÁI QUÁT')[1]).toContain('Trong kỳ có dưới 5 câu hỏi được gửi tới ứng dụng.');
    expect(under(few, 'Theo kênh')).toEqual(['Tổng cộng dưới 5 câu hỏi; không lập bảng vì các số quá nhỏ.']);
    expect(under(few, 'Thời gian trả lời đầu tiên')[0]).toBe(
      'Tổng cộng dưới 5 hồ sơ; không lập bảng vì các số quá nhỏ.',
    );
    expect(under(few, 'Đánh giá của người hỏi')[1]).toBe('Câu hỏi được hỏi lại trong vòng 24 giờ: không nêu.');
    expect(under(few, 'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG').slice(0, 3)).toEqual([
      'Số câu hỏi mà ứng dụng chưa có câu trả lời trong kỳ không được nêu.',
      'Lĩnh vực có nhiều câu hỏi chưa được trả lời nhất',
      'Không lập bảng vì các số quá nhỏ.',
    ]);
  });
});
