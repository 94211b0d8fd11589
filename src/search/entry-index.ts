import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { fold } from '../language/fold.ts';
import { words } from '../language/terms.ts';
import { Comparer, FEATURES, type Feature } from './compare.ts';
import { fitLatentSpace, LatentIndex, type LatentSpace, latentTerms } from './latent-space.ts';
import type { Lexicon } from './lexicon.ts';
import type { Evidence, Match, SearchIndex } from './search-index.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type StoredTextIndex, type TextDocument, TextIndex } from './text-index.ts';
import { ENOUGH_ENTRIES, LEXICON_SHARE, MIX, type Mix, SAID_SPACE, SAME_MATTER, WHOLE_SPACE } from './weights.ts';

/** Everything about an index that takes seconds to learn, for keeping between starts. */
export interface StoredEntryIndex {
  readonly text: StoredTextIndex;
  /** Fitted on the phrasings alone. */
  readonly said: LatentSpace;
  /** Fitted on phrasings and answers. */
  readonly whole: LatentSpace;
}

type LatentSpaces = Pick<StoredEntryIndex, 'said' | 'whole'>;

/** Entries compared closely: so many by words, and so many by each latent space. */
const BY_WORDS = 20;
const BY_MEANING = 8;
const AT = Object.fromEntries(FEATURES.map((name, nth) => [name, nth])) as Record<Feature, number>;

/**
 * Finds entries by their words and by their meaning. Three rankings are added up: BM25F over words and pairs, and the
 * cosine in two latent spaces learned from the phrasings; see docs/decisions/0004-search-by-words-and-meaning.md.
 */
export class EntryIndex implements SearchIndex {
  readonly #entries: readonly KnowledgeEntry[];
  readonly #comparer: Comparer;
  readonly #spaces: LatentSpaces;
  readonly #text: TextIndex;
  readonly #said: LatentIndex;
  readonly #whole: LatentIndex;
  readonly #lexicon: Lexicon;
  /** What a latent space says is worth little where it was learned from few entries. */
  readonly #latentTrust: number;
  readonly #mix: Mix;

