import { PhraseFinder } from '../language/phrase-finder.ts';
import { foldedLine } from '../language/terms.ts';

/**
 * Citizens' words and the words of the law for the same matter (`knowledge/lexicon.yaml`). Phrases are compared without
 * tone marks and as whole words.
 */
export class Lexicon {
  readonly #groups: readonly (readonly { readonly phrase: string; readonly line: string }[])[];
  readonly #finder: PhraseFinder<number>;

  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups.map((group) => group.map((phrase) => ({ phrase, line: foldedLine(phrase) })));
    this.#finder = new PhraseFinder(groups.flatMap((group, nth) => group.map((phrase) => [phrase, nth] as const)));
  }

  /** Other words for what the question speaks of; none that it holds already. */
  otherWords(question: string): readonly string[] {
    const line = foldedLine(question);
    const spoken = new Set(this.#finder.in(line).map(({ value }) => value));
    return [...spoken].flatMap((nth) =>
      (this.#groups[nth] ?? []).filter((one) => !line.includes(one.line)).map(({ phrase }) => phrase),
    );
  }
}
