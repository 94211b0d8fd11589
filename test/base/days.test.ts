import { describe, expect, it } from 'vitest';
import { contains, covers, dayForPeople, isDay, nextDay, vietnamDay } from '../../src/base/days.ts';
import { fc } from '../support/property.ts';

describe('days', () => {
  it.each([
    ['2026-12-31T16:59:59.999Z', '2026-12-31'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2027-02-28T17:00:00.000Z', '2027-03-01'],
  ])('begin at midnight in Vietnam: %s is %s', (moment, day) => {
    expect(vietnamDay(new Date(moment))).toBe(day);
  });

  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2027-02-28', '2027-03-01'],
    ['2028-02-28', '2028-02-29'],
  ])('after %s comes %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });

  it.each([
    ['2026-11-21', true],
    ['2028-02-29', true],
    ['2026-02-30', false],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['21/11/2026', false],
    ['2026-11-21T00:00', false],
    ['', false],
  ])('isDay(%s) is %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('are written as people write them', () => {
    expect(dayForPeople('2027-01-01')).toBe('01/01/2027');
  });

  it('belong to a span at both of its ends, and to an open one for ever', () => {
    const span = { from: '2023-07-01', to: '2026-12-31' };
    expect(['2023-06-30', '2023-07-01', '2026-12-31', '2027-01-01'].map((day) => covers(span, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(covers({ from: '2023-07-01' }, '2199-01-01')).toBe(true);
  });

  it.each([
    [{ from: '2020-01-01' }, { from: '2021-01-01', to: '2026-12-31' }, true],
    [{ from: '2020-01-01', to: '2026-12-31' }, { from: '2021-01-01', to: '2026-12-31' }, true],
    [{ from: '2020-01-01', to: '2026-12-31' }, { from: '2021-01-01' }, false],
    [{ from: '2021-01-02' }, { from: '2021-01-01' }, false],
    [{ from: '2020-01-01', to: '2026-12-30' }, { from: '2021-01-01', to: '2026-12-31' }, false],
  ])('%o contains %o: %s', (outer, inner, does) => {
    expect(contains(outer, inner)).toBe(does);
  });

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1945-01-01'), max: new Date('2099-12-30'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(isDay(nextDay(day))).toBe(true);
          expect(nextDay(day) > day).toBe(true);
        },
      ),
    );
  });
});
