import type { Day } from '../base/days.ts';
import { checkConventions } from '../knowledge/check-conventions.ts';
import { checkLibrary } from '../knowledge/check-library.ts';
import { checkVariants } from '../knowledge/check-variants.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { type Topic, topicFaults } from '../knowledge/inspect-knowledge.ts';
import type { Instrument } from '../knowledge/instrument.ts';
import type { Fault } from '../knowledge/parse-entry.ts';

export interface EntryCheckNeeds {
  /** All entries, as they are live. */
  readonly entries: readonly KnowledgeEntry[];
  readonly instruments: readonly Instrument[];
  readonly topics: readonly Topic[];
  /** Numbers that may be shown. */
  readonly publishedNumbers: readonly string[];
  readonly today: Day;
}

/**
 * What `kb:check` would say of some entries if they were published: citations that do not exist or are not in force,
 * numbers that nobody verified, a question that another entry has, phrasings that are too few or too alike, unknown fields.
 */
export function checkEntries(changed: readonly KnowledgeEntry[], needs: EntryCheckNeeds): readonly Fault[] {
  const ids = new Set(changed.map(({ id }) => id));
  const files = new Set(changed.map(({ id }) => `${id}.md`));
  return [
    // Those that change stand last: of two with one question, the later one is told.
    ...checkLibrary({ ...needs, entries: [...needs.entries.filter(({ id }) => !ids.has(id)), ...changed] }),
    ...checkConventions(changed, needs.instruments),
    ...changed.flatMap(checkVariants),
    ...topicFaults(changed, needs.topics),
  ].filter(({ file }) => files.has(file));
}
