import type { AnswerNeeds } from '../../answering/answer-question.ts';
import type { LookUps } from '../../answering/look-up.ts';
import type { Day } from '../../base/days.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Glossary } from '../../knowledge/glossary.ts';
import { Library } from '../../knowledge/library.ts';
import type { KnowledgeFiles } from '../../ports/knowledge-files.ts';
import type { Wording } from '../../reply/wording/wording.ts';
import type { EntryIndex } from '../../search/entry-index.ts';
import { type KnowledgeOn, knowledgeFrom } from '../knowledge-on.ts';

/** How many days' indexes are held: today's, and that of the next law or of a question about another day. */
const HELD = 2;

export interface EditionNeeds {
  /** Names the entries and everything else that an index is made from. */
  readonly contents: string;
  readonly files: KnowledgeFiles;
  /** Of the instruments and the glossary, which come with a release. */
  readonly lookUps: LookUps;
  readonly glossary: Glossary;
  readonly wording: Wording;
  readonly decision: AnswerNeeds;
  /** The index of a day that was not asked about before. May take a second. */
  readonly indexFor: (day: Day, edition: Edition) => DayIndex;
}

/** An index, and whether it was learned from the very entries or folded from that of others. */
export interface DayIndex {
  readonly index: EntryIndex;
  readonly learned: boolean;
}

/** All that is known at one time: entries, the instruments they rest on, and indexes to find them by. */
export class Edition {
  readonly contents: string;
  readonly files: KnowledgeFiles;
  readonly library: Library;
  readonly on: KnowledgeOn;
  readonly #indexFor: EditionNeeds['indexFor'];
  /** By the first of the days with the same law. */
  readonly #indexes = new Map<Day, DayIndex>();

  constructor({ contents, files, lookUps, glossary, wording, decision, indexFor }: EditionNeeds) {
    this.contents = contents;
    this.files = files;
    this.library = new Library(files.entries, files.instruments);
    this.#indexFor = indexFor;
    const { hotlines, provinces, centres } = files;
    this.on = knowledgeFrom({
      library: this.library,
      indexOn: (day) => this.indexOn(day),
      lookUps,
      glossary,
      hotlines,
      provinces,
      centres,
      wording,
      ...decision,
    });
  }

  /** The index of a day; the same one for all days with the same law. */
  indexOn(day: Day): EntryIndex {
    const held = this.heldOn(day);
    if (held) return held.index;
    const made = this.#indexFor(day, this);
    this.hold(day, made);
    return made.index;
  }

  heldOn(day: Day): DayIndex | undefined {
    return this.#indexes.get(this.library.epochOf(day));
  }

  hold(day: Day, index: DayIndex): void {
    const epoch = this.library.epochOf(day);
    this.#indexes.delete(epoch);
    this.#indexes.set(epoch, index);
    for (const old of [...this.#indexes.keys()].slice(0, -HELD)) this.#indexes.delete(old);
  }

  /** Some index, from which that of another day or edition can be folded. */
  anyIndex(): EntryIndex | undefined {
    return [...this.#indexes.values()].at(-1)?.index;
  }
}

/** Files with entries in front of those of the same id; new ones behind all others, by id. */
export function withEntries(files: KnowledgeFiles, entries: readonly KnowledgeEntry[]): KnowledgeFiles {
  if (entries.length === 0) return files;
  const inFront = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Set(files.entries.map(({ id }) => id));
  const added = [...inFront.values()].filter(({ id }) => !known.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...files, entries: [...files.entries.map((entry) => inFront.get(entry.id) ?? entry), ...added] };
}
