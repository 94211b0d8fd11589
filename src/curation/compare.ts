import { diffLines } from 'diff';
import type { KnowledgeEntry } from '../knowledge/entry.ts';

/** A line of two texts laid over each other. */
export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed';
  /** Without its line break. */
  readonly text: string;
}

/** Lays two texts over each other, line by line. Line breaks of Windows count as those of everybody. */
export function compareTexts(before: string, after: string): readonly ComparedLine[] {
  return diffLines(before, after, { stripTrailingCr: true, oneChangePerToken: true }).map(
    ({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.replace(/\r?\n$/, ''),
    }),
  );
}

/** What of an entry an author can change. */
export const ENTRY_FIELDS = [
  'title',
  'variants',
  'negativeTwin',
  'english',
  'topics',
  'citations',
  'valid',
  'reviewedOn',
  'reviewBy',
  'sources',
  'confidence',
  'urgent',
  'shortAnswer',
  'passages',
  'basis',
] as const satisfies readonly (keyof KnowledgeEntry)[];
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** The fields in which two versions of an entry differ; of a new one, all that it has. */
export function changedFields(before: KnowledgeEntry | undefined, after: KnowledgeEntry): readonly EntryField[] {
  return ENTRY_FIELDS.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]));
}
