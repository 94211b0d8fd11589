import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/base/days.ts';
import { EXCHANGED_DAYS, PUBLIC_HOLIDAYS, STATE_OFFICE_TIME, withDaysInLieu } from '../../src/base/public-holidays.ts';
import { addWorkingDays, isCountable, weekdayOf } from '../../src/base/working-time.ts';

const free = (year: string, held: ReadonlyMap<string, string> = STATE_OFFICE_TIME.holidays) =>
  [...held.keys()].filter((day) => day.startsWith(year)).sort();
/** Day and month of the lunar calendar, as the machine's own tables have it. */
const lunar = (day: string) =>
  new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
    .formatToParts(new Date(day))
    .flatMap(({ type, value }) => (type === 'day' || type === 'month' ? [`${type} ${value}`] : []));

describe('public holidays', () => {
  it('are days that exist', () => {
    expect([...PUBLIC_HOLIDAYS.keys(), ...EXCHANGED_DAYS].filter((day) => !isDay(day))).toEqual([]);
  });

  it('of 2026: as announced, with one day in lieu for Giỗ Tổ on a Sunday', () => {
    expect(free('2026')).toEqual([
      ...['2026-01-01', '2026-01-02'],
      ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
      ...['2026-04-26', '2026-04-27', '2026-04-30', '2026-05-01'],
      ...['2026-08-31', '2026-09-01', '2026-09-02'],
      '2026-11-24',
    ]);
    expect(STATE_OFFICE_TIME.holidays.get('2026-04-27')).toBe('Nghỉ bù Giỗ Tổ Hùng Vương');
  });

  it('of 2027: what is certain, with days in lieu for Tết on a weekend and for 1 May on a Saturday', () => {
    expect(free('2027')).toEqual([
      '2027-01-01',
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10'],
      ...['2027-04-16', '2027-04-30', '2027-05-01', '2027-05-03'],
      ...['2027-09-02', '2027-11-24'],
    ]);
  });

  it.each([
    ['Giỗ Tổ 2026', '2026-04-26', ['month 3', 'day 10']],
    ['Giỗ Tổ 2027', '2027-04-16', ['month 3', 'day 10']],
    ['mùng 1 Tết 2026', '2026-02-17', ['month 1', 'day 1']],
  ])('of the lunar calendar fall where it says: %s', (_, day, expected) => {
    expect(lunar(day)).toEqual(expected);
  });

  it('are exchanged for Saturdays', () => {
    expect([...EXCHANGED_DAYS].map(weekdayOf)).toEqual([6, 6]);
  });

  it('leave a working week', () => {
    expect(isCountable(STATE_OFFICE_TIME)).toBe(true);
  });

  it('put a question that came before Tết 2027 off until after it', () => {
    const asked = new Date('2027-02-04T16:00:00+07:00');
    expect(addWorkingDays(asked, 1, STATE_OFFICE_TIME)).toEqual(new Date('2027-02-11T16:00:00+07:00'));
  });
});

describe('days in lieu', () => {
  const week = STATE_OFFICE_TIME.days;

  it('are given for a rest day only', () => {
    expect(free('2027', withDaysInLieu(new Map([['2027-05-03', 'lễ']]), week))).toEqual(['2027-05-03']);
  });

  it('depend on the office: who works on Saturdays has none for a Saturday', () => {
    const sixDays = { ...week, 6: [{ from: '07:30', to: '11:30' }] };
    expect(free('2027', withDaysInLieu(new Map([['2027-05-01', 'lễ']]), sixDays))).toEqual(['2027-05-01']);
  });

  it('are never two on one day, in whatever order the holidays are written', () => {
    const saturday = ['2027-05-01', 'một'] as const;
    const sunday = ['2027-05-02', 'hai'] as const;
    const monday = ['2027-05-03', 'ba'] as const;
    const given = withDaysInLieu(new Map([monday, sunday, saturday]), week);
    expect(free('2027', given)).toEqual(['2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04', '2027-05-05']);
    expect([given.get('2027-05-04'), given.get('2027-05-05')]).toEqual(['Nghỉ bù một', 'Nghỉ bù hai']);
  });

  it('are none where nobody works', () => {
    const never = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(free('2027', withDaysInLieu(PUBLIC_HOLIDAYS, never))).toEqual(free('2027', PUBLIC_HOLIDAYS));
  });
});
