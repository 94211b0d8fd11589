import { syllables } from '../language/terms.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Latent semantic analysis: words and pairs that stand in the same texts come to lie near each other, so that a question
 * finds a text that says the same with other words. Fitted on the phrasings alone: what people say is learned from what
 * people say. Truncated singular value decomposition by subspace iteration, seeded, so equal texts give an equal space.
 */
export interface LatentSpace {
  readonly dimensions: number;
  readonly terms: readonly string[];
  /** Inverse document frequency of each term. */
  readonly weights: Float32Array;
  /** `dimensions` in a row for each term, in steps of `scales`. */
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
  /** Unit vectors of the texts, `dimensions` in a row. */
  readonly texts: Float32Array;
}

const ROUNDS = 4;
const SEED = 3;

/** Folded telling words and neighbouring pairs with at least one telling word, line by line. */
export function latentTerms(text: string): readonly string[] {
  const terms: string[] = [];
  for (const line of text.split('\n')) {
    let before: string | undefined;
    let beforeTells = false;
    for (const { plain } of syllables(line)) {
      const tells = !STOP_WORDS.has(plain);
      if (tells) terms.push(plain);
      if (before !== undefined && (tells || beforeTells)) terms.push(`${before}_${plain}`);
      before = plain;
      beforeTells = tells;
    }
  }
  return terms;
}

/** How a space is fitted. */
export interface LatentOptions {
  /** How many dimensions; fewer where there are fewer texts. */
  readonly dimensions: number;
  /** A term is learned from so many texts on. */
  readonly fewestTexts: number;
}

export function fitLatentSpace(texts: readonly string[], { dimensions, fewestTexts }: LatentOptions): LatentSpace {
  const counted = texts.map(countTerms);
  const frequency = new Map<string, number>();
  for (const counts of counted) for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const terms = [...frequency].filter(([, texts]) => texts >= fewestTexts).map(([term]) => term);
  const numberOf = new Map(terms.map((term, nth) => [term, nth]));
  const weights = Float32Array.from(terms, (term) => Math.log(texts.length / (frequency.get(term) ?? 1)));
  const rows = counted.map((counts) => rowOf(counts, numberOf, weights));
  const width = Math.max(1, Math.min(dimensions, texts.length, terms.length));
  const { right, left } = decompose(rows, terms.length, width);
  const vectors = new Int8Array(right.length);
  const scales = new Float32Array(terms.length);
  for (let term = 0; term < terms.length; term += 1) {
    let largest = 1e-9;
    for (let at = term * width; at < (term + 1) * width; at += 1) largest = Math.max(largest, Math.abs(right[at] ?? 0));
    scales[term] = largest / 127;
    for (let at = term * width; at < (term + 1) * width; at += 1) {
      vectors[at] = Math.round(((right[at] ?? 0) / largest) * 127);
    }
  }
  return { dimensions: width, terms, weights, vectors, scales, texts: left };
}

function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of latentTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Finds texts by their nearness in a latent space. */
export class LatentIndex {
  readonly space: LatentSpace;
  readonly #numberOf: ReadonlyMap<string, number>;

  constructor(
    space: LatentSpace,
    numberOf: ReadonlyMap<string, number> = new Map(space.terms.map((term, nth) => [term, nth])),
  ) {
    this.space = space;
    this.#numberOf = numberOf;
  }

