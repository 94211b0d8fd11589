import { describe, expect, it } from 'vitest';
import { confidence } from '../../src/answering/confidence.ts';
import { fitConfidence, thresholdFor, upperBound } from '../../src/evaluation/fit-confidence.ts';
import { randomFrom } from '../../src/evaluation/fit-ranker.ts';
import type { Tried } from '../../src/evaluation/held-out.ts';

/**
 * Made-up questions with three pieces of evidence: the more of the first, the likelier right; the second says nothing;
 * the more of the third, the likelier wrong.
 */
function tried(count: number, seed: number): readonly Tried[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const [first, second, third] = [random(), random(), random()];
    return { features: [first, second, third], right: first - 0.3 * third + 0.4 * (random() - 0.5) > 0.3 };
  });
}
const OUTSIDE: readonly Tried[] = tried(30, 3).map(({ features }) => ({
  features: features.map((one) => one / 4),
  right: false,
}));
const EVIDENCED = { heldOut: tried(120, 1), labelled: tried(80, 2), outside: OUTSIDE };

describe('fitConfidence', () => {
  const model = fitConfidence(EVIDENCED);
  const sure = (...features: readonly number[]) => confidence(features, model);

  it('gives probabilities that rise with the evidence', () => {
    const rising = [0, 0.2, 0.4, 0.6, 0.8, 1].map((evidence) => sure(evidence, 0.5, 0.5));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(new Set(rising).size).toBe(rising.length);
    expect(rising[0]).toBeLessThan(0.3);
    expect(rising.at(-1)).toBeGreaterThan(0.8);
  });

  it('has no negative weight, even for evidence that spoke against the answer', () => {
    expect(model.weights).toHaveLength(3);
    expect(model.weights[0]).toBeGreaterThan(0);
    expect(model.weights[2]).toBe(0);
    expect(Math.min(...model.weights)).toBe(0);
  });

  it.each([
    ['as they are', (right: boolean) => right],
    ['all wrong', () => false],
  ])('sets the level by the labelled questions, were the held-out phrasings %s', (_, became) => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const { labelled } = EVIDENCED;
    const heldOut = EVIDENCED.heldOut.map(({ features, right }) => ({ features, right: became(right) }));
    const fitted = fitConfidence({ heldOut, labelled, outside: [] });
    const said = mean(labelled.map(({ features }) => confidence(features, fitted)));
    const truth = mean(labelled.map(({ right }) => Number(right)));
    expect(Math.abs(said - truth)).toBeLessThan(0.05);
  });

  it('is less sure of weak evidence for knowing what lies outside', () => {
    const unaware = fitConfidence({ ...EVIDENCED, outside: [] });
    expect(sure(0.1, 0.1, 0.1)).toBeLessThan(confidence([0.1, 0.1, 0.1], unaware));
  });

  it('gives the same from the same questions', () => {
    expect(fitConfidence(EVIDENCED)).toEqual(model);
  });

  it('does not break on evidence that is always the same', () => {
    const same = (all: readonly Tried[]) => all.map(({ features, right }) => ({ features: [...features, 0.5], right }));
    const { bias, weights } = fitConfidence({
      heldOut: same(EVIDENCED.heldOut),
      labelled: same(EVIDENCED.labelled),
      outside: same(OUTSIDE),
    });
    expect([bias, ...weights].every(Number.isFinite)).toBe(true);
    expect(weights[3]).toBe(0);
  });

  it('does without phrasings and without questions from outside', () => {
    const { bias, weights } = fitConfidence({ heldOut: [], labelled: EVIDENCED.labelled, outside: [] });
    expect([bias, ...weights].every(Number.isFinite)).toBe(true);
  });
});

describe('upperBound', () => {
  it.each([
    ['nothing was asked', 0, 0, 1],
    ['none of ten is wrong', 0, 10, 0.1411], // z² / (n + z²) with z = 1.2816
    ['none of a hundred is wrong', 0, 100, 0.0162],
    ['one of two is wrong', 1, 2, 0.8358], // (0.5 + 0.4106 + 1.2816 × √(0.125 + 0.1027)) / 1.8212
    ['all of ten are wrong', 10, 10, 1],
  ])('when %s', (_, wrong, of, bound) => {
    expect(upperBound(wrong, of)).toBeCloseTo(bound, 3);
  });

  it('comes down to the share with many questions, and never below it', () => {
    const bounds = [10, 100, 1000, 100_000].map((of) => upperBound(of / 10, of));
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    expect(bounds.at(-1)).toBeGreaterThan(0.1);
    expect(bounds.at(-1)).toBeLessThan(0.102);
  });
});

describe('thresholdFor', () => {
  const right = (sure: number) => ({ sure, right: true });
  const wrong = (sure: number) => ({ sure, right: false });
  const many = (count: number, sure: number) => Array.from({ length: count }, (_, nth) => right(sure + nth / 10_000));

  it('is the lowest probability whose upper bound keeps the promise', () => {
    // Ten right ones promise 0.141; with the wrong one behind them the bound is 0.274.
    expect(thresholdFor(0.15, [wrong(0.5), ...many(10, 0.8)])).toMatchObject({ from: 0.8, answered: 10, wrong: 0 });
    expect(thresholdFor(0.15, [wrong(0.5), ...many(10, 0.8)]).upperBound).toBeCloseTo(0.1411, 3);
    expect(thresholdFor(0.3, [wrong(0.5), ...many(10, 0.8)])).toMatchObject({ from: 0.5, answered: 11, wrong: 1 });
  });

  it('goes past a wrong answer when enough right ones follow', () => {
    const questions = [...many(5, 0.9), wrong(0.85), ...many(60, 0.6)];
    expect(thresholdFor(0.08, questions)).toMatchObject({ from: 0.6, answered: 66, wrong: 1 });
  });

  it('goes by the share itself where the questions are too few to show it', () => {
    expect(thresholdFor(0.05, [right(0.9), right(0.8), wrong(0.7)])).toMatchObject({
      from: 0.8,
      answered: 2,
      wrong: 0,
    });
    expect(thresholdFor(0.5, [right(0.9), wrong(0.8), wrong(0.7)]).from).toBe(0.8);
  });

  it('counts all questions with the same probability, for all of them would be answered', () => {
    expect(thresholdFor(0.1, [right(0.9), right(0.8), wrong(0.8), right(0.8)])).toMatchObject({ from: 0.9, wrong: 0 });
    expect(thresholdFor(0.1, [right(0.9), wrong(0.9)])).toMatchObject({ from: 1, answered: 0 });
  });

  it.each([
    ['all are wrong', [wrong(0.9), wrong(0.8)]],
    ['nothing was tried', []],
  ])('answers nothing short of certainty when %s', (_, questions) => {
    expect(thresholdFor(0.05, questions)).toEqual({ from: 1, answered: 0, wrong: 0, upperBound: 1 });
  });
});
