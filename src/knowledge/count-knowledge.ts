import { articleOf, partsOf } from './citation.ts';
import { ENTRY_KINDS, type EntryKind, type KnowledgeEntry } from './entry.ts';
import type { Instrument } from './instrument.ts';

/** Contracts §7, `kb:stats`. `articles`: highest number less repealed, plus inserted; 0 where the text was not seen. */
export interface KnowledgeCounts {
  readonly entries: Readonly<Record<EntryKind, number>>;
  readonly instruments: Readonly<Record<string, { readonly articles: number; readonly digests: number }>>;
  readonly topics: Readonly<Record<string, number>>;
  readonly variants: number;
}

export function countKnowledge(
  entries: readonly KnowledgeEntry[],
  instruments: readonly Instrument[],
): KnowledgeCounts {
  const digested = new Set(
    entries.filter(({ kind }) => kind === 'article').map(({ citations }) => articleOf(citations[0])),
  );
  const topics = new Map<string, number>();
  for (const topic of entries.flatMap((entry) => entry.topics)) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  return {
    entries: Object.fromEntries(
      ENTRY_KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length]),
    ) as Record<EntryKind, number>,
    instruments: Object.fromEntries(
      instruments.map((instrument) => [
        instrument.code,
        {
          articles:
            instrument.articles === undefined
              ? 0
              : instrument.articles - instrument.missingArticles.length + instrument.insertedArticles.length,
          digests: [...digested].filter(
            (article) => partsOf(article as KnowledgeEntry['citations'][0]).code === instrument.code,
          ).length,
        },
      ]),
    ),
    topics: Object.fromEntries([...topics].sort(([a], [b]) => (a < b ? -1 : 1))),
    variants: entries.reduce((sum, { variants }) => sum + variants.length, 0),
  };
}
