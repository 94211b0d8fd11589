import type { FoundLaw } from './known-law.ts';

/*
 * When an article of law is shown to somebody whose question no entry answers. The words of a law look like many questions
 * that have nothing to do with it, so nearly all of what was asked must stand there together; measured in
 * docs/decisions/0008-search-over-law.md.
 */

/** Score of the ranker from which an article is more than near in words. */
const SCORE = 19;
/** Share of the question's weight that the article must hold, as words and as neighbouring pairs. */
const WORDS = 0.85;
const PAIRS = 0.5;
/** Share of it that one clause must hold by itself. */
const CLAUSE = 0.4;
/** Share of it that no law knows. */
const UNKNOWN = 0.15;
/** Fewer telling words than this name a field rather than ask something. */
const FEWEST_TELLING = 4;
/** Others are shown beside the first where they come so near to it. */
const NEAR_SCORE = 1.5;
const MOST_SHOWN = 3;

/**
 * The articles that clearly have to do with a question, best first; mostly none.
 *
 * @param found In force on the day of the question, best first.
 * @param telling How many words of the question are worth searching.
 */
export function clearlyRelated(found: readonly FoundLaw[], telling: number): readonly FoundLaw[] {
  const [first] = found;
  if (!first || telling < FEWEST_TELLING) return [];
  return found.filter((one) => isClear(one) && first.score - one.score <= NEAR_SCORE).slice(0, MOST_SHOWN);
}

function isClear({ score, evidence }: FoundLaw): boolean {
  const { words, pairs, clauseWords, unknown } = evidence;
  return score >= SCORE && words >= WORDS && pairs >= PAIRS && clauseWords >= CLAUSE && unknown <= UNKNOWN;
}
