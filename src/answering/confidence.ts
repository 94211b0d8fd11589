import type { Match } from '../search/search-index.ts';

/** What the probability rests on, in the order of the model's weights. */
export const CONFIDENCE_FEATURES = [
  'lexical',
  'said',
  'whole',
  'coverage',
  'nearest',
  'marked',
  'agreement',
  /** How far the match stands above its rival: the second for the first, the first for the others. */
  'lead',
  /** Logarithm of the telling words: one word may mean anything. */
  'logWords',
] as const;

/** Logistic weights. Fitted by `npm run fit:confidence`; see docs/evaluation.md. */
export interface ConfidenceModel {
  readonly bias: number;
  /** One for each of `CONFIDENCE_FEATURES`. */
  readonly weights: readonly number[];
}

/** @param telling How many telling words the question has. */
export function featuresOf(matches: readonly Match[], nth: number, telling: number): readonly number[] {
  const match = matches[nth];
  if (!match) return CONFIDENCE_FEATURES.map(() => 0);
  const rival = matches[nth === 0 ? 1 : 0];
  const { lexical, said, whole, coverage, nearest, marked, agreement } = match.evidence;
  const lead = rival ? Math.max(-1, 1 - rival.score / Math.max(match.score, 1e-9)) : 1;
  return [lexical, said, whole, coverage, nearest, marked, agreement, lead, Math.log(1 + telling)];
}

/** Probability that the match answers the question. */
export function confidence(features: readonly number[], { bias, weights }: ConfidenceModel): number {
  const sum = features.reduce((total, value, nth) => total + value * (weights[nth] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
