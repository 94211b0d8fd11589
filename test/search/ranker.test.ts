import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FEATURES, type Feature } from '../../src/search/compare.ts';
import { INPUTS, inputsOf, Ranker, type RankerWeights } from '../../src/search/ranker.ts';

type Values = Partial<Record<Feature, number>>;
const COUNT = FEATURES.length;

/** Candidates with the named features; all others are 0. */
function candidates(...rows: readonly Values[]): { documents: readonly number[]; features: Float32Array } {
  return {
    documents: rows.map((_, nth) => nth),
    features: Float32Array.from(rows.flatMap((row) => FEATURES.map((name) => row[name] ?? 0))),
  };
}
/** One input weight for each named feature: as it is (`own`), or against the largest among the candidates (`share`). */
function row(own: Values, share: Values = {}): readonly number[] {
  return [...FEATURES.map((name) => own[name] ?? 0), ...FEATURES.map((name) => share[name] ?? 0)];
}
const aRanker = (change: Partial<RankerWeights>): Ranker =>
  new Ranker({
    features: [...FEATURES],
    mean: row({}),
    spread: Array.from({ length: INPUTS }, () => 1),
    hidden: [],
    bias: [],
    out: [],
    straight: row({}),
    ...change,
  });

describe('Ranker', () => {
  it.each([
    ['in another order', [...FEATURES].reverse()],
    ['fewer', FEATURES.slice(1)],
    ['more', [...FEATURES, 'smell']],
    ['none', []],
  ])('refuses weights that were fitted on other features: %s', (_, features) => {
    expect(() => aRanker({ features })).toThrow(RangeError);
    expect(() => aRanker({ features })).toThrow('npm run fit:ranker');
  });

  it('takes the weights that are shipped', () => {
    const file = new URL('../../src/search/weights/articles.json', import.meta.url);
    expect(() => new Ranker(JSON.parse(readFileSync(file, 'utf8')) as RankerWeights)).not.toThrow();
  });

  it('adds up what each feature counts', () => {
    const ranker = aRanker({ straight: row({ score: 2, words: -1 }) });
    const { order, scores } = ranker.rank(
      candidates({ score: 0.25, words: 0.75 }, { score: 0.5, words: 0.25 }, { score: 0.5 }),
    );
    expect([...scores]).toEqual([-0.25, 0.75, 1]);
    expect(order).toEqual([2, 1, 0]);
  });

  it('adds what a feature is against the largest among the candidates', () => {
    const ranker = aRanker({ straight: row({}, { run: 1 }) });
    expect([...ranker.rank(candidates({ run: 0.25 }, { run: 0.5 }, {})).scores]).toEqual([0.5, 1, 0]);
    expect([...ranker.rank(candidates({ run: 0.25 }, {})).scores]).toEqual([1, 0]);
  });

  it('counts a hidden unit by its hyperbolic tangent', () => {
    const ranker = aRanker({ hidden: [row({ words: 3 }), row({ run: -1 })], bias: [-1, 0.5], out: [2, 1] });
    const { scores } = ranker.rank(candidates({ words: 0.5, run: 1 }, { words: 1 }));
    expect(scores[0]).toBeCloseTo(2 * Math.tanh(3 * 0.5 - 1) + Math.tanh(0.5 - 1), 9);
    expect(scores[1]).toBeCloseTo(2 * Math.tanh(3 - 1) + Math.tanh(0.5), 9);
  });

  it('takes the mean off and divides by the spread', () => {
    const ranker = aRanker({
      mean: row({ words: 0.5 }),
      spread: row({}).map((_, input) => (input === FEATURES.indexOf('words') ? 0.25 : 1)),
      hidden: [row({ words: 1 })],
      bias: [0],
      out: [1],
      straight: row({ words: 1 }),
    });
    const { scores } = ranker.rank(candidates({ words: 0.75 }, { words: 0.5 }));
    expect((scores[0] ?? 0) - (scores[1] ?? 0)).toBeCloseTo((0.75 - 0.5) / 0.25 + Math.tanh(1) - Math.tanh(0), 9);
  });

  it('leaves candidates that are alike in the order in which they came', () => {
    const ranker = aRanker({ straight: row({ score: 1 }) });
    expect(ranker.rank(candidates({ score: 0.5 }, { score: 0.75 }, { score: 0.5 }, { score: 0.75 })).order).toEqual([
      1, 3, 0, 2,
    ]);
  });

  it('orders nothing when there is nothing', () => {
    expect(aRanker({}).rank(candidates()).order).toEqual([]);
  });
});

describe('inputsOf', () => {
  it('are the features as they are, and each against the largest', () => {
    const { features } = candidates({ score: 0.5, run: 0.25 }, { score: 0.25 });
    const inputs = inputsOf(features);
    const value = (nth: number, name: Feature, share: 0 | 1) =>
      inputs[nth * INPUTS + share * COUNT + FEATURES.indexOf(name)];
    expect(inputs).toHaveLength(2 * INPUTS);
    expect([value(0, 'score', 0), value(1, 'score', 0), value(0, 'run', 0)]).toEqual([0.5, 0.25, 0.25]);
    expect([value(0, 'score', 1), value(1, 'score', 1), value(0, 'run', 1)]).toEqual([1, 0.5, 1]);
    expect([value(0, 'words', 0), value(0, 'words', 1)]).toEqual([0, 0]); // no division by nothing
  });
});
