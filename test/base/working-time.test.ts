import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import {
  addWorkingDays,
  addWorkingHours,
  isCountable,
  isWorking,
  nextWorkingMoment,
  type OpenHours,
  type WorkingTime,
  weekdayOf,
  workingHoursBetween,
} from '../../src/base/working-time.ts';
import { fc } from '../support/property.ts';

const FULL: readonly OpenHours[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
];
const MORNING: readonly OpenHours[] = [{ from: '07:30', to: '11:30' }];
/** Monday to Friday, eight hours. Giỗ Tổ 2027 is a Friday; Saturday 2026-08-22 is worked for Monday 2026-08-31. */
const OFFICE: WorkingTime = {
  days: { 1: FULL, 2: FULL, 3: FULL, 4: FULL, 5: FULL, 6: [], 7: [] },
  holidays: new Map([
    ['2027-04-16', 'Giỗ Tổ Hùng Vương'],
    ['2026-08-31', 'Nghỉ hoán đổi'],
    ['2026-09-01', 'Quốc khánh'],
    ['2026-09-02', 'Quốc khánh'],
  ]),
  extraWorkingDays: new Set(['2026-08-22']),
};
const SIX_DAYS: WorkingTime = { ...OFFICE, days: { ...OFFICE.days, 6: MORNING } };
const NOBODY: WorkingTime = { ...OFFICE, days: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
const AT_NIGHT: WorkingTime = {
  ...OFFICE,
  days: { ...NOBODY.days, 1: [{ from: '22:00', to: '24:00' }], 2: [{ from: '00:00', to: '02:00' }] },
};

/** `2026-11-20 16:00` on a Vietnamese clock. */
const at = (clock: string): Date => new Date(`${clock.replace(' ', 'T')}:00+07:00`);
const clockOf = (moment: Date): string =>
  new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('hours that are worked', () => {
  it.each([
    ['buổi sáng', '2026-11-20 07:30', true],
    ['giờ nghỉ trưa', '2026-11-20 11:30', false],
    ['trước giờ nghỉ trưa một phút', '2026-11-20 11:29', true],
    ['buổi chiều', '2026-11-20 13:00', true],
    ['hết giờ', '2026-11-20 17:00', false],
    ['chưa mở cửa', '2026-11-20 07:29', false],
    ['thứ Bảy', '2026-11-21 09:00', false],
    ['ngày lễ', '2027-04-16 09:00', false],
    ['thứ Bảy làm bù', '2026-08-22 09:00', true],
    ['thứ Hai được hoán đổi', '2026-08-31 09:00', false],
  ])('%s: %s', (_, moment, is) => {
    expect(isWorking(at(moment), OFFICE)).toBe(is);
  });

  it('are those of Vietnam, whatever the machine thinks', () => {
    expect(isWorking(new Date('2026-11-20T00:30:00Z'), OFFICE)).toBe(true); // 07:30 in Hà Nội
    expect(isWorking(new Date('2026-11-20T09:00:00Z'), OFFICE)).toBe(true); // 16:00
    expect(isWorking(new Date('2026-11-20T10:00:00Z'), OFFICE)).toBe(false); // 17:00
  });

  it('lose to a holiday, also on a day that is worked in exchange', () => {
    const both = { ...OFFICE, holidays: new Map([['2026-08-22', 'Nghỉ']]) };
    expect(isWorking(at('2026-08-22 09:00'), both)).toBe(false);
  });
});

describe('nextWorkingMoment', () => {
  it.each([
    ['đang giờ làm', '2026-11-20 09:15', '2026-11-20 09:15'],
    ['giờ nghỉ trưa', '2026-11-20 12:00', '2026-11-20 13:00'],
    ['vừa hết giờ', '2026-11-19 17:00', '2026-11-20 07:30'],
    ['tối thứ Sáu', '2026-11-20 20:00', '2026-11-23 07:30'],
    ['nửa đêm Chủ nhật', '2026-11-22 00:00', '2026-11-23 07:30'],
    ['hôm trước ngày lễ, lễ liền cuối tuần', '2027-04-15 18:00', '2027-04-19 07:30'],
    ['trước thứ Bảy làm bù', '2026-08-21 18:00', '2026-08-22 07:30'],
  ])('%s: %s → %s', (_, from, to) => {
    expect(clockOf(nextWorkingMoment(at(from), OFFICE))).toBe(to);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['một ngày thường', '2026-11-18 10:00', 1, '2026-11-19 10:00'],
    ['chiều thứ Sáu', '2026-11-20 16:00', 1, '2026-11-23 16:00'],
    ['tối thứ Sáu tính từ sáng thứ Hai', '2026-11-20 20:00', 1, '2026-11-24 07:30'],
    ['trưa tính từ 13 giờ', '2026-11-18 12:10', 1, '2026-11-19 13:00'],
    ['vướng ngày lễ', '2027-04-15 16:00', 1, '2027-04-19 16:00'],
    ['qua cả kỳ Quốc khánh', '2026-08-28 09:00', 1, '2026-09-03 09:00'],
    ['thứ Bảy làm bù cũng là ngày làm việc', '2026-08-21 09:00', 1, '2026-08-22 09:00'],
    ['ba ngày', '2026-11-18 10:00', 3, '2026-11-23 10:00'],
    ['không ngày nào: từ lúc mở cửa', '2026-11-21 10:00', 0, '2026-11-23 07:30'],
  ])('%s: %s + %d ngày làm việc = %s', (_, from, days, to) => {
    expect(clockOf(addWorkingDays(at(from), days, OFFICE))).toBe(to);
  });

  it('ends at the next opening where nobody works at that time of day', () => {
    expect(clockOf(addWorkingDays(at('2026-11-20 16:00'), 1, SIX_DAYS))).toBe('2026-11-23 07:30');
    expect(clockOf(addWorkingDays(at('2026-11-20 09:00'), 1, SIX_DAYS))).toBe('2026-11-21 09:00');
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('knows no %s days', (days) => {
    expect(() => addWorkingDays(at('2026-11-20 09:00'), days, OFFICE)).toThrow(AppError);
  });
});

describe('addWorkingHours', () => {
  it.each([
    ['trong buổi', '2026-11-20 08:00', 2, '2026-11-20 10:00'],
    ['qua giờ nghỉ trưa', '2026-11-20 10:30', 2, '2026-11-20 14:00'],
    ['vừa đến hết giờ thì dừng ở đó', '2026-11-20 16:00', 1, '2026-11-20 17:00'],
    ['qua cuối tuần', '2026-11-20 16:00', 2, '2026-11-23 08:30'],
    ['một ngày làm việc tám giờ', '2026-11-20 16:00', 8, '2026-11-23 16:00'],
    ['nhận ngoài giờ', '2026-11-21 22:00', 1.5, '2026-11-23 09:00'],
    ['không giờ nào', '2026-11-20 12:00', 0, '2026-11-20 13:00'],
    ['một tuần', '2026-11-16 07:30', 40, '2026-11-20 17:00'],
  ])('%s: %s + %d giờ = %s', (_, from, hours, to) => {
    expect(clockOf(addWorkingHours(at(from), hours, OFFICE))).toBe(to);
  });

  it('works through midnight where somebody does', () => {
    expect(clockOf(addWorkingHours(at('2026-11-23 23:00'), 2, AT_NIGHT))).toBe('2026-11-24 01:00');
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('knows no %s hours', (hours) => {
    expect(() => addWorkingHours(at('2026-11-20 09:00'), hours, OFFICE)).toThrow(AppError);
  });
});

describe('workingHoursBetween', () => {
  it.each([
    ['cùng buổi', '2026-11-20 08:00', '2026-11-20 09:30', 1.5],
    ['cả ngày, trừ giờ nghỉ trưa', '2026-11-20 00:00', '2026-11-20 23:59', 8],
    ['qua cuối tuần', '2026-11-20 16:00', '2026-11-23 08:30', 2],
    ['trọn cuối tuần', '2026-11-21 00:00', '2026-11-22 23:00', 0],
    ['qua ngày lễ', '2027-04-15 16:00', '2027-04-19 08:30', 2],
    ['ngược lại thì âm', '2026-11-23 08:30', '2026-11-20 16:00', -2],
    ['một năm', '2026-01-01 00:00', '2027-01-01 00:00', (261 - 3 + 1) * 8],
  ])('%s: %s – %s là %d giờ', (_, from, to, hours) => {
    expect(workingHoursBetween(at(from), at(to), OFFICE)).toBe(hours);
  });
});

describe('isCountable', () => {
  const on = (hours: readonly OpenHours[]): boolean => isCountable({ days: { ...NOBODY.days, 3: hours } });

  it.each([
    ['một buổi', [{ from: '08:00', to: '12:00' }], true],
    [
      'hai buổi liền nhau',
      [
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '17:00' },
      ],
      true,
    ],
    ['cả ngày', [{ from: '00:00', to: '24:00' }], true],
    ['không ai làm', [], false],
    ['không có thời gian', [{ from: '08:00', to: '08:00' }], false],
    ['ngược', [{ from: '12:00', to: '08:00' }], false],
    [
      'chồng lên nhau',
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
      false,
    ],
    [
      'sai thứ tự',
      [
        { from: '13:00', to: '17:00' },
        { from: '08:00', to: '12:00' },
      ],
      false,
    ],
    ['giờ không có', [{ from: '08:00', to: '25:00' }], false],
    ['viết thiếu số', [{ from: '8:00', to: '12:00' }], false],
  ])('%s', (_, hours, is) => {
    expect(on(hours)).toBe(is);
  });

  it('is what every deadline rests on: where nobody works, there is none', () => {
    expect(() => nextWorkingMoment(at('2026-11-20 09:00'), NOBODY)).toThrow(AppError);
    expect(() => addWorkingHours(at('2026-11-20 09:00'), 1, NOBODY)).toThrow(AppError);
    expect(() => addWorkingDays(at('2026-11-20 09:00'), 1, NOBODY)).toThrow(AppError);
    expect(workingHoursBetween(at('2026-11-20 09:00'), at('2026-12-20 09:00'), NOBODY)).toBe(0);
  });
});

it.each([
  ['2026-11-16', 1],
  ['2026-11-21', 6],
  ['2026-11-22', 7],
  ['1969-12-31', 3],
])('%s is weekday %d', (day, weekday) => {
  expect(weekdayOf(day)).toBe(weekday);
});

describe('whatever the office, whenever it is', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const hours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);
  const office = fc.constantFrom(OFFICE, SIX_DAYS, AT_NIGHT);

  it('gives back the hours that were added', () => {
    fc.assert(
      fc.property(moment, hours, office, (from, added, time) => {
        expect(workingHoursBetween(from, addWorkingHours(from, added, time), time)).toBeCloseTo(added, 6);
      }),
    );
  });

  it('never ends earlier for a question that came later', () => {
    fc.assert(
      fc.property(moment, moment, hours, office, (one, other, added, time) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(addWorkingHours(second, added, time).getTime()).toBeGreaterThanOrEqual(
          addWorkingHours(first, added, time).getTime(),
        );
        const days = Math.floor(added / 20);
        expect(addWorkingDays(second, days, time).getTime()).toBeGreaterThanOrEqual(
          addWorkingDays(first, days, time).getTime(),
        );
      }),
    );
  });

  it('never ends earlier for more hours or more days', () => {
    fc.assert(
      fc.property(moment, hours, hours, office, (from, some, more, time) => {
        expect(addWorkingHours(from, some + more, time).getTime()).toBeGreaterThanOrEqual(
          addWorkingHours(from, some, time).getTime(),
        );
        const days = Math.floor(some / 20);
        expect(addWorkingDays(from, days + 1, time).getTime()).toBeGreaterThanOrEqual(
          addWorkingDays(from, days, time).getTime(),
        );
      }),
    );
  });

  it('adds up: hours to a moment between, and from there on', () => {
    fc.assert(
      fc.property(moment, moment, moment, office, (one, two, three, time) => {
        const [a, b, c] = [one, two, three].sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const whole = workingHoursBetween(a, c, time);
        expect(workingHoursBetween(a, b, time) + workingHoursBetween(b, c, time)).toBeCloseTo(whole, 6);
      }),
    );
  });

  it('is worked on at the next working moment, and not before', () => {
    fc.assert(
      fc.property(moment, office, (from, time) => {
        const next = nextWorkingMoment(from, time);
        expect(isWorking(next, time)).toBe(true);
        expect(next >= from).toBe(true);
        expect(workingHoursBetween(from, next, time)).toBe(0);
      }),
    );
  });
});
