import { type ConfidenceModel, confidence } from '../answering/confidence.ts';
import type { Tried } from './held-out.ts';

const STEPS = 1500;
const RATE = 0.5;
const DECAY = 0.02;
/** All held-out phrasings together weigh so much against all labelled questions together. */
const HELD_OUT_WEIGHT = 0.4;
/** The same for questions outside the subject: about their share among real messages. */
const OUTSIDE_WEIGHT = 0.15;

/** What the probability is fitted on. */
export interface Evidenced {
  readonly heldOut: readonly Tried[];
  readonly labelled: readonly Tried[];
  /** Questions that no entry is right for. */
  readonly outside: readonly Tried[];
}

/**
 * Fits the probability of an answer on phrasings held out of the index and on labelled questions of real style. The
 * phrasings teach what the evidence means; they are harder than real questions, so they get an offset of their own and
 * the labelled questions alone set the level. Logistic regression by gradient descent: convex, always the same result.
 */
export function fitConfidence({ heldOut, labelled, outside }: Evidenced): ConfidenceModel {
  const width = labelled[0]?.features.length ?? heldOut[0]?.features.length ?? 0;
  const rowsOf = (tried: readonly Tried[], offset: number, share: number) =>
    tried.map(({ features, right }) => ({
      inputs: [...features, offset],
      right,
      weight: (share * labelled.length) / Math.max(1, tried.length),
    }));
  const rows = [
    ...rowsOf(heldOut, 1, HELD_OUT_WEIGHT),
    ...rowsOf(labelled, 0, 1),
    ...rowsOf(outside, 0, OUTSIDE_WEIGHT),
  ];
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: width + 1 }, (_, at) => at);
  const mean = columns.map((at) => rows.reduce((sum, { inputs }) => sum + (inputs[at] ?? 0), 0) / rows.length);
  const spread = columns.map(
    (at) =>
      Math.sqrt(rows.reduce((sum, { inputs }) => sum + ((inputs[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / rows.length) ||
      1,
  );
  const standard = rows.map(({ inputs, right, weight }) => ({
    inputs: inputs.map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1)),
    right,
    weight,
  }));
  const weights = columns.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = columns.map(() => 0);
    let biasSlope = 0;
    for (const { inputs, right, weight } of standard) {
      const error = weight * (confidence(inputs, { bias, weights }) - (right ? 1 : 0));
      biasSlope += error;
      for (const at of columns) slope[at] = (slope[at] ?? 0) + error * (inputs[at] ?? 0);
    }
    bias -= (RATE * biasSlope) / total;
    for (const at of columns) {
      const next = (weights[at] ?? 0) - RATE * ((slope[at] ?? 0) / total + DECAY * (weights[at] ?? 0));
      // More evidence never speaks against an answer; the offset of the held-out phrasings may go either way.
      weights[at] = at < width ? Math.max(0, next) : next;
    }
  }
  // Back to inputs as they come; the offset of the held-out phrasings is 0 for real questions.
  const raw = columns.map((at) => (weights[at] ?? 0) / (spread[at] ?? 1));
  return {
    bias: bias - raw.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0),
    weights: raw.slice(0, width),
  };
}

/** A threshold and what it promises. */
export interface Threshold {
  readonly from: number;
  readonly answered: number;
  readonly wrong: number;
  /** Upper end of the one-sided 90 % interval on the share of wrong answers (Wilson). */
  readonly upperBound: number;
}

/**
 * The lowest probability from which on wrong answers are no more than `most`: by the upper bound of their share where so
 * many questions can show it, else by the share itself.
 *
 * @param tried Probabilities of questions that the model was not fitted on.
 */
export function thresholdFor(
  most: number,
  tried: readonly { readonly sure: number; readonly right: boolean }[],
): Threshold {
  const ranked = [...tried].sort((a, b) => b.sure - a.sure);
  let wrong = 0;
  const steps = ranked
    .map(({ sure, right }, nth): Threshold => {
      wrong += right ? 0 : 1;
      return { from: sure, answered: nth + 1, wrong, upperBound: upperBound(wrong, nth + 1) };
    })
    // Of equal probabilities all are answered or none.
    .filter(({ from }, nth) => ranked[nth + 1]?.sure !== from);
  const promised = steps.findLast(({ upperBound: bound }) => bound <= most);
  return (
    promised ??
    steps.findLast(({ wrong: n, answered }) => n / answered <= most) ?? {
      from: 1,
      answered: 0,
      wrong: 0,
      upperBound: 1,
    }
  );
}

const NINETY_PERCENT = 1.2816;

/** Wilson's upper bound, one-sided 90 %. */
export function upperBound(wrong: number, of: number): number {
  if (of === 0) return 1;
  const share = wrong / of;
  const z = NINETY_PERCENT;
  const centre = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return (centre + half) / (1 + z ** 2 / of);
}
