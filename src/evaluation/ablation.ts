import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { EntryIndex } from '../search/entry-index.ts';
import { Lexicon } from '../search/lexicon.ts';
import { MIX, type Mix } from '../search/weights.ts';
import { type Labelled, meets } from './evaluate.ts';
import { type HeldOutPhrasing, restsOnSame } from './held-out.ts';

/** What a part of the mix gives alone. Shares between 0 and 1. */
export interface Ablated {
  readonly name: string;
  readonly hit1: string;
  readonly hit3: string;
  readonly heldOut: string;
}

const NONE: Mix = { lexical: 0, said: 0, whole: 0, nearest: 0, marked: 0 };
const PARTS: readonly (readonly [name: string, mix: Mix, lexicon?: 'without'])[] = [
  ['words and pairs (BM25F)', { ...NONE, lexical: 1 }],
  ['space of phrasings', { ...NONE, said: 1 }],
  ['space of whole entries', { ...NONE, whole: 1 }],
  ['both spaces', { ...NONE, said: 1, whole: 1 }],
  ['words and the space of phrasings', { ...MIX, whole: 0 }],
  ['words and the space of whole entries', { ...MIX, said: 0 }],
  ['all', MIX],
  ['all, without the nearest phrasing', { ...MIX, nearest: 0 }],
  ['all, without tone marks', { ...MIX, marked: 0 }],
  ['all, without the lexicon', MIX, 'without'],
];

/** Asks the same questions with parts of the mix left out. */
export function ablation(needs: {
  readonly entries: readonly KnowledgeEntry[];
  readonly index: EntryIndex;
  readonly held: { readonly index: EntryIndex; readonly phrasings: readonly HeldOutPhrasing[] };
  readonly questions: readonly Labelled[];
  readonly lexicon: Lexicon;
}): readonly Ablated[] {
  const { index, held, questions } = needs;
  const searched = questions.filter(
    ({ kind, expect }) => (expect === 'answer' || expect === 'urgent') && kind !== 'lookup' && kind !== 'english',
  );
  const answerable = held.phrasings.filter(({ left }) => !left);
  return PARTS.map(([name, mix, without]): Ablated => {
    const lexicon = without ? new Lexicon([]) : needs.lexicon;
    const mixed = index.mixed(mix, lexicon);
    const right = searched.map(({ text, accept }) =>
      mixed.search(text, 3).map(({ entry }) => meets(entry.citations, accept)),
    );
    const heldMixed = held.index.mixed(mix, lexicon);
    const found = answerable.filter(({ question, entry }) => {
      const first = heldMixed.search(question, 1)[0]?.entry;
      return first !== undefined && (first.id === entry.id || restsOnSame(first, entry));
    });
    const share = (count: number, of: number): string => (count / Math.max(1, of)).toFixed(3);
    return {
      name,
      hit1: share(right.filter(([first]) => first).length, right.length),
      hit3: share(right.filter((three) => three.some(Boolean)).length, right.length),
      heldOut: share(found.length, answerable.length),
    };
  });
}
