import MiniSearch from 'minisearch';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import { fold } from '../language/fold.ts';
import { terms } from '../language/terms.ts';
import { STOP_WORDS } from './stop-words.ts';
import { expand } from './synonyms.ts';
import { FIELD_BOOST, MARKED_COVERAGE, MARKED_WEIGHT, PAIR_WEIGHT, PHRASING_SHARE } from './weights.ts';

/** An entry that may answer, and how strongly the words point to it. */
export interface Match {
  readonly entry: KnowledgeEntry;
  /** Above 0. Orders the matches of one search; says nothing between two searches. */
  readonly score: number;
  /** Share of the question's weight (rarer words weigh more) that the entry contains, 0 to 1. Comparable always. */
  readonly coverage: number;
  /** The same against the entry's single nearest phrasing. */
  readonly phrasing: number;
  /** MiniSearch's score alone, against that of the best entry, 0 to 1. */
  readonly whole: number;
}

interface Document {
  readonly id: string;
  readonly title: string;
  readonly variants: string;
  readonly answer: string;
  readonly steps: string;
  readonly basis: string;
}

/** Entries whose single phrasings are compared with the question; the right one is nearly always among them. */
const COMPARED = 40;

/**
 * Finds entries for a question. Built once from the entries in force on a day; holds no state between searches.
 *
 * MiniSearch orders the entries, each as one document with weighted fields. The best of them are then compared with the
 * question phrasing by phrasing, so that a question near to one way of putting it is not diluted by the others.
 * MiniSearch neither normalises Unicode nor knows tone marks (`terms` does), and its scores cannot be compared
 * between questions (`coverage` can).
 */
export class SearchIndex {
  readonly #entries: ReadonlyMap<string, KnowledgeEntry>;
  readonly #index: MiniSearch<Document>;
  readonly #phrasings: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  readonly #documentFrequency: ReadonlyMap<string, number>;

  constructor(entries: readonly KnowledgeEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.#index = new MiniSearch<Document>({
      fields: Object.keys(FIELD_BOOST),
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    });
    const phrasings = new Map<string, ReadonlySet<string>[]>();
    const frequency = new Map<string, number>();
    for (const entry of entries) {
      const spoken = phrasingsOf(entry).map(linesToTerms);
      const document = documentOf(entry, spoken);
      this.#index.add(document);
      phrasings.set(
        entry.id,
        spoken.map((said) => new Set(said)),
      );
      const { id, ...fields } = document;
      for (const term of new Set(Object.values(fields).join(' ').split(' '))) {
        frequency.set(term, (frequency.get(term) ?? 0) + 1);
      }
    }
    this.#phrasings = phrasings;
    this.#documentFrequency = frequency;
  }

  /** @returns At most `limit` matches, best first; none when no word of the question is known. */
  search(question: string, limit = 5): readonly Match[] {
    const asked = this.#weighed(question);
    if (asked.size === 0) return [];
    const found = this.#index
      .search([...asked.keys()].join(' '), {
        boost: FIELD_BOOST,
        boostTerm: (term) => asked.get(term)?.boost ?? 1,
      })
      .slice(0, Math.max(limit, COMPARED));
    const total = [...asked.values()].reduce((sum, { weight }) => sum + weight, 0);
    const share = (holds: (term: string) => boolean): number => {
      let sum = 0;
      for (const [term, { weight }] of asked) if (weight > 0 && holds(term)) sum += weight;
      return total > 0 ? sum / total : 0;
    };
    const best = found[0]?.score ?? 1;
    return found
      .flatMap(({ id, score, queryTerms }): Match[] => {
        const entry = this.#entries.get(String(id));
        if (!entry) return [];
        const known = new Set(queryTerms);
        const phrasing = Math.max(
          0,
          ...(this.#phrasings.get(entry.id) ?? []).map((said) => share((term) => said.has(term))),
        );
        return [
          {
            entry,
            score: (1 - PHRASING_SHARE) * (score / best) + PHRASING_SHARE * phrasing,
            coverage: share((term) => known.has(term)),
            phrasing,
            whole: score / best,
          },
        ];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** How many different single words of a question are worth searching. One or two name a field rather than ask something. */
  tellingWords(question: string): number {
    return new Set(linesToTerms(question).filter((term) => isTelling(term) && /^[^=_]+$/.test(term))).size;
  }

  /** The terms of a question worth searching: how much each counts for the score and for coverage. */
  #weighed(question: string): ReadonlyMap<string, { boost: number; weight: number }> {
    const asked = new Map<string, { boost: number; weight: number }>();
    for (const { term, share } of expand(linesToTerms(question).filter(isTelling))) {
      const pair = term.includes('_');
      const marked = term.startsWith('=');
      const known = this.#documentFrequency.get(term);
      const rarity = Math.log(1 + this.#entries.size / (1 + (known ?? 0)));
      // An unknown single word lowers coverage: the question speaks of something we do not. Unknown pairs are the rule.
      const counts = share === 1 && !(pair && known === undefined);
      const boost = (marked ? MARKED_WEIGHT : pair ? PAIR_WEIGHT : 1) * share;
      asked.set(term, { boost, weight: counts ? rarity * (marked ? MARKED_COVERAGE : pair ? PAIR_WEIGHT : 1) : 0 });
    }
    return asked;
  }
}

/** Every way of putting an entry's question, in Vietnamese and English; the title first. */
function phrasingsOf({ title, variants, english }: KnowledgeEntry): readonly string[] {
  return [title, ...variants, ...(english ? [english.question, ...english.variants] : [])];
}

function isTelling(term: string): boolean {
  if (term.startsWith('=')) return !STOP_WORDS.has(fold(term.slice(1)));
  const parts = term.split('_');
  return parts.some((part) => !STOP_WORDS.has(part));
}

/** Terms line by line, so that the last word of one phrasing makes no pair with the first of the next. */
function linesToTerms(text: string): string[] {
  return text.split('\n').flatMap(terms);
}

/** The fields as terms joined by spaces: made once, so that MiniSearch need not know how Vietnamese is taken apart. */
function documentOf(entry: KnowledgeEntry, [title = [], ...variants]: readonly (readonly string[])[]): Document {
  const asTerms = (text: string) => linesToTerms(text).join(' ');
  return {
    id: entry.id,
    title: title.join(' '),
    variants: variants.flat().join(' '),
    answer: asTerms(entry.shortAnswer || (entry.quotes[0]?.text ?? '')),
    steps: asTerms(entry.passages.flatMap(({ lines }) => lines).join('\n')),
    basis: asTerms(entry.basis.map(({ says }) => says).join('\n')),
  };
}
