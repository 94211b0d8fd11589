import { type Compared, FEATURES } from './compare.ts';

/**
 * A small network that orders candidates: each feature as it is and against the largest among the candidates, one
 * hidden layer, and a straight path beside it. Fitted by `npm run fit:ranker`, kept as JSON.
 */
export interface RankerWeights {
  /** Names of the features it was fitted on, in order; others are refused. */
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  /** One row of input weights for each hidden unit. */
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly out: readonly number[];
  readonly straight: readonly number[];
}

/** Candidates in a new order, best first. */
export interface Ranked {
  /** Places in the list that was given. */
  readonly order: readonly number[];
  /** Score of each candidate, in the order given. Differences mean something within one question only. */
  readonly scores: Float64Array;
}

export const INPUTS = 2 * FEATURES.length;

/**
 * The inputs of the network for all candidates of one question: `INPUTS` in a row for each.
 *
 * @param features `FEATURES.length` in a row for each candidate.
 */
export function inputsOf(features: Float32Array): Float32Array {
  const count = FEATURES.length;
  const candidates = features.length / count;
  const largest = new Float32Array(count);
  for (let at = 0; at < features.length; at += 1) {
    const feature = at % count;
    largest[feature] = Math.max(largest[feature] ?? 0, features[at] ?? 0);
  }
  const inputs = new Float32Array(candidates * INPUTS);
  for (let nth = 0; nth < candidates; nth += 1) {
    for (let feature = 0; feature < count; feature += 1) {
      const value = features[nth * count + feature] ?? 0;
      const most = largest[feature] ?? 0;
      inputs[nth * INPUTS + feature] = value;
      inputs[nth * INPUTS + count + feature] = most > 0 ? value / most : 0;
    }
  }
  return inputs;
}

/** Orders candidates by learned weights. */
export class Ranker {
  readonly #hidden: Float64Array;
  readonly #bias: Float64Array;
  readonly #out: Float64Array;
  readonly #straight: Float64Array;
  readonly #units: number;

  /** @throws RangeError when the weights were fitted on other features. */
  constructor(weights: RankerWeights) {
    if (weights.features.join() !== FEATURES.join()) {
      throw new RangeError('The weights of the ranker were fitted on other features. Run npm run fit:ranker.');
    }
    this.#units = weights.hidden.length;
    // The inputs are standardised by folding mean and spread into the weights.
    const scale = (row: readonly number[]): number[] => row.map((weight, nth) => weight / (weights.spread[nth] ?? 1));
    const shift = (row: readonly number[]): number =>
      row.reduce((sum, weight, nth) => sum - (weight * (weights.mean[nth] ?? 0)) / (weights.spread[nth] ?? 1), 0);
    this.#hidden = Float64Array.from(weights.hidden.flatMap(scale));
    this.#bias = Float64Array.from(weights.bias, (bias, unit) => bias + shift(weights.hidden[unit] ?? []));
    this.#out = Float64Array.from(weights.out);
    this.#straight = Float64Array.from(scale(weights.straight));
  }

  rank({ documents, features }: Pick<Compared, 'documents' | 'features'>): Ranked {
    const inputs = inputsOf(features);
    const scores = new Float64Array(documents.length);
    for (let nth = 0; nth < documents.length; nth += 1) {
      const from = nth * INPUTS;
      let score = 0;
      for (let input = 0; input < INPUTS; input += 1)
        score += (this.#straight[input] ?? 0) * (inputs[from + input] ?? 0);
      for (let unit = 0; unit < this.#units; unit += 1) {
        let sum = this.#bias[unit] ?? 0;
        const row = unit * INPUTS;
        for (let input = 0; input < INPUTS; input += 1)
          sum += (this.#hidden[row + input] ?? 0) * (inputs[from + input] ?? 0);
        score += (this.#out[unit] ?? 0) * Math.tanh(sum);
      }
      scores[nth] = score;
    }
    const order = documents.map((_, nth) => nth).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return { order, scores };
  }
}
