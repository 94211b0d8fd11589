import type { Day } from '../base/days.ts';
import { type Citation, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { LawEvent, TaskReason } from './law-changes.ts';

/** Something that rests on the law: an entry of any kind, or a canned reply. */
export interface Citing {
  /** `entry/<id>` or `canned/<id>`. */
  readonly object: string;
  readonly title: string;
  readonly citations: readonly Citation[];
  /** The last day on which it may be said; undefined while no end is set. */
  readonly lastDay: Day | undefined;
}

/** Something that rests on an article. */
export interface Touched {
  readonly object: string;
  readonly title: string;
  /** The first citation in it of that article: of a clause or point, where it cites no more. */
  readonly citation: Citation;
}

export interface ReviewOwed extends Pick<Touched, 'object' | 'citation'> {
  readonly why: TaskReason;
  readonly day: Day;
}

export function citingEntry({ id, title, citations, valid }: KnowledgeEntry): Citing {
  return { object: `entry/${id}`, title, citations, lastDay: valid.to };
}

export function citingCanned({
  id,
  title,
  citations,
}: {
  readonly id: string;
  readonly title: string;
  readonly citations: readonly Citation[];
}): Citing {
  return { object: `canned/${id}`, title, citations, lastDay: undefined };
}

/**
 * What rests on an article, or on any article of an instrument. A citation of a clause or point rests on its whole article.
 * What has ended before `today` is said no more and rests on nothing.
 *
 * @returns One for each object and article.
 */
export function touchedBy(
  code: string,
  article: string | undefined,
  citing: readonly Citing[],
  today: Day,
): readonly Touched[] {
  return citing.flatMap(({ object, title, citations, lastDay }) => {
    if (lastDay !== undefined && lastDay < today) return [];
    const byArticle = new Map<string, Citation>();
    for (const citation of citations) {
      const parts = partsOf(citation);
      const isMeant = parts.code === code && (article === undefined || parts.article === article);
      if (isMeant && !byArticle.has(parts.article)) byArticle.set(parts.article, citation);
    }
    return [...byArticle.values()].map((citation) => ({ object, title, citation }));
  });
}

/** What has to be read again after these events, and nothing else. */
export function reviewsOwed(
  code: string,
  events: readonly LawEvent[],
  citing: readonly Citing[],
  today: Day,
): readonly ReviewOwed[] {
  const ofInstrument = citing.filter(({ citations }) => citations.some((citation) => citation.startsWith(`${code}:`)));
  return events.flatMap(({ article, why, day }) =>
    touchedBy(code, article, ofInstrument, today).map(({ object, citation }) => ({ object, citation, why, day })),
  );
}

/**
 * The citations, one for each article, of law that ends until a day and that something would be said longer than.
 *
 * @param lastDayOf The last day of an article; undefined while no end is known.
 */
export function citesUntilItEnds(
  { citations, lastDay }: Citing,
  today: Day,
  lastDayOf: (code: string, article: string) => Day | undefined,
  until: Day,
): readonly Citation[] {
  if (lastDay !== undefined && lastDay < today) return [];
  const byArticle = new Map<string, Citation>();
  for (const citation of citations) {
    const { code, article } = partsOf(citation);
    const ends = lastDayOf(code, article);
    const isSaidLonger = ends !== undefined && ends <= until && (lastDay === undefined || lastDay > ends);
    if (isSaidLonger && !byArticle.has(`${code}:${article}`)) byArticle.set(`${code}:${article}`, citation);
  }
  return [...byArticle.values()];
}
