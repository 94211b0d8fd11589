import { FEATURES } from '../search/compare.ts';
import { INPUTS, inputsOf, type RankerWeights } from '../search/ranker.ts';

/** A question with its candidates, of which at least one is right. */
export interface RankedQuestion {
  /** `FEATURES.length` in a row for each candidate. */
  readonly features: Float32Array;
  /** For each candidate. */
  readonly right: readonly boolean[];
}

export interface FitOptions {
  readonly units: number;
  readonly rounds: number;
  readonly seed: number;
  readonly progress?: (round: number, rounds: number) => void;
}

const BATCH = 16;
const RATE = 0.003;
const DECAY = 1e-4;

/**
 * Fits the ranker: softmax over the candidates of a question against the right ones, Adam, small batches. The same data,
 * options and seed give the same weights.
 */
export function fitRanker(questions: readonly RankedQuestion[], options: FitOptions): RankerWeights {
  const { units, rounds, seed, progress } = options;
  const random = randomFrom(seed);
  const useful = questions.filter(({ right }) => right.includes(true) && right.includes(false));
  const inputs = useful.map(({ features }) => inputsOf(features));
  const { mean, spread } = standard(inputs);
  for (const rows of inputs) {
    for (let at = 0; at < rows.length; at += 1) {
      const input = at % INPUTS;
      rows[at] = ((rows[at] ?? 0) - (mean[input] ?? 0)) / (spread[input] ?? 1);
    }
  }
  // All weights in one row: hidden, bias, out, straight.
  const [biasAt, outAt, straightAt] = [units * INPUTS, units * INPUTS + units, units * INPUTS + 2 * units];
  const size = straightAt + INPUTS;
  const weights = Float64Array.from({ length: size }, (_, at) =>
    at < biasAt || (at >= outAt && at < straightAt) ? (random() - 0.5) * 0.3 : 0,
  );
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  const order = useful.map((_, nth) => nth);
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0);
      for (const nth of order.slice(from, from + BATCH)) {
        const rows = inputs[nth];
        const right = useful[nth]?.right;
        if (rows && right) addGradient(rows, right);
      }
      step += 1;
      for (let at = 0; at < size; at += 1) {
        const slope = (gradient[at] ?? 0) / BATCH + DECAY * (weights[at] ?? 0);
        first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
        second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
        const unbiased = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
        weights[at] = (weights[at] ?? 0) - (RATE * (first[at] ?? 0)) / (1 - 0.9 ** step) / unbiased;
      }
    }
    progress?.(round + 1, rounds);
  }

  function addGradient(rows: Float32Array, right: readonly boolean[]): void {
    const candidates = right.length;
    const scores = new Float64Array(candidates);
    const active = new Float64Array(candidates * units);
    for (let nth = 0; nth < candidates; nth += 1) {
      const row = nth * INPUTS;
      let score = 0;
      for (let input = 0; input < INPUTS; input += 1)
        score += (weights[straightAt + input] ?? 0) * (rows[row + input] ?? 0);
      for (let unit = 0; unit < units; unit += 1) {
        let sum = weights[biasAt + unit] ?? 0;
        for (let input = 0; input < INPUTS; input += 1) {
          sum += (weights[unit * INPUTS + input] ?? 0) * (rows[row + input] ?? 0);
        }
        const out = Math.tanh(sum);
        active[nth * units + unit] = out;
        score += (weights[outAt + unit] ?? 0) * out;
      }
      scores[nth] = score;
    }
    const largest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
    const chances = scores.map((score) => Math.exp(score - largest));
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    const wanted = 1 / right.filter(Boolean).length;
    for (let nth = 0; nth < candidates; nth += 1) {
      const error = (chances[nth] ?? 0) / total - (right[nth] ? wanted : 0);
      const row = nth * INPUTS;
      for (let input = 0; input < INPUTS; input += 1) {
        gradient[straightAt + input] = (gradient[straightAt + input] ?? 0) + error * (rows[row + input] ?? 0);
      }
      for (let unit = 0; unit < units; unit += 1) {
        const out = active[nth * units + unit] ?? 0;
        gradient[outAt + unit] = (gradient[outAt + unit] ?? 0) + error * out;
        const inner = error * (weights[outAt + unit] ?? 0) * (1 - out * out);
        gradient[biasAt + unit] = (gradient[biasAt + unit] ?? 0) + inner;
        for (let input = 0; input < INPUTS; input += 1) {
          const at = unit * INPUTS + input;
          gradient[at] = (gradient[at] ?? 0) + inner * (rows[row + input] ?? 0);
        }
      }
    }
  }

  const part = (from: number, length: number): number[] => [...weights.slice(from, from + length)].map(rounded);
  return {
    features: [...FEATURES],
    mean: mean.map(rounded),
    spread: spread.map(rounded),
    hidden: Array.from({ length: units }, (_, unit) => part(unit * INPUTS, INPUTS)),
    bias: part(biasAt, units),
    out: part(outAt, units),
    straight: part(straightAt, INPUTS),
  };
}

/** Numbers between 0 and 1, always the same from the same seed (a linear congruence; nothing here needs more). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(values: number[], random: () => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const swap = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = swap;
  }
}

function standard(inputs: readonly Float32Array[]): { mean: number[]; spread: number[] } {
  const sum = new Float64Array(INPUTS);
  const squares = new Float64Array(INPUTS);
  let rows = 0;
  for (const values of inputs) {
    rows += values.length / INPUTS;
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      sum[at % INPUTS] = (sum[at % INPUTS] ?? 0) + value;
      squares[at % INPUTS] = (squares[at % INPUTS] ?? 0) + value * value;
    }
  }
  const mean = [...sum].map((value) => value / Math.max(1, rows));
  const spread = mean.map((value, input) => Math.sqrt((squares[input] ?? 0) / Math.max(1, rows) - value * value) || 1);
  return { mean, spread };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
