import { covers, type Day, type Span } from '../base/days.ts';
import { partsOf } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';

/** One wording of an article whose exact words are held: where it stands and when it binds, without the words. */
export interface HeldArticle {
  readonly code: string;
  /** `7`, `4a`. */
  readonly article: string;
  /** Without number; empty where the article has none. */
  readonly heading: string;
  /** Part, chapter and section, outermost first. */
  readonly divisions: readonly string[];
  readonly inForce: Span;
}

/** Which official texts are held. */
export interface HeldLaw {
  /** Instruments of which anything is held, on any day. */
  codes(): readonly string[];
  /** The wording that binds on a day. */
  head(code: string, article: string, day: Day): HeldArticle | undefined;
  /** All wordings of an article, oldest first. */
  wordings(code: string, article: string): readonly HeldArticle[];
  /** What is held of an instrument as it binds on a day, in its order. */
  contents(code: string, day: Day): readonly HeldArticle[];
  /** The articles before and after one, among those that are held on the day. */
  neighbours(
    code: string,
    article: string,
    day: Day,
  ): { readonly previous: HeldArticle | undefined; readonly next: HeldArticle | undefined };
}

export const NOTHING_HELD: HeldLaw = {
  codes: () => [],
  head: () => undefined,
  wordings: () => [],
  contents: () => [],
  neighbours: () => ({ previous: undefined, next: undefined }),
};

/** The texts that were imported, and behind them the instruments whose words stand in entries (the Universal Declaration). */
export function withQuotedEntries(imported: HeldLaw, entries: readonly KnowledgeEntry[]): HeldLaw {
  const quoted = new Map<string, HeldArticle[]>();
  for (const { kind, citations, basis, valid, quotes } of entries) {
    if (kind !== 'article' || quotes.length === 0) continue;
    const { code, article } = partsOf(citations[0]);
    const heading = basis[0]?.says ?? '';
    const articles = quoted.get(code) ?? [];
    articles.push({ code, article, heading, divisions: [], inForce: valid });
    quoted.set(code, articles);
  }
  for (const articles of quoted.values()) articles.sort((a, b) => Number(a.article) - Number(b.article));
  const imports = new Set(imported.codes());
  const own = (code: string): readonly HeldArticle[] | undefined => (imports.has(code) ? undefined : quoted.get(code));
  const on = (articles: readonly HeldArticle[], day: Day) => articles.filter(({ inForce }) => covers(inForce, day));
  return {
    codes: () => [...imports, ...[...quoted.keys()].filter((code) => !imports.has(code))],
    head(code, article, day) {
      const articles = own(code);
      return articles ? on(articles, day).find((one) => one.article === article) : imported.head(code, article, day);
    },
    wordings: (code, article) =>
      own(code)?.filter((one) => one.article === article) ?? imported.wordings(code, article),
    contents(code, day) {
      const articles = own(code);
      return articles ? on(articles, day) : imported.contents(code, day);
    },
    neighbours(code, article, day) {
      const articles = own(code);
      if (!articles) return imported.neighbours(code, article, day);
      const at = articles.findIndex((one) => one.article === article);
      return at < 0 ? { previous: undefined, next: undefined } : { previous: articles[at - 1], next: articles[at + 1] };
    },
  };
}

/**
 * The wording to show to somebody who asks on a day: the one that binds; where none binds, the last that did before; where
 * there is none before, the first that will.
 */
export function wordingToShow(held: HeldLaw, code: string, article: string, day: Day): HeldArticle | undefined {
  const wordings = held.wordings(code, article);
  return held.head(code, article, day) ?? wordings.findLast(({ inForce }) => inForce.from <= day) ?? wordings[0];
}
