import { describe, expect, it } from 'vitest';
import { daysOf, monthForPeople, periodName } from '../../src/reporting/period.ts';

describe('a period', () => {
  it.each([
    ['2026-01-01', '2026-12-31', 'năm 2026'],
    ['2026-01-01', '2026-06-30', '6 tháng đầu năm 2026'],
    ['2026-07-01', '2026-12-31', '6 tháng cuối năm 2026'],
    ['2026-07-01', '2026-09-30', 'quý III năm 2026'],
    ['2026-10-01', '2026-12-31', 'quý IV năm 2026'],
    ['2028-02-01', '2028-02-29', 'tháng 2 năm 2028'],
    ['2026-03-05', '2026-03-05', 'ngày 05/03/2026'],
    ['2028-02-01', '2028-02-28', 'giai đoạn từ ngày 01/02/2028 đến ngày 28/02/2028'],
    ['2026-02-01', '2026-04-30', 'giai đoạn từ ngày 01/02/2026 đến ngày 30/04/2026'],
    ['2026-04-01', '2026-09-30', 'giai đoạn từ ngày 01/04/2026 đến ngày 30/09/2026'],
    ['2025-01-01', '2026-12-31', 'giai đoạn từ ngày 01/01/2025 đến ngày 31/12/2026'],
    ['2025-12-01', '2026-01-31', 'giai đoạn từ ngày 01/12/2025 đến ngày 31/01/2026'],
  ])('%s to %s is %s', (from, to, name) => {
    expect(periodName({ from, to })).toBe(name);
  });

  it('has its days, both ends included', () => {
    expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('writes months as people do', () => {
    expect(monthForPeople('2026-07')).toBe('07/2026');
  });
});
