import { covers, type Day, nextDay } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { articleOf, type Citation, partsOf } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';
import { citationLabel, type Instrument, inForce } from './instrument.ts';

/** How the id of an entry ends that follows another from a year on. */
const FOLLOWS = /-tu-\d{4}$/;

/** All published entries and the instruments they rest on. Immutable. */
export class Library {
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly #byId: ReadonlyMap<EntryId, KnowledgeEntry>;
  readonly #switchDays: readonly Day[];
  #byArticle: ReadonlyMap<string, readonly KnowledgeEntry[]> | undefined;

  constructor(entries: readonly KnowledgeEntry[], instruments: readonly Instrument[]) {
    this.entries = entries;
    this.instruments = new Map(instruments.map((instrument) => [instrument.code, instrument]));
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.#switchDays = switchDays(entries, instruments);
  }

  entry(id: EntryId): KnowledgeEntry | undefined {
    return this.#byId.get(id);
  }

  /** May the entry be shown as current law on that day? Its own span and every citation must be in force. */
  isCurrent(entry: KnowledgeEntry, day: Day): boolean {
    return covers(entry.valid, day) && entry.citations.every((citation) => this.#binds(citation, day));
  }

  currentOn(day: Day): readonly KnowledgeEntry[] {
    return this.entries.filter((entry) => this.isCurrent(entry, day));
  }

  /**
   * The entries of a day as the search should know them. Whoever follows an entry that has ended (`…-tu-2027`) is asked in
   * the same words, so it takes over the phrasings of the one before.
   */
  searchableOn(day: Day): readonly KnowledgeEntry[] {
    return this.currentOn(day).map((entry) => {
      const before = this.#byId.get(entry.id.replace(FOLLOWS, '') as EntryId);
      if (!before || before === entry || this.isCurrent(before, day)) return entry;
      return { ...entry, variants: [...new Set([...entry.variants, before.title, ...before.variants])] };
    });
  }

  /**
   * The last day up to and including `day` on which something began or ended. Between two such days the law shown is
   * the same, so an index may be kept for the whole span.
   */
  epochOf(day: Day): Day {
    return this.#switchDays.findLast((first) => first <= day) ?? '';
  }

  /** The first day after `day` on which something begins or has ended; `undefined` where nothing is known to change. */
  nextEpochAfter(day: Day): Day | undefined {
    return this.#switchDays.find((first) => first > day);
  }

  /** The digest or text of an article on a day: `crc:32`. */
  digestOf(article: string, day: Day): KnowledgeEntry | undefined {
    return this.citing(article).find(
      (entry) => entry.kind === 'article' && articleOf(entry.citations[0]) === article && this.isCurrent(entry, day),
    );
  }

  /** The entries that rest on an article, whatever day it is, in the order of `entries`. */
  citing(article: string): readonly KnowledgeEntry[] {
    this.#byArticle ??= byArticle(this.entries);
    return this.#byArticle.get(article) ?? [];
  }

  /** `Điều 9 Luật Phòng, chống bạo lực gia đình 2022`. The code itself where the instrument is unknown. */
  label(citation: Citation): string {
    const parts = partsOf(citation);
    const instrument = this.instruments.get(parts.code);
    return instrument ? citationLabel(instrument, parts) : citation;
  }

  #binds(citation: Citation, day: Day): boolean {
    const { code, article } = partsOf(citation);
    const instrument = this.instruments.get(code);
    return instrument !== undefined && inForce(instrument, article, day);
  }
}

function byArticle(entries: readonly KnowledgeEntry[]): ReadonlyMap<string, readonly KnowledgeEntry[]> {
  const citing = new Map<string, KnowledgeEntry[]>();
  for (const entry of entries) {
    for (const article of new Set(entry.citations.map(articleOf))) {
      const known = citing.get(article);
      if (known) known.push(entry);
      else citing.set(article, [entry]);
    }
  }
  return citing;
}

/** Is there a day on which both may be shown? */
export function inForceTogether(a: Pick<KnowledgeEntry, 'valid'>, b: Pick<KnowledgeEntry, 'valid'>): boolean {
  const ends = ({ valid }: Pick<KnowledgeEntry, 'valid'>): Day => valid.to ?? '9999-12-31';
  return a.valid.from <= ends(b) && b.valid.from <= ends(a);
}

function switchDays(entries: readonly KnowledgeEntry[], instruments: readonly Instrument[]): readonly Day[] {
  const spans = [
    ...entries.map(({ valid }) => valid),
    ...instruments.flatMap((instrument) => [instrument.inForce, ...instrument.articleSpans.values()]),
  ];
  return [...new Set(spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, nextDay(to)])))].sort();
}
