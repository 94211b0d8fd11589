import { type Day, nextDay, vietnamDay } from '../../base/days.ts';
import { partsOf } from '../../knowledge/citation.ts';
import type { Instrument } from '../../knowledge/instrument.ts';
import { citesUntilItEnds } from '../../law/impact.ts';
import type { ArticleHead, AskedFor } from '../../ports/laws.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';
import type { CitingOf } from './citing.ts';
import { daysAfter } from './live-cautions.ts';

/** What ends is told so many days ahead. */
const AHEAD_DAYS = 60;

export interface WatchLawNeeds {
  readonly store: Store;
  readonly instruments: () => Iterable<Instrument>;
  readonly citing: CitingOf;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Once a day: opens review tasks for what rests on law that ends within 60 days, or has ended, and would be said longer than
 * that. What ends with its law, or before, needs nobody.
 *
 * @returns How many were opened.
 */
export async function watchLaw({ store, instruments, citing, now, log }: WatchLawNeeds): Promise<number> {
  const today = vietnamDay(now());
  const until = daysAfter(today, AHEAD_DAYS);
  const opened = await store.transaction(async (records) => {
    const ends = new Ends([...instruments()], await records.laws.heads(), await records.laws.askedFor());
    let count = 0;
    for (const one of await citing(records)) {
      for (const citation of citesUntilItEnds(one, today, (code, article) => ends.lastDay(code, article), until)) {
        const { code, article } = partsOf(citation);
        const lastDay = ends.lastDay(code, article);
        if (lastDay === undefined) continue;
        const task = { object: one.object, citation, why: 'ends', day: nextDay(lastDay) } as const;
        if (await records.reviewTasks.open(task, now())) count += 1;
      }
    }
    return count;
  });
  if (opened > 0) log.info('law that ends is to be read about again', { tasks: opened });
  return opened;
}

/** The last days of articles, from the knowledge and from the texts that are held. */
class Ends {
  readonly #instruments: ReadonlyMap<string, Instrument>;
  readonly #last: Map<string, Day | undefined>;

  constructor(instruments: readonly Instrument[], heads: readonly ArticleHead[], missing: readonly AskedFor[]) {
    this.#instruments = new Map(instruments.map((instrument) => [instrument.code, instrument]));
    // Oldest first, so the last wording of an article stays.
    this.#last = new Map(heads.map(({ code, article, inForce }) => [`${code}:${article}`, inForce.to]));
    // Other words follow, which are not held: the article changes and does not end.
    for (const { code, article, until } of missing) if (until === undefined) this.#last.delete(`${code}:${article}`);
  }

  lastDay(code: string, article: string): Day | undefined {
    const instrument = this.#instruments.get(code);
    const days = [
      instrument?.inForce.to,
      instrument?.articleSpans.get(article)?.to,
      this.#last.get(`${code}:${article}`),
    ].filter((day) => day !== undefined);
    return days.sort()[0];
  }
}
