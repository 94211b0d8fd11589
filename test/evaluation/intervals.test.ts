import { describe, expect, it } from 'vitest';
import { evaluate, type Given, type Labelled, type Measures } from '../../src/evaluation/evaluate.ts';
import { intervals } from '../../src/evaluation/intervals.ts';

const WAGES = 'bo-luat-lao-dong-2019:97';
const OTHER = 'luat-dat-dai-2024:96';

/** So many questions that were answered rightly, wrongly, and not at all. */
function answered(rightly: number, wrongly = 0, unanswered = 0): readonly (readonly [Labelled, Given])[] {
  const one = (nth: number, outcome: string, citation: string): readonly [Labelled, Given] => [
    { id: `Q${nth}`, text: 'cty nợ lương', kind: 'direct', expect: 'answer', accept: [WAGES] },
    { outcome, urgent: null, answers: [{ citations: [citation], confidence: 0.9 }] },
  ];
  return [
    ...Array.from({ length: rightly }, (_, nth) => one(nth, 'answer', WAGES)),
    ...Array.from({ length: wrongly }, (_, nth) => one(nth, 'answer', OTHER)),
    ...Array.from({ length: unanswered }, (_, nth) => one(nth, 'unresolved', OTHER)),
  ];
}
const NAMES = ['accuracy', 'answerRate', 'hit1', 'hit3'] as const satisfies readonly (keyof Measures)[];
const accuracy = (pairs: readonly (readonly [Labelled, Given])[]) => intervals(pairs, ['accuracy']).accuracy!;

describe('intervals', () => {
  it.each([
    ['mostly right', answered(40, 3, 7)],
    ['half right', answered(20, 20)],
    ['mostly unanswered', answered(4, 1, 45)],
    ['few questions', answered(3, 1)],
  ])('contain the point estimate: %s', (_, pairs) => {
    const { overall } = evaluate(pairs);
    const found = intervals(pairs, NAMES);
    for (const name of NAMES) {
      const [from, to] = found[name]!;
      expect([name, from <= overall[name]!, overall[name]! <= to]).toEqual([name, true, true]);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
    }
  });

  it('are the same the second time', () => {
    const pairs = answered(40, 3, 7);
    expect(intervals(pairs, NAMES)).toEqual(intervals(pairs, NAMES));
  });

  it('are as wide as chance makes them: 90 of 100 right is 84 to 96 in a hundred', () => {
    const [from, to] = accuracy(answered(90, 10)); // 0.9 ± 1.96 × √(0.9 × 0.1 / 100) = 0.841 to 0.959
    expect(from).toBeGreaterThan(0.8);
    expect(from).toBeLessThan(0.87);
    expect(to).toBeGreaterThan(0.93);
    expect(to).toBeLessThan(0.98);
  });

  it('grow narrower with more questions', () => {
    const width = ([from, to]: readonly [number, number]) => to - from;
    expect(width(accuracy(answered(180, 20)))).toBeLessThan(width(accuracy(answered(9, 1))));
  });

  it('are a point where all questions came to the same', () => {
    expect(intervals(answered(30), NAMES)).toEqual(Object.fromEntries(NAMES.map((name) => [name, [1, 1]])));
  });

  it('are only for the measures asked for', () => {
    expect(Object.keys(intervals(answered(3, 1), ['hit1']))).toEqual(['hit1']);
  });

  it('are none where nothing can be counted', () => {
    expect(intervals(answered(3, 1), ['urgentRecall', 'accuracy'])).not.toHaveProperty('urgentRecall');
    expect(intervals([], NAMES)).toEqual({});
  });
});
