import { type Syllable, syllables } from '../language/terms.ts';

/** A text as numbers: for each syllable the number of its marked and of its plain form, -1 where it was never seen. */
export interface Numbered {
  readonly marked: readonly number[];
  readonly plain: readonly number[];
}

/** Numbers the syllables of the indexed texts, marked and plain forms in one row of numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #plainOf: number[] = [];

  get size(): number {
    return this.#plainOf.length;
  }

  /** The number of a marked form's plain form. */
  plainOf(marked: number): number {
    return this.#plainOf[marked] ?? -1;
  }

  /** Numbers a text for the index; new syllables get new numbers. Gives the marked forms. */
  learn(text: string): readonly number[] {
    return syllables(text).map((syllable) => this.#number(syllable));
  }

  /** Numbers a question. */
  read(text: string): Numbered {
    const typed = syllables(text);
    const numberOf = (form: string): number => this.#numbers.get(form) ?? -1;
    return { marked: typed.map(({ marked }) => numberOf(marked)), plain: typed.map(({ plain }) => numberOf(plain)) };
  }

  #number({ marked, plain }: Syllable): number {
    const known = this.#numbers.get(marked);
    if (known !== undefined) return known;
    const plainNumber = marked === plain ? this.#plainOf.length : this.#number({ marked: plain, plain });
    const number = this.#plainOf.length;
    this.#numbers.set(marked, number);
    this.#plainOf.push(plainNumber);
    return number;
  }
}
