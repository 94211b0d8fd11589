import { type Syllable, syllables } from '../language/terms.ts';

/** A text as numbers: for each syllable the number of its marked and of its plain form, -1 where it was never seen. */
export interface Numbered {
  readonly marked: readonly number[];
  readonly plain: readonly number[];
}

/** A vocabulary as it is kept between starts: the forms in the order of their numbers. */
export interface StoredVocabulary {
  readonly forms: readonly string[];
  readonly plainOf: readonly number[];
}

/** Numbers the syllables of the indexed texts, marked and plain forms in one row of numbers. */
export class Vocabulary {
  readonly #numbers: Map<string, number>;
  readonly #plainOf: number[];

  constructor(stored: StoredVocabulary = { forms: [], plainOf: [] }) {
    this.#numbers = new Map(stored.forms.map((form, number) => [form, number]));
    this.#plainOf = [...stored.plainOf];
  }

  stored(): StoredVocabulary {
    return { forms: [...this.#numbers.keys()], plainOf: this.#plainOf };
  }

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
    // The plain form first: numbers follow the order of the map, in which they are kept.
    const plainNumber = marked === plain ? this.#plainOf.length : this.#number({ marked: plain, plain });
    const number = this.#plainOf.length;
    this.#numbers.set(marked, number);
    this.#plainOf.push(plainNumber);
    return number;
  }
}
