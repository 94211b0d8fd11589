import { countWords } from './check-variants.ts';
import type { KnowledgeEntry } from './entry.ts';

/** How easily an answer reads. */
export interface Readability {
  readonly entry: KnowledgeEntry;
  /** Mean words in a sentence of the short answer and the steps. */
  readonly wordsPerSentence: number;
  /** Words of the longest sentence. */
  readonly longest: number;
}

/** Sentences of what a person reads. A semicolon ends one too: the breath does. */
export function readability(entry: KnowledgeEntry): Readability {
  const lengths = [entry.shortAnswer, ...entry.passages.flatMap(({ lines }) => lines)]
    .join('\n')
    .split(/(?<=[.!?;:…])\s+|\n+/u)
    .map(countWords)
    .filter((words) => words > 0);
  const total = lengths.reduce((sum, words) => sum + words, 0);
  return { entry, wordsPerSentence: total / Math.max(1, lengths.length), longest: Math.max(0, ...lengths) };
}
