import type { Day } from '../../base/days.ts';
import type { EntryId } from '../../base/ids.ts';
import { partsOf } from '../../knowledge/citation.ts';
import type { EntryKind, KnowledgeEntry } from '../../knowledge/entry.ts';
import type { Library } from '../../knowledge/library.ts';
import { clean } from '../../language/clean.ts';
import type { Knowledge } from '../knowledge-on.ts';

/** `current`: may be shown today; `ended`, `coming`: its days are over or not there yet; `overdue`: nobody looked at it in time. */
export const ENTRY_STATES = ['current', 'coming', 'ended', 'overdue', 'revised'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What a list is filtered by; each given part must hold. */
export interface EntryFilter {
  readonly words?: string | undefined;
  readonly kind?: EntryKind | undefined;
  readonly topic?: string | undefined;
  /** Code of an instrument that is cited. */
  readonly instrument?: string | undefined;
  readonly state?: EntryState | undefined;
}

export interface ListNeeds {
  readonly library: Library;
  readonly search: Knowledge['search'];
  readonly day: Day;
  /** Entries in front of whose file a revision stands. */
  readonly revised: ReadonlySet<EntryId>;
}

/** So many are found by words; whoever looks further has to say it otherwise. */
const MOST_FOUND = 200;

/** The entries of a list: in the order of the files, or best first where words are searched. */
export function listEntries(filter: EntryFilter, needs: ListNeeds): readonly KnowledgeEntry[] {
  const { kind, topic, instrument, state } = filter;
  return withWords(filter.words, needs).filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      (topic === undefined || entry.topics.includes(topic)) &&
      (instrument === undefined || entry.citations.some((citation) => partsOf(citation).code === instrument)) &&
      (state === undefined || statesOf(entry, needs).includes(state)),
  );
}

/** All that holds for an entry on a day. */
export function statesOf(entry: KnowledgeEntry, { library, day, revised }: Omit<ListNeeds, 'search'>): EntryState[] {
  const when = library.isCurrent(entry, day) ? 'current' : entry.valid.from > day ? 'coming' : 'ended';
  return [
    when,
    ...(entry.reviewBy < day && when !== 'ended' ? (['overdue'] as const) : []),
    ...(revised.has(entry.id) ? (['revised'] as const) : []),
  ];
}

/** By the search of the bot, so that a curator finds what a person would; or by the beginning of an id. */
function withWords(typed: string | undefined, { library, search }: ListNeeds): readonly KnowledgeEntry[] {
  const words = clean(typed ?? '');
  if (words === '') return library.entries;
  if (/^(?:qa|guide|article)\//.test(words)) return library.entries.filter(({ id }) => id.startsWith(words));
  return search(words, MOST_FOUND).map(({ entry }) => entry);
}
