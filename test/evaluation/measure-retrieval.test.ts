import { describe, expect, it } from 'vitest';
import { measureRetrieval, percentile, type Run } from '../../src/evaluation/measure-retrieval.ts';

/** Every number below was worked out by hand. */
const aRun = (found: string, wanted: string, ms = 1): Run => ({
  found: found.split(' ').filter(Boolean),
  wanted: new Set(wanted.split(' ')),
  ms,
});
/** `a` in the given place, from 1. */
const inPlace = (place: number): Run => aRun(`${'x '.repeat(place - 1)}a`, 'a');

describe('measureRetrieval', () => {
  it.each([
    [1, { hit1: 1, hit3: 1, recall10: 1, mrr10: 1, ndcg10: 1 }],
    [2, { hit1: 0, hit3: 1, recall10: 1, mrr10: 0.5, ndcg10: 0.631 }], // 1 / log2(3)
    [3, { hit1: 0, hit3: 1, recall10: 1, mrr10: 0.333, ndcg10: 0.5 }], // 1 / log2(4)
    [4, { hit1: 0, hit3: 0, recall10: 1, mrr10: 0.25, ndcg10: 0.431 }], // 1 / log2(5)
    [10, { hit1: 0, hit3: 0, recall10: 1, mrr10: 0.1, ndcg10: 0.289 }], // 1 / log2(11)
    [11, { hit1: 0, hit3: 0, recall10: 0, mrr10: 0, ndcg10: 0 }],
  ])('measures the one wanted article in place %i', (place, measures) => {
    expect(measureRetrieval([inPlace(place)])).toMatchObject(measures);
  });

  it('measures several wanted articles by how many are found, and by the first of them', () => {
    expect(measureRetrieval([aRun('x a y b', 'a b c')])).toMatchObject({
      hit1: 0,
      hit3: 1,
      recall10: 0.667, // a and b of three
      mrr10: 0.5, // a in the second place
      ndcg10: 0.498, // (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/2) = 1.0616 / 2.1309
    });
  });

  it('expects no more than ten of many wanted articles in ten places', () => {
    const ids = Array.from({ length: 20 }, (_, nth) => `a${nth}`);
    expect(measureRetrieval([aRun(ids.slice(0, 10).join(' '), ids.join(' '))])).toMatchObject({
      recall10: 0.5,
      ndcg10: 1,
    });
  });

  it('gives the mean over the questions', () => {
    expect(measureRetrieval([inPlace(1), inPlace(2), inPlace(4), aRun('x y', 'a')])).toMatchObject({
      queries: 4,
      hit1: 0.25,
      hit3: 0.5,
      recall10: 0.75,
      mrr10: 0.438, // (1 + 0.5 + 0.25 + 0) / 4
    });
  });

  it('measures a question for which nothing was found', () => {
    expect(measureRetrieval([aRun('', 'a')])).toMatchObject({ queries: 1, hit1: 0, recall10: 0, mrr10: 0, ndcg10: 0 });
  });

  it('gives the time within which half, and nearly all, were answered', () => {
    const runs = Array.from({ length: 100 }, (_, nth) => aRun('a', 'a', 100 - nth)); // 100 … 1 ms
    expect(measureRetrieval(runs)).toMatchObject({ p50Ms: 51, p99Ms: 100 });
  });

  it('measures no questions as nothing, not as a fault', () => {
    expect(measureRetrieval([])).toEqual({
      queries: 0,
      hit1: 0,
      hit3: 0,
      recall10: 0,
      mrr10: 0,
      ndcg10: 0,
      p50Ms: 0,
      p99Ms: 0,
    });
  });
});

describe('percentile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 3],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[7], 0.99, 7],
    [[1.23456], 0.5, 1.235],
    [[], 0.5, 0],
  ])('of %j at %d is %d', (sorted, share, value) => {
    expect(percentile(sorted, share)).toBe(value);
  });
});
