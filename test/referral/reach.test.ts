import { describe, expect, it } from 'vitest';
import { isNight, minuteOfDay } from '../../src/base/night.ts';
import { nextSafe, readReach } from '../../src/referral/reach.ts';
import { fc } from '../support/property.ts';

/** Hours as people read a clock: `8:00–11:00`. */
const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const hoursOf = (words: string) =>
  readReach(words)
    .hours.map(([from, to]) => `${clock(from)}–${clock(to)}`)
    .join(' ');

describe('when somebody may be reached', () => {
  it.each([
    ['chỉ nhắn 8–11 giờ sáng', '8:00–11:00'],
    ['8h-11h', '8:00–11:00'],
    ['từ 8h30 đến 11h thôi ạ', '8:30–11:00'],
    ['nhan tu 8 gio den 10 gio ruoi sang', '8:00–10:30'],
    ['2-4 giờ chiều', '14:00–16:00'],
    ['8 giờ sáng tới 5 giờ chiều', '8:00–17:00'],
    ['8 giờ tới 11 giờ', '8:00–11:00'],
    ['7 đến 9 giờ tối', '19:00–21:00'],
    ['13:00-15:00', '13:00–15:00'],
    ['sau 20h', '20:00–24:00'],
    ['trước 5 giờ chiều', '7:00–17:00'],
    ['giờ hành chính', '8:00–17:00'],
    ['buổi sáng hoặc buổi chiều đều được', '7:00–11:00 13:00–17:00'],
    ['8h-10h hoặc 14h-16h, đừng gọi', '8:00–10:00 14:00–16:00'],
    ['đừng nhắn sau 6 giờ tối', '7:00–18:00'],
    ['đừng nhắn buổi trưa', '7:00–11:00 13:00–21:00'],
    ['không nhắn ban đêm', '7:00–21:00'],
    ['22h-1h', '0:00–1:00 22:00–24:00'],
    ['chỉ nhắn sáng', '7:00–11:00'],
    ['lúc chồng em đi làm', ''],
    ['em sang nhà mẹ thì tôi nhắn, đem theo máy', ''],
    ['gọi số 0912 345 678', ''],
    ['nhắn 2-3 lần cũng được', ''],
  ])('%s → %s', (words, hours) => {
    expect(hoursOf(words)).toBe(hours);
  });

  it.each([
    ['đừng gọi', true, false],
    ['dung goi, chi nhan tin', true, false],
    ['chỉ nhắn 8–11 giờ sáng, đừng gọi', true, false],
    ['đừng nhắn gì hết', false, true],
    ['đừng liên lạc trước, để em nhắn', false, false],
    ['nhắn lúc nào cũng được', true, true],
    ['đừng nhắn sau 18h', true, true],
  ])('%s: messages %s, calls %s', (words, messages, calls) => {
    expect(readReach(words)).toMatchObject({ words, messages, calls });
  });

  it('takes any words, and names only minutes that a clock shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(99), (noise, number) => {
        for (const [from, to] of readReach(`${noise} ${number}h-${number + 3} giờ ${noise}`).hours) {
          expect(0 <= from && from < to && to <= 24 * 60).toBe(true);
        }
      }),
    );
  });
});

describe('the next safe moment', () => {
  const at = (clock: string) => new Date(`2026-11-21T${clock}:00+07:00`);

  it.each([
    ['09:15', '8–11 giờ sáng', '2026-11-21T02:15:00.000Z'],
    ['12:00', '8–11 giờ sáng', '2026-11-22T01:00:00.000Z'],
    ['03:00', '8–11 giờ sáng', '2026-11-21T01:00:00.000Z'],
    ['12:00', '8h-10h hoặc 14h-16h', '2026-11-21T07:00:00.000Z'],
    ['23:30', '22h-1h', '2026-11-21T16:30:00.000Z'],
    ['00:30', '22h-1h', '2026-11-20T17:30:00.000Z'],
  ])('at %s with “%s”: %s', (now, words, next) => {
    expect(nextSafe(at(now), readReach(words))?.toISOString()).toBe(next);
  });

  it('is by day where nobody said otherwise', () => {
    expect(nextSafe(at('15:00'), undefined)).toEqual(at('15:00'));
    expect(nextSafe(at('22:10'), undefined)?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(nextSafe(at('05:00'), readReach('đừng gọi'))?.toISOString()).toBe('2026-11-21T00:00:00.000Z');
  });

  it('is none where they want nobody to write first', () => {
    expect(nextSafe(at('15:00'), readReach('đừng nhắn'))).toBeUndefined();
    expect(nextSafe(at('07:00'), readReach('đừng nhắn, trừ 8h-9h'))).toEqual(at('08:00'));
  });

  it('is never in the past and never outside of the hours', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('00:00'), max: new Date('2027-11-21'), noInvalidDate: true }),
        fc.nat(23),
        (now, from) => {
          const reach = readReach(`${from}h-${from + 1}h`);
          const next = nextSafe(now, reach);
          expect(next).toBeDefined();
          if (!next) return;
          expect(next.getTime()).toBeGreaterThan(now.getTime() - 60_000);
          expect(Math.floor(minuteOfDay(next) / 60)).toBe(from);
          expect(isNight(nextSafe(now, undefined) ?? now)).toBe(false);
        },
      ),
    );
  });
});
