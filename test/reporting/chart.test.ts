import { describe, expect, it } from 'vitest';
import { chartOf } from '../../src/reporting/chart.ts';
import { shownFigures } from '../../src/reporting/shown-figures.ts';
import { aYear } from '../support/period-figures.ts';

const many = Array.from({ length: 40 }, (_, nth) => ({ name: `Lĩnh vực ${nth + 10}`, count: 10 + nth }));

describe('the chart of a table', () => {
  const { tables } = shownFigures(aYear());

  it('is told in words too, hidden numbers as they are shown', () => {
    expect(chartOf(tables.urgent, 'bars')?.description).toBe(
      'Biểu đồ thanh ngang, đơn vị: câu hỏi. Bạo lực: 64; Trẻ em gặp nguy hiểm: 21; Ý định tự làm hại mình: 6; ' +
        'Bị bắt, bị giữ: ≈ 8; Mua bán người: < 5. Các số còn lại ở bảng.',
    );
    expect(chartOf(tables.referrals, 'bars')?.description).toContain(
      'Tỉnh Sơn La: Mở 9, Kết thúc < 5, Người hỏi rút < 5.',
    );
  });

  it('has the first bars of a long table and says so; a line has every day', () => {
    const topics = chartOf(shownFigures(aYear({ questionsByTopic: many })).tables.byTopic, 'bars');
    expect([topics?.rows.length, topics?.title]).toEqual([15, 'Câu hỏi theo lĩnh vực (15 dòng đầu của bảng)']);
    const march = shownFigures(aYear({ period: { from: '2026-03-01', to: '2026-03-31' } })).tables.overTime;
    expect(chartOf(march, 'line')?.rows.length).toBe(31);
  });

  it.each([
    ['was not measured', undefined],
    ['is empty', {}],
    ['is too small to show', { zalo: 2, web: 1 }],
  ])('is not drawn when the table %s', (_, questionsByChannel) => {
    expect(chartOf(shownFigures(aYear({ questionsByChannel })).tables.byChannel, 'bars')).toBeUndefined();
  });
});
