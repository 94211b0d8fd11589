import { foldedLine } from '../language/terms.ts';
import type { KnowledgeEntry } from './entry.ts';
import { inForceTogether } from './library.ts';

/** Two entries that ask nearly the same. */
export interface NearDuplicate {
  readonly first: KnowledgeEntry;
  readonly second: KnowledgeEntry;
  /** Share of the words and pairs of words (rarer ones weigh more) that both questions have, 0 to 1. */
  readonly likeness: number;
}

/** From this likeness on, two questions are shown to the curator. */
const ALIKE = 0.42;

/**
 * Pairs of questions that are nearly the same and hold on the same days: perhaps one matter written twice. Not a fault;
 * somebody has to look. Most alike first.
 */
export function nearDuplicates(entries: readonly KnowledgeEntry[]): readonly NearDuplicate[] {
  const asked = entries.filter(({ kind }) => kind !== 'article').map((entry) => ({ entry, keys: keysOf(entry.title) }));
  const frequency = new Map<string, number>();
  for (const { keys } of asked) for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const weight = (key: string): number => Math.log(1 + asked.length / (frequency.get(key) ?? 1));
  const sum = (keys: Iterable<string>): number => [...keys].reduce((total, key) => total + weight(key), 0);
  const found: NearDuplicate[] = [];
  for (const [nth, a] of asked.entries()) {
    for (const b of asked.slice(nth + 1)) {
      const shared = sum([...a.keys].filter((key) => b.keys.has(key)));
      if (shared === 0) continue;
      const likeness = shared / sum(new Set([...a.keys, ...b.keys]));
      if (likeness >= ALIKE && inForceTogether(a.entry, b.entry)) {
        found.push({ first: a.entry, second: b.entry, likeness });
      }
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness);
}

function keysOf(question: string): ReadonlySet<string> {
  const words = foldedLine(question).trim().split(' ');
  return new Set([...words, ...words.slice(1).map((word, nth) => `${words[nth]}_${word}`)]);
}
