import { Comparer } from './compare.ts';
import { Ranker, type RankerWeights } from './ranker.ts';
import { type TextDocument, TextIndex } from './text-index.ts';

/** An article of a law, as it is published. */
export interface ArticleText {
  readonly id: string;
  /** `Luật Hộ tịch (03/2026/QH16), Điều 1. Phạm vi điều chỉnh`. */
  readonly title: string;
  readonly text: string;
}

/** Articles of the first choice that are compared closely. */
export const COMPARED_ARTICLES = 100;

/** Finds articles of laws for a question. */
export class ArticleIndex {
  readonly #ids: readonly string[];
  readonly #comparer: Comparer;
  readonly #ranker: Ranker;

  constructor(articles: readonly ArticleText[], weights: RankerWeights) {
    const documents = articles.map(documentOf);
    this.#ids = articles.map(({ id }) => id);
    this.#comparer = new Comparer(TextIndex.build(documents), documents);
    this.#ranker = new Ranker(weights);
  }

  /** Ids of the best articles, best first. */
  search(question: string, limit = 10): readonly string[] {
    const compared = this.#comparer.compare(question, COMPARED_ARTICLES);
    return this.#ranker
      .rank(compared)
      .order.slice(0, limit)
      .map((nth) => this.#ids[compared.documents[nth] ?? 0] ?? '');
  }
}

const TITLE = /^(.*?),? Điều \d+\p{L}*\.?\s*(.*)$/su;

/** The law before the number of the article is the group, what stands behind it the heading. */
export function documentOf({ title, text }: Pick<ArticleText, 'title' | 'text'>): TextDocument {
  const [, group = '', head = title] = TITLE.exec(title) ?? [];
  return { head, group, said: [], body: text.split('\n') };
}
