import { type Day, dayBefore, nextDay } from '../base/days.ts';
import type { ArticleWords } from './apply-change.ts';
import { type DatedWording, type MissingWording, sameWords, type Timeline } from './timeline.ts';

/** Why something that rests on an article must be read again. */
export type TaskReason = 'new-wording' | 'ends' | 'repealed';

/** The law of an article becomes another on a day. */
export interface LawEvent {
  /** Undefined: every article of the instrument. */
  readonly article: string | undefined;
  readonly why: TaskReason;
  readonly day: Day;
}

/** An article with other words from a day on. */
export interface ChangedArticle {
  readonly article: string;
  readonly from: Day;
  readonly before: ArticleWords;
  readonly after: ArticleWords;
}

/** What an import changed in what is held of an instrument. */
export interface TimelineDifference {
  /** Wordings that were not held before and follow none that is. */
  readonly added: readonly DatedWording[];
  /** Wordings that were not held before, with the words that bind until then. */
  readonly changed: readonly ChangedArticle[];
  /** Wordings that bind no longer than to a day, and no other wording follows, held or not. */
  readonly ended: readonly { readonly article: string; readonly lastDay: Day }[];
  /** The same wording, now as another file prints it. */
  readonly reprinted: readonly { readonly article: string; readonly from: Day }[];
  readonly asked: readonly MissingWording[];
}

/** What is another after an import. Wordings of the past that are not held are not asked for. */
export function differenceOf(before: Timeline, after: Timeline, today: Day): TimelineDifference {
  const held = byKey(before.wordings);
  const fresh = after.wordings.filter((wording) => !held.has(keyOf(wording)));
  const changed = fresh.flatMap((wording): readonly ChangedArticle[] => {
    const until = after.wordings.find(
      (one) => one.article === wording.article && one.inForce.to && nextDay(one.inForce.to) === wording.inForce.from,
    );
    return until && !sameWords(until, wording)
      ? [{ article: wording.article, from: wording.inForce.from, before: until, after: wording }]
      : [];
  });
  const isChanged = new Set(changed.map(({ article, from }) => `${article} ${from}`));
  const gaps = new Set(before.missing.map((one) => `${one.article} ${one.from}`));
  return {
    added: fresh.filter((wording) => !isChanged.has(keyOf(wording))),
    changed,
    ended: after.wordings.flatMap(({ article, inForce }) => {
      const lastDay = inForce.to;
      if (lastDay === undefined || held.get(`${article} ${inForce.from}`)?.inForce.to === lastDay) return [];
      const follows =
        after.wordings.some((one) => one.article === article && one.inForce.from === nextDay(lastDay)) ||
        after.missing.some((one) => one.article === article && one.from === nextDay(lastDay));
      return follows ? [] : [{ article, lastDay }];
    }),
    reprinted: after.wordings.flatMap((wording) => {
      const old = held.get(keyOf(wording));
      return old && (old.headingLine !== wording.headingLine || old.text !== wording.text)
        ? [{ article: wording.article, from: wording.inForce.from }]
        : [];
    }),
    asked: after.missing.filter((one) => isNeeded(one, today) && !gaps.has(`${one.article} ${one.from}`)),
  };
}

/** Does a wording that is not held bind today or later? */
export function isNeeded({ until }: MissingWording, today: Day): boolean {
  return until === undefined || until > today;
}

/**
 * The days on which the law of an article becomes another, as far as they were not known before. What a file tells of the
 * past of an article of which nothing was known is history and no event, and so is what came before the words of today.
 *
 * @param today Later days are always told.
 */
export function newEvents(before: Timeline, after: Timeline, today: Day): readonly ArticleEvent[] {
  const known = new Set(eventsIn(before).map(({ article, why, day }) => `${article} ${why} ${day}`));
  const knownArticles = new Set([...before.wordings, ...before.missing].map(({ article }) => article));
  const amended = new Set(after.amendedOn.map(({ article, on }) => `${article} ${on}`));
  const events = eventsIn(after);
  const lastPast = new Map(events.filter(({ day }) => day <= today).map(({ article, day }) => [article, day]));
  return events.filter(({ article, why, day }) => {
    if (known.has(`${article} ${why} ${day}`)) return false;
    if (day > today) return true;
    // Of the past only the change counts from which the words of today come.
    return lastPast.get(article) === day && (knownArticles.has(article) || amended.has(`${article} ${day}`));
  });
}

type ArticleEvent = LawEvent & { readonly article: string };

function eventsIn({ wordings, missing, lastDay }: Timeline): readonly ArticleEvent[] {
  const steps = new Map<string, { readonly from: Day; readonly to: Day | undefined; readonly repealed: boolean }[]>();
  const note = (article: string, from: Day, to: Day | undefined, repealed: boolean): void => {
    steps.set(article, [...(steps.get(article) ?? []), { from, to, repealed }]);
  };
  for (const { article, inForce, repealed } of wordings) note(article, inForce.from, inForce.to, repealed);
  for (const { article, from, until } of missing) note(article, from, until && dayBefore(until), false);
  return [...steps].flatMap(([article, unsorted]) => {
    const line = unsorted.sort((a, b) => (a.from < b.from ? -1 : 1));
    return line.flatMap(({ from, to, repealed }, nth): readonly ArticleEvent[] => {
      const begins: readonly ArticleEvent[] =
        nth === 0 ? [] : [{ article, why: repealed ? 'repealed' : 'new-wording', day: from }];
      if (to === undefined || line[nth + 1]?.from === nextDay(to)) return begins;
      return [...begins, { article, why: to === lastDay ? 'ends' : 'repealed', day: nextDay(to) }];
    });
  });
}

function byKey(wordings: readonly DatedWording[]): ReadonlyMap<string, DatedWording> {
  return new Map(wordings.map((wording) => [keyOf(wording), wording]));
}

function keyOf({ article, inForce }: Pick<DatedWording, 'article' | 'inForce'>): string {
  return `${article} ${inForce.from}`;
}
