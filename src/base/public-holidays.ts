import { type Day, nextDay } from './days.ts';
import { type OpenHours, type WorkingTime, weekdayOf } from './working-time.ts';

/**
 * Days off by law, and by what the Prime Minister decided, as they fall in the calendar. Days in lieu are not in the list:
 * `withDaysInLieu` adds them, because they depend on an office's rest days.
 *
 * Sources
 * - Bộ luật Lao động 2019, Điều 112: 1/1, five days of Tết Âm lịch, 10/3 lunar, 30/4, 1/5, 2/9 and one day beside it; which
 *   days of Tết and which day beside 2/9 is decided by the Prime Minister each year (khoản 3).
 * - Ngày Văn hoá Việt Nam 24/11: Nghị quyết 28/2026/QH16 (in force from 1/7/2026), known from the press only: Báo Chính phủ
 *   and VnEconomy 2026. It rests on one kind of source, as the entries of the knowledge base that name it say.
 * - 2026: the Prime Minister's decision of 13/10/2025 (Tết 16–20/2; Quốc khánh 1–2/9, Monday 31/8 exchanged for Saturday
 *   22/8), Thanh Niên 13/10/2025; văn bản 12729/VPCP-KGVX of 25/12/2025 (Friday 2/1 exchanged for Saturday 10/1). Exchanged
 *   days bind civil servants and public employees, so also the State Legal Aid Centres.
 * - 2027: no decision was found. Given is what every decision so far has had in common: the last day of the lunar year and
 *   the first three of the new one. The fifth day off of Tết (it makes Thursday 4/2 or Thursday 11/2 free) and the day beside
 *   2/9 are missing until they are announced: an admin adds them to the list kept in the database.
 *   Lunar days computed from the new moons at UTC+7 (6/2/2027 22:56, 7/4/2027 06:51): Tết is 6/2, Giỗ Tổ 16/4.
 */
export const PUBLIC_HOLIDAYS: ReadonlyMap<Day, string> = new Map([
  ['2026-01-01', 'Tết Dương lịch'],
  ['2026-01-02', 'Nghỉ hoán đổi dịp Tết Dương lịch'],
  ['2026-02-16', 'Tết Nguyên đán (29 tháng Chạp)'],
  ['2026-02-17', 'Tết Nguyên đán (mùng 1)'],
  ['2026-02-18', 'Tết Nguyên đán (mùng 2)'],
  ['2026-02-19', 'Tết Nguyên đán (mùng 3)'],
  ['2026-02-20', 'Tết Nguyên đán (mùng 4)'],
  ['2026-04-26', 'Giỗ Tổ Hùng Vương'],
  ['2026-04-30', 'Ngày Chiến thắng'],
  ['2026-05-01', 'Ngày Quốc tế lao động'],
  ['2026-08-31', 'Nghỉ hoán đổi dịp Quốc khánh'],
  ['2026-09-01', 'Quốc khánh'],
  ['2026-09-02', 'Quốc khánh'],
  ['2026-11-24', 'Ngày Văn hoá Việt Nam'],
  ['2027-01-01', 'Tết Dương lịch'],
  ['2027-02-05', 'Tết Nguyên đán (29 tháng Chạp)'],
  ['2027-02-06', 'Tết Nguyên đán (mùng 1)'],
  ['2027-02-07', 'Tết Nguyên đán (mùng 2)'],
  ['2027-02-08', 'Tết Nguyên đán (mùng 3)'],
  ['2027-04-16', 'Giỗ Tổ Hùng Vương'],
  ['2027-04-30', 'Ngày Chiến thắng'],
  ['2027-05-01', 'Ngày Quốc tế lao động'],
  ['2027-09-02', 'Quốc khánh'],
  ['2027-11-24', 'Ngày Văn hoá Việt Nam'],
]);

/** Saturdays worked in exchange for a day off. Source: as for the days they are exchanged for. */
export const EXCHANGED_DAYS: ReadonlySet<Day> = new Set(['2026-01-10', '2026-08-22']);

/**
 * The holidays and, for each that falls on a rest day, the next working day (Bộ luật Lao động 2019, Điều 111 khoản 3).
 *
 * @param days The office's week: a day without hours is a rest day.
 */
export function withDaysInLieu(
  holidays: ReadonlyMap<Day, string>,
  days: WorkingTime['days'],
): ReadonlyMap<Day, string> {
  const all = new Map(holidays);
  for (const [holiday, name] of [...holidays].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (days[weekdayOf(holiday)].length > 0) continue;
    const free = workingDayAfter(holiday, days, all);
    if (free !== undefined) all.set(free, `Nghỉ bù ${name}`);
  }
  return all;
}

function workingDayAfter(day: Day, days: WorkingTime['days'], taken: ReadonlyMap<Day, string>): Day | undefined {
  if (Object.values(days).every((hours) => hours.length === 0)) return undefined;
  let next = nextDay(day);
  while (days[weekdayOf(next)].length === 0 || taken.has(next)) next = nextDay(next);
  return next;
}

const OFFICE_HOURS: readonly OpenHours[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
];
const STATE_OFFICE_WEEK: WorkingTime['days'] = {
  1: OFFICE_HOURS,
  2: OFFICE_HOURS,
  3: OFFICE_HOURS,
  4: OFFICE_HOURS,
  5: OFFICE_HOURS,
  6: [],
  7: [],
};

/**
 * The working time of a state office where nobody has set another. Public employees work forty hours, Monday to Friday
 * (Quyết định 188/1999/QĐ-TTg); the hours of the day are set by each province, so these are the common ones, not the law.
 */
export const STATE_OFFICE_TIME: WorkingTime = {
  days: STATE_OFFICE_WEEK,
  holidays: withDaysInLieu(PUBLIC_HOLIDAYS, STATE_OFFICE_WEEK),
  extraWorkingDays: EXCHANGED_DAYS,
};
