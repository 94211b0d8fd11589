import type { Day } from '../base/days.ts';
import { checkConventions } from '../knowledge/check-conventions.ts';
import { checkLibrary } from '../knowledge/check-library.ts';
import { checkVariants } from '../knowledge/check-variants.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { type Topic, topicFaults } from '../knowledge/inspect-knowledge.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Fault } from '../knowledge/parse-entry.ts';

export interface EntryCheckNeeds {
  /** All other entries, as they are live. */
  readonly others: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly topics: readonly Topic[];
  /** Numbers that may be shown. */
  readonly publishedNumbers: readonly string[];
  readonly today: Day;
}

/**
 * What `kb:check` would say of one entry if it were published: citations that do not exist or are not in force, numbers
 * that nobody verified, a question that another entry has, phrasings that are too few or too alike, unknown fields.
 */
export function checkEntry(entry: KnowledgeEntry, needs: EntryCheckNeeds): readonly Fault[] {
  const file = `${entry.id}.md`;
  return [
    // Itself last: of two with one question, the later one is told.
    ...checkLibrary({ ...needs, entries: [...needs.others.filter(({ id }) => id !== entry.id), entry] }),
    ...checkConventions([entry], needs.instruments),
    ...checkVariants(entry),
    ...topicFaults([entry], needs.topics),
  ].filter((fault) => fault.file === file);
}
