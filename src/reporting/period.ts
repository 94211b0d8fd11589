import { type Day, dayForPeople, nextDay } from '../base/days.ts';
import type { Period } from './figures.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** The days of a period, first to last. */
export function daysOf({ from, to }: Period): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

/**
 * A period as reports name it: `năm 2026`, `6 tháng đầu năm 2026`, `quý III năm 2026`, `tháng 7 năm 2026`,
 * `ngày 05/03/2026`, else `giai đoạn từ ngày 05/03/2026 đến ngày 20/04/2026`.
 */
export function periodName({ from, to }: Period): string {
  if (from === to) return `ngày ${dayForPeople(from)}`;
  const year = Number(from.slice(0, 4));
  const first = Number(from.slice(5, 7));
  const last = Number(to.slice(5, 7));
  const wholeMonths = from.endsWith('-01') && nextDay(to).endsWith('-01') && to.startsWith(from.slice(0, 4));
  const months = last - first + 1;
  if (wholeMonths && months === 12) return `năm ${year}`;
  if (wholeMonths && months === 6 && first === 1) return `6 tháng đầu năm ${year}`;
  if (wholeMonths && months === 6 && first === 7) return `6 tháng cuối năm ${year}`;
  if (wholeMonths && months === 3 && first % 3 === 1) return `quý ${ROMAN[(first - 1) / 3]} năm ${year}`;
  if (wholeMonths && months === 1) return `tháng ${first} năm ${year}`;
  return `giai đoạn từ ngày ${dayForPeople(from)} đến ngày ${dayForPeople(to)}`;
}

/** `2026-07` as people write it: `07/2026`. */
export function monthForPeople(month: string): string {
  return month.split('-').reverse().join('/');
}
