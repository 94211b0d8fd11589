import type { Match } from '../search/search-index.ts';

/** What the probability rests on. All up to 1 except `logTerms`. */
export interface Features {
  readonly coverage: number;
  readonly phrasing: number;
  /** How far the best stands above the second. */
  readonly lead: number;
  readonly logTerms: number;
  /** MiniSearch's own first choice, against its best: 1 where both ways of ranking agree. */
  readonly whole: number;
}

/** Logistic weights. Fitted by `npm run fit:confidence` on phrasings held out of the index; see docs/decisions/0002-search.md. */
export interface ConfidenceModel {
  readonly bias: number;
  readonly coverage: number;
  readonly phrasing: number;
  readonly lead: number;
  readonly logTerms: number;
  readonly whole: number;
}

export function featuresOf(matches: readonly Match[], nth: number, telling: number): Features {
  const match = matches[nth];
  const rival = matches[nth === 0 ? 1 : 0];
  return {
    coverage: match?.coverage ?? 0,
    phrasing: match?.phrasing ?? 0,
    lead: match && rival ? Math.max(-1, 1 - rival.score / Math.max(match.score, 1e-9)) : 1,
    logTerms: Math.log(1 + telling),
    whole: match?.whole ?? 0,
  };
}

/** Probability that the match answers the question. */
export function confidence(features: Features, model: ConfidenceModel): number {
  const sum =
    model.bias +
    model.coverage * features.coverage +
    model.phrasing * features.phrasing +
    model.lead * features.lead +
    model.logTerms * features.logTerms +
    model.whole * features.whole;
  return 1 / (1 + Math.exp(-sum));
}
