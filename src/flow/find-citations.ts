import { LookUps } from '../answering/look-up.ts';
import type { Day } from '../base/days.ts';
import { articleOf, type Citation, parseCitation } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { hasArticle, inForce } from '../knowledge/instrument.ts';
import type { Library } from '../knowledge/library.ts';
import { clean } from '../language/clean.ts';
import type { Knowledge } from './knowledge-on.ts';

/** A place in the law that somebody who writes may cite. */
export interface FoundCitation {
  readonly citation: Citation;
  /** `Điều 97 Bộ luật Lao động 2019`. */
  readonly label: string;
  /** What it says, in our own words, where an entry tells it. */
  readonly says: string | undefined;
  /** `false` where it does not bind on the day: it must not be cited for today's law. */
  readonly inForce: boolean;
}

const MOST = 12;
const ENTRIES_LOOKED_AT = 8;

/** Built once for a library. */
const lookUpsOf = new WeakMap<Library, LookUps>();

/**
 * Finds places in the law by what somebody types: `bo-luat-lao-dong-2019:97`, `điều 97 luật lao động`, `crc 32`, or the matter
 * itself, `nợ lương`. What is named comes first, then what the entries on the matter rest on.
 */
export function findCitations(
  typed: string,
  { rendering: { library }, search }: Pick<Knowledge, 'rendering' | 'search'>,
  day: Day,
): readonly FoundCitation[] {
  const words = clean(typed);
  if (words === '') return [];
  const found = new Map<Citation, string | undefined>();
  const add = (citation: Citation, says?: string): void => {
    if (!found.has(citation)) found.set(citation, says ?? toldOf(citation, library, day));
  };

  for (const citation of named(words, library, day)) add(citation);
  const matters = parseCitation(words.toLowerCase()) ? [] : search(words, ENTRIES_LOOKED_AT);
  for (const { citation, says } of matters.flatMap(({ entry }) => entry.basis)) add(citation, says);
  return [...found].slice(0, MOST).map(([citation, says]) => ({
    citation,
    label: library.label(citation),
    says,
    inForce: binds(citation, library, day),
  }));
}

/** What the words name outright, with the places in it that entries rest on. */
function named(words: string, library: Library, day: Day): readonly Citation[] {
  const exact = parseCitation(words.toLowerCase());
  if (exact) return exists(exact.code, exact.article, library) ? [words.toLowerCase() as Citation] : [];
  const lookUps = lookUpsOf.get(library) ?? new LookUps(library.instruments.values());
  lookUpsOf.set(library, lookUps);
  const lookUp = lookUps.read(words, day);
  if (lookUp?.asks !== 'article' || !exists(lookUp.instrument.code, lookUp.article, library)) return [];
  const article = `${lookUp.instrument.code}:${lookUp.article}` as Citation;
  const finer = library.entries
    .flatMap(({ citations }) => citations)
    .filter((citation) => citation !== article && articleOf(citation) === article);
  return [article, ...new Set(finer)];
}

function toldOf(citation: Citation, library: Library, day: Day): string | undefined {
  const telling = (entry: KnowledgeEntry): string | undefined =>
    entry.basis.find((basis) => basis.citation === citation)?.says;
  const digest = library.digestOf(articleOf(citation), day);
  return (digest && telling(digest)) ?? library.entries.map(telling).find((says) => says !== undefined);
}

function exists(code: string, article: string, { instruments }: Library): boolean {
  const instrument = instruments.get(code);
  return instrument !== undefined && hasArticle(instrument, article);
}

function binds(citation: Citation, { instruments }: Library, day: Day): boolean {
  const parts = parseCitation(citation);
  const instrument = parts && instruments.get(parts.code);
  return parts !== undefined && instrument !== undefined && inForce(instrument, parts.article, day);
}
