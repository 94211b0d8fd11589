import type { Day } from '../../base/days.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import type { StoredEntryIndex } from '../../search/entry-index.ts';
import type { StoredTextIndex } from '../../search/text-index.ts';

/** An index that is to be learned. */
export interface ToLearn {
  /** Names everything that was read, so that it is learned once. */
  readonly contents: string;
  /** First of the days with the same law. */
  readonly epoch: Day;
  readonly entries: readonly KnowledgeEntry[];
  /** Contents whose index is of no more use. */
  readonly instead?: string | undefined;
}

/** Makes indexes while the program goes on answering. */
export interface IndexMaker {
  /** A name for contents: equal contents have equal names. */
  name(contents: readonly string[]): string;
  /** A learned index that is kept from before. Nothing else happens meanwhile, some tenths of a second. */
  kept(contents: string, epoch: Day): StoredEntryIndex | undefined;
  isKept(contents: string, epoch: Day): boolean;
  /** Indexes the words of entries. About a second. */
  texts(entries: readonly KnowledgeEntry[]): Promise<StoredTextIndex>;
  /**
   * Learns an index and keeps it, in some seconds; one that is kept is only read.
   *
   * @throws what `signal` was aborted with.
   */
  learn(wanted: ToLearn, signal?: AbortSignal): Promise<StoredEntryIndex>;
  /** Ends what is under way. */
  close(): Promise<void>;
}
