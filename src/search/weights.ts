/** What counts how much when entries are ranked; chosen on phrasings held out of the index, see docs/evaluation.md. */

/** The space of phrasings: what people say is said in many ways, so it is the finer one. */
export const SAID_SPACE = { dimensions: 200, fewestTexts: 2 } as const;
/** The space of whole entries. */
export const WHOLE_SPACE = { dimensions: 128, fewestTexts: 3 } as const;
/** What each way of ranking counts; what is 0 is left out. */
export interface Mix {
  /** BM25F over words and pairs. */
  readonly lexical: number;
  /** Nearness to the phrasings. */
  readonly said: number;
  /** Nearness to the entry as a whole. */
  readonly whole: number;
  /** Words and pairs that the nearest phrasing holds. */
  readonly nearest: number;
  /** Words typed with marks that stand there with the same marks: they break ties, no more. */
  readonly marked: number;
}
export const MIX: Mix = { lexical: 1, said: 0.6, whole: 0.6, nearest: 0.2, marked: 0.1 };
/** From so many entries on, the latent spaces count in full. */
export const ENOUGH_ENTRIES = 200;
/** A word that the lexicon adds against a word that was asked. */
export const LEXICON_SHARE = 0.25;
/** From this cosine between their phrasings on, two entries are of one matter. */
export const SAME_MATTER = 0.93;
