import { foldedLine } from './terms.ts';

/** Finds phrases in folded lines as whole words: one look at each word of the line, however many phrases there are. */
export class PhraseFinder<T> {
  readonly #byFirstWord = new Map<string, { readonly line: string; readonly value: T }[]>();

  /** @param phrases As people write them, each with what it stands for. */
  constructor(phrases: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of phrases) {
      const line = foldedLine(phrase);
      const first = line.trim().split(' ')[0] ?? '';
      if (first === '') continue;
      const known = this.#byFirstWord.get(first) ?? [];
      known.push({ line, value });
      this.#byFirstWord.set(first, known);
    }
  }

  /** @param line A folded line, as `foldedLine` gives it. In the order of the line. */
  in(line: string): readonly { readonly line: string; readonly value: T }[] {
    const found: { readonly line: string; readonly value: T }[] = [];
    let from = 0; // the space before a word
    while (from < line.length - 1) {
      const to = line.indexOf(' ', from + 1);
      if (to < 0) break;
      for (const phrase of this.#byFirstWord.get(line.slice(from + 1, to)) ?? []) {
        if (line.startsWith(phrase.line, from)) found.push(phrase);
      }
      from = to;
    }
    return found;
  }
}
