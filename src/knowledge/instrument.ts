import { covers, type Day, type Span } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import type { ArticlePlace } from './citation.ts';

export const INSTRUMENT_KINDS = [
  'declaration',
  'treaty',
  'constitution',
  'code',
  'law',
  'ordinance',
  'resolution',
  'decree',
  'circular',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** A treaty, the Constitution, a law, code, ordinance, resolution or decree (contracts §1). */
export interface Instrument {
  readonly code: string;
  readonly kind: InstrumentKind;
  /** Official name in Vietnamese, without number and year. */
  readonly name: string;
  /** As the bot writes it after "Điều 9": `Luật Phòng, chống bạo lực gia đình 2022`. */
  readonly shortName: string;
  readonly number?: string | undefined;
  readonly adoptedOn?: Day | undefined;
  /** The days on which it binds in Vietnam; for a treaty, from its entry into force for Vietnam. */
  readonly inForce: Span;
  readonly replaces: readonly string[];
  readonly replacedBy?: string | undefined;
  readonly officialUrl?: string | undefined;
  /** Highest article number; undefined where we have not seen the whole text. */
  readonly articles?: number | undefined;
  /** Numbers below the highest that hold no article any more. */
  readonly missingArticles: readonly string[];
  /** Inserted articles such as `4a`. */
  readonly insertedArticles: readonly string[];
  /** Articles that bind only for a part of the instrument's life. */
  readonly articleSpans: ReadonlyMap<string, Span>;
  /** What people call it, for look-ups: `cedaw`, `công ước phụ nữ`. */
  readonly aliases: readonly string[];
  /** The entry that presents it. */
  readonly card?: EntryId | undefined;
  /** For those who read no Vietnamese: the name in English, and in a sentence or two what it protects. */
  readonly english?: { readonly name: string; readonly about: string } | undefined;
}

/** Does the instrument hold such an article (on any day)? */
export function hasArticle(instrument: Instrument, article: string): boolean {
  if (instrument.insertedArticles.includes(article)) return true;
  const number = Number(article);
  return (
    Number.isInteger(number) &&
    number >= 1 &&
    number <= (instrument.articles ?? Number.POSITIVE_INFINITY) &&
    !instrument.missingArticles.includes(article)
  );
}

/** Does the article bind on a day? */
export function inForce(instrument: Instrument, article: string, day: Day): boolean {
  const own = instrument.articleSpans.get(article);
  return covers(instrument.inForce, day) && (own === undefined || covers(own, day));
}

/** A citation as people write it: `Điều 145 khoản 1 điểm a Bộ luật Lao động 2019`. */
export function citationLabel(instrument: Instrument, { article, clause, point }: ArticlePlace): string {
  const place = [`Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`].filter(Boolean).join(' ');
  return `${place} ${instrument.shortName}`;
}
