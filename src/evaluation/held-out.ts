import { type ConfidenceModel, confidence, type Features, featuresOf } from '../answering/confidence.ts';
import { articleOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { SearchIndex } from '../search/search-index.ts';

/** A phrasing that the index had not seen, and whether its best entry was right. */
export interface HeldOut {
  readonly features: Features;
  readonly right: boolean;
}

const FOLDS = 4;

/**
 * Asks the phrasings of every `qa` and `guide` against indexes that do not hold them: in each fold a quarter of the
 * phrasings is left out, and of a quarter of the entries everything, so that there are questions without an answer too.
 * Right is an entry that rests on the main article of the one which the phrasing was written for, or the other way round.
 */
export function askHeldOut(
  entries: readonly KnowledgeEntry[],
  progress: (fold: number, folds: number) => void,
): readonly HeldOut[] {
  const results: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const left = (nth: number): boolean => nth % FOLDS === fold;
    const whole = (nth: number): boolean => nth % (2 * FOLDS) === 2 * fold;
    const index = new SearchIndex(
      entries.flatMap((entry, nth) =>
        entry.kind === 'article'
          ? [entry]
          : whole(nth)
            ? []
            : [{ ...entry, variants: entry.variants.filter((_, variant) => !left(variant)) }],
      ),
    );
    for (const [nth, entry] of entries.entries()) {
      if (entry.kind === 'article') continue;
      const asked = entry.variants.filter((_, variant) => left(variant));
      for (const question of asked) {
        const matches = index.search(question, 6);
        results.push({
          features: featuresOf(matches, 0, index.tellingWords(question)),
          right: !whole(nth) && matches[0] !== undefined && answers(matches[0].entry, entry),
        });
      }
    }
    progress(fold + 1, FOLDS);
  }
  return results;
}

function answers(given: KnowledgeEntry, wanted: KnowledgeEntry): boolean {
  const rests = (entry: KnowledgeEntry, article: string) =>
    entry.citations.some((citation) => articleOf(citation) === article);
  return rests(given, articleOf(wanted.citations[0])) || rests(wanted, articleOf(given.citations[0]));
}

const STEPS = 4000;
const RATE = 0.5;

/** Logistic regression by plain gradient descent: few features, convex, the same result every time. */
export function fitModel(data: readonly HeldOut[]): ConfidenceModel {
  const names = ['coverage', 'phrasing', 'lead', 'logTerms', 'whole'] as const;
  const weights = { bias: 0, coverage: 0, phrasing: 0, lead: 0, logTerms: 0, whole: 0 };
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = { bias: 0, coverage: 0, phrasing: 0, lead: 0, logTerms: 0, whole: 0 };
    for (const { features, right } of data) {
      const error = (right ? 1 : 0) - confidence(features, weights);
      gradient.bias += error;
      for (const name of names) gradient[name] += error * features[name];
    }
    weights.bias += (RATE * gradient.bias) / data.length;
    for (const name of names) weights[name] += (RATE * gradient[name]) / data.length;
  }
  return weights;
}

/** The lowest probability from which on at least `precision` of the answers are right. 1 when there is none. */
export function thresholdFor(precision: number, data: readonly HeldOut[], model: ConfidenceModel): number {
  const ranked = data
    .map(({ features, right }) => ({ sure: confidence(features, model), right }))
    .sort((a, b) => b.sure - a.sure);
  let right = 0;
  let threshold = 1;
  for (const [nth, one] of ranked.entries()) {
    right += one.right ? 1 : 0;
    if (right / (nth + 1) >= precision) threshold = one.sure;
  }
  return threshold;
}
