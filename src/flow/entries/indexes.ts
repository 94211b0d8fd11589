import type { Day } from '../../base/days.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { EntryIndex, type Placed } from '../../search/entry-index.ts';
import type { Lexicon } from '../../search/lexicon.ts';
import { TextIndex } from '../../search/text-index.ts';
import { breath } from './breath.ts';
import type { DayIndex, Edition } from './edition.ts';
import type { IndexMaker } from './index-maker.ts';

/** Entries that are placed before others get their turn: some ten milliseconds. */
const PLACED_AT_ONCE = 8;

export interface IndexesNeeds {
  readonly maker: IndexMaker;
  readonly shipped: {
    readonly contents: string;
    readonly lexicon: Lexicon;
    /** The learned index of the shipped entries; learned now, for some seconds, where none is kept. */
    readonly indexOn: (day: Day) => EntryIndex;
  };
}

/** Where the indexes of editions come from. */
export class Indexes {
  readonly #maker: IndexMaker;
  readonly #shipped: IndexesNeeds['shipped'];

  constructor({ maker, shipped }: IndexesNeeds) {
    this.#maker = maker;
    this.#shipped = shipped;
  }

  /**
   * For whoever cannot wait: read where it is kept, else folded from one that is there. Nothing else happens meanwhile: for
   * some tenths of a second or about one, and for longer only where nothing was learned yet.
   */
  now(day: Day, edition: Edition): DayIndex {
    const entries = edition.library.searchableOn(day);
    const stored = this.#maker.kept(edition.contents, edition.library.epochOf(day));
    if (stored) return { index: EntryIndex.restore(entries, stored, this.#shipped.lexicon), learned: true };
    if (edition.contents === this.#shipped.contents && !edition.anyIndex()) {
      return { index: this.#shipped.indexOn(day), learned: true };
    }
    return { index: (edition.anyIndex() ?? this.#shipped.indexOn(day)).folded(entries), learned: false };
  }

  /** Makes an edition ready for a day while others are answered. With no index to begin from, others do wait. */
  async prepare(edition: Edition, day: Day, from = edition.anyIndex()): Promise<void> {
    if (edition.heldOn(day)) return;
    if (from) edition.hold(day, await this.#aside(edition, day, from));
    else edition.indexOn(day);
  }

  async #aside(edition: Edition, day: Day, from: EntryIndex): Promise<DayIndex> {
    const entries = edition.library.searchableOn(day);
    const { contents } = edition;
    const epoch = edition.library.epochOf(day);
    if (!this.#maker.isKept(contents, epoch)) return { index: await this.folded(from, entries), learned: false };
    const stored = await this.#maker.learn({ contents, epoch, entries });
    return { index: EntryIndex.restore(entries, stored, this.#shipped.lexicon), learned: true };
  }

  /** The index over other entries. Their words are indexed elsewhere, so that others are answered meanwhile. */
  async folded(from: EntryIndex, entries: readonly KnowledgeEntry[]): Promise<EntryIndex> {
    if (from.saysTheSame(entries)) return from.folded(entries);
    const text = await this.#maker.texts(entries);
    const placed = new Map<KnowledgeEntry, Placed>();
    for (const [nth, entry] of from.changed(entries).entries()) {
      placed.set(entry, from.place(entry));
      if (nth % PLACED_AT_ONCE === PLACED_AT_ONCE - 1) await breath();
    }
    return from.folded(entries, TextIndex.restore(text), placed);
  }
}
