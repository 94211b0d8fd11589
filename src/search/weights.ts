/** What counts how much when entries are ranked; chosen on phrasings held out of the index, see docs/evaluation.md. */

/** Dimensions of the latent spaces. */
export const DIMENSIONS = 200;
/** Each latent space against BM25F. */
export const LATENT_WEIGHT = 0.6;
/** A word that the lexicon adds against a word that was asked. */
export const LEXICON_SHARE = 0.25;
/** From this cosine between their phrasings on, two entries are of one matter. */
export const SAME_MATTER = 0.93;
