/** What an engine found for one question, best first, and what was wanted. */
export interface Run {
  readonly found: readonly string[];
  readonly wanted: ReadonlySet<string>;
  readonly ms: number;
}

/** Contracts §7, `bench:retrieval`: shares between 0 and 1, means over the questions. */
export interface RetrievalMeasures {
  readonly queries: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The usual measures of retrieval with binary relevance, looked at down to the tenth place. */
export function measureRetrieval(runs: readonly Run[]): RetrievalMeasures {
  const mean = (of: (run: Run) => number): number =>
    round(runs.reduce((sum, run) => sum + of(run), 0) / Math.max(1, runs.length));
  const place = ({ found, wanted }: Run): number => found.slice(0, 10).findIndex((id) => wanted.has(id)) + 1;
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    queries: runs.length,
    hit1: mean((run) => (place(run) === 1 ? 1 : 0)),
    hit3: mean((run) => (place(run) >= 1 && place(run) <= 3 ? 1 : 0)),
    recall10: mean(({ found, wanted }) => found.slice(0, 10).filter((id) => wanted.has(id)).length / wanted.size),
    mrr10: mean((run) => (place(run) > 0 ? 1 / place(run) : 0)),
    ndcg10: mean(discountedGain),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

function discountedGain({ found, wanted }: Run): number {
  const gain = (hits: readonly boolean[]): number =>
    hits.reduce((sum, hit, nth) => sum + (hit ? 1 / Math.log2(nth + 2) : 0), 0);
  const best = gain(Array.from({ length: Math.min(10, wanted.size) }, () => true));
  return gain(found.slice(0, 10).map((id) => wanted.has(id))) / best;
}

/** @param sorted Ascending. */
export function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
