import { syllables } from '../language/terms.ts';
import { PairTable, type StoredPairs } from './pair-table.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type StoredVocabulary, Vocabulary } from './vocabulary.ts';

/** A text to be found: an entry with its phrasings, or an article of a law. */
export interface TextDocument {
  /** The question of an entry, the heading of an article. */
  readonly head: string;
  /** What it belongs to: the name of the law. Empty where it belongs to nothing. */
  readonly group: string;
  /** Ways of putting the question, one in each. */
  readonly said: readonly string[];
  /** What it says: paragraphs, clauses, steps. */
  readonly body: readonly string[];
  /** A near question that the document must not answer. It takes no part in the index; only its likeness is told. */
  readonly twin?: string | undefined;
}

/** Where in a document a segment stands. */
export const HEAD = 0;
export const GROUP = 1;
export const SAID = 2;
export const BODY = 3;
const FIELDS = 4;
/** Not indexed. */
export const TWIN = FIELDS;

/** How much each field counts in the first choice of candidates, and how its length is reckoned (BM25F). */
const FIELD_WEIGHT = [1, 0.6, 0.9, 1];
const FIELD_B = [0.6, 0.6, 0.35, 0.4];
const K1 = 1;
/** A neighbouring pair of syllables against a single one: pairs tell compound words (`lao động`) from their halves. */
const PAIR_WEIGHT = 1;
/** Words and pairs of a question that are looked up; of a longer story the rarest. */
export const MOST_TERMS = 48;
/** Impacts are kept in eight bits: the first choice needs no more, and the ranking reckons anew. */
const STEPS = 255;
/** Before a posting list longer than this, it is asked whether it could still change who is chosen. */
const LONG_LIST = 1500;

/** A word or pair of a question that is known. */
export interface AskedTerm {
  readonly number: number;
  /** Inverse document frequency. */
  readonly weight: number;
}

/** A question taken apart for one index. */
export interface Asked {
  /** Known telling words in the order of slots: plain number, weight, and the marked number where it was typed with marks. */
  readonly words: readonly (AskedTerm & { readonly marked: number })[];
  /** Known pairs, with the slots of their two words. */
  readonly pairs: readonly (AskedTerm & { readonly first: number; readonly second: number })[];
  /** For each position of the question the slot of its word, or -1. */
  readonly slots: readonly number[];
  /** Weight of telling words that the index has never seen. */
  readonly unknownWeight: number;
  /** Share of the words that were typed with marks. */
  readonly markedShare: number;
}

/** An index as it is kept between starts. */
export interface StoredTextIndex {
  readonly size: number;
  readonly vocabulary: StoredVocabulary;
  readonly pairs: StoredPairs;
  readonly tokens: Uint32Array;
  readonly segmentEnds: Uint32Array;
  readonly segmentField: Uint8Array;
  readonly segmentWeight: Float32Array;
  readonly documentSegments: Uint32Array;
  readonly groups: Uint32Array;
  readonly meanLength: readonly number[];
  readonly words: StoredPostings;
  readonly pairPostings: StoredPostings;
}

/**
 * A compact index in typed arrays: postings for the first choice of candidates (BM25F over words and neighbouring pairs,
 * both without tone marks, so that text typed without marks loses nothing), and the texts themselves as numbers, so that
 * the candidates can be compared with the question closely. Built once; holds no state between questions but scratch.
 */
export class TextIndex {
  readonly size: number;
  readonly vocabulary: Vocabulary;
  /** All texts one after the other, as marked numbers. */
  readonly tokens: Uint32Array;
  /** Ends of the segments in `tokens`; segment `n` begins where `n - 1` ends. */
  readonly segmentEnds: Uint32Array;
  readonly segmentField: Uint8Array;
  /** Sum of the weights of a segment's different words. */
  readonly segmentWeight: Float32Array;
  /** First segment of each document; one more at the end. */
  readonly documentSegments: Uint32Array;
  /** Number of the document's group, in the order of first appearance. */
  readonly groups: Uint32Array;
  /** Mean tokens of a document in each field. */
  readonly meanLength: readonly number[];
  readonly #pairs: PairTable;
  readonly #words: Postings;
  readonly #pairPostings: Postings;
  readonly #stop: Uint8Array;
  readonly #scores: Float32Array;

