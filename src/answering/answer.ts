import type { ArticlePlace, Citation } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Instrument } from '../knowledge/instrument.ts';

/** An entry with the calibrated probability (0 to 1) that it answers the question. */
export interface Candidate {
  readonly entry: KnowledgeEntry;
  readonly confidence: number;
}

/** What the bot can honestly say to a question. Not knowing is an answer, not an error. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly entry: KnowledgeEntry;
      readonly language?: string | undefined;
      /** The place in the law that was asked for by number. */
      readonly place?: Citation | undefined;
    }
  | { readonly kind: 'which-one'; readonly choices: readonly KnowledgeEntry[] }
  /** The question names an article that the instrument does not have. */
  | { readonly kind: 'no-such-article'; readonly instrument: Instrument; readonly article: string }
  /** The words of the article are held, and they are what was asked for, or no entry speaks of it. */
  | {
      readonly kind: 'official-text';
      readonly citation: Citation;
      /** No entry speaks of it. */
      readonly alone: boolean;
    }
  /** An instrument whose words are held and of which no entry tells. */
  | { readonly kind: 'contents'; readonly instrument: Instrument }
  /** Several laws are called so. */
  | {
      readonly kind: 'which-law';
      readonly instruments: readonly Instrument[];
      readonly place: ArticlePlace | undefined;
    }
  /** The law that is named binds no more. `old`: itself where we know it, else the year that was named. */
  | {
      readonly kind: 'law-replaced';
      readonly old: Instrument | number;
      readonly by: Instrument;
      readonly place: ArticlePlace | undefined;
    }
  /** The article exists, and no entry speaks of it. */
  | { readonly kind: 'article-not-held'; readonly instrument: Instrument; readonly article: string }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'out-of-scope' };

/** The decision, and the best candidates behind it (at most five, best first), whatever the decision. */
export interface Judgement {
  readonly answer: Answer;
  readonly candidates: readonly Candidate[];
  /** Where the bot does not know: articles of law that have to do with the question, best first. They are no answer. */
  readonly related?: readonly Citation[] | undefined;
}
