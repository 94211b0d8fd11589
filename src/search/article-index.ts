import { Comparer, FEATURES, type Feature } from './compare.ts';
import { Ranker, type RankerWeights } from './ranker.ts';
import { type StoredTextIndex, type TextDocument, TextIndex } from './text-index.ts';

/** An article of a law, as it is published. */
export interface ArticleText {
  readonly id: string;
  /** `Luật Hộ tịch (03/2026/QH16), Điều 1. Phạm vi điều chỉnh`. */
  readonly title: string;
  readonly text: string;
}

/** Articles of the first choice that are compared closely. */
export const COMPARED_ARTICLES = 100;

/** An article that a question points to. */
export interface FoundArticle {
  readonly id: string;
  /** Orders the articles of one search. */
  readonly score: number;
  /** What speaks for it, 0 to about 1 each. */
  readonly evidence: Readonly<Record<Feature, number>>;
}

/** Finds articles of laws for a question. */
export class ArticleIndex {
  readonly #ids: readonly string[];
  readonly #comparer: Comparer;
  readonly #ranker: Ranker;

  /**
   * @param stored What `TextIndex.build` gave for the same articles in the same order: then their texts are not read.
   *   Without it they are indexed now, some seconds for ten thousand.
   */
  constructor(articles: readonly ArticleText[], weights: RankerWeights, stored?: StoredTextIndex) {
    if (stored && stored.size !== articles.length) throw new TypeError('The index was made from other articles');
    const documents = articles.map(documentOf);
    this.#ids = articles.map(({ id }) => id);
    this.#comparer = new Comparer(
      stored ? TextIndex.restore(stored) : TextIndex.build(documents),
      documents.map(({ head, group }) => ({ head, group })),
    );
    this.#ranker = new Ranker(weights);
  }

  /** Ids of the best articles, best first. */
  search(question: string, limit = 10): readonly string[] {
    return this.find(question, limit).map(({ id }) => id);
  }

  /** The best articles, best first, with what speaks for them. */
  find(question: string, limit = 10): readonly FoundArticle[] {
    const { documents, features } = this.#comparer.compare(question, COMPARED_ARTICLES);
    const { order, scores } = this.#ranker.rank({ documents, features });
    return order.slice(0, limit).map((at) => ({
      id: this.#ids[documents[at] ?? 0] ?? '',
      score: scores[at] ?? 0,
      evidence: Object.fromEntries(
        FEATURES.map((name, nth) => [name, features[at * FEATURES.length + nth] ?? 0]),
      ) as Record<Feature, number>,
    }));
  }
}

const TITLE = /^(.*?),? Điều \d+\p{L}*\.?\s*(.*)$/su;

/** The law before the number of the article is the group, what stands behind it the heading. */
export function documentOf({ title, text }: Pick<ArticleText, 'title' | 'text'>): TextDocument {
  const [, group = '', head = title] = TITLE.exec(title) ?? [];
  return { head, group, said: [], body: text.split('\n') };
}
