/** What counts how much in the search: starting values, set by hand before any measuring; see docs/decisions/0002-search.md. */
export const FIELD_BOOST = { title: 2.5, variants: 2, answer: 1, steps: 0.4, basis: 0.8 } as const;

/** A neighbouring pair of words against a single word: pairs tell compound words (`lao động`) from their halves. */
export const PAIR_WEIGHT = 1.6;
/** A word with its tone marks against the same word folded: breaks ties, no more. */
export const MARKED_WEIGHT = 0.35;
/**
 * What a word typed with marks adds to coverage when the entry has it with the same marks: `vàng` is not in an entry
 * that says `vâng`, although both fold to `vang`.
 */
export const MARKED_COVERAGE = 1;
/** The best single phrasing of an entry against the entry as a whole. */
export const PHRASING_SHARE = 0.5;
