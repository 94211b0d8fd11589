const FREE = -1;
/** Filled to no more than this share, so that a look-up meets few others. */
const FULL = 0.6;
/** Ids below this fit twice into the 53 exact bits of a number. */
const MOST_IDS = 2 ** 26;

/** A table as it is kept between starts. */
export interface StoredPairs {
  readonly keys: Float64Array;
  readonly values: Int32Array;
  readonly size: number;
}

/** Numbers pairs of numbers: a hash table in typed arrays, a tenth of the memory of a `Map`. */
export class PairTable {
  #keys: Float64Array;
  #values: Int32Array;
  #size: number;

  constructor(stored?: StoredPairs) {
    this.#keys = stored?.keys ?? new Float64Array(1024).fill(FREE);
    this.#values = stored?.values ?? new Int32Array(1024);
    this.#size = stored?.size ?? 0;
  }

  stored(): StoredPairs {
    return { keys: this.#keys, values: this.#values, size: this.#size };
  }

  get size(): number {
    return this.#size;
  }

  /** The number of the pair, or -1. */
  find(first: number, second: number): number {
    const key = first * MOST_IDS + second;
    const at = this.#place(key);
    return this.#keys[at] === key ? (this.#values[at] ?? -1) : -1;
  }

  /** The number of the pair; a new pair gets the next one. */
  number(first: number, second: number): number {
    const key = first * MOST_IDS + second;
    let at = this.#place(key);
    if (this.#keys[at] === key) return this.#values[at] ?? -1;
    if (this.#size + 1 > this.#keys.length * FULL) {
      this.#grow();
      at = this.#place(key);
    }
    this.#keys[at] = key;
    this.#values[at] = this.#size;
    this.#size += 1;
    return this.#size - 1;
  }

  /** Where the key is, or would go. */
  #place(key: number): number {
    const last = this.#keys.length - 1;
    let at = (Math.imul(key % 0x7fffffff, 0x9e3779b1) ^ Math.imul(key / MOST_IDS, 0x85ebca6b)) & last;
    while (this.#keys[at] !== FREE && this.#keys[at] !== key) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2).fill(FREE);
    this.#values = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? FREE;
      if (key === FREE) continue;
      const place = this.#place(key);
      this.#keys[place] = key;
      this.#values[place] = values[at] ?? 0;
    }
  }
}
