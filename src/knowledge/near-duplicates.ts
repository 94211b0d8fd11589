import { LikenessIndex, WordWeights } from '../language/likeness.ts';
import type { KnowledgeEntry } from './entry.ts';
import { inForceTogether } from './library.ts';

/** Two entries that ask nearly the same. */
export interface NearDuplicate {
  readonly first: KnowledgeEntry;
  readonly second: KnowledgeEntry;
  /** Share of the words and pairs of words (rarer ones weigh more) that both questions have, 0 to 1. */
  readonly likeness: number;
}

/** From this likeness on, two questions are shown to the curator. */
const ALIKE = 0.42;

/**
 * Pairs of questions that are nearly the same and hold on the same days: perhaps one matter written twice. Not a fault;
 * somebody has to look. Most alike first.
 */
export function nearDuplicates(entries: readonly KnowledgeEntry[]): readonly NearDuplicate[] {
  const asked = entries.filter(({ kind }) => kind !== 'article');
  const weights = new WordWeights(asked.map(({ title }) => title));
  const before = new LikenessIndex<KnowledgeEntry>(ALIKE);
  return asked
    .flatMap((second) => {
      const weighed = weights.weigh(second.title);
      const near = before.near(weighed).filter(({ value }) => inForceTogether(value, second));
      before.add(weighed, second);
      return near.map(({ value, likeness }) => ({ first: value, second, likeness }));
    })
    .sort((a, b) => b.likeness - a.likeness);
}
