import { featuresOf } from '../answering/confidence.ts';
import { articleOf, partsOf } from '../knowledge/citation.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { fold } from '../language/fold.ts';
import { EntryIndex } from '../search/entry-index.ts';
import type { Lexicon } from '../search/lexicon.ts';

/** A question, what its best entry looked like, and whether that entry was right. */
export interface Tried {
  readonly features: readonly number[];
  readonly right: boolean;
}

/** One phrasing that an index has not seen, with the entry it was written for. */
export interface HeldOutPhrasing {
  readonly question: string;
  readonly entry: KnowledgeEntry;
  /** Nothing of the entry is in the index: there is no right answer. */
  readonly left: boolean;
}

const FOLDS = 4;
/** One entry in so many is left out whole, so that there are questions without an answer. */
const LEFT_OUT = 8;
/** One phrasing in so many is asked without its tone marks. */
const UNMARKED = 3;

/**
 * An index without one phrasing in four, and without one entry in eight; and the phrasings that it has not seen.
 *
 * @param fold Which quarter, from 0.
 */
export function holdOut(
  entries: readonly KnowledgeEntry[],
  lexicon: Lexicon,
  fold_: number,
): { readonly index: EntryIndex; readonly phrasings: readonly HeldOutPhrasing[] } {
  const kept: KnowledgeEntry[] = [];
  const phrasings: HeldOutPhrasing[] = [];
  for (const [nth, entry] of entries.entries()) {
    if (entry.kind === 'article') {
      kept.push(entry);
      continue;
    }
    const left = nth % LEFT_OUT === fold_;
    const isHeld = (variant: number): boolean => variant % FOLDS === fold_;
    if (!left) kept.push({ ...entry, variants: entry.variants.filter((_, variant) => !isHeld(variant)) });
    for (const [variant, question] of entry.variants.entries()) {
      if (!isHeld(variant)) continue;
      phrasings.push({ question: (nth + variant) % UNMARKED === 0 ? fold(question) : question, entry, left });
    }
  }
  return { index: EntryIndex.build(kept, lexicon), phrasings };
}

/** Asks held-out phrasings. Right is the entry itself, or one that rests on a main article of it. */
export function askHeldOut({ index, phrasings }: ReturnType<typeof holdOut>): readonly Tried[] {
  return phrasings.flatMap(({ question, entry, left }) => {
    const matches = index.search(question, 6);
    const [first] = matches;
    if (!first) return [];
    return [
      {
        features: featuresOf(matches, 0, index.tellingWords(question)),
        right: (!left && first.entry.id === entry.id) || restsOnSame(first.entry, entry),
      },
    ];
  });
}

const MAIN_CITATIONS = 3;

/** Does an entry rest on one of the first three articles of another, the Constitution apart? */
export function restsOnSame(given: KnowledgeEntry, wanted: KnowledgeEntry): boolean {
  const rests = new Set(given.citations.map(articleOf));
  return wanted.citations
    .slice(0, MAIN_CITATIONS)
    .filter((citation) => partsOf(citation).code !== 'hp2013')
    .some((citation) => rests.has(articleOf(citation)));
}