  private constructor(stored: StoredTextIndex, vocabulary: Vocabulary, pairs: PairTable) {
    this.size = stored.size;
    this.vocabulary = vocabulary;
    this.tokens = stored.tokens;
    this.segmentEnds = stored.segmentEnds;
    this.segmentField = stored.segmentField;
    this.segmentWeight = stored.segmentWeight;
    this.documentSegments = stored.documentSegments;
    this.groups = stored.groups;
    this.meanLength = stored.meanLength;
    this.#pairs = pairs;
    this.#words = new Postings(stored.words);
    this.#pairPostings = new Postings(stored.pairPostings);
    this.#scores = new Float32Array(stored.size);
    this.#stop = stopNumbers(vocabulary);
  }

  static build(documents: readonly TextDocument[]): TextIndex {
    const vocabulary = new Vocabulary();
    const pairs = new PairTable();
    const written = writeDocuments(documents, vocabulary);
    const postings = post(written, vocabulary, pairs);
    const segmentWeight = weighSegments(written, vocabulary, new Postings(postings.words));
    return new TextIndex(
      {
        ...written,
        segmentWeight,
        vocabulary: vocabulary.stored(),
        pairs: pairs.stored(),
        words: postings.words,
        pairPostings: postings.pairs,
      },
      vocabulary,
      pairs,
    );
  }

  static restore(stored: StoredTextIndex): TextIndex {
    return new TextIndex(stored, new Vocabulary(stored.vocabulary), new PairTable(stored.pairs));
  }

  stored(): StoredTextIndex {
    return {
      size: this.size,
      vocabulary: this.vocabulary.stored(),
      pairs: this.#pairs.stored(),
      tokens: this.tokens,
      segmentEnds: this.segmentEnds,
      segmentField: this.segmentField,
      segmentWeight: this.segmentWeight,
      documentSegments: this.documentSegments,
      groups: this.groups,
      meanLength: this.meanLength,
      words: this.#words.stored,
      pairPostings: this.#pairPostings.stored,
    };
  }

  /** Inverse document frequency of a plain word; 0 where no document has it. */
  weightOf(plain: number): number {
    return this.#words.weight(plain);
  }

