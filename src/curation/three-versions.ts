import { applyPatch, structuredPatch } from 'diff';
import type { Revision } from './draft.ts';

/** A release has changed the file of an entry on which a revision stands: somebody must say which text is right. */
export interface ReleaseConflict {
  /** The shipped file as it was when the revision was begun; undefined where there was none. */
  readonly shippedThen: string | undefined;
  /** The shipped file now; undefined where the release took it away. */
  readonly shippedNow: string | undefined;
  readonly ours: string;
}

/**
 * @param shippedNow The text of the shipped file as it is now.
 * @returns Undefined where the release left the file alone, or brought the very text of the revision.
 */
export function releaseConflict(
  { text, baseText }: Pick<Revision, 'text' | 'baseText'>,
  shippedNow: string | undefined,
): ReleaseConflict | undefined {
  if (baseText === shippedNow || text === shippedNow) return undefined;
  return { shippedThen: baseText, shippedNow, ours: text };
}

/** What is to become of the three versions. */
export type Resolution =
  /** Our text stays in front of the file as it is now. */
  | { readonly take: 'ours' }
  /** The shipped file counts again. */
  | { readonly take: 'theirs' }
  /** A text made of both. */
  | { readonly take: 'merged'; readonly text: string };

/** The text that a resolution comes to; undefined where the shipped file counts. */
export function resolvedText(resolution: Resolution, { ours }: ReleaseConflict): string | undefined {
  switch (resolution.take) {
    case 'ours':
      return ours;
    case 'theirs':
      return undefined;
    case 'merged':
      return resolution.text;
  }
}

/**
 * What the release changed, done to our text as well: a beginning for the one who merges, who reads it before it counts.
 *
 * @returns Undefined where both changed the same lines, or one of the versions is not there.
 */
export function proposeMerge({ shippedThen, shippedNow, ours }: ReleaseConflict): string | undefined {
  if (shippedThen === undefined || shippedNow === undefined) return undefined;
  const merged = applyPatch(ours, structuredPatch('', '', shippedThen, shippedNow), { fuzzFactor: 0 });
  return merged === false ? undefined : merged;
}
