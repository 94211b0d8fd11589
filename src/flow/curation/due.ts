import type { Day } from '../../base/days.ts';
import type { EntryId, RevisionId } from '../../base/ids.ts';
import { type ReleaseConflict, releaseConflict } from '../../curation/three-versions.ts';
import { type Citation, partsOf } from '../../knowledge/citation.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Counts } from '../../ports/counts.ts';
import type { Store } from '../../ports/store.ts';
import { type ShownCount, shown, shownParts } from '../../reporting/small-numbers.ts';
import type { LiveKnowledge } from '../entries/live-knowledge.ts';

/** An entry is due so many days before its review day. */
const REVIEW_AHEAD_DAYS = 30;
/** A law that ends is told so many days ahead. */
const LAW_AHEAD_DAYS = 90;
/** Ratings of so many days are looked at. */
const RATED_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Entries whose review day is past or near, the oldest first. What has ended needs no review. */
export function reviewsDue(library: Library, today: Day): readonly KnowledgeEntry[] {
  const until = daysFrom(today, REVIEW_AHEAD_DAYS);
  return library.entries
    .filter(({ reviewBy, valid }) => reviewBy <= until && (valid.to ?? today) >= today)
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
}

/** An entry that rests on something that ends. */
export interface EndingLaw {
  readonly entry: KnowledgeEntry;
  /** What ends; undefined where the entry itself does. */
  readonly citation: Citation | undefined;
  /** The last day. */
  readonly endsOn: Day;
  /** Entries on the same matter that hold from the day after; empty where nobody has written one. */
  readonly followedBy: readonly EntryId[];
}

/**
 * Entries that stop being the law within the next months, or have stopped without saying so: their own days end, or an
 * article or instrument that they cite does. Soonest first.
 */
export function lawsEnding(library: Library, today: Day): readonly EndingLaw[] {
  const until = daysFrom(today, LAW_AHEAD_DAYS);
  const alike = byMatter(library.entries);
  return library.entries
    .flatMap((entry): readonly EndingLaw[] => {
      const own: readonly Omit<EndingLaw, 'entry' | 'followedBy'>[] =
        entry.valid.to === undefined ? [] : [{ citation: undefined, endsOn: entry.valid.to }];
      const cited = entry.citations.flatMap((citation) => {
        const endsOn = endOf(citation, library);
        // An entry that ends with its law, or before it, is looked after by its own days.
        return endsOn === undefined || (entry.valid.to !== undefined && entry.valid.to <= endsOn)
          ? []
          : [{ citation, endsOn }];
      });
      const [first] = [...own, ...cited].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
      if (!first || first.endsOn > until) return [];
      const followedBy = (alike.get(matterOf(entry.id)) ?? [])
        .filter((other) => other.id !== entry.id && other.valid.from > first.endsOn)
        .map((other) => other.id);
      // What has ended by its own days was ended on purpose.
      const isOver = first.citation === undefined && first.endsOn < today;
      return isOver ? [] : [{ entry, ...first, followedBy }];
    })
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : a.entry.id < b.entry.id ? -1 : 1));
}

function endOf(citation: Citation, { instruments }: Library): Day | undefined {
  const { code, article } = partsOf(citation);
  const instrument = instruments.get(code);
  const ends = [instrument?.inForce.to, instrument?.articleSpans.get(article)?.to].filter((day) => day !== undefined);
  return ends.sort()[0];
}

/** Entries by their names: `…-tu-2027` follows `…`. */
function byMatter(entries: readonly KnowledgeEntry[]): ReadonlyMap<string, readonly KnowledgeEntry[]> {
  const alike = new Map<string, KnowledgeEntry[]>();
  for (const entry of entries) {
    const matter = matterOf(entry.id);
    const others = alike.get(matter);
    if (others) others.push(entry);
    else alike.set(matter, [entry]);
  }
  return alike;
}

function matterOf(id: EntryId): string {
  return id.replace(/-tu-\d{4}$/, '');
}

/** An entry that people said did not help. */
export interface RatedEntry {
  readonly entry: EntryId;
  readonly unhelpful: ShownCount;
  /** Why, where the number may be told. */
  readonly reasons: readonly { readonly reason: string; readonly times: ShownCount }[];
}

/** Entries by how often people said that they did not help. No number is shown from which one under five could be worked out. */
export async function ratedUnhelpful(counts: Counts, today: Day): Promise<readonly RatedEntry[]> {
  const from = daysFrom(today, -RATED_DAYS);
  const rated = [...(await counts.sums('entry-unhelpful', from, today))].sort((a, b) => (a.label < b.label ? -1 : 1));
  const reasons = await counts.sums('entry-reason', from, today);
  const cells = shownParts(rated.map(({ n }) => n));
  return rated
    .map(({ label, n }, nth): RatedEntry => {
      const unhelpful = cells[nth] ?? shown(n);
      const own = reasons.filter((one) => one.label.startsWith(`${label} `));
      const times = unhelpful.shown === 'exactly' ? shownParts(own.map((one) => one.n)) : [];
      return {
        entry: label as EntryId,
        unhelpful,
        reasons: own.flatMap((one, at) => {
          const shownTimes = times[at];
          return shownTimes ? [{ reason: one.label.slice(label.length + 1), times: shownTimes }] : [];
        }),
      };
    })
    .sort((a, b) => countOf(b.unhelpful) - countOf(a.unhelpful));
}

/** Only what is shown exactly orders the list. */
function countOf(count: ShownCount): number {
  return count.shown === 'exactly' ? count.count : 0;
}

/** A live revision whose shipped file a release has changed. */
export interface ChangedByRelease {
  readonly entry: EntryId;
  readonly revision: RevisionId;
  readonly conflict: ReleaseConflict;
}

/** Finds them by reading every live text and its file; so it is done again only when what is live has changed. */
export class ReleaseConflicts {
  readonly #store: Store;
  readonly #knowledge: LiveKnowledge;
  #version: string | undefined;
  #found: readonly ChangedByRelease[] = [];

  constructor({ store, knowledge }: { readonly store: Store; readonly knowledge: LiveKnowledge }) {
    this.#store = store;
    this.#knowledge = knowledge;
  }

  async all(): Promise<readonly ChangedByRelease[]> {
    const fresh = await this.#store.transaction(async ({ revisions }) => {
      const version = await revisions.liveVersion();
      if (version === this.#version) return undefined;
      const live = await revisions.live();
      return { version, live, texts: await revisions.texts(live.map(({ revision }) => revision)) };
    });
    if (!fresh) return this.#found;
    this.#found = fresh.live.flatMap(({ entry, revision }) => {
      const text = fresh.texts.get(revision);
      const conflict = text && releaseConflict(text, this.#knowledge.shippedText(entry));
      return conflict ? [{ entry, revision, conflict }] : [];
    });
    this.#version = fresh.version;
    return this.#found;
  }
}

function daysFrom(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
