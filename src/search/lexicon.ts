import { foldedLine } from '../language/terms.ts';

/**
 * Citizens' words and the words of the law for the same matter (`knowledge/lexicon.yaml`). Phrases are compared without
 * tone marks and as whole words.
 */
export class Lexicon {
  readonly #groups: readonly (readonly { readonly phrase: string; readonly line: string }[])[];
  /** Groups by the first word of each of their phrases, so that a question meets few. */
  readonly #byFirstWord: ReadonlyMap<string, ReadonlySet<number>>;

  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups.map((group) => group.map((phrase) => ({ phrase, line: foldedLine(phrase) })));
    const byFirstWord = new Map<string, Set<number>>();
    for (const [nth, group] of this.#groups.entries()) {
      for (const { line } of group) {
        const first = line.trim().split(' ')[0] ?? '';
        byFirstWord.set(first, (byFirstWord.get(first) ?? new Set()).add(nth));
      }
    }
    this.#byFirstWord = byFirstWord;
  }

  /** Other words for what the question speaks of; none that it holds already. */
  otherWords(question: string): readonly string[] {
    const line = foldedLine(question);
    const near = new Set(
      line
        .trim()
        .split(' ')
        .flatMap((word) => [...(this.#byFirstWord.get(word) ?? [])]),
    );
    return [...near]
      .map((nth) => this.#groups[nth] ?? [])
      .filter((group) => group.some((one) => line.includes(one.line)))
      .flatMap((group) => group.filter((one) => !line.includes(one.line)).map(({ phrase }) => phrase));
  }
}
