import { describe, expect, it } from 'vitest';
import { isNight } from '../../src/base/night.ts';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { dueAt, escalatedAt, remindedUntil, USUAL_TARGETS } from '../../src/service/targets.ts';

const at = (vietnam: string) => new Date(`${vietnam}:00+07:00`);
const HUNG_YEN = '33';

describe('when the first answer is due', () => {
  it.each([
    ['Wednesday morning', '2026-11-18T09:20', '2026-11-19T09:20'],
    ['Friday afternoon: the weekend does not count', '2026-11-20T16:00', '2026-11-23T16:00'],
    ['the day before a holiday', '2026-11-23T10:00', '2026-11-25T10:00'],
    ['Saturday night: counts from Monday morning', '2026-11-28T22:00', '2026-12-01T07:30'],
    ['lunch: counts from one o’clock', '2026-11-18T12:10', '2026-11-19T13:00'],
  ])('%s', (_, opened, due) => {
    expect(dueAt(at(opened), HUNG_YEN, USUAL_TARGETS, STATE_OFFICE_TIME)).toEqual(at(due));
  });

  it('is later where another number was agreed, and only there', () => {
    const targets = { ...USUAL_TARGETS, answerDaysOf: { [HUNG_YEN]: 3 } };
    expect(dueAt(at('2026-11-16T09:00'), HUNG_YEN, targets, STATE_OFFICE_TIME)).toEqual(at('2026-11-19T09:00'));
    expect(dueAt(at('2026-11-16T09:00'), '01', targets, STATE_OFFICE_TIME)).toEqual(at('2026-11-17T09:00'));
  });
});

it.each([
  ['two working hours, over lunch', '2026-11-18T11:00', '2026-11-18T14:30'],
  ['over the weekend', '2026-11-20T16:30', '2026-11-23T09:00'],
])('staff are reminded of what is due within %s', (_, now, until) => {
  expect(remindedUntil(at(now), USUAL_TARGETS, STATE_OFFICE_TIME)).toEqual(at(until));
});

it('the admin is told one working day after it was due', () => {
  expect(escalatedAt(at('2026-11-20T16:00'), USUAL_TARGETS, STATE_OFFICE_TIME)).toEqual(at('2026-11-23T16:00'));
});

it.each([
  ['2026-11-18T20:59', false],
  ['2026-11-18T21:00', true],
  ['2026-11-19T00:30', true],
  ['2026-11-19T06:59', true],
  ['2026-11-19T07:00', false],
])('at %s in Vietnam it is night: %s', (moment, night) => {
  expect(isNight(at(moment))).toBe(night);
});
