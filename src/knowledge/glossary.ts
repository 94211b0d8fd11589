import { covers, type Day } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import { fold } from '../language/fold.ts';
import { foldedLine } from '../language/terms.ts';
import type { Citation } from './citation.ts';
import type { KnowledgeEntry } from './entry.ts';

/** A legal term in plain words, as `glossary.yaml` holds it. */
export interface GlossaryTerm {
  readonly term: string;
  /** Other names and the abbreviation. */
  readonly also: readonly string[];
  /** At most 300 characters, in words that somebody who left school at twelve knows. */
  readonly plain: string;
  readonly citations: readonly [Citation, ...Citation[]];
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | undefined;
}

/** `glossary.yaml` as a whole. */
export interface GlossaryFile {
  readonly reviewedOn: Day;
  readonly reviewBy: Day;
  readonly terms: readonly GlossaryTerm[];
}

/** Courtesy around a question, folded: `cho em hỏi … là gì vậy ạ`. */
const COURTESY = new Set(
  'a da vang oi em minh toi tui chau con anh chi ban bot admin ad cho hoi xin vay the ha nhi day ta roi voi giup nhe'.split(
    ' ',
  ),
);
/** How the meaning is asked, folded: before the term or behind it. */
const BEFORE = [
  'the nao la',
  'the nao goi la',
  'giai thich',
  'giai thich tu',
  'dinh nghia',
  'khai niem',
  'nghia cua tu',
];
const BEHIND = [
  'la gi',
  'nghia la gi',
  'co nghia la gi',
  'la sao',
  'nghia la sao',
  'la cai gi',
  'la nhu the nao',
  'la the nao',
];

/**
 * Answers questions that ask for the meaning of one legal term and for nothing else: `tạm giam là gì`. A term in a
 * longer question is left to the search, which knows the matter.
 */
export class Glossary {
  readonly #byName: ReadonlyMap<string, readonly KnowledgeEntry[]>;

  constructor(file: GlossaryFile) {
    const byName = new Map<string, KnowledgeEntry[]>();
    for (const term of file.terms) {
      const entry = entryOf(term, file);
      for (const name of [term.term, ...term.also]) {
        const key = foldedLine(name).trim();
        byName.set(key, [...(byName.get(key) ?? []), entry]);
      }
    }
    this.#byName = byName;
  }

  /** The term whose meaning is asked, as an entry that may be shown on the day. */
  read(question: string, day: Day): KnowledgeEntry | undefined {
    const words = foldedLine(question).trim().split(' ');
    const from = words.findIndex((word) => !COURTESY.has(word));
    const to = words.findLastIndex((word) => !COURTESY.has(word)) + 1;
    // Courtesy is taken away a word at a time: `thế chấp`, `hội thẩm` and `con nuôi` begin with words of courtesy.
    const tries = [words, ...Array.from({ length: Math.max(0, from) + 1 }, (_, nth) => words.slice(nth, to))];
    const named = tries.map(termAsked).flatMap((name) => (name === undefined ? [] : (this.#byName.get(name) ?? [])));
    return named.find(({ valid }) => covers(valid, day));
  }
}

/** The words whose meaning a folded question asks for; `undefined` when it asks something else. */
function termAsked(words: readonly string[]): string | undefined {
  const asked = ` ${words.join(' ')} `;
  // Longest first, so that `nghĩa là gì` is not cut to `là gì`.
  const before = BEFORE.toSorted(byLength).find((phrase) => asked.startsWith(` ${phrase} `));
  const behind = BEHIND.toSorted(byLength).find((phrase) => asked.endsWith(` ${phrase} `));
  if (before) return asked.slice(before.length + 2).trim();
  return behind && asked.slice(0, -(behind.length + 2)).trim();
}

const byLength = (a: string, b: string): number => b.length - a.length;

function entryOf({ term, plain, citations, validFrom, validTo }: GlossaryTerm, file: GlossaryFile): KnowledgeEntry {
  return {
    id: `glossary/${fold(term).replace(/[^a-z0-9]+/g, '-')}` as EntryId,
    kind: 'qa',
    title: `${term} là gì?`,
    variants: [],
    topics: [],
    citations,
    valid: { from: validFrom ?? '', to: validTo },
    reviewedOn: file.reviewedOn,
    reviewBy: file.reviewBy,
    sources: [],
    confidence: 'A',
    shortAnswer: `${term}: ${plain}`,
    passages: [],
    basis: citations.map((citation) => ({ citation, says: `nói về ${term.toLowerCase()}.` })),
    quotes: [],
  };
}
