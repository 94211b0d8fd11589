import type { Day, Span } from '../base/days.ts';
import type { AccountId, LawSourceId } from '../base/ids.ts';
import type { InstrumentFacts } from '../law/law-text.ts';

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
  /** Undefined: at the command line. */
  readonly by: AccountId | undefined;
  readonly at: Date;
}

/** Where an article stands in an instrument, and its name: what a table of contents tells. */
export interface ArticleHead {
  readonly code: string;
  /** `7`, `4a`. */
  readonly article: string;
  /** Order in the instrument, from 0. */
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
}

/** A wording that binds, or bound, until a day and is not held. */
export interface AskedFor {
  readonly code: string;
  readonly article: string;
  /** The day from which the wording that is held binds. */
  readonly until: Day;
}

/** The official texts. */
export interface Laws {
  addSource(source: Omit<LawSource, 'id'>): Promise<LawSourceId>;
  source(id: LawSourceId): Promise<LawSource | undefined>;
  /** The source with these bytes, if it was imported before. */
  sourceWith(fileSha256: string): Promise<LawSource | undefined>;
  /** Newest first. */
  sources(code?: string): Promise<readonly LawSource[]>;

  /** @returns `false` when a wording of this article from this day on is held: then nothing changes. */
  add(wording: Wording): Promise<boolean>;
  /** Sets the last day of a wording, named by its first. */
  end(code: string, article: string, from: Day, lastDay: Day | undefined): Promise<void>;
  /** All wordings of an article, oldest first. */
  wordings(code: string, article: string): Promise<readonly Wording[]>;
  /** The wording that binds on a day. */
  on(code: string, article: string, day: Day): Promise<Wording | undefined>;
  /** All wordings of an instrument, in its order, oldest first within an article. */
  ofInstrument(code: string): Promise<readonly Wording[]>;
  /** Every wording that is held, without its words: small enough for memory. */
  heads(): Promise<readonly ArticleHead[]>;
  /** All wordings with their words, some at a time, by code, place and first day. */
  each(perTime: number, use: (wordings: readonly Wording[]) => void): Promise<void>;
  /** Changes with every import. One small look at the database. */
  version(): Promise<string>;

  ask(asked: AskedFor & { readonly source: LawSourceId }): Promise<void>;
  settle(asked: AskedFor, at: Date): Promise<void>;
  /** Not settled, by code and article. */
  askedFor(): Promise<readonly AskedFor[]>;
}
