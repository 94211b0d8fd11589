import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument } from '../knowledge/instrument.ts';

/** An entry with the calibrated probability (0 to 1) that it answers the question. */
export interface Candidate {
  readonly entry: KnowledgeEntry;
  readonly confidence: number;
}

/** What the bot can honestly say to a question. Not knowing is an answer, not an error. */
export type Answer =
  | { readonly kind: 'answered'; readonly entry: KnowledgeEntry; readonly language?: string | undefined }
  | { readonly kind: 'which-one'; readonly choices: readonly KnowledgeEntry[] }
  /** The question names an article that the instrument does not have. */
  | { readonly kind: 'no-such-article'; readonly instrument: Instrument; readonly article: string }
  /** The article exists, and no entry speaks of it. */
  | { readonly kind: 'article-not-held'; readonly instrument: Instrument; readonly article: string }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'out-of-scope' };

/** The decision, and the best candidates behind it (at most five, best first), whatever the decision. */
export interface Judgement {
  readonly answer: Answer;
  readonly candidates: readonly Candidate[];
}
