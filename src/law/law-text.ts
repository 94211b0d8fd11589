import type { Day } from '../base/days.ts';
import type { InstrumentKind } from '../knowledge/instrument.ts';

/**
 * A law as it was published, taken apart and not changed.
 *
 * **What is done to the words** (the normalisation rule): Unicode NFC; line ends become `\n`; empty lines around an article
 * fall away. Nothing else: spaces, look-alike letters (`Ð` U+00D0), footnote marks such as `[3]` and printers' errors stay
 * as they are. Readers of files that know no lines (PDF, HTML) join broken lines with one space and say so in a warning.
 *
 * `headingLine` and `text`, put together with a line break, are the lines of the source: nothing between two headings is lost.
 */
export interface LawReading {
  readonly instrument: InstrumentFacts;
  readonly articles: readonly LawArticle[];
  readonly divisions: readonly Division[];
  readonly appendices: readonly Appendix[];
  readonly notes: readonly Note[];
  /** The paragraphs that were read, as `linesOf` gives them; of a codification only those of the instrument asked for. */
  readonly lines: readonly string[];
  /** Every one of `lines`, in order and without overlap, with what it was taken for. */
  readonly segments: readonly Segment[];
  /** Runs of numbers below the highest that hold no article: `90–107`. */
  readonly gaps: readonly Gap[];
  readonly warnings: readonly Warning[];
}

/** What the text says of the instrument itself. What it does not say is `undefined`, never guessed. */
export interface InstrumentFacts {
  /** Spelled as contracts §1 say; `undefined` where name, number or year is missing from the text. */
  readonly code: string | undefined;
  readonly kind: InstrumentKind | undefined;
  /** Official name: `Luật Trợ giúp pháp lý`. */
  readonly name: string | undefined;
  /** `11/2017/QH14`. */
  readonly number: string | undefined;
  readonly adoptedOn: Day | undefined;
  readonly inForceFrom: Day | undefined;
  /** `Quốc hội`, `Chính phủ`, … */
  readonly issuedBy: string | undefined;
  /** Amending laws that a consolidated text says it takes in; empty for an original. */
  readonly amendedBy: readonly AmendingLaw[];
  /** What an amending law changes, in its own words: `Luật Quốc tịch Việt Nam`. */
  readonly amends: readonly string[];
}

export interface AmendingLaw {
  readonly number: string;
  /** The line of the preamble, without its item number. */
  readonly name: string;
  readonly adoptedOn: Day | undefined;
  readonly inForceFrom: Day | undefined;
}

export interface LawArticle {
  /** `7`, `4a`. */
  readonly number: string;
  /** Without number and footnote mark; empty where the article has none. */
  readonly heading: string;
  /** The line as printed: `Điều 7. Người được trợ giúp pháp lý[3]`. */
  readonly headingLine: string;
  /** The words of the article below its heading; on the heading's own line where the article is one line. */
  readonly text: string;
  /** The divisions it stands in, from the outermost: indexes into `divisions`. */
  readonly within: readonly number[];
  readonly clauses: readonly Clause[];
  /** Numbers of the notes whose marks stand in it, heading included. */
  readonly notes: readonly string[];
  /** From the notes that name an amending law: the day from which this wording binds. */
  readonly inForceFrom: Day | undefined;
  readonly repealed: boolean;
  /** What it inserts, replaces or repeals in another instrument. */
  readonly amendments: readonly Amendment[];
}

/** Where a clause (khoản) begins in an article's text. */
export interface Clause {
  readonly number: string;
  readonly at: number;
  readonly points: readonly Point[];
}

/** Where a point (điểm) begins in an article's text. */
export interface Point {
  readonly letter: string;
  readonly at: number;
}

export interface Division {
  readonly level: DivisionLevel;
  /** `Chương II`. */
  readonly label: string;
  readonly title: string;
}
export type DivisionLevel = 'part' | 'chapter' | 'section' | 'subsection';

export interface Appendix {
  readonly title: string;
  readonly text: string;
}

/** A footnote of a consolidated text. */
export interface Note {
  readonly number: string;
  readonly text: string;
}

export interface Amendment {
  readonly act: 'inserted' | 'replaced' | 'repealed';
  readonly target: { readonly article: string; readonly clause?: string; readonly point?: string };
  /** The new wording without the quotation marks around it; none for a repeal. */
  readonly text?: string;
  /** The instrument changed, as the amending article names it, where it does. */
  readonly instrument?: string;
}

export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Lines `from` to before `to`. */
export interface Segment {
  readonly kind: 'front' | 'contents' | 'division' | 'article' | 'closing' | 'appendix' | 'translation' | 'notes';
  readonly from: number;
  readonly to: number;
}

const WARNING_KINDS = [
  'adopted-on-unknown',
  'article-out-of-order',
  'articles-in-appendix',
  'automatic-numbering',
  'code-unknown',
  'contents-left-out',
  'continued-elsewhere',
  'earlier-wording-missing',
  'gap-in-numbering',
  'layout-uncertain',
  'line-not-understood',
  'lines-joined',
  'name-unknown',
  'mark-without-note',
  'number-unknown',
  'odd-length',
  'page-furniture-left-out',
  'pages-without-text',
  'quotation-not-closed',
  'spelling-doubtful',
  'translation-left-out',
  'unmarked-notes',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** Something a person should look at before the text is stored. */
export interface Warning {
  readonly kind: WarningKind;
  /** In Vietnamese, for the one who imports. */
  readonly message: string;
  /** Articles concerned. */
  readonly articles?: readonly string[];
}

const REFUSALS = [
  'unknown-type',
  'too-large',
  'corrupt',
  'encrypted',
  'empty',
  'scan',
  'broken-text-layer',
  'legacy-encoding',
  'not-a-law',
  'several-instruments',
  'instrument-not-found',
  'takes-too-long',
  'takes-too-much-memory',
  'too-many-files',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Why a file is not imported. The message is in Vietnamese, for the one who tried. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** The instruments of a page that holds several, to choose one from. */
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly code: string | undefined;
  readonly name: string;
  readonly number: string;
  readonly articles: number;
}
