import { describe, expect, it } from 'vitest';
import { fitRanker, type RankedQuestion, randomFrom } from '../../src/evaluation/fit-ranker.ts';
import { FEATURES, type Feature } from '../../src/search/compare.ts';
import { Ranker } from '../../src/search/ranker.ts';

const OPTIONS = { units: 4, rounds: 60, seed: 7 };
const CANDIDATES = 5;

/**
 * Made-up questions on which one rule says which candidate is right; all other features are noise.
 *
 * @param worth The candidate of which this is the largest is the right one.
 */
function questions(
  count: number,
  seed: number,
  worth: (value: (name: Feature) => number) => number,
): readonly RankedQuestion[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const features = Float32Array.from({ length: CANDIDATES * FEATURES.length }, random);
    const worths = Array.from({ length: CANDIDATES }, (_, nth) =>
      worth((name) => features[nth * FEATURES.length + FEATURES.indexOf(name)] ?? 0),
    );
    const best = worths.indexOf(Math.max(...worths));
    return { features, right: worths.map((_, nth) => nth === best) };
  });
}
/** Share of the questions whose right candidate is put first. */
function hits(ranker: Ranker, asked: readonly RankedQuestion[]): number {
  const documents = Array.from({ length: CANDIDATES }, (_, nth) => nth);
  return (
    asked.filter(({ features, right }) => right[ranker.rank({ documents, features }).order[0] ?? -1]).length /
    asked.length
  );
}

describe('fitRanker', () => {
  it.each<[string, (value: (name: Feature) => number) => number]>([
    ['the largest of one feature', (value) => value('score')],
    ['the smallest of one feature', (value) => -value('length')],
    ['the largest of a sum', (value) => value('run') + value('headWords')],
  ])('learns an order from examples, and keeps to it on questions it has not seen: %s', (_, worth) => {
    const ranker = new Ranker(fitRanker(questions(150, 1, worth), OPTIONS));
    expect(hits(ranker, questions(100, 2, worth))).toBeGreaterThan(0.8); // by chance 0.2
  });

  it('gives the same weights for the same seed', () => {
    const examples = questions(30, 1, (value) => value('score'));
    expect(fitRanker(examples, OPTIONS)).toEqual(fitRanker(examples, OPTIONS));
  });

  it('gives other weights for another seed', () => {
    const examples = questions(30, 1, (value) => value('score'));
    expect(fitRanker(examples, { ...OPTIONS, seed: 8 })).not.toEqual(fitRanker(examples, OPTIONS));
  });

  it('leaves the examples as they were', () => {
    const examples = questions(10, 1, (value) => value('score'));
    const before = structuredClone(examples);
    fitRanker(examples, OPTIONS);
    expect(examples).toEqual(before);
  });

  it('learns nothing from questions without a right candidate, or with right ones only', () => {
    const examples = questions(30, 1, (value) => value('score'));
    const useless = questions(30, 2, (value) => value('run')).flatMap(({ features, right }) => [
      { features, right: right.map(() => false) },
      { features, right: right.map(() => true) },
    ]);
    expect(fitRanker([...useless, ...examples], OPTIONS)).toEqual(fitRanker(examples, OPTIONS));
  });

  it('gives weights for the features there are, as numbers that JSON can keep', () => {
    const weights = fitRanker(
      questions(30, 1, (value) => value('score')),
      OPTIONS,
    );
    expect(weights.features).toEqual(FEATURES);
    expect(JSON.parse(JSON.stringify(weights))).toEqual(weights);
    expect([weights.hidden.length, weights.bias.length, weights.out.length]).toEqual([4, 4, 4]);
  });

  it('does not break on a feature that is always the same', () => {
    const examples = questions(30, 1, (value) => value('score')).map(({ features, right }) => ({
      features: features.map((value, at) => (at % FEATURES.length === FEATURES.indexOf('older') ? 0.3 : value)),
      right,
    }));
    const { mean, spread, straight } = fitRanker(examples, OPTIONS);
    expect([...mean, ...spread, ...straight].every(Number.isFinite)).toBe(true);
  });

  it('tells how far it is', () => {
    const told: (readonly [number, number])[] = [];
    fitRanker([], { ...OPTIONS, rounds: 3, progress: (round, rounds) => told.push([round, rounds]) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

describe('randomFrom', () => {
  it('gives numbers between 0 and 1, the same from the same seed', () => {
    const drawn = (seed: number) => Array.from({ length: 500 }, randomFrom(seed));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    expect(drawn(7).every((value) => value >= 0 && value < 1)).toBe(true);
    expect(Math.abs(drawn(7).reduce((sum, value) => sum + value, 0) / 500 - 0.5)).toBeLessThan(0.05);
  });
});