  /** The same space with other texts in it: what the terms mean stays as it was learned. */
  withTexts(texts: Float32Array): LatentIndex {
    return new LatentIndex({ ...this.space, texts }, this.#numberOf);
  }

  /**
   * Where a text stands that the space was not learned from: the unit vector that its known terms give, as a learned text
   * has it up to rounding. All 0 where no term is known.
   */
  place(text: string): Float32Array {
    const { dimensions, weights, vectors, scales } = this.space;
    const { terms, values } = rowOf(countTerms(text), this.#numberOf, weights);
    const placed = new Float32Array(dimensions);
    for (const [nth, number] of terms.entries()) {
      const value = (values[nth] ?? 0) * (scales[number] ?? 0);
      const from = number * dimensions;
      for (let at = 0; at < dimensions; at += 1) placed[at] = (placed[at] ?? 0) + value * (vectors[from + at] ?? 0);
    }
    toUnit(placed);
    return placed;
  }

  /**
   * Cosine of the question with each text; all 0 where no term of it is known.
   *
   * @param terms Each with its share: 1 as asked, less when it was added.
   */
  nearness(terms: ReadonlyMap<string, number>): Float32Array {
    const { dimensions, weights, vectors, scales } = this.space;
    const asked = new Float32Array(dimensions);
    for (const [term, share] of terms) {
      const number = this.#numberOf.get(term);
      if (number === undefined) continue;
      const weight = share * (weights[number] ?? 0) * (scales[number] ?? 0);
      const from = number * dimensions;
      for (let at = 0; at < dimensions; at += 1) asked[at] = (asked[at] ?? 0) + weight * (vectors[from + at] ?? 0);
    }
    toUnit(asked);
    return this.nearnessTo(asked);
  }

  /** Cosine of a unit vector with each text. */
  nearnessTo(vector: Float32Array): Float32Array {
    const { dimensions, texts } = this.space;
    const count = dimensions === 0 ? 0 : texts.length / dimensions;
    const near = new Float32Array(count);
    for (let text = 0; text < count; text += 1) near[text] = product(vector, 0, texts, text * dimensions, dimensions);
    return near;
  }

  /** Cosine of two texts. */
  likeness(first: number, second: number): number {
    const { dimensions, texts } = this.space;
    return product(texts, first * dimensions, texts, second * dimensions, dimensions);
  }
}

/** Scalar product, in four sums at a time: the processor need not wait for one to add to it. */
function product(a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let at = 0;
  for (; at + 3 < length; at += 4) {
    first += (a[fromA + at] as number) * (b[fromB + at] as number);
    second += (a[fromA + at + 1] as number) * (b[fromB + at + 1] as number);
    third += (a[fromA + at + 2] as number) * (b[fromB + at + 2] as number);
    fourth += (a[fromA + at + 3] as number) * (b[fromB + at + 3] as number);
  }
  for (; at < length; at += 1) first += (a[fromA + at] as number) * (b[fromB + at] as number);
  return first + second + third + fourth;
}

interface Row {
  readonly terms: Uint32Array;
  readonly values: Float32Array;
}

/** Log counts times weight, of length 1. */
function rowOf(counts: ReadonlyMap<string, number>, numberOf: ReadonlyMap<string, number>, weights: Float32Array): Row {
  const known = [...counts].flatMap(([term, count]) => {
    const number = numberOf.get(term);
    return number === undefined ? [] : [[number, (1 + Math.log(count)) * (weights[number] ?? 0)] as const];
  });
  const values = Float32Array.from(known, ([, value]) => value);
  toUnit(values);
  return { terms: Uint32Array.from(known, ([number]) => number), values };
}

/** Right singular vectors (terms) and unit rows of the texts in their coordinates. */
function decompose(rows: readonly Row[], terms: number, width: number): { right: Float32Array; left: Float32Array } {
  let state = SEED;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const left = Float32Array.from({ length: rows.length * width }, random);
  const right = new Float32Array(terms * width);
  const toRight = (): void => {
    right.fill(0);
    for (const [nth, row] of rows.entries()) {
      const from = nth * width;
      for (let known = 0; known < row.terms.length; known += 1) {
        const value = row.values[known] ?? 0;
        const to = (row.terms[known] ?? 0) * width;
        for (let at = 0; at < width; at += 1) right[to + at] = (right[to + at] ?? 0) + value * (left[from + at] ?? 0);
      }
    }
  };
  const toLeft = (): void => {
    left.fill(0);
    for (const [nth, row] of rows.entries()) {
      const to = nth * width;
      for (let known = 0; known < row.terms.length; known += 1) {
        const value = row.values[known] ?? 0;
        const from = (row.terms[known] ?? 0) * width;
        for (let at = 0; at < width; at += 1) left[to + at] = (left[to + at] ?? 0) + value * (right[from + at] ?? 0);
      }
    }
  };
  orthogonal(left, rows.length, width);
  for (let round = 0; round < ROUNDS; round += 1) {
    toRight();
    toLeft();
    orthogonal(left, rows.length, width);
  }
  toRight();
  const lengths = new Float64Array(width);
  for (let at = 0; at < right.length; at += 1) lengths[at % width] = (lengths[at % width] ?? 0) + (right[at] ?? 0) ** 2;
  for (let at = 0; at < right.length; at += 1)
    right[at] = (right[at] ?? 0) / (Math.sqrt(lengths[at % width] ?? 0) || 1);
  toLeft();
  for (let nth = 0; nth < rows.length; nth += 1) toUnit(left.subarray(nth * width, (nth + 1) * width));
  return { right, left };
}

/** Gram-Schmidt on the columns. */
function orthogonal(matrix: Float32Array, height: number, width: number): void {
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: height }, (_, row) => matrix[row * width + column] ?? 0),
  );
  for (const [nth, column] of columns.entries()) {
    for (const before of columns.slice(0, nth)) {
      let shared = 0;
      for (let row = 0; row < height; row += 1) shared += (column[row] ?? 0) * (before[row] ?? 0);
      for (let row = 0; row < height; row += 1) column[row] = (column[row] ?? 0) - shared * (before[row] ?? 0);
    }
    let length = 0;
    for (let row = 0; row < height; row += 1) length += (column[row] ?? 0) ** 2;
    length = Math.sqrt(length) || 1;
    for (let row = 0; row < height; row += 1) {
      column[row] = (column[row] ?? 0) / length;
      matrix[row * width + nth] = column[row] ?? 0;
    }
  }
}

function toUnit(vector: Float32Array): void {
  let length = 0;
  for (let at = 0; at < vector.length; at += 1) length += (vector[at] ?? 0) ** 2;
  length = Math.sqrt(length) || 1;
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
}
