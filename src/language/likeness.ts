import { foldedLine } from './terms.ts';

/** A text as it is compared: its words and pairs of words without marks, each once. */
export interface Weighed {
  /** Places in the list of `WordWeights`, rising: the heaviest first. */
  readonly places: Uint32Array;
  /** The weight of each, in the same order. */
  readonly weights: Float64Array;
  readonly total: number;
}

/** How much a word or a pair of words says, learned from many texts: the rarer, the more. */
export class WordWeights {
  readonly #texts: number;
  /** Rarest first, so that the place of a key also tells how heavy it is. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #weights: readonly number[];

  constructor(texts: readonly string[]) {
    const frequency = new Map<string, number>();
    for (const text of texts) for (const key of keysOf(text)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    const rarestFirst = [...frequency].sort(([a, some], [b, more]) => some - more || (a < b ? -1 : 1));
    this.#texts = texts.length;
    this.#places = new Map(rarestFirst.map(([key], place) => [key, place]));
    this.#weights = rarestFirst.map(([, times]) => this.#weight(times));
  }

  /** What none of the learned texts has weighs as much as what one has, and is never shared. */
  weigh(text: string): Weighed {
    const keys = keysOf(text);
    const places = [...keys].flatMap((key) => this.#places.get(key) ?? []).sort((a, b) => a - b);
    const weights = places.map((place) => this.#weights[place] ?? 0);
    const known = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      places: Uint32Array.from(places),
      weights: Float64Array.from(weights),
      total: known + (keys.size - places.length) * this.#weight(1),
    };
  }

  #weight(times: number): number {
    return Math.log(1 + this.#texts / times);
  }
}

/** The weight of what both have, as a share of all that either has: 0 to 1. Both must be weighed by the same `WordWeights`. */
export function likeness(a: Weighed, b: Weighed): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.places.length && j < b.places.length; ) {
    const one = a.places[i] ?? 0;
    const other = b.places[j] ?? 0;
    if (one === other) shared += a.weights[i] ?? 0;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared === 0 ? 0 : shared / (a.total + b.total - shared);
}

/** Something that was found because it is alike. */
export interface Like<T> {
  readonly value: T;
  /** See the function of that name. */
  readonly likeness: number;
}

/**
 * Finds what is at least `floor` alike without comparing everything. Whoever is that alike shares one of the heavy keys:
 * those without which the rest would weigh less than `floor` of the whole. So only these are looked up, and only what
 * shares enough of them is compared.
 */
export class LikenessIndex<T> {
  readonly #floor: number;
  readonly #held: { readonly weighed: Weighed; readonly light: number; readonly value: T }[] = [];
  readonly #byHeavyPlace = new Map<number, number[]>();

  /** @param floor Above 0, up to 1. */
  constructor(floor: number) {
    this.#floor = floor;
  }

  add(weighed: Weighed, value: T): void {
    const { heavy, light } = this.#split(weighed);
    const nth = this.#held.push({ weighed, light, value }) - 1;
    for (const place of weighed.places.subarray(0, heavy)) {
      const known = this.#byHeavyPlace.get(place);
      if (known) known.push(nth);
      else this.#byHeavyPlace.set(place, [nth]);
    }
  }

  /** All that is at least `floor` alike, most alike first; what is equally alike in the order in which it was added. */
  near(weighed: Weighed): readonly Like<T>[] {
    const { heavy, light } = this.#split(weighed);
    const shared = new Map<number, number>();
    for (let nth = 0; nth < heavy; nth += 1) {
      const weight = weighed.weights[nth] ?? 0;
      for (const held of this.#byHeavyPlace.get(weighed.places[nth] ?? -1) ?? []) {
        shared.set(held, (shared.get(held) ?? 0) + weight);
      }
    }
    const enough = this.#floor / (1 + this.#floor); // of both totals together
    return [...shared]
      .flatMap(([nth, weight]) => {
        const held = this.#held[nth];
        // Beside heavy keys they can share no more than what is light in the one of them that ends first.
        if (!held || weight + Math.max(light, held.light) < enough * (weighed.total + held.weighed.total)) return [];
        const found = likeness(held.weighed, weighed);
        return found >= this.#floor ? [{ nth, value: held.value, likeness: found }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness || a.nth - b.nth)
      .map(({ value, likeness }) => ({ value, likeness }));
  }

  /** How many keys are heavy, and what the others weigh together. */
  #split({ weights, total }: Weighed): { readonly heavy: number; readonly light: number } {
    let light = weights.reduce((sum, weight) => sum + weight, 0);
    let heavy = 0;
    while (heavy < weights.length && light >= this.#floor * total) light -= weights[heavy++] ?? 0;
    return { heavy, light };
  }
}

function keysOf(text: string): ReadonlySet<string> {
  const words = foldedLine(text).trim().split(' ');
  return new Set([...words, ...words.slice(1).map((word, nth) => `${words[nth]}_${word}`)]);
}
