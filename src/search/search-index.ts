import type { KnowledgeEntry } from '../knowledge/entry.ts';

/** An entry that may answer, and how strongly the words point to it. */
export interface Match {
  readonly entry: KnowledgeEntry;
  /** Above 0. Orders the matches of one search. */
  readonly score: number;
  readonly evidence: Evidence;
}

/** What speaks for a match. All comparable between questions, 0 to about 1. */
export interface Evidence {
  /** BM25F over words and neighbouring pairs, against the most it could be. */
  readonly lexical: number;
  /** Cosine with the entry's phrasings in the latent space of phrasings. */
  readonly said: number;
  /** Cosine with the entry as a whole in the latent space of whole entries. */
  readonly whole: number;
  /** Share of the question's weight (rarer words weigh more, unknown words most) that the entry holds. */
  readonly coverage: number;
  /** Words and pairs that the nearest phrasing holds. */
  readonly nearest: number;
  /** Words typed with marks that stand there with the same marks. */
  readonly marked: number;
  /** How much nearer the question is to the entry's negative twin than to its nearest phrasing; 0 or more. */
  readonly twin: number;
  /** Of the three ways of ranking (lexical, said, whole), how many put this entry first: 0, 1/3, 2/3 or 1. */
  readonly agreement: number;
}

/** Finds entries for a question. */
export interface SearchIndex {
  /** @returns At most `limit` matches, best first; none when no word of the question is known. */
  search(question: string, limit?: number): readonly Match[];
  /** How many different single words of a question are worth searching. One or two name a field rather than ask something. */
  tellingWords(question: string): number;
}
