import { articleOf, type Citation, partsOf } from '../knowledge/citation.ts';
import type { Labelled } from './evaluate.ts';

/** A question, what became of it, and the articles shown beside it. */
export interface Beside {
  readonly question: Pick<Labelled, 'expect' | 'accept'>;
  /** Neither an entry nor choices were given. */
  readonly unanswered: boolean;
  readonly related: readonly Citation[];
  /** What would be shown if no entry had answered. */
  readonly otherwise: readonly Citation[];
}

/** How often articles of law are shown beside questions, and how often rightly. */
export interface RelatedOffers {
  /** Questions to be left unanswered: an article beside them is a false offer. */
  readonly outside: { readonly n: number; readonly shown: number };
  /** Questions that should have been answered and were not. */
  readonly unanswered: { readonly n: number; readonly shown: number; readonly right: number };
  /** All that should be answered, as if no entry did. */
  readonly withoutEntries: { readonly n: number; readonly shown: number; readonly right: number };
}

/** Counts articles that are shown beside questions without an answer. */
export function relatedOffers(all: readonly Beside[]): RelatedOffers {
  const answerable = all.filter(({ question: { expect } }) => expect === 'answer' || expect === 'urgent');
  const outside = all.filter(({ question: { expect } }) => expect === 'abstain');
  const unanswered = answerable.filter((one) => one.unanswered);
  return {
    outside: { n: outside.length, shown: outside.filter(({ related }) => related.length > 0).length },
    unanswered: count(unanswered, ({ related }) => related),
    withoutEntries: count(answerable, ({ otherwise }) => otherwise),
  };
}

function count(all: readonly Beside[], shown: (one: Beside) => readonly Citation[]) {
  return {
    n: all.length,
    shown: all.filter((one) => shown(one).length > 0).length,
    right: all.filter((one) => shown(one).some((citation) => meets(citation, one.question.accept))).length,
  };
}

function meets(citation: Citation, accept: readonly string[]): boolean {
  return accept.includes(articleOf(citation)) || accept.includes(`${partsOf(citation).code}:*`);
}
