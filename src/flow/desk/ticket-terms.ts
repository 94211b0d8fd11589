import { clean } from '../../language/clean.ts';
import { fold } from '../../language/fold.ts';
import { words } from '../../language/terms.ts';
import { STOP_WORDS } from '../../search/stop-words.ts';

/**
 * The words by which a ticket is found: each different one without its marks, in standard spelling, without those that say
 * nothing of the matter. The same for what is kept and for what is asked.
 */
export function ticketTerms(texts: readonly string[]): readonly string[] {
  const all = texts.flatMap((text) => words(clean(text)).map(fold));
  return [...new Set(all)].filter((word) => !STOP_WORDS.has(word));
}
