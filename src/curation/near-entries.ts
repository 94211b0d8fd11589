import type { Span } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { inForceTogether } from '../knowledge/library.ts';
import { LikenessIndex, WordWeights } from '../language/likeness.ts';

/** An entry that already asks nearly what somebody is about to write. */
export interface NearEntry {
  readonly entry: KnowledgeEntry;
  /** Its own wording, title or variant, that is most alike. */
  readonly wording: string;
  /** Share of words and pairs of words that both have, 0 to 1. Comparable only within one `NearEntries`. */
  readonly likeness: number;
}

/** What somebody is about to write: a question of a citizen, or a draft with all its wordings. */
export interface Proposed {
  readonly wordings: readonly string[];
  /** Days on which it would hold; left out where that is not decided: then every entry counts. */
  readonly valid?: Span | undefined;
  /** The entry that is being changed. It is not its own duplicate. */
  readonly id?: EntryId | undefined;
}

/** Lower than between titles (`near-duplicates.ts`): a citizen's wording is looser, and somebody looks at what is found. */
const NEAR = 0.3;

interface Worded {
  readonly entry: KnowledgeEntry;
  readonly wording: string;
}

/** Finds entries that ask nearly the same, by their title and every variant. Built once for a library: it reads all of it. */
export class NearEntries {
  readonly #weights: WordWeights;
  readonly #index = new LikenessIndex<Worded>(NEAR);

  constructor(entries: readonly KnowledgeEntry[]) {
    const worded = entries
      .filter(({ kind }) => kind !== 'article')
      .flatMap((entry) => [entry.title, ...entry.variants].map((wording) => ({ entry, wording })));
    this.#weights = new WordWeights(worded.map(({ wording }) => wording));
    for (const one of worded) this.#index.add(this.#weights.weigh(one.wording), one);
  }

  /** Each entry once, with its wording that is most alike; most alike first. None when nothing is near. */
  to({ wordings, valid, id }: Proposed): readonly NearEntry[] {
    const found = wordings
      .flatMap((wording) => this.#index.near(this.#weights.weigh(wording)))
      .filter(({ value: { entry } }) => entry.id !== id && (!valid || inForceTogether(entry, { valid })))
      .sort((a, b) => b.likeness - a.likeness);
    const nearest = new Map<EntryId, NearEntry>();
    for (const { value, likeness } of found) {
      if (!nearest.has(value.entry.id)) nearest.set(value.entry.id, { ...value, likeness });
    }
    return [...nearest.values()];
  }
}
