import type { EntryId } from '../base/ids.ts';
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

interface Spaces {
  readonly said: LatentIndex;
  readonly whole: LatentIndex;
}

/** Where an entry stands in the two latent spaces: unit vectors. */
export interface Placed {
  readonly said: Float32Array;
  readonly whole: Float32Array;
}

/** An entry that says nearly what another says. */
export interface NearEntry {
  readonly entry: KnowledgeEntry;
  /** Cosine of their phrasings, to 1. */
  readonly likeness: number;
}

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
    { said, whole }: Spaces,
    lexicon: Lexicon,
    mix: Mix,
  ) {
    this.#entries = entries;
    this.#comparer = new Comparer(
      text,
      entries.map((entry) => ({ head: entry.title, group: '' })),
    );
    this.#text = text;
    this.#said = said;
    this.#whole = whole;
    this.#lexicon = lexicon;
    this.#latentTrust = Math.min(1, entries.length / ENOUGH_ENTRIES);
    this.#mix = mix;
  }

  /** Learns the index from the entries in force on a day. Takes seconds. */
  static build(entries: readonly KnowledgeEntry[], lexicon: Lexicon): EntryIndex {
    return EntryIndex.restore(entries, learnIndex(entries.map(documentOf)), lexicon);
  }

  /** Takes up what `stored` gave for the same entries in the same order. */
  static restore(
    entries: readonly KnowledgeEntry[],
    { text, said, whole }: StoredEntryIndex,
    lexicon: Lexicon,
    mix = MIX,
  ): EntryIndex {
    const spaces = { said: new LatentIndex(said), whole: new LatentIndex(whole) };
    return new EntryIndex(entries, TextIndex.restore(text), spaces, lexicon, mix);
  }

  /**
   * The same index over other entries, without learning anew: words are indexed as they stand now; what they mean stays
   * as it was learned, and an entry that is new or changed is placed by those of its words that were known. As good as a
   * learned one while few entries have changed.
   *
   * @param text Of the entries in this order. Where it is not given and words have changed, it takes about a second.
   * @param placed Of those in `changed`, where they were placed before; the others are placed here.
   */
  folded(
    entries: readonly KnowledgeEntry[],
    text = this.saysTheSame(entries) ? this.#text : TextIndex.build(entries.map(documentOf)),
    placed: ReadonlyMap<KnowledgeEntry, Placed> = new Map(),
  ): EntryIndex {
    if (text.size !== entries.length) throw new TypeError('The texts are not those of the entries');
    const rows = this.#rows();
    const said = new Float32Array(entries.length * this.#said.space.dimensions);
    const whole = new Float32Array(entries.length * this.#whole.space.dimensions);
    for (const [nth, entry] of entries.entries()) {
      const row = this.#rowOf(entry, rows);
      const at = row === undefined ? (placed.get(entry) ?? this.place(entry)) : this.#placedAt(row);
      said.set(at.said, nth * at.said.length);
      whole.set(at.whole, nth * at.whole.length);
    }
    const spaces = { said: this.#said.withTexts(said), whole: this.#whole.withTexts(whole) };
    return new EntryIndex(entries, text, spaces, this.#lexicon, this.#mix);
  }

  /** Do the entries have the very words that are indexed here? Their citations and days may differ. */
  saysTheSame(entries: readonly KnowledgeEntry[]): boolean {
    return (
      entries.length === this.#entries.length &&
      entries.every((entry, nth) => {
        const here = this.#entries[nth];
        return here?.id === entry.id && (here === entry || saySame(documentOf(here), documentOf(entry)));
      })
    );
  }

  /** Those of the entries whose words this index does not hold. */
  changed(entries: readonly KnowledgeEntry[]): readonly KnowledgeEntry[] {
    const rows = this.#rows();
    return entries.filter((entry) => this.#rowOf(entry, rows) === undefined);
  }

  /** Where an entry stands, by the words that were known when the spaces were learned. */
  place(entry: KnowledgeEntry): Placed {
    const document = documentOf(entry);
    return { said: this.#said.place(saidText(document)), whole: this.#whole.place(wholeText(document)) };
  }

  /** The entries whose phrasings are most like those of an entry, itself left out; most alike first. */
  nearestTo(entry: KnowledgeEntry, limit: number): readonly NearEntry[] {
    const near = this.#said.nearnessTo(this.place(entry).said);
    return highest(near, limit + 1)
      .flatMap((at) => {
        const other = this.#entries[at];
        return other && other.id !== entry.id ? [{ entry: other, likeness: near[at] ?? 0 }] : [];
      })
      .slice(0, limit);
  }

  /** The same index with another mix or lexicon: for measuring what each part gives. */
  mixed(mix: Mix, lexicon: Lexicon): EntryIndex {
    return new EntryIndex(this.#entries, this.#text, { said: this.#said, whole: this.#whole }, lexicon, mix);
  }

  stored(): StoredEntryIndex {
    return { text: this.#text.stored(), said: this.#said.space, whole: this.#whole.space };
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

  #rows(): ReadonlyMap<EntryId, number> {
    return new Map(this.#entries.map(({ id }, row) => [id, row]));
  }

  /** The row of an entry that stands here with the same words. */
  #rowOf(entry: KnowledgeEntry, rows: ReadonlyMap<EntryId, number>): number | undefined {
    const row = rows.get(entry.id);
    const here = row === undefined ? undefined : this.#entries[row];
    return here && (here === entry || saySame(documentOf(here), documentOf(entry))) ? row : undefined;
  }

  #placedAt(row: number): Placed {
    const of = ({ space: { texts, dimensions } }: LatentIndex): Float32Array =>
      texts.subarray(row * dimensions, (row + 1) * dimensions);
    return { said: of(this.#said), whole: of(this.#whole) };
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

/** Learns everything about an index from the texts of its entries. Takes seconds. */
export function learnIndex(documents: readonly TextDocument[]): StoredEntryIndex {
  return {
    text: TextIndex.build(documents).stored(),
    said: fitLatentSpace(documents.map(saidText), SAID_SPACE),
    whole: fitLatentSpace(documents.map(wholeText), WHOLE_SPACE),
  };
}

function saidText({ head, said }: TextDocument): string {
  return [head, ...said].join('\n');
}

function wholeText({ head, said, body }: TextDocument): string {
  return [head, ...said, ...body].join('\n');
}

function saySame(a: TextDocument, b: TextDocument): boolean {
  return saidText(a) === saidText(b) && wholeText(a) === wholeText(b) && a.twin === b.twin;
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
