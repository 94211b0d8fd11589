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
  'co nghia la sao',
  'la cai gi',
  'la nhu the nao',
  'la the nao',
];
/** A longer text tells a story; nobody needs so many words to ask what one term means. */
const MOST_WORDS = 30;

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
        // Typed without marks, some words are not told from others: `bố` is read as `cha`, `bo` is not.
        for (const key of new Set([name, fold(name)].map((said) => foldedLine(said).trim()))) {
          byName.set(key, [...(byName.get(key) ?? []), entry]);
        }
      }
    }
    this.#byName = byName;
  }

  /** The term whose meaning is asked, as an entry that may be shown on the day. */
  read(question: string, day: Day): KnowledgeEntry | undefined {
    const words = foldedLine(question).trim().split(' ');
    if (words.length > MOST_WORDS) return undefined;
    const named = namesAsked(words).flatMap((name) => this.#byName.get(name) ?? []);
    return named.find(({ valid }) => covers(valid, day));
  }
}

/** What a folded question may be asking the meaning of, the longest first; nothing when it asks something else. */
function namesAsked(words: readonly string[]): readonly string[] {
  return withoutCourtesy(words).flatMap((said) => {
    const asked = ` ${said.join(' ')} `;
    // People say both: `khái niệm tạm giam là gì`. And each that fits is tried: `cầm cố nghĩa là gì` has no `có nghĩa`.
    const begins = BEFORE.filter((phrase) => asked.startsWith(` ${phrase} `)).map(({ length }) => length + 1);
    const ends = BEHIND.filter((phrase) => asked.endsWith(` ${phrase} `)).map(({ length }) => length + 1);
    return [0, ...begins]
      .flatMap((begin) => [0, ...ends].map((end) => ({ begin, end })))
      .filter(({ begin, end }) => begin + end > 0)
      .map(({ begin, end }) => asked.slice(begin, asked.length - end).trim())
      .flatMap((name) => withoutCourtesy(name.split(' ')).map((left) => left.join(' ')));
  });
}

/**
 * Every way to take courtesy away at both ends, a word at a time, the longest first: `thế chấp`, `hội thẩm` and
 * `con nuôi` begin with words of courtesy, `vô tội` ends with one.
 */
function withoutCourtesy(words: readonly string[]): readonly (readonly string[])[] {
  const from = words.findIndex((word) => !COURTESY.has(word));
  if (from < 0) return [words]; // `cho vay`
  const to = words.findLastIndex((word) => !COURTESY.has(word)) + 1;
  return Array.from({ length: from + 1 }, (_, first) =>
    Array.from({ length: words.length - to + 1 }, (_, cut) => words.slice(first, words.length - cut)),
  ).flat();
}

function entryOf({ term, plain, citations, validFrom, validTo }: GlossaryTerm, file: GlossaryFile): KnowledgeEntry {
  return {
    id: `qa/thuat-ngu/${fold(term).replace(/[^a-z0-9]+/g, '-')}` as EntryId,
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