  /** A question as numbers and weights. Stop words count nothing by themselves; a pair needs one telling word. */
  read(question: string): Asked {
    const lines = question.split('\n').map((line) => this.vocabulary.read(line));
    const marked = lines.flatMap((line) => line.marked);
    const plain = lines.flatMap((line) => line.plain);
    const found = new Map<number, AskedTerm & { marked: number }>();
    for (const [nth, number] of plain.entries()) {
      if (number < 0 || found.has(number) || this.#stop[number] || this.#words.frequency(number) === 0) continue;
      const typed = marked[nth] ?? -1;
      found.set(number, { number, weight: this.#words.weight(number), marked: typed === number ? -1 : typed });
    }
    const words = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
    const slotOf = new Map(words.map(({ number }, slot) => [number, slot]));
    const pairs = new Map<number, Asked['pairs'][number]>();
    // Stop words take part in pairs (`bị bắt`), so they need a slot too; it weighs nothing.
    const silent: (AskedTerm & { marked: number })[] = [];
    const slot = (number: number): number => {
      const known = slotOf.get(number);
      if (known !== undefined) return known;
      const next = words.length + silent.length;
      silent.push({ number, weight: 0, marked: -1 });
      slotOf.set(number, next);
      return next;
    };
    for (let nth = 0; nth + 1 < plain.length; nth += 1) {
      const first = plain[nth] ?? -1;
      const second = plain[nth + 1] ?? -1;
      if (first < 0 || second < 0 || (this.#stop[first] && this.#stop[second])) continue;
      const number = this.#pairs.find(first, second);
      if (number < 0 || pairs.has(number)) continue;
      pairs.set(number, {
        number,
        weight: this.#pairPostings.weight(number),
        first: slot(first),
        second: slot(second),
      });
    }
    const typedWithMarks = plain.filter((number, nth) => number !== marked[nth]).length;
    return {
      words: [...words, ...silent],
      pairs: [...pairs.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS),
      slots: plain.map((number) => slotOf.get(number) ?? -1),
      unknownWeight: this.#unknownTelling(question, plain) * Math.log(1 + 2 * this.size),
      markedShare: plain.length === 0 ? 0 : typedWithMarks / plain.length,
    };
  }

  /** The documents that a question points to at first sight, at most `limit`, best first. */
  choose({ words, pairs }: Asked, limit: number): readonly number[] {
    const scores = this.#scores;
    const touched: number[] = [];
    const terms = [
      ...words.filter(({ weight }) => weight > 0).map(({ number, weight }) => this.#words.list(number, weight)),
      ...pairs.map(({ number, weight }) => this.#pairPostings.list(number, weight * PAIR_WEIGHT)),
    ].sort((a, b) => b.most - a.most);
    let remaining = terms.reduce((sum, { most }) => sum + most, 0);
    for (const { documents, impacts, from, to, step, most } of terms) {
      // What is left could not lift a document that no rarer word named into the choice.
      if (to - from > LONG_LIST && touched.length > limit && remaining < kthBest(scores, touched, limit)) break;
      remaining -= most;
      for (let at = from; at < to; at += 1) {
        const document = documents[at] ?? 0;
        if (scores[document] === 0) touched.push(document);
        scores[document] = (scores[document] ?? 0) + step * (impacts[at] ?? 0);
      }
    }
    const least = touched.length > limit ? kthBest(scores, touched, limit) : 0;
    const chosen = touched.filter((document) => (scores[document] ?? 0) >= least);
    chosen.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const best = chosen.slice(0, limit);
    for (const document of touched) scores[document] = 0;
    return best;
  }

  startOf(segment: number): number {
    return segmentStart(this.segmentEnds, segment);
  }

  /** How many telling words of a question stand in no indexed text; a twin is none. */
  #unknownTelling(question: string, plain: readonly number[]): number {
    const known = (number: number): boolean => number >= 0 && this.#words.frequency(number) > 0;
    if (plain.every(known)) return 0;
    // Taken apart as `read` did it: one typed word may be two syllables (`cty`).
    const typed = question.split('\n').flatMap(syllables);
    return plain.filter((number, nth) => !known(number) && !STOP_WORDS.has(typed[nth]?.plain ?? '')).length;
  }
}

type Written = Pick<
  StoredTextIndex,
  'size' | 'tokens' | 'segmentEnds' | 'segmentField' | 'documentSegments' | 'groups' | 'meanLength'
> & {
  /** Tokens of each document in each field, `FIELDS` in a row. */
  readonly lengths: Float64Array;
};

function segmentStart(ends: Uint32Array, segment: number): number {
  return segment === 0 ? 0 : (ends[segment - 1] ?? 0);
}

/** Writes the documents one after the other as numbers. */
function writeDocuments(documents: readonly TextDocument[], vocabulary: Vocabulary): Written {
  const size = documents.length;
  const tokens = new Growing(Uint32Array);
  const ends = new Growing(Uint32Array);
  const fields = new Growing(Uint8Array);
  const starts = new Uint32Array(size + 1);
  const groupNumbers = new Map<string, number>();
  const groups = new Uint32Array(size);
  const lengths = new Float64Array(size * FIELDS);
  for (const [nth, document] of documents.entries()) {
    const group = groupNumbers.get(document.group) ?? groupNumbers.size;
    groupNumbers.set(document.group, group);
    groups[nth] = group;
    const write = (field: number, text: string): void => {
      const numbers = vocabulary.learn(text);
      if (numbers.length === 0) return;
      for (const number of numbers) tokens.push(number);
      ends.push(tokens.length);
      fields.push(field);
      if (field === TWIN) return;
      lengths[nth * FIELDS + field] = (lengths[nth * FIELDS + field] ?? 0) + numbers.length;
    };
    write(HEAD, document.head);
    write(GROUP, document.group);
    for (const phrasing of document.said) write(SAID, phrasing);
    for (const line of document.body) write(BODY, line);
    if (document.twin) write(TWIN, document.twin);
    starts[nth + 1] = ends.length;
  }
  const meanLength = Array.from({ length: FIELDS }, (_, field) => {
    let sum = 0;
    for (let nth = 0; nth < size; nth += 1) sum += lengths[nth * FIELDS + field] ?? 0;
    return sum / Math.max(1, size);
  });
  return {
    size,
    tokens: tokens.done(),
    segmentEnds: ends.done(),
    segmentField: fields.done(),
    documentSegments: starts,
    groups,
    meanLength,
    lengths,
  };
}

/** Postings of plain words and pairs; the impact of a term on a document is reckoned once, over all fields. */
function post(
  written: Written,
  vocabulary: Vocabulary,
  numbers: PairTable,
): { words: StoredPostings; pairs: StoredPostings } {
  const words = new PostingsBuilder();
  const pairs = new PostingsBuilder();
  const wordImpact = new Map<number, number>();
  const pairImpact = new Map<number, number>();
  const counts: Map<number, number>[] = Array.from({ length: FIELDS }, () => new Map());
  const pairCounts: Map<number, number>[] = Array.from({ length: FIELDS }, () => new Map());
  const { tokens, segmentEnds, segmentField, documentSegments, meanLength, lengths } = written;
  for (let nth = 0; nth < written.size; nth += 1) {
    for (let segment = documentSegments[nth] ?? 0; segment < (documentSegments[nth + 1] ?? 0); segment += 1) {
      const field = segmentField[segment] ?? 0;
      if (field === TWIN) continue;
      let before = -1;
      for (let at = segmentStart(segmentEnds, segment); at < (segmentEnds[segment] ?? 0); at += 1) {
        const plain = vocabulary.plainOf(tokens[at] ?? 0);
        add(counts[field], plain, 1);
        if (before >= 0) add(pairCounts[field], numbers.number(before, plain), 1);
        before = plain;
      }
    }
    for (let field = 0; field < FIELDS; field += 1) {
      const b = FIELD_B[field] ?? 0;
      const length = 1 - b + (b * (lengths[nth * FIELDS + field] ?? 0)) / Math.max(1, meanLength[field] ?? 1);
      const impact = (count: number): number => ((FIELD_WEIGHT[field] ?? 0) * count * (K1 + 1)) / (count + K1 * length);
      for (const [word, count] of counts[field] ?? []) add(wordImpact, word, impact(count));
      for (const [pair, count] of pairCounts[field] ?? []) add(pairImpact, pair, impact(count));
      counts[field]?.clear();
      pairCounts[field]?.clear();
    }
    words.document(nth, wordImpact);
    pairs.document(nth, pairImpact);
    wordImpact.clear();
    pairImpact.clear();
  }
  return { words: words.done(vocabulary.size, written.size), pairs: pairs.done(numbers.size, written.size) };
}

function weighSegments({ tokens, segmentEnds }: Written, vocabulary: Vocabulary, words: Postings): Float32Array {
  const stop = stopNumbers(vocabulary);
  const weights = new Float32Array(segmentEnds.length);
  for (let segment = 0; segment < weights.length; segment += 1) {
    const seen = new Set<number>();
    for (let at = segmentStart(segmentEnds, segment); at < (segmentEnds[segment] ?? 0); at += 1) {
      const plain = vocabulary.plainOf(tokens[at] ?? 0);
      if (!stop[plain]) seen.add(plain);
    }
    let sum = 0;
    for (const plain of seen) sum += words.weight(plain);
    weights[segment] = sum;
  }
  return weights;
}

/** 1 at the numbers of plain stop words. */
function stopNumbers(vocabulary: Vocabulary): Uint8Array {
  const stop = new Uint8Array(vocabulary.size);
  for (const word of STOP_WORDS) {
    const [number = -1] = vocabulary.read(word).plain;
    if (number >= 0) stop[number] = 1;
  }
  return stop;
}

function add(to: Map<number, number> | undefined, key: number, amount: number): void {
  to?.set(key, (to.get(key) ?? 0) + amount);
}

/** The k-th largest score among the documents that have one. */
function kthBest(scores: Float32Array, touched: readonly number[], k: number): number {
  const values = Float32Array.from(touched, (document) => scores[document] ?? 0);
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) left += 1;
      while ((values[right] ?? 0) < pivot) right -= 1;
      if (left <= right) {
        const swap = values[left] ?? 0;
        values[left] = values[right] ?? 0;
        values[right] = swap;
        left += 1;
        right -= 1;
      }
    }
    if (k - 1 <= right) to = right;
    else if (k - 1 >= left) from = left;
    else break;
  }
  return values[k - 1] ?? 0;
}

interface PostingList {
  readonly documents: Uint16Array | Uint32Array;
  readonly impacts: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** What one step of impact is worth. */
  readonly step: number;
  /** The most that the list can add to a score. */
  readonly most: number;
}

/** Postings as they are kept between starts. */
interface StoredPostings {
  readonly starts: Uint32Array;
  readonly documents: Uint16Array | Uint32Array;
  readonly impacts: Uint8Array;
  /** Largest impact of each term. */
  readonly most: Uint8Array;
  readonly step: number;
  /** Documents in the index. */
  readonly size: number;
}

/** For each term the documents that have it, and how much it says about each. */
class Postings {
  readonly stored: StoredPostings;

  constructor(stored: StoredPostings) {
    this.stored = stored;
  }

  frequency(term: number): number {
    return (this.stored.starts[term + 1] ?? 0) - (this.stored.starts[term] ?? 0);
  }

  weight(term: number): number {
    const frequency = this.frequency(term);
    return frequency === 0 ? 0 : Math.log(1 + (this.stored.size - frequency + 0.5) / (frequency + 0.5));
  }

  list(term: number, weight: number): PostingList {
    return {
      documents: this.stored.documents,
      impacts: this.stored.impacts,
      from: this.stored.starts[term] ?? 0,
      to: this.stored.starts[term + 1] ?? 0,
      step: weight * this.stored.step,
      most: weight * this.stored.step * (this.stored.most[term] ?? 0),
    };
  }
}

class PostingsBuilder {
  readonly #terms = new Growing(Uint32Array);
  readonly #documents = new Growing(Uint32Array);
  readonly #impacts = new Growing(Float32Array);

  document(document: number, impacts: ReadonlyMap<number, number>): void {
    for (const [term, impact] of impacts) {
      this.#terms.push(term);
      this.#documents.push(document);
      this.#impacts.push(impact);
    }
  }

  /** Sorted by term; the documents of a term stay in order. */
  done(terms: number, size: number): StoredPostings {
    const termOf = this.#terms.done();
    const documentOf = this.#documents.done();
    const impactOf = this.#impacts.done();
    const starts = new Uint32Array(terms + 1);
    for (const term of termOf) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    const documents = size <= 0xffff ? new Uint16Array(termOf.length) : new Uint32Array(termOf.length);
    const impacts = new Uint8Array(termOf.length);
    const most = new Uint8Array(terms);
    const largest = impactOf.reduce((max, impact) => Math.max(max, impact), 1e-6);
    for (let nth = 0; nth < termOf.length; nth += 1) {
      const term = termOf[nth] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      documents[at] = documentOf[nth] ?? 0;
      const impact = Math.max(1, Math.round(((impactOf[nth] ?? 0) / largest) * STEPS));
      impacts[at] = impact;
      if (impact > (most[term] ?? 0)) most[term] = impact;
    }
    return { starts, documents, impacts, most, step: largest / STEPS, size };
  }
}

type Numbers = Uint8Array | Uint32Array | Float32Array;

/** A typed array that grows. */
class Growing<T extends Numbers> {
  #values: T;
  #length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#make(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  done(): T {
    return this.#values.slice(0, this.#length) as T;
  }
}
