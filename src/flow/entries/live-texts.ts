import type { EntryId } from '../../base/ids.ts';
import type { Revision } from '../../curation/draft.ts';
import type { KnowledgeEntry } from '../../knowledge/entry.ts';
import { type Parsed, parseEntry } from '../../knowledge/parse-entry.ts';
import type { LiveEntry } from '../../ports/revisions.ts';
import type { Records } from '../../ports/store.ts';

/** A revision that stands in front of a file, with what it says. */
export interface LiveText extends LiveEntry, Pick<Revision, 'text' | 'baseText'> {
  /** Faults where a release has made it unreadable: then the shipped file is used. */
  readonly parsed: Parsed<KnowledgeEntry>;
}

/** Everything that stands in front of files, by entry. */
export async function liveTexts({ revisions }: Pick<Records, 'revisions'>): Promise<ReadonlyMap<EntryId, LiveText>> {
  const live = await revisions.live();
  const texts = await revisions.texts(live.map(({ revision }) => revision));
  return new Map(
    live.flatMap((standing) => {
      const says = texts.get(standing.revision);
      const { entry } = standing;
      return says ? [[entry, { ...standing, ...says, parsed: parseEntry(`${entry}.md`, says.text) }] as const] : [];
    }),
  );
}
