import type { Sure } from './fit-decision.ts';

const BINS = 10;

/** Mean probability and share right of each tenth of the scale that holds any question. */
export function reliability(tried: readonly Sure[]): readonly { readonly sure: number; readonly right: number }[] {
  return Array.from({ length: BINS }, (_, bin) =>
    tried.filter(({ sure }) => Math.min(BINS - 1, Math.floor(sure * BINS)) === bin),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      sure: bin.reduce((sum, one) => sum + one.sure, 0) / bin.length,
      right: bin.filter(({ right }) => right).length / bin.length,
    }));
}

/** Share of wrong answers when only the surest questions are answered, for every share answered. */
export function riskCoverage(tried: readonly Sure[]): readonly { readonly coverage: number; readonly risk: number }[] {
  let wrong = 0;
  return [...tried]
    .sort((a, b) => b.sure - a.sure)
    .map(({ right }, nth) => {
      wrong += right ? 0 : 1;
      return { coverage: (nth + 1) / tried.length, risk: wrong / (nth + 1) };
    });
}
