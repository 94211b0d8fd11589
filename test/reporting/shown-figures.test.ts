import { describe, expect, it } from 'vitest';
import type { PeriodFigures } from '../../src/reporting/figures.ts';
import { cellForm } from '../../src/reporting/number-form.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import type { ShownTable } from '../../src/reporting/small-numbers.ts';
import { aYear, NOT_MEASURED } from '../support/period-figures.ts';

const lines = (table: ShownTable | undefined): readonly string[] | undefined =>
  table?.rows.map(({ label, cells }) => `${label}: ${cells.map(cellForm).join(' ')}`);
const tablesOf = (figures: PeriodFigures) => shownFigures(figures).tables;

describe('the tables of a period', () => {
  const { tables, ...single } = shownFigures(aYear());

  it('name channels, outcomes and dangers for people, in an order of their own', () => {
    expect(lines(tables.byChannel)).toEqual(['Zalo: 2.310', 'Telegram: 618', 'Trang web: 533']);
    expect(lines(tables.byOutcome)).toEqual([
      'Trả lời được: 2.703',
      'Chưa có câu trả lời: 210',
      'Đưa ra các lựa chọn gần đúng: 391',
      'Ngoài phạm vi quyền và trợ giúp pháp lý: 157',
    ]);
    expect(lines(tables.urgent)).toEqual([
      'Bạo lực: 64',
      'Trẻ em gặp nguy hiểm: 21',
      'Ý định tự làm hại mình: 6',
      'Bị bắt, bị giữ: ≈ 8',
      'Mua bán người: < 5',
      'Cấp cứu: < 5',
    ]);
  });

  it('do not depend on the order in which names come, which may tell of counts', () => {
    const shuffled = aYear();
    expect(tablesOf({ ...shuffled, questionsByGroup: shuffled.questionsByGroup?.toReversed() })).toEqual(tables);
  });

  it('count referrals of each province, most opened first', () => {
    expect(lines(tables.referrals)).toEqual([
      'Thành phố Hà Nội: 131 120 ẩn',
      'Tỉnh Hưng Yên: 58 ≈ 50 ẩn',
      'Thành phố Huế: 24 26 0',
      'Tỉnh Sơn La: 9 < 5 < 5',
    ]);
  });

  it('name a reason for each message that was given up', () => {
    expect(lines(tables.delivery)?.slice(0, 3)).toEqual([
      'Đã gửi: 7.204',
      'Đang chờ gửi: 0',
      'Không gửi được: người nhận đã chặn hoặc rời kênh: ≈ 13',
    ]);
  });

  it('are by month for a year and by day for a month, never both', () => {
    expect(lines(tables.overTime)?.slice(0, 2)).toEqual(['01/2026: 290', '02/2026: 266']);
    const march = tablesOf(aYear({ period: { from: '2026-03-01', to: '2026-03-31' } })).overTime;
    expect([march?.title, lines(march)?.length]).toEqual(['Câu hỏi theo ngày', 31]);
    expect(lines(march)?.slice(0, 2)).toEqual(['01/03/2026: < 5', '02/03/2026: 9']);
    const longer = tablesOf(aYear({ period: { from: '2026-03-01', to: '2026-04-01' } })).overTime;
    expect([longer?.title, lines(longer)]).toEqual(['Câu hỏi theo tháng', ['03/2026: 293', '04/2026: 5']]);
  });

  it('count nothing on days that are not there', () => {
    const week = tablesOf(
      aYear({
        period: { from: '2026-03-02', to: '2026-03-04' },
        questionsByDay: { '2026-03-02': 9, '2026-03-09': 50 },
        askedAgain: 0,
      }),
    ).overTime;
    expect(lines(week)).toEqual(['02/03/2026: 9', '03/03/2026: 0', '04/03/2026: 0']);
  });

  it('come with single numbers, hidden in the same way', () => {
    expect(single).toMatchObject({
      questions: { shown: 'exactly', count: 3461 },
      askedAgain: { shown: 'exactly', count: 143 },
      overdue: { shown: 'under-5' },
      medianHours: 3.5,
    });
  });

  it('hide how long a first answer took where fewer than 5 were given', () => {
    const median = (inTime: number) =>
      shownFigures(aYear({ firstAnswer: { inTime, late: 0, medianHours: 7, overdue: 0 } })).medianHours;
    expect([median(4), median(5)]).toEqual([undefined, 7]);
  });
});

describe('a number that one table hides', () => {
  it('does not stand in the table that divides it further: unanswered questions and their topics', () => {
    const { byOutcome, unmet } = tablesOf(aYear({ questionsByOutcome: { answer: 40, unresolved: 3, choices: 9 } }));
    expect(lines(byOutcome)?.[1]).toBe('Chưa có câu trả lời: < 5');
    expect([unmet?.state, lines(unmet)?.[0]]).toEqual(['kept-back', 'Đất đai: ẩn']);
  });

  it('nor do the reasons of ratings that are hidden', () => {
    const ratings = { helpful: 2, unhelpful: 60, reasons: [{ name: 'Khó hiểu', count: 60 }] };
    const { answerRatings, unhelpfulReasons } = tablesOf(aYear({ answerRatings: ratings }));
    expect(lines(answerRatings)).toEqual(['Hữu ích: < 5', 'Không hữu ích: ≈ 60']);
    expect(unhelpfulReasons?.state).toBe('kept-back');
  });
});

it('what was not measured has no table and no number', () => {
  const { tables, period, ...single } = shownFigures(NOT_MEASURED);
  expect([...Object.values(tables), ...Object.values(single)].filter((one) => one !== undefined)).toEqual([]);
  expect(period).toEqual(NOT_MEASURED.period);
});
