import { describe, expect, it } from 'vitest';
import { quantile, rounded, slope } from '../../scripts/load/figures.ts';

describe('the figures of a load run', () => {
  it('tell below which value a share of them lies', () => {
    const values = Array.from({ length: 100 }, (_, nth) => 100 - nth);
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1)]).toEqual([51, 96, 100]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('tell how fast something grows, whatever it jumps', () => {
    expect(
      slope([
        [0, 300],
        [1, 302],
        [2, 304],
      ]),
    ).toBe(2);
    expect(
      rounded(
        slope([
          [0, 300],
          [1, 310],
          [2, 290],
          [3, 300],
        ]),
        1,
      ),
    ).toBe(-2);
  });
});