  private constructor(
    entries: readonly KnowledgeEntry[],
    text: TextIndex,
    spaces: LatentSpaces,
    lexicon: Lexicon,
    mix: Mix,
  ) {
    this.#entries = entries;
    this.#comparer = new Comparer(
      text,
      entries.map((entry) => ({ head: entry.title, group: '' })),
    );
    this.#spaces = spaces;
    this.#text = text;
    this.#said = new LatentIndex(spaces.said);
    this.#whole = new LatentIndex(spaces.whole);
    this.#lexicon = lexicon;
    this.#latentTrust = Math.min(1, entries.length / ENOUGH_ENTRIES);
    this.#mix = mix;
  }

  /** Learns the index from the entries in force on a day. Takes seconds. */
  static build(entries: readonly KnowledgeEntry[], lexicon: Lexicon): EntryIndex {
    const documents = entries.map(documentOf);
    const text = TextIndex.build(documents);
    const spaces: LatentSpaces = {
      said: fitLatentSpace(
        documents.map(({ head, said }) => [head, ...said].join('\n')),
        SAID_SPACE,
      ),
      whole: fitLatentSpace(
        documents.map(({ head, said, body }) => [head, ...said, ...body].join('\n')),
        WHOLE_SPACE,
      ),
    };
    return new EntryIndex(entries, text, spaces, lexicon, MIX);
  }

  /** Takes up what `stored` gave for the same entries in the same order. */
  static restore(
    entries: readonly KnowledgeEntry[],
    { text, said, whole }: StoredEntryIndex,
    lexicon: Lexicon,
    mix = MIX,
  ): EntryIndex {
    return new EntryIndex(entries, TextIndex.restore(text), { said, whole }, lexicon, mix);
  }

  /** The same index with another mix or lexicon: for measuring what each part gives. */
  mixed(mix: Mix, lexicon: Lexicon): EntryIndex {
    return new EntryIndex(this.#entries, this.#text, this.#spaces, lexicon, mix);
  }

  stored(): StoredEntryIndex {
    return { text: this.#text.stored(), ...this.#spaces };
  }

  search(question: string, limit = 5): readonly Match[] {
    const mix = this.#mix;
    const asked = this.#weighed(question);
    const said = this.#said.nearness(asked);
    const whole = this.#whole.nearness(asked);
    const near = [...highest(said, BY_MEANING), ...highest(whole, BY_MEANING)];
    const { documents, features, twins } = this.#comparer.compare(question, Math.max(limit, BY_WORDS), near);
    const value = (nth: number, feature: Feature): number => features[nth * FEATURES.length + AT[feature]] ?? 0;
    const bestLexical = documents.reduce((best, _, nth) => Math.max(best, value(nth, 'score')), 0);
    const bestSaid = Math.max(0, ...near.map((document) => said[document] ?? 0));
    const bestWhole = Math.max(0, ...near.map((document) => whole[document] ?? 0));
    const matches = documents.flatMap((document, nth): readonly (Match & { document: number })[] => {
      const entry = this.#entries[document];
      const lexical = value(nth, 'score');
      const nearest = value(nth, 'nearest');
      const evidence: Evidence = {
        lexical,
        said: said[document] ?? 0,
        whole: whole[document] ?? 0,
        coverage: value(nth, 'words') * (1 - value(nth, 'unknown')),
        nearest,
        marked: value(nth, 'marked'),
        twin: Math.max(0, (twins[nth] ?? 0) - value(nth, 'nearestDice')),
        agreement:
          (Number(lexical === bestLexical) +
            Number(said[document] === bestSaid) +
            Number(whole[document] === bestWhole)) /
          3,
      };
      const score =
        mix.lexical * lexical +
        this.#latentTrust * (mix.said * evidence.said + mix.whole * evidence.whole) +
        mix.nearest * nearest +
        mix.marked * evidence.marked -
        evidence.twin;
      return entry && score > 0 ? [{ entry, score, evidence, document }] : [];
    });
    matches.sort((a, b) => b.score - a.score || a.document - b.document);
    return this.#oneForEachMatter(matches)
      .slice(0, limit)
      .map(({ entry, score, evidence }) => ({ entry, score, evidence }));
  }

  tellingWords(question: string): number {
    return new Set(
      words(question)
        .map(fold)
        .filter((word) => !STOP_WORDS.has(word)),
    ).size;
  }

  /** The terms of a question, and at a lower share those of other words for its matters. */
  #weighed(question: string): ReadonlyMap<string, number> {
    const asked = new Map<string, number>();
    for (const phrase of this.#lexicon.otherWords(question)) {
      for (const term of latentTerms(phrase)) asked.set(term, LEXICON_SHARE);
    }
    for (const term of latentTerms(question)) asked.set(term, 1);
    return asked;
  }

  /** Entries that say nearly the same as a better one go behind the others, so that one matter does not fill all places. */
  #oneForEachMatter<T extends { readonly document: number }>(matches: readonly T[]): readonly T[] {
    const kept: T[] = [];
    const behind: T[] = [];
    for (const match of matches) {
      const same = kept.some((other) => this.#said.likeness(other.document, match.document) >= SAME_MATTER);
      (same ? behind : kept).push(match);
    }
    return [...kept, ...behind];
  }
}

/** An entry as a text to be found. Phrasings in English stand beside those in Vietnamese. */
export function documentOf({
  title,
  variants,
  english,
  shortAnswer,
  quotes,
  passages,
  basis,
  negativeTwin,
}: KnowledgeEntry): TextDocument {
  return {
    head: title,
    group: '',
    said: [...variants, ...(english ? [english.question, ...english.variants] : [])],
    body: [
      ...(shortAnswer || (quotes[0]?.text ?? '')).split('\n'),
      ...passages.flatMap(({ lines }) => lines),
      ...basis.map(({ says }) => says),
    ],
    twin: negativeTwin,
  };
}

/** The places of the `count` highest values. */
function highest(values: Float32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value <= 0 || (best.length === count && value <= (values[best[count - 1] ?? 0] ?? 0))) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] ?? 0] ?? 0) < value) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
