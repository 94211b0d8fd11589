import { describe, expect, it } from 'vitest';
import { Allowance } from '../../src/base/allowance.ts';

const at = (ms: number) => new Date(Date.parse('2026-11-21T02:00:00.000Z') + ms);
const MINUTE_MS = 60_000;

describe('an allowance', () => {
  it('lets so many through in a window and says when the next is let through', () => {
    const allowance = new Allowance({ most: 2, windowMs: MINUTE_MS, keys: 10 });
    expect([allowance.take('lan', at(0)), allowance.take('lan', at(1_000))]).toEqual([undefined, undefined]);
    expect(allowance.take('lan', at(20_000))).toBe(40_000);
    expect(allowance.take('lan', at(MINUTE_MS))).toBeUndefined();
  });

  it('counts each key by itself', () => {
    const allowance = new Allowance({ most: 1, windowMs: MINUTE_MS, keys: 10 });
    expect([allowance.take('lan', at(0)), allowance.take('hung', at(0))]).toEqual([undefined, undefined]);
    expect(allowance.take('lan', at(1))).toBe(MINUTE_MS - 1);
  });

  it.each([undefined, ''])('does not count those together who cannot be told apart: %j', (key) => {
    const allowance = new Allowance({ most: 1, windowMs: MINUTE_MS, keys: 10 });
    for (let nth = 0; nth < 5; nth += 1) expect(allowance.take(key, at(nth))).toBeUndefined();
    expect(allowance.size).toBe(0);
  });

  it('remembers no more keys than it may, however many come', () => {
    const allowance = new Allowance({ most: 1, windowMs: MINUTE_MS, keys: 100 });
    for (let nth = 0; nth < 10_000; nth += 1) allowance.take(`2001:db8:0:${nth}::/64`, at(nth));
    expect(allowance.size).toBe(100);
  });

  it('forgets whose window is over', () => {
    const allowance = new Allowance({ most: 1, windowMs: MINUTE_MS, keys: 100 });
    for (let nth = 0; nth < 50; nth += 1) allowance.take(`${nth}`, at(0));
    allowance.take('lan', at(MINUTE_MS));
    expect(allowance.size).toBe(1);
  });

  it('shuts nobody out when the clock is set back', () => {
    const allowance = new Allowance({ most: 1, windowMs: MINUTE_MS, keys: 10 });
    allowance.take('lan', at(3_600_000));
    expect(allowance.take('lan', at(0))).toBeUndefined();
  });
});
