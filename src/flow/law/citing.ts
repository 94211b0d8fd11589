import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { type Citing, citingCanned, citingEntry } from '../../law/impact.ts';
import type { Records } from '../../ports/store.ts';

/** Gives all that rests on the law, as it is now. */
export type CitingOf = (records: Records) => Promise<readonly Citing[]>;

/** Entries of every kind that are live, and the canned replies of all centres. */
export function citingOf(entries: () => readonly KnowledgeEntry[]): CitingOf {
  return async ({ cannedReplies }) => [...entries().map(citingEntry), ...(await cannedReplies.all()).map(citingCanned)];
}
