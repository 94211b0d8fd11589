import { describe, expect, it } from 'vitest';
import type { Sure } from '../../src/evaluation/fit-decision.ts';
import { reliability, riskCoverage } from '../../src/evaluation/reliability.ts';

const right = (sure: number): Sure => ({ sure, right: true });
const wrong = (sure: number): Sure => ({ sure, right: false });

describe('reliability', () => {
  it('gives for each tenth the mean probability and the share right', () => {
    const tenths = reliability([right(0.92), wrong(0.98), right(0.95), right(0.95), wrong(0.41), wrong(0.05)]);
    expect(tenths.map((tenth) => tenth.right)).toEqual([0, 0, 0.75]);
    for (const [nth, sure] of [0.05, 0.41, 0.95].entries()) expect(tenths[nth]?.sure).toBeCloseTo(sure, 9);
  });

  it('leaves out tenths that hold no question', () => {
    expect(reliability([right(0.55)])).toHaveLength(1);
    expect(reliability([])).toEqual([]);
  });

  it.each([
    [0, 0.09],
    [0.1, 0.19],
    [0.95, 1], // full certainty belongs to the last tenth
  ])('puts %d and %d into the same tenth', (one, another) => {
    expect(reliability([right(one), wrong(another)])).toEqual([{ sure: (one + another) / 2, right: 0.5 }]);
  });

  it.each([
    [0.09, 0.1],
    [0.89, 0.9],
  ])('puts %d and %d into different tenths', (one, another) => {
    expect(reliability([right(one), wrong(another)])).toEqual([
      { sure: one, right: 1 },
      { sure: another, right: 0 },
    ]);
  });
});

describe('riskCoverage', () => {
  it('gives the share wrong among the surest, for every share answered', () => {
    expect(riskCoverage([wrong(0.3), right(0.9), wrong(0.6), right(0.8)])).toEqual([
      { coverage: 0.25, risk: 0 },
      { coverage: 0.5, risk: 0 },
      { coverage: 0.75, risk: 1 / 3 },
      { coverage: 1, risk: 0.5 },
    ]);
  });

  it('begins high where the surest answer is wrong', () => {
    expect(riskCoverage([wrong(0.9), right(0.8)]).map(({ risk }) => risk)).toEqual([1, 0.5]);
  });

  it('leaves what it was given in its order', () => {
    const given = [right(0.1), right(0.9)];
    riskCoverage(given);
    expect(given).toEqual([right(0.1), right(0.9)]);
  });

  it('gives nothing for nothing', () => {
    expect(riskCoverage([])).toEqual([]);
  });
});
