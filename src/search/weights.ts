/** What counts how much when entries are ranked; chosen on phrasings held out of the index, see docs/evaluation.md. */

/** The space of phrasings: what people say is said in many ways, so it is the finer one. */
export const SAID_SPACE = { dimensions: 200, fewestTexts: 2 } as const;
/** The space of whole entries. */
export const WHOLE_SPACE = { dimensions: 128, fewestTexts: 3 } as const;
/** Each latent space against BM25F. */
export const LATENT_WEIGHT = 0.6;
/** From so many entries on, the latent spaces count in full. */
export const ENOUGH_ENTRIES = 200;
/** Words typed with marks that stand there with the same marks: they break ties, no more. */
export const MARKED_WEIGHT = 0.1;
/** A word that the lexicon adds against a word that was asked. */
export const LEXICON_SHARE = 0.25;
/** From this cosine between their phrasings on, two entries are of one matter. */
export const SAME_MATTER = 0.93;
