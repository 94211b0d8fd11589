import type { Day, Span } from '../base/days.ts';
import type { AccountId, LawSourceId } from '../base/ids.ts';
import type { InstrumentFacts } from '../law/law-text.ts';
import type { StatedChange, StatedText } from '../law/stated.ts';
import type { ChangeBy, Evidence, MissingWording, TextLanguage } from '../law/timeline.ts';

/** A file from which official texts were taken. */
export interface LawSource {
  readonly id: LawSourceId;
  readonly code: string;
  readonly fileName: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly fileSha256: string;
  /** Where it is published. */
  readonly url: string | undefined;
  /** What the text says of the instrument. */
  readonly facts: InstrumentFacts;
  readonly language: TextLanguage;
  /** From when the instrument binds, as the file or its importer says. */
  readonly startsOn: Day;
  /** Undefined: at the command line. */
  readonly by: AccountId | undefined;
  readonly at: Date;
}

/** Where an article stands in an instrument, and its name: what a table of contents tells. */
export interface ArticleHead {
  readonly code: string;
  /** `7`, `4a`. */
  readonly article: string;
  /** Rises in the order of the instrument (`law/article-order.ts`). */
  readonly place: number;
  /** Without number; empty where the article has none. */
  readonly heading: string;
  /** Part, chapter and section, outermost first: `Chương II. Quyền của …`. */
  readonly divisions: readonly string[];
  /** The days on which this wording binds. */
  readonly inForce: Span;
}

/** One wording of one article, exactly as published (Unicode NFC, see `law/law-text.ts`). */
export interface Wording extends ArticleHead {
  readonly headingLine: string;
  /** Below the heading. */
  readonly text: string;
  /** SHA-256 of heading line, line break and text, hexadecimal. */
  readonly sha256: string;
  readonly source: LawSourceId;
  /** Where an amending law gives only a part of the words: the file that holds the rest. */
  readonly base?: LawSourceId | undefined;
}

/** A wording that binds, or bound, and is not held. */
export interface AskedFor extends MissingWording {
  readonly code: string;
}

/** The official texts. */
export interface Laws {
  addSource(source: Omit<LawSource, 'id'>): Promise<LawSourceId>;
  source(id: LawSourceId): Promise<LawSource | undefined>;
  /** The source with these bytes, if it was imported before. */
  sourceWith(fileSha256: string): Promise<LawSource | undefined>;
  /** Newest first. */
  sources(code?: string): Promise<readonly LawSource[]>;
  /** Says anew what a file is, and forgets what it was said to hold. */
  restate(source: LawSource): Promise<void>;
  /** What a file holds. Once for each source. */
  addStatements(source: LawSourceId, texts: readonly StatedText[], changes: readonly StatedChange[]): Promise<void>;
  /** What all files say of an instrument, oldest import first. */
  evidence(code: string): Promise<readonly Evidence[]>;
  /** What a file does to other instruments. */
  changesBy(source: LawSourceId): Promise<readonly StatedChange[]>;
  /** What all files do to instruments of these folded names or numbers, with the law that does it. */
  changesTo(
    names: readonly string[],
    numbers: readonly string[],
  ): Promise<readonly (ChangeBy & { readonly code: string; readonly adoptedOn: Day | undefined })[]>;

  /** Puts a wording in place of the one of this article from this day on, or adds it. */
  put(wording: Wording): Promise<void>;
  /** Takes a wording away that, as another file showed, never began on this day. */
  remove(code: string, article: string, from: Day): Promise<void>;
  /** All wordings of an article, oldest first. */
  wordings(code: string, article: string): Promise<readonly Wording[]>;
  /** The wording that binds on a day. */
  on(code: string, article: string, day: Day): Promise<Wording | undefined>;
  /** All wordings of an instrument, in its order, oldest first within an article. */
  ofInstrument(code: string): Promise<readonly Wording[]>;
  /** How much is held of each instrument, by code. */
  counts(): Promise<readonly { readonly code: string; readonly articles: number; readonly wordings: number }[]>;
  /** Every wording that is held, without its words: small enough for memory. */
  heads(): Promise<readonly ArticleHead[]>;
  /** Code, article, first day and SHA-256 of every wording, in the order of `each`: equal texts have equal ones. */
  fingerprints(): Promise<readonly string[]>;
  /** All wordings with their words, some at a time, by code, place and first day. */
  each(perTime: number, use: (wordings: readonly Wording[]) => void): Promise<void>;
  /** Changes with every import. One small look at the database. */
  version(): Promise<string>;

  /** Asks for a wording, or says anew why and until when. */
  ask(asked: AskedFor): Promise<void>;
  settle(asked: AskedFor, at: Date): Promise<void>;
  /** Not settled, by code and place; those of the past too, which nobody needs (`isNeeded`). */
  askedFor(code?: string): Promise<readonly AskedFor[]>;
  /** Lets one import at a time work out wordings, until the transaction ends. */
  lock(): Promise<void>;
}
